import { describe, expect, it } from 'vitest';

import { createMemoryJira } from '#src/adapters/memory/jira';
import { createMemoryOutcomes } from '#src/adapters/memory/sprint-outcomes';
import type { BoardSetup } from '#src/ports/boards';
import type { ClosedSprint } from '#src/ports/sprints';
import { rememberSprintHistory } from '#src/usecases/remember-sprint-history';

import { closedSprints, memoryBoard } from '../builders/memory-board';

const BOARD = memoryBoard({ closedSprints: closedSprints([9, 12, 15]) });
const SPRINTS: readonly ClosedSprint[] = BOARD.closedSprints;

/** Reads through one store, telling for each call which sprints were read from Jira. */
function remembering() {
  const jira = createMemoryJira({ boards: [BOARD] });
  const reads: number[][] = [];
  const history = rememberSprintHistory(async (board, sprints) => {
    reads.push(sprints.map(({ id }) => id));
    return await jira.readSprintHistory(board, sprints);
  }, createMemoryOutcomes());
  return { reads, history };
}

describe('the figures of closed sprints', () => {
  it('are read once and answered in the order asked for', async () => {
    const { reads, history } = remembering();
    const first = await history(BOARD, SPRINTS);
    const second = await history(BOARD, SPRINTS);
    expect(reads).toEqual([[100, 101, 102]]);
    expect(first.map(({ deliveredPoints }) => deliveredPoints)).toEqual([9, 12, 15]);
    expect(second.map(({ deliveredPoints }) => deliveredPoints)).toEqual([9, 12, 15]);
  });

  it('are read for the sprint closed since, and only for it', async () => {
    const { reads, history } = remembering();
    await history(BOARD, SPRINTS.slice(0, 2));
    await history(BOARD, SPRINTS);
    expect(reads).toEqual([[100, 101], [102]]);
  });

  it.each<[string, Partial<BoardSetup>]>([
    ['another estimation field', { estimation: { fieldId: 'customfield_9', displayName: 'Size' } }],
    ['no estimation field any more', { estimation: null }],
    ['another done column', { doneStatusIds: ['3', '4'] }],
  ])('are read again with %s', async (_, change) => {
    const { reads, history } = remembering();
    await history(BOARD, SPRINTS);
    await history({ ...BOARD, ...change }, SPRINTS);
    expect(reads).toEqual([
      [100, 101, 102],
      [100, 101, 102],
    ]);
  });

  it('are read again for a sprint that was reopened and closed later', async () => {
    const { reads, history } = remembering();
    await history(BOARD, SPRINTS);
    await history(
      BOARD,
      SPRINTS.map((sprint) =>
        sprint.id === 101 ? { ...sprint, completeDate: '2026-02-03T10:00:00.000Z' } : sprint,
      ),
    );
    expect(reads).toEqual([[100, 101, 102], [101]]);
  });

  it('cost nothing on a board that closed no sprint', async () => {
    const { reads, history } = remembering();
    expect(await history(BOARD, [])).toEqual([]);
    expect(reads).toEqual([]);
  });
});
