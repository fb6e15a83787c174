import { isValid, parse, parseISO } from 'date-fns';

/** The formats in which Jira writes dates into a CSV, by site settings. */
const FORMATS = [
  'dd/MMM/yy h:mm a',
  'dd/MMM/yyyy h:mm a',
  'dd/MMM/yy HH:mm',
  'dd/MMM/yyyy HH:mm',
  'dd/MMM/yy',
  'dd/MMM/yyyy',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm:ss.S',
];

/** Two digits of a year are read as the nearest one to this. */
const ABOUT = new Date(Date.UTC(2020, 0));
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** An instant (epoch milliseconds) in one of Jira's export formats; null when it is none. A date without a zone is in UTC. */
export function readInstant(text: string): number | null {
  const value = text.trim();
  for (const format of FORMATS) {
    const date = parse(`${value} Z`, `${format} X`, ABOUT);
    if (isValid(date)) return date.getTime();
  }
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const isDay = value.length === 10;
  const iso = parseISO(HAS_ZONE.test(value) && !isDay ? value : isDay ? `${value}T00:00Z` : `${value}Z`);
  return isValid(iso) ? iso.getTime() : null;
}

/** A number of at least 0 as Jira or a spreadsheet writes it, decimal comma included; null when it is none. */
export function readNumber(text: string): number | null {
  const value = text.trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : null;
}

/** A comment as Jira exports it: `date;author;text`. Text of another shape is a comment without date and author. */
export function readComment(cell: string): { created: number | null; author: string | null; text: string } {
  const parts = /^([^;\n]{6,40});([^;\n]*);([\s\S]*)$/.exec(cell.trim());
  const created = parts ? readInstant(parts[1] ?? '') : null;
  if (parts === null || created === null) return { created: null, author: null, text: cell.trim() };
  return { created, author: parts[2]?.trim() || null, text: (parts[3] ?? '').trim() };
}
