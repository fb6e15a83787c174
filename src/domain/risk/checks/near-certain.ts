import { defineRiskCheck } from '#src/domain/risk/checks/define-check';
import { onScale } from '#src/domain/risk/rating';

/**
 * Fails when the risk is as good as certain: rated on five steps, at the highest; on either scale, from High
 * probability on, once its date has come. Then it is an issue: note that it happened, or rate it anew. High of
 * three alone says "likely", and is not flagged.
 */
export const nearCertain = defineRiskCheck({
  meta: { id: 'near-certain', severity: 'warn', enabledByDefault: true },
  options: {},
  evaluate({ probability, dueOn }, _options, { today }) {
    if (probability.of === 5 && probability.step === 5)
      return { result: 'fail', facts: { probability, dueOn: null } };
    const isLikely = onScale(probability, 3).step === 3;
    if (!isLikely || dueOn === null || dueOn > today) return { result: 'pass' };
    return { result: 'fail', facts: { probability, dueOn } };
  },
});
