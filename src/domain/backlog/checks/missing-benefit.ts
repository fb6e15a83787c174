import { defineCheck } from '#src/domain/backlog/checks/define-check';
import type { StoryPart } from '#src/domain/backlog/finding';
import { givesReason } from '#src/domain/backlog/text/purpose';
import { findUserStory } from '#src/domain/backlog/text/user-story';

/**
 * Fails when the issue is written as a user story, in its summary or its description, but names no role or no benefit. A
 * reason given elsewhere in the description is a benefit, too. Known false positive: a purpose in a bare infinitive ("to
 * run my own models"), which English cannot tell from the wish itself.
 */
export const missingBenefit = defineCheck({
  meta: { id: 'missing-benefit', severity: 'info', enabledByDefault: true },
  options: {},
  evaluate({ summary, description }) {
    const story = findUserStory(summary, description);
    if (story === null) {
      return description === undefined
        ? { result: 'unknown', reason: 'description-not-shown' }
        : { result: 'not-applicable', reason: 'not-a-story' };
    }
    const missing: StoryPart[] = [];
    if (story.role === null) missing.push('role');
    if (story.benefit === null && !(description && givesReason(description))) missing.push('benefit');
    if (missing.length === 0) return { result: 'pass' };
    if (description === undefined) return { result: 'unknown', reason: 'description-not-shown' };
    return { result: 'fail', facts: { missing } };
  },
});
