import { describe, expect, it } from 'vitest';

import type { ListedIssue } from '#src/ports/backlog';

import { memoryWorld } from './memory-world';
import { sandboxWorld } from './sandbox-world';
import { CLOSED_COUNT, endOf, essence, startOf } from './world';

const keys = (issues: readonly ListedIssue[]) => issues.map(({ key }) => key);

describe.each([
  ['memory', memoryWorld()],
  ['Jira', sandboxWorld()],
])('the ports over %s', (_, world) => {
  const { ports, boardId, kanbanId, hiddenId, sprints } = world;

  it('tell how a board is set up', async () => {
    const board = await ports.readBoard(boardId);
    expect(board).toMatchObject({ id: boardId, name: 'Aurora', type: 'scrum' });
    expect(board.estimation?.displayName).toBe('Story Points');
    // The last column that has any statuses, not the last one.
    expect(board.doneStatusIds).toHaveLength(1);
    expect(await ports.readBoard(kanbanId)).toMatchObject({ type: 'kanban', estimation: null });
  });

  it('refuse a board that the viewer may not see as one that is not there', async () => {
    await expect(ports.readBoard(hiddenId)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(ports.readOpenSprints(hiddenId)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('list the boards of a project', async () => {
    const boards = await ports.listBoards(world.projectId);
    expect(boards.map(({ name, type }) => [name, type])).toEqual([
      ['Aurora', 'scrum'],
      ['Flow', 'kanban'],
    ]);
    expect(await ports.listBoards(world.emptyProjectId)).toEqual([]);
  });

  it('list open sprints in their order, and know boards without any', async () => {
    expect(await ports.readOpenSprints(boardId)).toEqual([
      { id: sprints.active, name: 'Active', state: 'active' },
      { id: sprints.next, name: 'Next', state: 'future' },
      { id: sprints.later, name: 'Later', state: 'future' },
    ]);
    expect(await ports.readOpenSprints(kanbanId)).toBeNull();
  });

  it.each([1, 3, 10, 11, 12, 50])('give the last %i closed sprints, oldest first', async (count) => {
    const closed = await ports.readClosedSprints(boardId, count);
    const expected = world.closed.map((id, index) => ({
      id,
      startDate: new Date(startOf(index)).toISOString(),
      completeDate: new Date(endOf(index)).toISOString(),
    }));
    expect(closed).toEqual(expected.slice(-count));
  });

  it('have no closed sprints where there are no sprints', async () => {
    expect(await ports.readClosedSprints(kanbanId, 10)).toEqual([]);
  });

  it('sum up what closed sprints delivered, in the order asked for', async () => {
    const board = await ports.readBoard(boardId);
    const [oldest, ...others] = await ports.readClosedSprints(boardId, CLOSED_COUNT);
    if (!oldest) throw new Error('There is no closed sprint.');
    const history = await ports.readSprintHistory(board, [...others, oldest]);
    expect(history.map(({ deliveredPoints }) => deliveredPoints)).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1,
    ]);
    expect(history[0]).toEqual({
      sprintId: world.closed[1],
      startDate: new Date(startOf(1)).toISOString(),
      completeDate: new Date(endOf(1)).toISOString(),
      deliveredPoints: 2,
      deliveredItems: 1,
    });
    expect(await ports.readSprintHistory(board, [])).toEqual([]);
  });

  it('give the open issues of sprints in rank order, a page at a time, without sub-tasks', async () => {
    const board = await ports.readBoard(boardId);
    const ids = [sprints.next, sprints.later];
    const first = await ports.readSprintIssues(board, ids, null, 2);
    const second = await ports.readSprintIssues(board, ids, first.next, 2);
    expect(first.next).not.toBeNull();
    expect(second.next).toBeNull();
    const planned = [...first.issues, ...second.issues];
    expect(keys(planned)).toEqual(['EK-110', 'EK-111', 'EK-114']);
    expect(planned.map(({ sprint }) => sprint?.name)).toEqual(['Later', 'Next', 'Next']);
    expect(await ports.readSprintIssues(board, [], null, 2)).toEqual({ issues: [], next: null });
  });

  it('give the backlog in rank order, a page at a time', async () => {
    const board = await ports.readBoard(boardId);
    const first = await ports.readBacklogPage(board, null, 3);
    expect(keys(first.issues)).toEqual(['EK-200', 'EK-201', 'EK-203']);
    expect(first.next).not.toBeNull();
    const second = await ports.readBacklogPage(board, first.next, 3);
    expect(keys(second.issues)).toEqual(['EK-204', 'EK-206']);
    expect(second.next).toBeNull();
  });

  it('tell the facts of an issue', async () => {
    const board = await ports.readBoard(boardId);
    const { issues } = await ports.readBacklogPage(board, null, 50);
    expect(issues.slice(0, 4).map(essence)).toEqual([
      { key: 'EK-200', type: 'Story', level: 0, estimate: 5, sprint: null, blockers: [] },
      { key: 'EK-201', type: 'Epic', level: 1, estimate: null, sprint: null, blockers: [] },
      {
        key: 'EK-203',
        type: 'Story',
        level: 0,
        estimate: 0,

        sprint: null,
        blockers: [
          ['EK-100', 'new'],
          ['EK-101', 'done'],
          ['EK-204', 'new'],
        ],
      },
      { key: 'EK-204', type: 'Bug', level: 0, estimate: null, sprint: null, blockers: [] },
    ]);
    expect(issues[0]?.description).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'See every open invoice.' }] }],
    });
    expect(issues[1]?.description).toBeNull();
  });

  it('find issues in sprints', async () => {
    const board = await ports.readBoard(boardId);
    const ids = ['EK-100', 'EK-111', 'EK-200'].map(world.idOf);
    expect(await ports.findInSprints(board, ids, [sprints.active])).toEqual(new Set([ids[0]]));
    expect(await ports.findInSprints(board, ids, [])).toEqual(new Set());
    expect(await ports.findInSprints(board, [], [sprints.active])).toEqual(new Set());
  });
});
