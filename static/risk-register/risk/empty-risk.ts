import { exposureAt } from '#src/domain/risk/rating';
import type { Register } from '#src/domain/risk/register';
import type { RiskFields } from '#src/domain/risk/risk';

/** What a new risk starts from: the middle of the scale, nothing decided. */
export function emptyRisk({ scale }: Pick<Register, 'scale'>): RiskFields {
  const middle = (scale + 1) / 2;
  return {
    title: '',
    cause: null,
    event: null,
    effect: null,
    categoryId: null,
    ...exposureAt({ probability: middle, impact: middle }, scale),
    response: 'none',
    plan: null,
    issueIds: [],
    ownerId: null,
    trigger: null,
    dueOn: null,
    state: { kind: 'open' },
    residual: null,
  };
}
