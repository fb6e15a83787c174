import type { AdfNode } from '#src/domain/backlog/issue';
import { OBJECT, readLines, TABLE_LEVEL, type TextLine } from '#src/domain/backlog/text/adf-text';
import { findPlaceholder } from '#src/domain/backlog/text/placeholders';
import { countWords } from '#src/domain/backlog/text/count-words';
import { withoutTemplate } from '#src/domain/backlog/text/template';
import { titleKey, titleKind } from '#src/domain/backlog/text/titles';
import type { SectionKind } from '#src/domain/backlog/text/words/titles';

/** A description cut at its headings and labels. */
export interface Sections {
  readonly lines: readonly TextLine[];
  /** Per line, what the nearest title above it announces; null where there is none or one that is not known. */
  readonly kinds: readonly (SectionKind | null)[];
  /** Kinds of sections that have something below their title. */
  readonly filled: ReadonlySet<SectionKind>;
}

const read = new WeakMap<AdfNode, Sections>();

/**
 * Cuts a description at its headings and at labels such as "Acceptance criteria:". A title alone fills nothing: there must
 * be text, code or a picture below it, and not only another template text or placeholder.
 * @param ownTitles Further titles of criteria, as the team writes them.
 */
export function readSections(document: AdfNode, ownTitles: readonly string[] = []): Sections {
  if (ownTitles.length > 0) return cut(document, new Set(ownTitles.map(titleKey)));
  const known = read.get(document);
  if (known !== undefined) return known;
  const sections = cut(document, new Set());
  read.set(document, sections);
  return sections;
}

function cut(document: AdfNode, ownTitles: ReadonlySet<string>): Sections {
  const lines = readLines(document);
  const filled = new Set<SectionKind>();
  const titles = lines.map((line) => titleIn(line, ownTitles));
  let current: SectionKind | null = null;
  const kinds = lines.map((_line, index) => {
    const title = titles[index] ?? null;
    if (title === null) return current;
    current = title.kind;
    if (title.kind !== null && !filled.has(title.kind) && hasContent(lines, titles, index)) {
      filled.add(title.kind);
    }
    return current;
  });
  return { lines, kinds, filled };
}

interface Title {
  readonly kind: SectionKind | null;
  /** Text after the title in its own line. */
  readonly rest: string;
}

function hasContent(lines: readonly TextLine[], titles: readonly (Title | null)[], index: number): boolean {
  if (saysSomething(titles[index]?.rest ?? '')) return true;
  const own = lines[index]?.level ?? null;
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const title = titles[at] ?? null;
    if (line === undefined) return false;
    if (title === null) {
      if (line.kind !== 'text' || saysSomething(line.text)) return true;
    } else {
      if (!isWithin(own, line.level)) return false;
      if (saysSomething(title.rest)) return true;
    }
  }
  return false;
}

/**
 * Whether a title of level `next` is part of a section of level `own`: a deeper heading, or the next cell in a row of table
 * headers. Labels have no level: each starts a section of its own.
 */
function isWithin(own: number | null, next: number | null): boolean {
  if (own === null || next === null) return false;
  return next > own || (next === own && own === TABLE_LEVEL);
}

/** Words up to which a text around a placeholder is nothing but the placeholder. */
const PLACEHOLDER_WORDS = 4;
const SAYING = /[\p{L}\p{N}]/u;

function saysSomething(text: string): boolean {
  if (text.includes(OBJECT)) return true;
  const written = withoutTemplate(text);
  if (!SAYING.test(written)) return false;
  return findPlaceholder(written) === null || countWords(written, PLACEHOLDER_WORDS + 1) > PLACEHOLDER_WORDS;
}

/** Characters up to which a line, or what stands before its colon, can be a title. */
const LONGEST_TITLE = 60;
const COLON = /[:：]|\s[-–—]\s/u;
/** No title has figures but for its number, before it or as in "AC 2:"; lines of logs, which are many, have them right at the start. */
const DIGIT_INSIDE = /^(?![^\d:：]{2,24}\d{1,2}\s*[:：–-])[^:：]{3,20}?\d/u;
const QUESTION = /[?？]\s*$/u;

function titleIn({ kind, text }: TextLine, ownTitles: ReadonlySet<string>): Title | null {
  if (kind !== 'heading' && kind !== 'text') return null;
  if (kind === 'text' && DIGIT_INSIDE.test(text)) return null;
  const colon = text.slice(0, LONGEST_TITLE + 1).search(COLON);
  if (colon > 0) {
    const found = titleKind(titleKey(text.slice(0, colon)), { ownTitles, isTitle: true });
    if (found !== null) return { kind: found, rest: text.slice(colon + 1) };
  }
  const isTitle = kind === 'heading' || QUESTION.test(text);
  const whole = text.length <= LONGEST_TITLE ? titleKind(titleKey(text), { ownTitles, isTitle }) : null;
  if (whole !== null) return { kind: whole, rest: '' };
  return kind === 'heading' ? { kind: null, rest: '' } : null;
}
