import { defineCheck } from '#src/domain/backlog/checks/define-check';

/**
 * Notes an issue whose summary repeats that of one ranked above it: the same words, or very close to them. What counts
 * as close, and the known false positives, are with `findDuplicates`. Sub-tasks are often called alike under each parent.
 */
export const nearDuplicate = defineCheck({
  meta: { id: 'near-duplicate', severity: 'info', enabledByDefault: true },
  options: {},
  evaluate({ issueType }, _options, { duplicateOf }) {
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    return duplicateOf === null ? { result: 'pass' } : { result: 'fail', facts: duplicateOf };
  },
});
