import { unparse } from 'papaparse';

import { CSV_HEADERS } from '#src/domain/risk/csv/columns';
import { writeBuiltInCategory } from '#src/domain/risk/csv/tokens';
import { writeRow } from '#src/domain/risk/csv/write-row';
import { levelOn } from '#src/domain/risk/level';
import { planText } from '#src/domain/risk/plan-text';
import type { Register } from '#src/domain/risk/register';
import { reviewDue } from '#src/domain/risk/review';
import type { Risk } from '#src/domain/risk/risk';

import { copyToClipboard } from '../../ui/copy-to-clipboard';

import { isLeftOut } from '../state/left-out-plan';
import type { Opened } from '../state/opened';
import { stateWords } from '../words/event-words';
import type { RiskWords } from '../words/risk-words';

interface Exported {
  readonly opened: Opened;
  readonly register: Register;
  /** Those to write, deleted ones not among them. */
  readonly risks: readonly Risk[];
}

/** The byte order mark tells spreadsheets that the file is UTF-8. */
const MARK = '\uFEFF';

/** The register as a file of comma-separated values, one row a risk, with nothing in it that a spreadsheet would compute. */
export function csvOf(words: RiskWords, { opened, register, risks }: Exported): string {
  const named = (ids: readonly (string | null)[]) =>
    new Map(ids.flatMap((id) => (id === null ? [] : [[id, words.person(id)] as const])));
  const issueKeys = new Map(
    (opened.mitigations ?? []).flatMap(({ issueId, shown }) =>
      shown ? [[issueId, shown.key] as const] : [],
    ),
  );
  const rows = inOrder(risks).map((risk) =>
    writeRow(risk, {
      scale: register.scale,
      categoryNames: new Map(
        register.categories.map(({ id, name }) => [id, name ?? writeBuiltInCategory(id)]),
      ),
      accountNames: named([risk.ownerId]),
      issueKeys,
      reviewDueOn: reviewDue(risk, register, opened.today)?.on ?? null,
    }),
  );
  return MARK + unparse([[...CSV_HEADERS], ...rows.map((row) => [...row])], { newline: '\r\n' });
}

/** The register as a table for editors that take formatted text, and as text for those that do not. */
export function tableOf(
  words: RiskWords,
  { opened, register, risks }: Exported,
): { readonly html: string; readonly text: string } {
  const { say } = words;
  const head = [
    say('risk.column.risk'),
    say('risk.field.title'),
    say('risk.field.level'),
    say('risk.field.probability'),
    say('risk.field.impact'),
    say('risk.field.category'),
    say('risk.field.state'),
    say('risk.column.mitigation'),
    say('risk.field.owner'),
    say('risk.column.due'),
  ];
  const rows = inOrder(risks).map((risk) => {
    const due = reviewDue(risk, register, opened.today);
    const issues = risk.issueIds.flatMap((id) => words.issue(id) ?? []);
    const plan = risk.plan === null ? [] : [planText(risk.plan)];
    return [
      words.key(risk.id),
      risk.title,
      words.level(levelOn(risk, register.scale)),
      words.step(risk.probability),
      words.step(risk.impact),
      words.category(risk.categoryId),
      stateWords(words, risk.state),
      [words.response(risk.response), ...plan, ...issues].join(' · '),
      words.person(risk.ownerId),
      due === null ? '' : words.day(due.on),
    ];
  });
  // A document of its own loads and runs nothing; nodes hold the texts, so none is read as markup.
  const page = document.implementation.createHTMLDocument('');
  const line = (cells: readonly string[], name: 'th' | 'td') => {
    const row = page.createElement('tr');
    for (const cell of cells) row.append(Object.assign(page.createElement(name), { textContent: cell }));
    return row;
  };
  const table = page.createElement('table');
  table.append(line(head, 'th'), ...rows.map((row) => line(row, 'td')));
  const text = [head, ...rows]
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
    .join('\n');
  return { html: table.outerHTML, text };
}

/** Hands the register out: as a file, or to the clipboard. @returns whether it went out. */
export async function exportRegister(
  how: 'download' | 'copy',
  words: RiskWords,
  exported: Exported,
): Promise<boolean> {
  if (how === 'copy') return await copyToClipboard(tableOf(words, exported));
  const address = URL.createObjectURL(new Blob([csvOf(words, exported)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${words.say('risk.export.file', { date: exported.opened.today })}.csv`;
  link.click();
  // The download has begun by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
  return true;
}

function inOrder(risks: readonly Risk[]): readonly Risk[] {
  const known = risks.map((risk) => (isLeftOut(risk) ? { ...risk, plan: null } : risk));
  return known.sort((a, b) => a.number - b.number);
}
