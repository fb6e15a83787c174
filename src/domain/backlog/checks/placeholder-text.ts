import { defineCheck } from '#src/domain/backlog/checks/define-check';
import type { FactsByCheck, Outcome } from '#src/domain/backlog/finding';
import { excerptAround } from '#src/domain/backlog/text/excerpt';
import { readLines } from '#src/domain/backlog/text/adf-text';
import { isLogLine } from '#src/domain/backlog/text/log-lines';
import { findPlaceholder, type Placeholder } from '#src/domain/backlog/text/placeholders';

const EXCERPT_LENGTH = 80;

/**
 * Fails on the first marker that says "to be written": TBD, TODO, ???, "to be defined" and the like, in the summary
 * or in the prose of the description. Text about markers ("remove the TODO in parser.ts", a todo list) is meant to
 * pass; a bare "TODO:" that quotes a code comment outside a code block is a known false positive.
 */
export const placeholderText = defineCheck({
  meta: {
    id: 'placeholder-text',
    severity: 'warn',
    enabledByDefault: true,
  },
  options: {},
  evaluate({ summary, description }) {
    if (summary.trim() === '' && !description) {
      return { result: 'not-applicable', reason: 'nothing-written' };
    }
    const inSummary = findPlaceholder(summary);
    if (inSummary !== null) return failing('summary', summary, inSummary);
    for (const { kind, text } of description ? readLines(description) : []) {
      if (kind !== 'text' && kind !== 'heading') continue;
      const found = findPlaceholder(text);
      if (found !== null && !isLogLine(text)) return failing('description', text, found);
    }
    return { result: 'pass' };
  },
});

function failing(
  where: 'summary' | 'description',
  text: string,
  { marker, start }: Placeholder,
): Outcome<FactsByCheck['placeholder-text']> {
  const excerpt = excerptAround(text, start, start + marker.length, EXCERPT_LENGTH);
  return { result: 'fail', facts: { where, excerpt } };
}
