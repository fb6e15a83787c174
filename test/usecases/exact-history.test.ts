import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import { recordBasisOf } from '#src/domain/capacity/sprint-record-basis';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { ReadFailure } from '#src/ports/read-failure';
import { assessBoardBacklog } from '#src/usecases/assess-board-backlog';

import { closedSprints, memoryBoard, stories } from '../builders/memory-board';
import { amount, buildRecord } from '../builders/sprint';
import { readingPorts } from './reading-ports';

/** Six closed sprints that seem to have delivered ten points each, as their issues stand today. */
const BOARD = memoryBoard({
  closedSprints: closedSprints([10, 10, 10, 10, 10, 10]).map((sprint) => ({
    ...sprint,
    stories: 4,
    storiesWithCriteria: 3,
  })),
  issues: stories(5),
});

/** The viewer's own ports, which tell what of the past was read from Jira. */
function panel(board = BOARD) {
  const ports = readingPorts({ boards: [board] });
  const reads: (readonly [string, readonly number[]])[] = [];
  const counting: typeof ports = {
    ...ports,
    readSprintHistory: async (of, sprints) => {
      reads.push(['history', sprints.map(({ id }) => id)]);
      return await ports.readSprintHistory(of, sprints);
    },
    readPractice: async (of, sprints) => {
      reads.push(['practice', sprints.map(({ id }) => id)]);
      return await ports.readPractice(of, sprints);
    },
  };
  const keep = async (places: readonly number[], change: Partial<SprintRecord> = {}, basis?: string) => {
    const records = places.map((place) => {
      const { id, startDate, completeDate } = board.closedSprints[place]!;
      return buildRecord(id, { startDate, completeDate, delivered: amount(20 + place), ...change });
    });
    await ports.saveSprintRecords(
      board.id,
      records.map((record) => ({ basis: basis ?? recordBasisOf(board), record })),
    );
  };
  const open = async (change: Partial<typeof ports> = {}) => {
    reads.length = 0;
    const { assessment, missing } = await assessBoardBacklog(
      { ...counting, ...change },
      board.id,
      DEFAULT_SETTINGS,
    );
    const { history, practice, demand } = assessment;
    return {
      amounts: history.delivered.map((one) => one.amount),
      approximate: history.approximate,
      practice,
      demand,
      missing,
      reads: [...reads],
    };
  };
  return { keep, open, ids: board.closedSprints.map(({ id }) => id) };
}

const ALL = [0, 1, 2, 3, 4, 5];

describe('where exact records of closed sprints are kept', () => {
  it('nothing is read of them but, once, what their stories say', async () => {
    const { keep, open, ids } = panel();
    await keep(ALL);
    const first = await open();
    expect(first).toMatchObject({ amounts: [20, 21, 22, 23, 24, 25], approximate: 0, missing: [] });
    expect(first.practice).toEqual({ stories: 24, withCriteria: 18 });
    expect(first.reads).toEqual([['practice', ids]]);
    expect(await open()).toEqual({ ...first, reads: [] });
  });

  it('they take the place of approximate figures that are kept, and the stories stay', async () => {
    const { keep, open } = panel();
    const before = await open();
    expect(before).toMatchObject({ amounts: [10, 10, 10, 10, 10, 10], approximate: 6 });
    await keep(ALL);
    const after = await open();
    expect(after).toMatchObject({ amounts: [20, 21, 22, 23, 24, 25], approximate: 0, reads: [] });
    expect(after.practice).toEqual(before.practice);
    expect(after.demand?.one.p50).toBeGreaterThan(before.demand?.one.p50 ?? Infinity);
  });

  it('for some sprints, only the newer ones are read approximately', async () => {
    const { keep, open, ids } = panel();
    await keep([1, 2, 3, 4]);
    const { amounts, approximate, reads } = await open();
    expect(amounts).toEqual([21, 22, 23, 24, 10]);
    expect(approximate).toBe(1);
    expect(reads).toEqual([['history', [ids[5]]]]);
  });

  it.each([
    ['another filter', { filterId: '9' }],
    ['another done column', { doneStatusIds: ['9'] }],
    ['another field', { estimation: { fieldId: 'customfield_9', displayName: 'Size' } }],
  ])('they do not count when they were made by %s', async (_, change) => {
    const { keep, open } = panel();
    await keep(ALL, {}, recordBasisOf({ ...BOARD, ...change }));
    expect(await open()).toMatchObject({ amounts: [10, 10, 10, 10, 10, 10], approximate: 6 });
  });

  it('one of a sprint that was re-opened since does not count', async () => {
    const { keep, open } = panel();
    await keep([5], { completeDate: '2026-09-30T00:00:00.000Z' });
    expect((await open()).amounts).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('a sprint that nothing was in is left out, and one that delivered nothing is not', async () => {
    const { keep, open } = panel();
    await keep([0, 1, 2, 3]);
    await keep([4], { delivered: amount(0), carriedOver: amount(21) });
    await keep([5], { committed: amount(0), delivered: amount(0) });
    expect((await open()).amounts).toEqual([20, 21, 22, 23, 0]);
  });

  it('in points, a sprint without any estimate is not one that delivered nothing', async () => {
    const { keep, open } = panel();
    const unmeasured = { points: 0, items: 4, withoutEstimate: 4 };
    await keep([0, 1, 2, 3, 4]);
    await keep([5], { committed: unmeasured, delivered: unmeasured });
    expect((await open()).amounts).toEqual([20, 21, 22, 23, 24]);
  });

  it('the forecast stands, and is tried again, when Jira does not give the stories', async () => {
    const { keep, open, ids } = panel();
    await keep(ALL);
    const busy = () => Promise.reject(new ReadFailure('rate-limited', 'Jira is busy.', 30));
    expect(await open({ readPractice: busy })).toMatchObject({
      amounts: [20, 21, 22, 23, 24, 25],
      practice: null,
      missing: [],
    });
    expect((await open()).reads).toEqual([['practice', ids]]);
  });
});
