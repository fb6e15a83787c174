import { withoutStrokes, withUmlautsWrittenOut } from '#src/domain/backlog/text/spelling';
import { TITLE_JOINERS, TITLES, WHY_OPENERS, type SectionKind } from '#src/domain/backlog/text/words/titles';

const ACCENT = /\p{M}+/gu;
const REMARK = /\([^()]*\)/gu;
/** Marks that join two titles: "Goal / value". */
const JOINER = /[/&+,、・|]/gu;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
const NOT_ASCII = /[^\0-\x7f]/u;

/** "1. Acceptance criteria". */
const DIGIT = /\d/u;
const NUMBER_BEFORE = /^(?:\d+ )+(?=\p{L})/u;

/** A title for comparison: lower case, without accents, punctuation, remarks in brackets and its number. */
export function titleKey(title: string): string {
  const isPlain = !NOT_ASCII.test(title);
  const plain = isPlain ? title : title.normalize('NFD').replace(ACCENT, '');
  const bare = plain.includes('(') ? plain.replace(REMARK, ' ') : plain;
  const words = bare.replace(JOINER, ' and ').toLowerCase().replace(NOT_WORDS, ' ').trim();
  const key = isPlain ? words : withoutStrokes(words);
  return DIGIT.test(key.charAt(0)) ? key.replace(NUMBER_BEFORE, '') : key;
}

const KINDS: ReadonlyMap<string, SectionKind> = new Map(
  (Object.entries(TITLES) as [SectionKind, readonly string[]][]).flatMap(([kind, lists]) =>
    lists.flatMap((list) =>
      list
        .split(', ')
        .flatMap((title) => [title, withUmlautsWrittenOut(title)])
        .map((title) => [titleKey(title), kind] as const),
    ),
  ),
);
const JOINED = new RegExp(` (?:${TITLE_JOINERS.join('|')}) `, 'u');
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}]/u;
/** "AC 2", "AC2", "Akzeptanzkriterium 3". */
const COUNTED = / ?\d{1,2}$/u;
/** Japanese puts no space after the word. */
const OPENERS = WHY_OPENERS.map(titleKey).map((word) => (UNSPACED.test(word) ? word : `${word} `));
/** Titles of criteria of several words are known within longer ones: "Functional acceptance criteria (web)". */
const INNER = [...KINDS]
  .filter(([title, kind]) => kind === 'criteria' && title.length >= 10)
  .map(([title]) => title);

/**
 * What a title announces, by its key; null for one that is not known.
 * @param options `isTitle`: whether it looks like a title, so that a part of it may tell; a bare line must be a known title
 * whole. `ownTitles`: keys of further titles of criteria.
 */
export function titleKind(
  key: string,
  { ownTitles, isTitle }: { readonly ownTitles: ReadonlySet<string>; readonly isTitle: boolean },
): SectionKind | null {
  if (key === '') return null;
  const whole = ownTitles.has(key) ? 'criteria' : KINDS.get(key);
  if (whole !== undefined) return whole;
  if (!isTitle) return null;
  if (KINDS.get(key.replace(COUNTED, '')) === 'criteria') return 'criteria';
  if (OPENERS.some((word) => key.startsWith(word))) return 'why';
  if (INNER.some((title) => key.includes(title))) return 'criteria';
  if (!JOINED.test(key)) return null;
  return (
    key
      .split(JOINED)
      .map((part) => KINDS.get(part))
      .find((kind) => kind !== undefined) ?? null
  );
}

/** What a heading or the name of a field announces; null for one that is not known. */
export function sectionKindOf(title: string): SectionKind | null {
  return titleKind(titleKey(title), { ownTitles: NONE, isTitle: true });
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a whole line is one of the titles that issues are cut by. */
export function isKnownTitle(line: string): boolean {
  return KINDS.has(titleKey(line));
}
