import { defineCheck } from '#src/domain/backlog/checks/define-check';
import { excerptAround } from '#src/domain/backlog/text/excerpt';
import { readLines } from '#src/domain/backlog/text/adf-text';
import { isLogLine } from '#src/domain/backlog/text/log-lines';
import { findPlaceholder } from '#src/domain/backlog/text/placeholders';

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
    const lines = [
      { where: 'summary' as const, text: summary },
      ...(description ? readLines(description) : [])
        .filter(({ kind }) => kind === 'text' || kind === 'heading')
        .map(({ text }) => ({ where: 'description' as const, text })),
    ];
    for (const { where, text } of lines) {
      const found = findPlaceholder(text);
      if (found === null || (where === 'description' && isLogLine(text))) continue;
      const { marker, start } = found;
      const excerpt = excerptAround(text, start, start + marker.length, EXCERPT_LENGTH);
      return { result: 'fail', facts: { where, excerpt } };
    }
    return { result: 'pass' };
  },
});
