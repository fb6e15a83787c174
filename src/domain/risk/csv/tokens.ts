import { plain } from '#src/domain/risk/csv/columns';
import { isCalendarDate, type CalendarDate } from '#src/domain/risk/calendar';
import { onScale, type Rating, type Scale } from '#src/domain/risk/rating';
import type { Response, StateKind } from '#src/domain/risk/risk';

/*
 * The values of a file. They are a format, not words of a screen: written the same in every language, so that a file written on one
 * site is read on another. Read are also the words of registers that people kept elsewhere, in English and German.
 */

/** Steps of a scale, lowest first: the token that is written, then others that are read. */
const STEPS: Readonly<Record<Scale, readonly (readonly [string, ...string[]])[]>> = {
  3: [
    ['Low', 'l', 'minor', 'unlikely', 'niedrig', 'gering', 'n'],
    ['Medium', 'm', 'med', 'moderate', 'possible', 'mittel'],
    ['High', 'h', 'major', 'likely', 'hoch'],
  ],
  5: [
    ['Very low', 'vl', 'rare', 'negligible', 'insignificant', 'sehr niedrig', 'sehr gering'],
    ['Low', 'l', 'minor', 'unlikely', 'niedrig', 'gering', 'n'],
    ['Medium', 'm', 'med', 'moderate', 'possible', 'mittel'],
    ['High', 'h', 'major', 'likely', 'hoch'],
    ['Very high', 'vh', 'almost certain', 'critical', 'severe', 'catastrophic', 'sehr hoch'],
  ],
};

const RESPONSES: Readonly<Record<Response, readonly [string, ...string[]]>> = {
  avoid: ['Avoid', 'avoidance', 'eliminate', 'terminate', 'vermeiden', 'vermeidung'],
  mitigate: [
    'Mitigate',
    'mitigation',
    'reduce',
    'treat',
    'control',
    'mindern',
    'minderung',
    'vermindern',
    'reduzieren',
  ],
  transfer: ['Transfer', 'share', 'insure', 'übertragen', 'übertragung', 'überwälzen'],
  accept: ['Accept', 'acceptance', 'tolerate', 'retain', 'akzeptieren', 'akzeptanz', 'tragen'],
  none: ['None', 'undecided', 'tbd', 'nicht entschieden', 'keine'],
};

const STATES: Readonly<Record<StateKind, readonly [string, ...string[]]>> = {
  open: ['Open', 'new', 'identified', 'active', 'to do', 'offen', 'neu', 'zu erledigen'],
  mitigating: [
    'Mitigating',
    'in progress',
    'being mitigated',
    'ongoing',
    'in behandlung',
    'in bearbeitung',
    'in arbeit',
  ],
  accepted: ['Accepted', 'akzeptiert'],
  happened: ['Happened', 'occurred', 'materialised', 'materialized', 'issue', 'eingetreten'],
  closed: ['Closed', 'done', 'resolved', 'mitigated', 'retired', 'geschlossen', 'erledigt', 'fertig'],
};

export const writeRating = (rating: Rating, scale: Scale) =>
  STEPS[scale][onScale(rating, scale).step - 1]?.[0] ?? '';
export const writeResponse = (response: Response) => RESPONSES[response][0];
export const writeState = (state: StateKind) => STATES[state][0];

/** A category that every register has: by its id, as it reads in English. */
export const writeBuiltInCategory = (id: string) =>
  `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

/** A rating from its name or its number on that scale; null for anything else. */
export function readRating(cell: string, of: Scale): Rating | null {
  const number = /^([1-5])(?:\s*(?:\/|of)\s*([1-5]))?$/.exec(cell.trim());
  if (number !== null) {
    const step = Number(number[1]);
    return step <= of && Number(number[2] ?? of) === of ? { step, of } : null;
  }
  const index = STEPS[of].findIndex((names) => names.some((name) => plain(name) === plain(cell)));
  return index === -1 ? null : { step: index + 1, of };
}

/** null for anything but a response. */
export function readResponse(cell: string): Response | null {
  return keyFor(RESPONSES, cell);
}

/** null for anything but a state. */
export function readState(cell: string): StateKind | null {
  return keyFor(STATES, cell);
}

/**
 * A day from `2026-12-01`, also with a time behind it, `2026/12/01` or `1.12.2026`; null for anything else. What
 * other orders with slashes mean depends on where the file was written, and a wrong guess would go unnoticed.
 */
export function readDate(cell: string): CalendarDate | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(cell.trim());
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell.trim());
  const [year, month, day] = iso?.slice(1) ?? dotted?.slice(1).reverse() ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

function keyFor<K extends string>(tokens: Readonly<Record<K, readonly string[]>>, cell: string): K | null {
  const keys = Object.keys(tokens) as K[];
  return keys.find((key) => tokens[key].some((token) => plain(token) === plain(cell))) ?? null;
}
