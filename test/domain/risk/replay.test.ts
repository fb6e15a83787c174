import { describe, expect, it } from 'vitest';

import { after, restore } from '#src/domain/risk/replay';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import { act, buildRisk, createdEvent, edited, event, rating, TODAY } from '../../builders/risk';

const HISTORY: readonly RiskEvent[] = [
  createdEvent(buildRisk({ created: act('2026-11-01'), ratedOn: '2026-11-01' })),
  edited(2, [{ field: 'impact', before: rating(2), after: rating(3) }], act('2026-11-08')),
  event(3, { kind: 'reviewed', outcome: 'unchanged', changes: [] }, act('2026-11-15', 'jonas')),
  event(4, { kind: 'deleted' }, act('2026-11-20')),
  event(5, { kind: 'undeleted' }, act(TODAY)),
];
const FIRST = buildRisk({ created: act('2026-11-01'), ratedOn: '2026-11-01' });
const SECOND = { ...FIRST, version: 2, impact: rating(3), ratedOn: '2026-11-08' };
const THIRD = {
  ...SECOND,
  version: 3,
  review: { last: { ...act('2026-11-15', 'jonas'), version: 3 }, unchangedInARow: 1 },
};
const STATES = [
  FIRST,
  SECOND,
  THIRD,
  { ...THIRD, version: 4, deleted: act('2026-11-20') },
  { ...THIRD, version: 5 },
];

describe('restore', () => {
  it.each(STATES.map((state) => [state.version, state] as const))('rebuilds version %s', (version, state) => {
    expect(restore(HISTORY, version)).toEqual(state);
    expect(restore(HISTORY.toReversed(), version)).toEqual(state);
  });

  it.each([0, 6])('knows nothing of version %s', (version) => {
    expect(restore(HISTORY, version)).toBeNull();
  });

  it('does not bridge a gap', () => {
    expect(() => restore(HISTORY.toSpliced(1, 1), 3)).toThrow('event 3 does not follow on version 1');
    expect(() => restore(HISTORY.slice(1), 2)).toThrow('event 2 does not follow on version 0');
  });
});

describe('after', () => {
  it('takes only what follows', () => {
    expect(() => after(FIRST, createdEvent())).toThrow('a risk is created once');
    expect(() => after(FIRST, edited(3, []))).toThrow(RangeError);
    expect(() => after(FIRST, event(2, { kind: 'deleted' }, act(), 'risk-2'))).toThrow(RangeError);
  });
});
