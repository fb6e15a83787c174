import { describe, expect, it } from 'vitest';

import type { BoardToRead, ListedIssue } from '#src/ports/backlog';

import { memoryWorld } from './memory-world';
import { sandboxWorld } from './sandbox-world';
import { CLOSED_COUNT, DAY, endOf, EPIC_WORDS, essence, FINISHED, startOf } from './world';

const keys = (issues: readonly ListedIssue[]) => issues.map(({ key }) => key);

describe.each([
  ['memory', memoryWorld()],
  ['Jira', sandboxWorld()],
])('the ports over %s', (_, world) => {
  const { ports, boardId, kanbanId, hiddenId, sprints } = world;

  /** The board with a field for acceptance criteria, which the team requires as well. */
  const boardToRead = async (id = boardId): Promise<BoardToRead> => ({
    ...(await ports.readBoard(id)),
    criteriaFieldIds: [world.criteriaFieldId],
    requiredFieldIds: [world.criteriaFieldId],
  });

  it('tell how a board is set up', async () => {
    const setup = await ports.readBoard(boardId);
    expect(setup).toMatchObject({ id: boardId, name: 'Aurora', type: 'scrum', isRanked: true });
    expect(setup.estimation?.displayName).toBe('Story Points');
    // The last column that has any statuses, not the last one.
    expect(setup.doneStatusIds).toHaveLength(1);
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
    const board = await boardToRead();
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
      stories: 1,
      storiesWithCriteria: 1,
    });
    expect(history.at(-1)).toMatchObject({ stories: 1, storiesWithCriteria: 0 });
    expect(await ports.readSprintHistory(board, [])).toEqual([]);
    const practice = await ports.readPractice(board, others.slice(0, 1));
    expect(practice.stories).toBeGreaterThan(0);
    expect(practice.storiesWithCriteria).toBe(1);
    expect(await ports.readPractice(board, [])).toEqual({ stories: 0, storiesWithCriteria: 0 });
  });

  it('count in issues what sprints delivered, estimated or not', async () => {
    const board = { ...(await boardToRead()), estimation: null };
    const history = await ports.readSprintHistory(board, await ports.readClosedSprints(boardId, 2));
    expect(history).toMatchObject([
      { deliveredPoints: 0, deliveredItems: 2 },
      { deliveredPoints: 0, deliveredItems: 2 },
    ]);
  });

  it('count what a board without sprints finished, by fortnight, whatever the viewer’s time zone', async () => {
    const fortnights = [0, 1, 2].map((number) => ({
      number,
      start: new Date(startOf(number)).toISOString(),
      end: new Date(startOf(number) + 14 * DAY).toISOString(),
    }));
    const board = await boardToRead(kanbanId);
    const throughput = await ports.readThroughput(board, fortnights);
    expect(throughput).toEqual(
      fortnights.map(({ number, start, end }) => ({
        sprintId: number,
        startDate: start,
        completeDate: end,
        deliveredPoints: 0,
        deliveredItems: FINISHED,
        stories: FINISHED,
        storiesWithCriteria: number === 1 ? 1 : 0,
      })),
    );
    expect(await ports.readThroughput(board, [])).toEqual([]);
  });

  it('give the open issues of sprints in rank order, a page at a time, without sub-tasks', async () => {
    const board = await boardToRead();
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
    const board = await boardToRead();
    const first = await ports.readBacklogPage(board, null, 3);
    expect(keys(first.issues)).toEqual(['EK-200', 'EK-201', 'EK-203']);
    expect(first.next).not.toBeNull();
    const second = await ports.readBacklogPage(board, first.next, 3);
    expect(keys(second.issues)).toEqual(['EK-204', 'EK-206']);
    expect(second.next).toBeNull();
  });

  it('tell the facts of an issue', async () => {
    const board = await boardToRead();
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
    expect(issues[2]?.description).toBeNull();
  });

  it('tell who has an issue, how urgent it is, what is above it and what is empty', async () => {
    const { issues } = await ports.readBacklogPage(await boardToRead(), null, 50);
    const [first, , third] = issues;
    expect(first).toMatchObject({
      priorityName: 'High',
      assigneeName: 'Ann',
      parent: { id: world.idOf('EK-201'), key: 'EK-201', summary: 'Story EK-201' },
      hasCriteriaField: true,
      emptyFieldIds: [],
    });
    expect(third).toMatchObject({
      priorityName: 'Medium',
      assigneeId: null,
      parent: null,
      hasCriteriaField: false,
      emptyFieldIds: [world.criteriaFieldId],
    });
    expect(first?.updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('give one issue as the lists give it', async () => {
    const board = await boardToRead();
    const { issues } = await ports.readBacklogPage(board, null, 50);
    const planned = await ports.readSprintIssues(board, [sprints.next], null, 50);
    for (const issue of [...issues, ...planned.issues]) {
      expect(await ports.readIssue(board, issue.id)).toEqual(issue);
    }
    await expect(ports.readIssue(board, '1')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('give descriptions by id, and none of what is not there', async () => {
    const [epic, story] = [world.idOf('EK-201'), world.idOf('EK-204')];
    const descriptions = await ports.readDescriptions([epic, story, '1']);
    expect(descriptions.size).toBe(2);
    expect(descriptions.get(epic)).toMatchObject({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: EPIC_WORDS }] }],
    });
    expect(descriptions.get(story)).toBeNull();
    expect(await ports.readDescriptions([])).toEqual(new Map());
  });

  it('list the fields and the priorities of the site', async () => {
    expect(await ports.readFields()).toContainEqual({
      id: world.criteriaFieldId,
      name: 'Acceptance Criteria',
      isCustom: true,
    });
    expect((await ports.readPriorities()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Highest', false],
      ['High', false],
      ['Medium', true],
      ['Low', false],
      ['Lowest', false],
    ]);
  });

  it('find issues on a board', async () => {
    const board = await boardToRead();
    const ids = ['EK-100', 'EK-200'].map(world.idOf);
    expect(await ports.findOnBoard(board, ids)).toEqual(new Set(ids));
    expect(await ports.findOnBoard(board, [])).toEqual(new Set());
  });

  it('find issues in sprints', async () => {
    const board = await boardToRead();
    const ids = ['EK-100', 'EK-111', 'EK-200'].map(world.idOf);
    expect(await ports.findInSprints(board, ids, [sprints.active])).toEqual(new Set([ids[0]]));
    expect(await ports.findInSprints(board, ids, [])).toEqual(new Set());
    expect(await ports.findInSprints(board, [], [sprints.active])).toEqual(new Set());
  });
});
