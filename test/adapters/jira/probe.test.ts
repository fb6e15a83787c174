import { describe, expect, it } from 'vitest';

import { probeQuery } from '#src/adapters/jira/probe';

const since = new Date('2026-10-12T08:00:00.000Z');

const probe = (change: Partial<Parameters<typeof probeQuery>[0]> = {}) =>
  probeQuery({
    issueIds: ['10001', '10002'],
    activeSprintIds: [7],
    ownChanges: [],
    since,
    now: since,
    ...change,
  });

const MAY_COME_IN = 'statusCategory != Done AND (sprint is EMPTY OR sprint not in openSprints())';

describe('the query of a probe', () => {
  it('asks for issues of the answer that changed or were started, and for those that may have come in', () => {
    expect(probe()).toBe(
      `(id in (10001, 10002) AND (updated >= -2m OR sprint in (7))) OR (updated >= -2m AND ${MAY_COME_IN})`,
    );
  });

  it('names no sprint where none is active, and no issue where the answer has none', () => {
    expect(probe({ activeSprintIds: [] })).toBe(
      `(id in (10001, 10002) AND (updated >= -2m)) OR (updated >= -2m AND ${MAY_COME_IN})`,
    );
    expect(probe({ issueIds: [] })).toBe(`updated >= -2m AND ${MAY_COME_IN}`);
  });

  it('passes over what the viewer changed here, but not over what was changed after that', () => {
    const own = { issueId: '10002', updated: '2026-10-12T08:05:00.123Z' };
    const after = `updated > ${Date.parse(own.updated)}`;
    expect(probe({ ownChanges: [own] })).toBe(
      `(id in (10001) AND (updated >= -2m OR sprint in (7))) OR (id in (10002) AND (${after} OR sprint in (7)))` +
        ` OR (updated >= -2m AND ${MAY_COME_IN} AND id not in (10002))`,
    );
    expect(probe({ ownChanges: [own], issueIds: ['10002'], activeSprintIds: [] })).toBe(
      `(id in (10002) AND (${after})) OR (updated >= -2m AND ${MAY_COME_IN} AND id not in (10002))`,
    );
  });

  it.each([
    ['at once', 0, 2],
    ['after a second', 1_000, 3],
    ['after a minute', 60_000, 3],
    ['after a minute and a bit', 60_001, 4],
    ['after a week', 7 * 86_400_000, 10_082],
    ['by a clock that is behind', -5_000, 2],
  ])('looks back in whole minutes, rounded up, and past the lag of the index: %s', (_, later, minutes) => {
    expect(probe({ now: new Date(since.getTime() + later) })).toContain(`updated >= -${minutes}m`);
  });

  it('fits into an address, ids of a large site included', () => {
    const issueIds = Array.from({ length: 500 }, (_, index) => String(10_000_000 + index * 7_919));
    const updated = '2026-10-12T08:05:00.123Z';
    const ownChanges = issueIds.slice(0, 20).map((issueId) => ({ issueId, updated }));
    const address = new URLSearchParams({ jql: probe({ issueIds, ownChanges }) }).toString();
    expect(address.length).toBeLessThan(8_000);
  });

  it('takes no id that is none', () => {
    expect(() => probe({ issueIds: ['1) OR project is not EMPTY'] })).toThrow(RangeError);
  });
});
