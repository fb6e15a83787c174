import type { AdfNode } from '#src/domain/backlog/issue';
import { readLines, type TextLine } from '#src/domain/backlog/text/adf-text';
import { countWords } from '#src/domain/backlog/text/count-words';
import { isLogLine } from '#src/domain/backlog/text/log-lines';
import { withoutTemplate } from '#src/domain/backlog/text/template';

/** Characters up to which a heading names what follows; a longer one is a text that somebody formatted as a heading. */
const LONGEST_HEADING = 100;

/**
 * Counts the words that a person wrote in a document: not headings, code, logs, stack traces, links, template text
 * or numbers. Knows words of every script, Chinese, Japanese and Thai included, by `Intl.Segmenter`.
 * @param enough Counting stops here, so the answer is exact below `enough` and `enough` otherwise.
 */
export function countProseWords(document: AdfNode, enough: number): number {
  let words = 0;
  for (const line of readLines(document)) {
    const { text } = line;
    if (!isProse(line) || isLogLine(text)) continue;
    words += countWords(withoutTemplate(text), enough - words);
    if (words >= enough) return words;
  }
  return words;
}

function isProse({ kind, text }: TextLine): boolean {
  return kind === 'text' || (kind === 'heading' && text.length > LONGEST_HEADING);
}
