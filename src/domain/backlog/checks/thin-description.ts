import { defineCheck } from '#src/domain/backlog/checks/define-check';
import { countWords } from '#src/domain/backlog/text/count-words';
import { countProseWords } from '#src/domain/backlog/text/prose';

/**
 * Fails when fewer than `minimum` words of prose remain once code, logs and template text are gone; an empty
 * description has 0. A summary of `summaryMinimum` words or more tells enough on its own to make it a note only:
 * teams that write whole sentences as summaries would else be warned about a third of their backlog. Sub-tasks are
 * told by their parent. Where it would warn about more than a fifth of a backlog, `softenUsual` makes notes of it. Known false positives: an issue described in an attachment or a linked page, and a
 * reproduction that is all code.
 */
export const thinDescription = defineCheck({
  meta: {
    id: 'thin-description',
    severity: 'warn',
    enabledByDefault: true,
  },
  options: { minimum: 10, summaryMinimum: 7 },
  evaluate({ summary, description, issueType }, { minimum, summaryMinimum }) {
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (description === undefined) return { result: 'unknown', reason: 'description-not-shown' };
    const words = description === null ? 0 : countProseWords(description, minimum);
    if (words >= minimum) return { result: 'pass' };
    const hasLongSummary = countWords(summary, summaryMinimum) >= summaryMinimum;
    return {
      result: 'fail',
      severity: hasLongSummary ? 'info' : 'warn',
      facts: { words, minimum, hasLongSummary },
    };
  },
});
