import {
  type ClauseParts,
  EMPTINESS,
  EQUALITY,
  type HistoryField,
  type JqlContext,
  type JqlField,
  type Matcher,
  ORDERED,
  type Operand,
  PAST,
} from '#sandbox/jira/jql/context';
import { type JqlDate, readDate } from '#sandbox/jira/jql/dates';
import { JqlError } from '#sandbox/jira/jql/error';
import { refuseUnsimulatedFunction } from '#sandbox/jira/jql/not-simulated';
import type { Issue } from '#sandbox/jira/model';
import { startOf } from '#sandbox/jira/zone';

type Compare = (a: Issue, b: Issue) => number;

/** The refusal of a value that does not exist, or is hidden from the viewer. */
export function noSuchValue(field: string, text: string): JqlError {
  return new JqlError([`The value '${text}' does not exist for the field '${field}'.`]);
}

/** The refusal of a function that the field does not take. */
export function noSuchFunction(operand: Extract<Operand, { kind: 'call' }>): JqlError {
  refuseUnsimulatedFunction(operand.name);
  return new JqlError([`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`]);
}

/** Sorts by a key; issues without one come last when ascending. */
export function byKey(key: (issue: Issue) => number | string | null): Compare {
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  };
}

/** What a field of named things needs: the issue's value ids, and how an operand becomes ids. */
export interface Choice {
  readonly values: (issue: Issue) => readonly string[];
  readonly resolve: (
    operand: Exclude<Operand, { kind: 'empty' }>,
    field: string,
    context: JqlContext,
  ) => readonly string[];
  readonly order?: Compare;
  /** For fields with an order of their own (priority): the place of a value, small is low. */
  readonly place?: (id: string, context: JqlContext) => number;
  readonly historyFieldId?: string;
  /** A resolved id that stands for having no value. */
  readonly isNothing?: (id: string) => boolean;
  /** Issues that hold one of the ids, where an index knows. */
  readonly candidates?: (ids: readonly string[], context: JqlContext) => readonly Issue[];
}

/** A field whose values are things with ids: status, user, sprint, label. */
export function choiceField(choice: Choice): JqlField {
  const compareByPlace = (parts: ClauseParts, context: JqlContext): Matcher => {
    const place = (id: string) => choice.place?.(id, context) ?? 0;
    const [operand] = parts.operands;
    if (operand === undefined || operand.kind === 'empty') throw noSuchValue(parts.field, 'EMPTY');
    const limit = place(choice.resolve(operand, parts.field, context)[0] ?? '');
    const passes = comparison(parts.operator);
    return { test: (issue) => choice.values(issue).some((id) => passes(place(id) - limit)) };
  };
  const history: HistoryField | null =
    choice.historyFieldId === undefined
      ? null
      : {
          fieldId: choice.historyFieldId,
          current: (issue) => choice.values(issue)[0] ?? null,
          resolve: (operand, field, context) =>
            operand.kind === 'empty' ? [null] : choice.resolve(operand, field, context),
        };
  return {
    operators: new Set([
      ...EQUALITY,
      ...EMPTINESS,
      ...(choice.place ? ORDERED : []),
      ...(history === null ? [] : PAST),
    ]),
    order: choice.order ?? null,
    history,
    match(parts, context) {
      if (ORDERED.some((operator) => operator === parts.operator)) return compareByPlace(parts, context);
      const ids = new Set(
        parts.operands.flatMap((operand) =>
          operand.kind === 'empty' ? [] : choice.resolve(operand, parts.field, context),
        ),
      );
      const takesEmpty =
        parts.operands.some(({ kind }) => kind === 'empty') ||
        [...ids].some((id) => choice.isNothing?.(id) === true);
      if (['!=', 'not in', 'is not'].includes(parts.operator)) {
        return {
          test: (issue) => {
            const values = choice.values(issue);
            return values.length > 0 && !values.some((id) => ids.has(id));
          },
        };
      }
      const { candidates } = choice;
      return {
        test: (issue) => {
          const values = choice.values(issue);
          return (takesEmpty && values.length === 0) || values.some((id) => ids.has(id));
        },
        ...(candidates && !takesEmpty ? { candidates: () => candidates([...ids], context) } : {}),
      };
    },
  };
}

/** Turns an operator into a test of the difference left minus right. */
export function comparison(operator: string): (difference: number) => boolean {
  switch (operator) {
    case '<':
      return (difference) => difference < 0;
    case '<=':
      return (difference) => difference <= 0;
    case '>':
      return (difference) => difference > 0;
    case '>=':
      return (difference) => difference >= 0;
    case '!=':
    case 'not in':
      return (difference) => difference !== 0;
    default:
      return (difference) => difference === 0;
  }
}

/** A field of things that compare: numbers and dates. Issues without a value only pass `is EMPTY` and `= EMPTY`. */
function orderedField<Value>(
  left: (issue: Issue) => Value | null,
  read: (operand: Operand, field: string, context: JqlContext) => Value,
  difference: (left: Value, right: Value, context: JqlContext) => number,
  order: Compare,
): JqlField {
  return {
    operators: new Set([...EQUALITY, ...EMPTINESS, ...ORDERED]),
    order,
    history: null,
    match(parts, context) {
      const isNegated = ['!=', 'not in', 'is not'].includes(parts.operator);
      const passes = comparison(parts.operator);
      const takesEmpty = parts.operands.some(({ kind }) => kind === 'empty');
      const values = parts.operands
        .filter(({ kind }) => kind !== 'empty')
        .map((operand) => read(operand, parts.field, context));
      return {
        test(issue) {
          const value = left(issue);
          if (value === null) return takesEmpty && !isNegated;
          const pass = (right: Value) => passes(difference(value, right, context));
          return isNegated ? values.every(pass) : values.some(pass);
        },
      };
    },
  };
}

/** A field with a number for a value. */
export function numberField(value: (issue: Issue) => number | null): JqlField {
  const read = (operand: Operand, field: string): number => {
    const text = operand.kind === 'text' ? operand.text.trim() : '';
    const number = text === '' ? Number.NaN : Number(text);
    if (operand.kind === 'call') throw noSuchFunction(operand);
    if (!Number.isFinite(number))
      throw new JqlError([`Value '${text}' is invalid for the '${field}' field.`]);
    return number;
  };
  return orderedField(value, read, (left, right) => left - right, byKey(value));
}

/** A field with an instant for a value. */
export function instantField(value: (issue: Issue) => number | null): JqlField {
  return orderedField<JqlDate>(
    (issue) => {
      const instant = value(issue);
      return instant === null ? null : { instant, isWholeDay: false };
    },
    readDate,
    (left, right) => left.instant - right.instant,
    byKey(value),
  );
}

/** A field with a calendar day (`2026-06-01`) for a value: compared by day in the viewer's zone. */
export function dayField(value: (issue: Issue) => string | null): JqlField {
  const dayOf = (date: JqlDate, context: JqlContext) => startOf('day', date.instant, context.zone);
  const parse = (day: string, context: JqlContext) =>
    readDate({ kind: 'text', text: day }, 'duedate', context).instant;
  return orderedField<JqlDate | string>(
    value,
    readDate,
    (left, right, context) =>
      (typeof left === 'string' ? parse(left, context) : left.instant) -
      (typeof right === 'string' ? parse(right, context) : dayOf(right, context)),
    byKey(value),
  );
}
