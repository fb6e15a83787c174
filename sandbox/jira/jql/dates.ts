import type { JqlContext, Operand } from '#sandbox/jira/jql/context';
import { JqlError } from '#sandbox/jira/jql/error';
import { refuseUnsimulatedFunction } from '#sandbox/jira/jql/not-simulated';
import { type DateUnit, instantOf, startOf } from '#sandbox/jira/zone';

/** A point in time of a query. `isWholeDay`: it was given without a time. */
export interface JqlDate {
  readonly instant: number;
  readonly isWholeDay: boolean;
}

const MILLISECONDS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const FUNCTION = /^(start|end)of(day|week|month|year)$/i;

/** `-1w 2d`, `4h`: a distance from now in milliseconds; null when it is no period. */
function period(text: string): number | null {
  if (!/^[-+]?\s*\d+[wdhm](\s+\d+[wdhm])*$/i.test(text)) return null;
  const size = [...text.matchAll(/(\d+)([wdhm])/gi)].reduce(
    (sum, [, count, unit]) =>
      sum + Number(count) * MILLISECONDS[(unit ?? 'm').toLowerCase() as keyof typeof MILLISECONDS],
    0,
  );
  return text.startsWith('-') ? -size : size;
}

function calendar(text: string, zone: string): JqlDate | null {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const isWholeDay = parts[4] === undefined;
  const wall = isWholeDay ? Date.UTC(year, month - 1, day) : Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(wall).getUTCDate() !== day || month > 12) return null;
  return { instant: instantOf(wall, zone), isWholeDay };
}

/** startOfDay("-1w"), endOfMonth(1): the argument shifts by its own unit, or by the function's when it names none. */
function boundary(match: RegExpExecArray, argument: string | undefined, context: JqlContext): number | null {
  const unit = (match[2] ?? 'day').toLowerCase() as DateUnit;
  const isEnd = (match[1] ?? '').toLowerCase() === 'end';
  const shift = argument === undefined ? null : /^([-+]?)(\d+)([yMwdhm]?)$/.exec(argument.trim());
  if (argument !== undefined && shift === null) return null;
  const steps = shift === null ? 0 : Number(shift[2]) * (shift[1] === '-' ? -1 : 1);
  const letter = shift?.[3] ?? '';
  if (letter === '') {
    const start = startOf(unit, context.now, context.zone, steps + (isEnd ? 1 : 0));
    return isEnd ? start - 1 : start;
  }
  const base =
    letter === 'y' || letter === 'M'
      ? startOf(letter === 'y' ? 'year' : 'month', context.now, context.zone, steps)
      : context.now + steps * MILLISECONDS[letter as keyof typeof MILLISECONDS];
  const start = startOf(unit, base, context.zone, isEnd ? 1 : 0);
  return isEnd ? start - 1 : start;
}

/**
 * Reads a date of a query in the viewer's time zone. A bare number is milliseconds since 1970, in no zone at all; in quotes it
 * is no date.
 * @throws JqlError when it is not a date, in Jira's words.
 */
export function readDate(operand: Operand, field: string, context: JqlContext): JqlDate {
  if (operand.kind === 'call') {
    if (operand.name.toLowerCase() === 'now') return { instant: context.now, isWholeDay: false };
    const match = FUNCTION.exec(operand.name);
    if (!match) {
      refuseUnsimulatedFunction(operand.name);
      throw new JqlError([`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`]);
    }
    const instant = boundary(match, operand.args[0], context);
    if (instant !== null) return { instant, isWholeDay: false };
    throw new JqlError([
      `Duration for function '${operand.name}' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.`,
    ]);
  }
  const text = operand.kind === 'text' ? operand.text.trim() : '';
  if (operand.kind === 'text' && operand.isNumber === true) {
    return { instant: Number(text), isWholeDay: false };
  }
  const distance = period(text);
  if (distance !== null) return { instant: context.now + distance, isWholeDay: false };
  const date = calendar(text, context.zone);
  if (date) return date;
  throw new JqlError([
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  ]);
}
