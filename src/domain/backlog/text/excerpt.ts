import { OBJECT } from '#src/domain/backlog/text/adf-text';

const CUT = '…';

/**
 * The text around `start`..`end` in one line of at most `length` characters, cut between words and marked with "…"
 * where it was cut or where code stood. Longer matches than `length` are cut themselves.
 */
export function excerptAround(text: string, start: number, end: number, length: number): string {
  const before = readable(text.slice(0, start)).trimStart();
  const match = text.slice(start, end);
  const after = readable(text.slice(end)).trimEnd();
  if (before.length + match.length + after.length <= length) return before + match + after;
  const room = length - match.length;
  if (room < 0) return match.slice(0, length - CUT.length) + CUT;
  const roomBefore = Math.max(Math.floor(room / 2), room - after.length);
  const kept = keepEnd(before, roomBefore);
  return kept + match + keepStart(after, room - kept.length);
}

function readable(text: string): string {
  return text.replaceAll(OBJECT, CUT).replace(/\s+/gu, ' ');
}

function keepStart(text: string, room: number): string {
  if (text.length <= room) return text;
  if (room < CUT.length) return '';
  const cut = text.slice(0, room);
  return text.slice(0, Math.max(0, cut.lastIndexOf(' '))) + CUT;
}

function keepEnd(text: string, room: number): string {
  if (text.length <= room) return text;
  if (room < CUT.length) return '';
  const space = text.indexOf(' ', text.length - room);
  return space === -1 ? CUT : CUT + text.slice(space + 1);
}
