import { spelledLoosely } from '#src/domain/backlog/text/spelling';

const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;
const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;

function alternatives(lists: readonly string[]): string {
  return lists
    .flatMap((list) => list.split(', '))
    .map((phrase) => spelledLoosely(phrase.replace(SPECIAL, String.raw`\$&`)))
    .join('|');
}

/** Finds one of the phrases anywhere in a text in lower case; `unspaced` ones also within a word, as Japanese writes. */
export function anywhere(lists: readonly string[], unspaced?: string): RegExp {
  const within = unspaced === undefined ? '' : `|${alternatives([unspaced])}`;
  return new RegExp(`${BEFORE}(?:${alternatives(lists)})${AFTER}${within}`, 'u');
}

/** Finds one of the phrases behind a word at least. */
export function behindSubject(lists: readonly string[], unspaced?: string): RegExp {
  const within = unspaced === undefined ? '' : `|${alternatives([unspaced])}`;
  return new RegExp(`\\p{L}[^\\p{L}]+(?:${alternatives(lists)})${AFTER}${within}`, 'u');
}

/** Finds one of the phrases where a text opens. */
export function opening(lists: readonly string[]): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${alternatives(lists)})${AFTER}`, 'u');
}

/** Finds one of the phrases where a text ends. */
export function closing(lists: readonly string[], unspaced?: string): RegExp {
  const within =
    unspaced === undefined ? '' : `|(?:${alternatives([unspaced])})(?:する|します)?[^\\p{L}\\p{N}]*$`;
  return new RegExp(`${BEFORE}(?:${alternatives(lists)})[^\\p{L}\\p{N}]*$${within}`, 'u');
}

/** Takes every one of the phrases out of a text. */
export function without(lists: readonly string[]): (text: string) => string {
  const found = new RegExp(`${BEFORE}(?:${alternatives(lists)})${AFTER}`, 'gu');
  return (text) => text.replace(found, ' ');
}
