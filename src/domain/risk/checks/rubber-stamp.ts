import { defineRiskCheck } from '#src/domain/risk/checks/define-check';

/**
 * Fails at High when so many reviews in a row ended "unchanged" and nobody edited anything before, in or between
 * them. At High something should move in a month; a risk that truly stands still is a risk to accept.
 */
export const rubberStamp = defineRiskCheck({
  meta: { id: 'rubber-stamp', severity: 'warn', enabledByDefault: true },
  options: { reviews: 4 },
  evaluate({ review }, { reviews }, { level }) {
    if (level !== 'high') return { result: 'not-applicable', reason: 'not-high' };
    if (review.unchangedInARow < reviews) return { result: 'pass' };
    return { result: 'fail', facts: { reviews: review.unchangedInARow } };
  },
});
