import { defineCheck } from '#src/domain/backlog/checks/define-check';
import { excerptAround } from '#src/domain/backlog/text/excerpt';
import { findSecondWant } from '#src/domain/backlog/text/second-want';
import { findUserStory } from '#src/domain/backlog/text/user-story';

const EXCERPT_LENGTH = 80;

/**
 * Notes a user story that asks for two things: "I want … and I want …", or two verbs with an object each. Off by default:
 * no list of verbs tells two wishes from two steps of one, so that "log in and see my invoices" is found as well.
 */
export const compoundStory = defineCheck({
  meta: { id: 'compound-story', severity: 'info', enabledByDefault: false },
  options: {},
  evaluate({ summary, description }) {
    const story = findUserStory(summary, description);
    if (story === null) {
      return description === undefined
        ? { result: 'unknown', reason: 'description-not-shown' }
        : { result: 'not-applicable', reason: 'not-a-story' };
    }
    const second = findSecondWant(story.want);
    if (second === null) return { result: 'pass' };
    const excerpt = excerptAround(story.want, second.start, second.end, EXCERPT_LENGTH);
    return { result: 'fail', facts: { excerpt } };
  },
});
