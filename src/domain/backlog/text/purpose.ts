import type { AdfNode } from '#src/domain/backlog/issue';
import { readLines, type TextLine } from '#src/domain/backlog/text/adf-text';
import { isLogLine } from '#src/domain/backlog/text/log-lines';
import { readSections } from '#src/domain/backlog/text/sections';
import { withoutTemplate } from '#src/domain/backlog/text/template';
import { sectionKindOf } from '#src/domain/backlog/text/titles';
import {
  JAPANESE_REASONS,
  JAPANESE_TROUBLES,
  REASONS,
  TROUBLES,
} from '#src/domain/backlog/text/words/purpose';

const SPECIAL = /[.*+?^${}()|[\]\\]/gu;

/** Without the flags for case and Unicode, which make it several times slower: it is given text in lower case. */
function oneOf(phrases: readonly string[], japanese: readonly string[]): RegExp {
  const alternatives = (lists: readonly string[]) =>
    lists
      .flatMap((list) => list.split(', '))
      .map((phrase) => phrase.replace(SPECIAL, String.raw`\$&`))
      .join('|');
  return new RegExp(
    `(?:^|[\\s("'*_>–—-])(?:${alternatives(phrases)})(?![a-zß-öø-ÿĀ-ſ])|(?:${alternatives(japanese)})`,
  );
}

const REASON = oneOf(REASONS, [JAPANESE_REASONS]);
const ANY = oneOf([...REASONS, ...TROUBLES], [JAPANESE_REASONS, JAPANESE_TROUBLES]);

function lower(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** Whether a line gives a reason or a purpose, or says what is wrong or lacking as it is. */
export function hasPurpose(line: string): boolean {
  return ANY.test(lower(line));
}

/**
 * Whether a description says why its issue is worth doing: below a heading such as "Why" or "Background", or with a word of
 * purpose, cause, fault or lack in its prose. Logs and code do not count.
 */
export function saysWhy(description: AdfNode): boolean {
  return readSections(description).filled.has('why') || hasLine(description, ANY);
}

/** Whether a description gives a reason in so many words; a fault or a lack alone is none. */
export function givesReason(description: AdfNode): boolean {
  return readSections(description).filled.has('why') || hasLine(description, REASON);
}

function hasLine(description: AdfNode, shape: RegExp): boolean {
  return readLines(description).some(
    (line) =>
      (line.kind === 'text' || line.kind === 'heading') &&
      shape.test(lower(line.text)) &&
      !isTitle(line) &&
      !isLogLine(line.text),
  );
}

/** A heading or a label that names a reason ("Motivation:") gives none. */
function isTitle({ kind, text }: TextLine): boolean {
  return kind === 'heading' ? sectionKindOf(text) !== null : withoutTemplate(text) === '';
}
