import { cell, headerCell, paragraph, strong, table } from '#src/background/adf';
import { stepName } from '#src/background/export/heat-map-table';
import { person, type Accounts } from '#src/background/export/people';
import type { Message, Words } from '#src/background/words';
import type { AdfNode } from '#src/domain/backlog/issue';
import type { CalendarDate } from '#src/domain/risk/calendar';
import { levelOn, rankByLevel } from '#src/domain/risk/level';
import { planText } from '#src/domain/risk/plan-text';
import { onScale } from '#src/domain/risk/rating';
import type { Register } from '#src/domain/risk/register';
import { reviewDue } from '#src/domain/risk/review';
import { isLive, type Risk, type RiskState } from '#src/domain/risk/risk';

/** What the tables are made of. */
export interface Exported {
  readonly register: Register;
  readonly risks: readonly Risk[];
  /** Those that could be looked up. */
  readonly accounts: Accounts;
  readonly today: CalendarDate;
}

/** All plans of a page's export together: the platform carries 5 MB, and each line is wrapped in some markup. */
const PLANS_LENGTH = 1_000_000;
const LINES_OF_A_PLAN = 400;

/** The live risks, most serious first. */
export function riskTable({ register, risks, accounts, today }: Exported, words: Words): AdfNode {
  const { say, day } = words;
  const columns = ['risk', 'level', 'plan', 'owner', 'due', 'state'] as const;
  let left = PLANS_LENGTH;
  const plan = (risk: Risk): readonly AdfNode[] => {
    if (risk.plan === null) return [];
    const lines = planText(risk.plan)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const kept = lines.slice(0, LINES_OF_A_PLAN).filter((line) => (left -= line.length) >= 0);
    const cut = kept.length < lines.length ? [paragraph(say('export.plan-cut'))] : [];
    return [...kept.map((line) => paragraph(line)), ...cut];
  };
  const rows = rankByLevel(risks.filter(isLive), register.scale).map((risk) => [
    cell(statement(risk, register, words)),
    cell(levelLines(risk, register, words)),
    cell([paragraph(strong(say(`response.${risk.response}`))), ...plan(risk)]),
    cell([owner(risk, accounts, words)]),
    cell([
      ...(risk.dueOn === null ? [] : [paragraph(say('export.due-on', { date: day(risk.dueOn) }))]),
      ...reviewLine(risk, register, today, words),
    ]),
    cell([paragraph(stateName(risk.state, words))]),
  ]);
  return table(
    columns.map((name) => headerCell(say(`export.column.${name}`))),
    ...rows,
  );
}

/** The risks that are over, by number: that they were there, and what became of them. */
export function overTable({ risks }: Pick<Exported, 'risks'>, words: Words): AdfNode | null {
  const over = risks.filter((risk) => risk.deleted === null && !isLive(risk));
  if (over.length === 0) return null;
  const { say } = words;
  return table(
    [headerCell(say('export.column.risk')), headerCell(say('export.column.state'))],
    ...over.map((risk) => [
      cell([paragraph(strong(name(risk, words)), ` ${risk.title}`)]),
      cell([paragraph(stateName(risk.state, words))]),
    ]),
  );
}

const name = ({ number }: Risk, { say }: Words) => say('export.number', { number: String(number) });

function statement(risk: Risk, { categories }: Register, words: Words): readonly AdfNode[] {
  const { say } = words;
  const parts = (['cause', 'event', 'effect', 'trigger'] as const).flatMap((part) => {
    const text = risk[part];
    return text === null ? [] : [paragraph(say(`export.${part}`, { text }))];
  });
  const title = paragraph(strong(name(risk, words)), ` ${risk.title}`);
  const category = categoryName(risk.categoryId, categories, words);
  return [title, ...parts, ...(category === '' ? [] : [paragraph(category)])];
}

const BUILT_IN: Readonly<Record<string, Message>> = {
  'technical-dependency': 'category.technical-dependency',
  'resource-gap': 'category.resource-gap',
  'market-shift': 'category.market-shift',
};

function categoryName(id: string | null, categories: Register['categories'], { say }: Words): string {
  if (id === null) return '';
  const own = categories.find((category) => category.id === id)?.name;
  const message = BUILT_IN[id];
  return own ?? (message === undefined ? '' : say(message));
}

function levelLines(risk: Risk, { scale }: Register, words: Words): readonly AdfNode[] {
  const { say } = words;
  const probability = stepName(onScale(risk.probability, scale), words);
  const impact = stepName(onScale(risk.impact, scale), words);
  const level = say(`level.${levelOn(risk, scale)}`);
  const residual =
    risk.residual === null
      ? []
      : [paragraph(say('export.residual', { level: say(`level.${levelOn(risk.residual, scale)}`) }))];
  return [paragraph(strong(level)), paragraph(say('export.rating', { probability, impact })), ...residual];
}

const owner = ({ ownerId }: Risk, accounts: Accounts, words: Words): AdfNode =>
  paragraph(...(ownerId === null ? [words.say('export.no-owner')] : person(ownerId, accounts, words)));

function reviewLine(risk: Risk, register: Register, today: CalendarDate, { say, day }: Words) {
  const due = reviewDue(risk, register, today);
  if (due === null) return [];
  const message = due.daysOverdue > 0 ? 'export.review-overdue' : 'export.review-on';
  return [paragraph(say(message, { date: day(due.on) }))];
}

function stateName(state: RiskState, { say, day }: Words): string {
  switch (state.kind) {
    case 'open':
    case 'mitigating':
      return say(`state.${state.kind}`);
    case 'accepted':
      return state.until === null
        ? say('state.accepted')
        : say('state.accepted-until', { date: day(state.until) });
    case 'happened':
    case 'closed':
      return say(`state.${state.kind}`, { date: day(state.on) });
  }
}
