import { describe, expect, it } from 'vitest';

import { createMemoryJira } from '#src/adapters/memory/jira';
import { createMemoryOutcomes } from '#src/adapters/memory/sprint-outcomes';
import type { BoardToRead } from '#src/ports/backlog';
import type { ClosedSprint } from '#src/ports/sprints';
import {
  completeOutcomes,
  recallOutcomes,
  spansToRead,
  type Series,
} from '#src/usecases/remember-sprint-history';

import { closedSprints, memoryBoard } from '../builders/memory-board';

const BOARD = memoryBoard({ closedSprints: closedSprints([9, 12, 15]) });
const SPRINTS: readonly ClosedSprint[] = BOARD.closedSprints;
const TO_READ: BoardToRead = { ...BOARD, criteriaFieldIds: ['customfield_1'], requiredFieldIds: [] };
const SERIES: Series = { board: TO_READ, name: 'sprint-points', isSure: true };

/** Reads through one store, telling for each call which sprints were read from Jira. */
function remembering() {
  const jira = createMemoryJira({ boards: [BOARD] });
  const { load, save } = createMemoryOutcomes();
  const reads: number[][] = [];
  const history = async (series: Series, sprints: readonly ClosedSprint[]) => {
    const read = async (unknown: readonly ClosedSprint[]) => {
      reads.push(unknown.map(({ id }) => id));
      return await jira.readSprintHistory(series.board, unknown);
    };
    return await completeOutcomes(
      { read, save },
      series,
      sprints,
      await recallOutcomes(load, series, sprints),
    );
  };
  return { reads, history };
}

describe('the figures of closed sprints', () => {
  it('are read once and answered in the order asked for', async () => {
    const { reads, history } = remembering();
    const first = await history(SERIES, SPRINTS);
    const second = await history(SERIES, SPRINTS);
    expect(reads).toEqual([[100, 101, 102]]);
    expect(first.map(({ deliveredPoints }) => deliveredPoints)).toEqual([9, 12, 15]);
    expect(second.map(({ deliveredPoints }) => deliveredPoints)).toEqual([9, 12, 15]);
  });

  it('are read for the sprint closed since, and only for it', async () => {
    const { reads, history } = remembering();
    await history(SERIES, SPRINTS.slice(0, 2));
    await history(SERIES, SPRINTS);
    expect(reads).toEqual([[100, 101], [102]]);
  });

  it.each<[string, Partial<BoardToRead>]>([
    ['another estimation field', { estimation: { fieldId: 'customfield_9', displayName: 'Size' } }],
    ['no estimation field any more', { estimation: null }],
    ['another done column', { doneStatusIds: ['3', '4'] }],
    ['another field for acceptance criteria', { criteriaFieldIds: ['customfield_2'] }],
  ])('are read again with %s', async (_, change) => {
    const { reads, history } = remembering();
    await history(SERIES, SPRINTS);
    await history({ ...SERIES, board: { ...TO_READ, ...change } }, SPRINTS);
    expect(reads).toEqual([
      [100, 101, 102],
      [100, 101, 102],
    ]);
  });

  it('are read again for a sprint that was reopened and closed later', async () => {
    const { reads, history } = remembering();
    await history(SERIES, SPRINTS);
    await history(
      SERIES,
      SPRINTS.map((sprint) =>
        sprint.id === 101 ? { ...sprint, completeDate: '2026-02-03T10:00:00.000Z' } : sprint,
      ),
    );
    expect(reads).toEqual([[100, 101, 102], [101]]);
  });

  it('are each kept by itself, in points and in issues', async () => {
    const { reads, history } = remembering();
    const items: Series = { ...SERIES, board: { ...TO_READ, estimation: null }, name: 'sprint-items' };
    await history(SERIES, SPRINTS);
    await history(items, SPRINTS);
    await history(SERIES, SPRINTS);
    await history(items, SPRINTS);
    expect(reads).toHaveLength(2);
  });

  it('do for the moment when the fields for acceptance criteria are not known, and are not kept then', async () => {
    const { reads, history } = remembering();
    const unsure: Series = { ...SERIES, board: { ...TO_READ, criteriaFieldIds: [] }, isSure: false };
    await history(unsure, SPRINTS);
    await history(SERIES, SPRINTS);
    await history(unsure, SPRINTS);
    expect(reads).toEqual([
      [100, 101, 102],
      [100, 101, 102],
    ]);
  });

  it('cost nothing on a board that closed no sprint', async () => {
    const { reads, history } = remembering();
    expect(await history(SERIES, [])).toEqual([]);
    expect(reads).toEqual([]);
  });
});

describe('of ten sprints', () => {
  const TEN: readonly ClosedSprint[] = memoryBoard({
    closedSprints: closedSprints(Array.from({ length: 10 }, () => 20)),
  }).closedSprints;
  const ids = TEN.map(({ id }) => id);
  const toRead = (...places: readonly number[]) => {
    const known = TEN.filter((_, place) => places.includes(place)).map(({ id, ...dates }) => ({
      ...dates,
      sprintId: id,
      deliveredPoints: 20,
      deliveredItems: 5,
      stories: 0,
      storiesWithCriteria: 0,
    }));
    return spansToRead(TEN, known).map(({ id }) => ids.indexOf(id));
  };

  it.each<[string, known: number[], read: number[]]>([
    ['all, while none is known', [], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['none, when all are known', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], []],
    ['none farther back than five that are known', [5, 6, 7, 8, 9], []],
    ['the new one alone', [3, 4, 5, 6, 7, 8], [9]],
    ['what is missing between', [2, 3, 4, 6, 8, 9], [5, 7]],
    ['the new ones that make it five', [5, 6], [7, 8, 9]],
    ['all that are missing, where it would be four', [6, 7], [0, 1, 2, 3, 4, 5, 8, 9]],
  ])('are read: %s', (_, known, read) => {
    expect(toRead(...known)).toEqual(read);
  });
});
