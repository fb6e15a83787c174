import { describe, expect, it } from 'vitest';

import { catchUp, withMissing, withRecent } from '#src/adapters/storage/risk/recent';
import { after } from '#src/domain/risk/replay';
import { act, createdEvent, edited, plan } from '../../../builders/risk';

const created = createdEvent();
const first = after(null, created);
const second = edited(2, [{ field: 'title', before: first.title, after: 'Second' }]);
const third = edited(
  3,
  [{ field: 'title', before: 'Second', after: 'Third' }],
  act('2026-11-24', 'jonas', '09:05:00.000'),
);
const whole = [second, third].reduce(after, first);

describe('a list that lags', () => {
  it.each([
    ['has nothing yet', []],
    ['has the first version', [first]],
    ['has the second', [after(first, second)]],
    ['is up to date', [whole]],
  ])('is brought up to date when it %s', (_, listed) => {
    const { risks, behind } = catchUp(listed, withRecent([], [created, second, third]));
    expect([...risks.values()]).toEqual([whole]);
    expect(behind.size).toBe(0);
  });

  it('says which risk has to be read by its key, where an event is missing or too large', () => {
    expect([...catchUp([first], withRecent([], [third])).behind]).toEqual(['risk-1']);
    const large = edited(2, [{ field: 'plan', before: null, after: plan('Long. '.repeat(2_000)) }]);
    const recent = withRecent([], [large]);
    expect(recent[0]?.event).toBeNull();
    expect([...catchUp([first], recent).behind]).toEqual(['risk-1']);
  });

  it('gets the events that it lacks, newest first, each once', () => {
    const recent = withRecent([], [created, second, third]);
    expect(withMissing([second, created], recent)).toEqual([third, second, created]);
  });
});

describe('the last events', () => {
  it('are those of ten minutes, of so many and of so much', () => {
    const old = withRecent([], [createdEvent(first, act('2026-11-24', 'maria', '08:54:59.000'))]);
    expect(withRecent(old, [third]).map(({ version }) => version)).toEqual([3]);
    const many = Array.from({ length: 100 }, (_, index) => edited(index + 2, []));
    expect(withRecent([], many)).toHaveLength(60);
    expect(withRecent([], many).at(-1)?.version).toBe(101);
    const bulky = Array.from({ length: 20 }, (_, index) =>
      edited(index + 2, [{ field: 'plan', before: null, after: plan('Some. '.repeat(1_000)) }]),
    );
    const kept = withRecent([], bulky);
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThan(62_000);
    expect(kept.at(-1)?.version).toBe(21);
  });

  it('stay as they are when nothing was added', () => {
    const recent = withRecent([], [created]);
    expect(withRecent(recent, [])).toBe(recent);
  });
});
