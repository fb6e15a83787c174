import type { HistoryField, JqlContext, Operand } from '#sandbox/jira/jql/context';
import { readDate } from '#sandbox/jira/jql/dates';
import { JqlError } from '#sandbox/jira/jql/error';
import type { Issue } from '#sandbox/jira/model';
import { startOf } from '#sandbox/jira/zone';

/** A predicate after `was` or `changed`: `after -2w`, `by currentUser()`, `from "To Do"`. */
export interface PastPredicate {
  readonly word: string;
  readonly operands: readonly Operand[];
}

/** A stretch in which a field had one value. `by` is who brought it about; null for the first one. */
interface Stretch {
  readonly value: string | null;
  readonly before: string | null;
  readonly from: number;
  readonly to: number;
  readonly by: string | null;
  readonly isChange: boolean;
}

function stretchesOf(issue: Issue, field: HistoryField, context: JqlContext): Stretch[] {
  const changes = context.site
    .historiesOf(issue.id)
    .flatMap((history) =>
      history.items
        .filter(({ fieldId }) => fieldId === field.fieldId)
        .map((item) => ({ item, at: history.created, by: history.author })),
    )
    .sort((a, b) => a.at - b.at);
  const first = changes[0]?.item.from;
  const values = [
    {
      value: first === undefined ? field.current(issue) : first,
      before: null as string | null,
      from: issue.created,
      by: null as string | null,
      isChange: false,
    },
    ...changes.map(({ item, at, by }) => ({
      value: item.to,
      before: item.from,
      from: at,
      by,
      isChange: true,
    })),
  ];
  return values.map((stretch, place) => ({ ...stretch, to: values[place + 1]?.from ?? Infinity }));
}

function period(predicates: readonly PastPredicate[], context: JqlContext): { from: number; to: number } {
  let [from, to] = [-Infinity, Infinity];
  const instant = (operand: Operand | undefined, word: string) =>
    readDate(operand ?? { kind: 'empty' }, word, context).instant;
  for (const { word, operands } of predicates) {
    if (word === 'after') from = Math.max(from, instant(operands[0], word));
    if (word === 'before') to = Math.min(to, instant(operands[0], word));
    if (word === 'on') {
      const day = instant(operands[0], word);
      from = Math.max(from, startOf('day', day, context.zone));
      to = Math.min(to, startOf('day', day, context.zone, 1));
    }
    if (word === 'during') {
      from = Math.max(from, instant(operands[0], word));
      to = Math.min(to, instant(operands[1], word));
    }
  }
  return { from, to };
}

function people(predicates: readonly PastPredicate[], context: JqlContext): Set<string> | null {
  const by = predicates.filter(({ word }) => word === 'by').flatMap(({ operands }) => operands);
  if (by.length === 0) return null;
  return new Set(
    by.map((operand) => {
      if (operand.kind === 'text') return operand.text;
      if (operand.kind === 'call' && operand.name.toLowerCase() === 'currentuser') {
        return context.viewer.accountId ?? '';
      }
      throw new JqlError(["The predicate 'by' takes an account id or currentUser()."]);
    }),
  );
}

/** Makes a `was` or `changed` clause ready from the change log. */
export function matchPast(
  field: HistoryField,
  clause: {
    field: string;
    operator: string;
    operands: readonly Operand[];
    predicates: readonly PastPredicate[];
  },
  context: JqlContext,
): (issue: Issue) => boolean {
  const { from, to } = period(clause.predicates, context);
  const by = people(clause.predicates, context);
  const resolve = (operands: readonly Operand[]) =>
    new Set(operands.flatMap((operand) => field.resolve(operand, clause.field, context)));
  const isBy = (stretch: Stretch) => by === null || (stretch.by !== null && by.has(stretch.by));
  if (clause.operator === 'changed') {
    const ends = (word: string) => {
      const operands = clause.predicates
        .filter((each) => each.word === word)
        .flatMap((each) => each.operands);
      return operands.length === 0 ? null : resolve(operands);
    };
    const [left, right] = [ends('from'), ends('to')];
    return (issue) =>
      stretchesOf(issue, field, context).some(
        (stretch) =>
          stretch.isChange &&
          stretch.from >= from &&
          stretch.from <= to &&
          isBy(stretch) &&
          (left === null || left.has(stretch.before)) &&
          (right === null || right.has(stretch.value)),
      );
  }
  const wanted = resolve(clause.operands);
  const isNegated = clause.operator.includes('not');
  return (issue) =>
    stretchesOf(issue, field, context).some(
      (stretch) => wanted.has(stretch.value) && stretch.to > from && stretch.from < to && isBy(stretch),
    ) !== isNegated;
}
