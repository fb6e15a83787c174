import { describe, expect, it } from 'vitest';

import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { listBoards, readBoard } from '#src/adapters/jira/board';
import { readDescriptions } from '#src/adapters/jira/single-issue';
import { readPriorities } from '#src/adapters/jira/site';
import { readSprintHistory } from '#src/adapters/jira/sprint-history';
import { readClosedSprints } from '#src/adapters/jira/sprints';
import type { BoardToRead } from '#src/ports/backlog';

/** Jira that gives these answers, one after the other, and tells what it was asked. */
function answering(...bodies: readonly unknown[]) {
  const asked: URL[] = [];
  const requestJira: RequestJira = async (path) => {
    asked.push(new URL(path.value, 'https://site.example'));
    await Promise.resolve();
    return new Response(JSON.stringify(bodies[asked.length - 1]));
  };
  return { access: { requestJira, ask: createAsk() }, asked };
}

const closed = (...ids: readonly number[]) =>
  ids.map((id) => ({
    id,
    name: `Sprint ${id}`,
    state: 'closed',
    startDate: new Date(Date.UTC(2026, 0, id)).toISOString(),
    completeDate: new Date(Date.UTC(2026, 0, id, 12)).toISOString(),
  }));

describe('closed sprints', () => {
  it('are read page by page where Jira tells no total', async () => {
    const { access, asked } = answering(
      { isLast: false, values: closed(1, 2) },
      { isLast: false, values: closed(3, 4) },
      { isLast: true, values: closed(5) },
    );
    const sprints = await readClosedSprints(access)(7, 2);
    expect(sprints.map(({ id }) => id)).toEqual([4, 5]);
    expect(asked.map(({ searchParams }) => searchParams.get('startAt'))).toEqual(['0', '2', '4']);
  });

  it('skip to the end where it does', async () => {
    const { access, asked } = answering(
      { isLast: false, total: 200, values: closed(1) },
      { isLast: true, total: 200, values: closed(19, 20) },
    );
    expect((await readClosedSprints(access)(7, 2)).map(({ id }) => id)).toEqual([19, 20]);
    expect(asked.map(({ searchParams }) => searchParams.get('startAt'))).toEqual(['0', '198']);
    expect(asked.map(({ searchParams }) => searchParams.get('maxResults'))).toEqual(['1', '2']);
  });

  it('read no sprint twice of those that are few', async () => {
    const { access, asked } = answering(
      { isLast: false, total: 3, values: closed(1) },
      { isLast: true, total: 3, values: closed(2, 3) },
    );
    expect((await readClosedSprints(access)(7, 10)).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(asked.map(({ searchParams }) => searchParams.get('startAt'))).toEqual(['0', '1']);
  });

  it('are in the order in which they closed, whatever their ids', async () => {
    const values = closed(1, 2, 3).reverse();
    const { access } = answering({ isLast: true, total: 3, values });
    expect((await readClosedSprints(access)(7, 10)).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it('leave out those that never started', async () => {
    const unstarted = closed(1).map(({ id, name, state }) => ({ id, name, state }));
    const { access } = answering({ isLast: true, total: 2, values: [...unstarted, ...closed(2)] });
    expect((await readClosedSprints(access)(7, 10)).map(({ id }) => id)).toEqual([2]);
  });
});

describe('the boards of a project', () => {
  it('are read to the last page, without private ones of which Jira tells no name', async () => {
    const { access, asked } = answering(
      { isLast: false, values: [{ id: 1, name: 'Aurora', type: 'scrum' }, { id: 2 }] },
      { isLast: true, values: [{ id: 3, name: 'Flow', type: 'kanban' }] },
    );
    expect((await listBoards(access)('10000')).map(({ id }) => id)).toEqual([1, 3]);
    expect(asked.map(({ searchParams }) => searchParams.get('startAt'))).toEqual(['0', '2']);
    expect(asked[0]?.searchParams.get('projectKeyOrId')).toBe('10000');
  });
});

describe('how a board estimates', () => {
  const CONFIGURATION = { id: 7, name: 'Aurora', type: 'scrum', columnConfig: { columns: [] } };
  const field = { fieldId: 'customfield_10016', displayName: 'Story Points' };

  it.each([
    ['by a field', { type: 'field', field }, field],
    [
      'by time, in which points cannot be counted',
      { type: 'field', field: { ...field, fieldId: 'timeoriginalestimate' } },
      null,
    ],
    ['by number of issues', { type: 'issueCount' }, null],
    ['not at all', { type: 'none' }, null],
    ['on Kanban boards, of which Jira says nothing', undefined, null],
  ])('%s', async (_, estimation, expected) => {
    const { access } = answering({ ...CONFIGURATION, estimation });
    expect(await readBoard(access)(7)).toMatchObject({ estimation: expected, doneStatusIds: [] });
  });
});

it.each([
  ['a rank field', { rankCustomFieldId: 10019 }, true],
  ['no rank', undefined, false],
  ['a rank without a field', {}, false],
])('tells a board with %s', async (_, ranking, isRanked) => {
  const configuration = { id: 7, name: 'Aurora', type: 'scrum', columnConfig: { columns: [] }, ranking };
  expect(await readBoard(answering(configuration).access)(7)).toMatchObject({ isRanked });
});

it.each([
  ['marks the default priority', true, true],
  ['marks none where Jira does not', undefined, false],
])('%s', async (_, isDefault, expected) => {
  const { access } = answering([{ id: '3', name: 'Medium', isDefault }]);
  expect(await readPriorities(access)()).toEqual([{ id: '3', name: 'Medium', isDefault: expected }]);
});

it('fetches descriptions by the hundred', async () => {
  const ids = Array.from({ length: 101 }, (__, index) => String(index + 1));
  const { access, asked } = answering(
    { issues: [{ id: '1', fields: { description: null } }] },
    { issues: [{ id: '101', fields: {} }] },
  );
  expect(await readDescriptions(access)(ids)).toEqual(
    new Map([
      ['1', null],
      ['101', undefined],
    ]),
  );
  expect(asked).toHaveLength(2);
});

describe('what closed sprints delivered', () => {
  const BOARD: BoardToRead = {
    id: 7,
    name: 'Aurora',
    type: 'scrum',
    estimation: { fieldId: 'customfield_10016', displayName: 'Story Points' },
    doneStatusIds: ['3', '4'],
    isRanked: true,
    criteriaFieldIds: ['customfield_77'],
    requiredFieldIds: [],
  };
  const SPRINT = { id: 1, startDate: '2026-01-05T09:00:00.000Z', completeDate: '2026-01-16T15:00:00.000Z' };
  const issue = (estimate: number, resolutiondate: string | null, more: object = {}) => ({
    fields: { customfield_10016: estimate, resolutiondate, closedSprints: [{ id: 1 }], ...more },
  });

  it('is summed up over all pages', async () => {
    const { access, asked } = answering(
      { issues: [issue(3, '2026-01-10T12:00:00.000+0100')], nextPageToken: 'more' },
      { issues: [issue(5, '2026-01-11T12:00:00.000+0100')], isLast: true },
    );
    const [outcome] = await readSprintHistory(access)(BOARD, [SPRINT]);
    expect(outcome).toMatchObject({ deliveredPoints: 8, deliveredItems: 2 });
    expect(asked.map(({ searchParams }) => searchParams.get('nextPageToken'))).toEqual([null, 'more']);
    expect(asked[0]?.searchParams.get('jql')).toBe(
      'sprint in (1) AND status in (3, 4) AND issuetype in standardIssueTypes() AND cf[10016] > 0 ORDER BY resolved DESC',
    );
  });

  describe('newest first', () => {
    const week = (number: number) => ({
      id: number,
      startDate: `2026-0${number}-02T09:00:00.000Z`,
      completeDate: `2026-0${number}-20T09:00:00.000Z`,
    });
    const SPRINTS = [1, 2, 3, 4, 5, 6, 7].map(week);
    const done = (month: number) =>
      issue(month, `2026-0${month}-10T12:00:00.000Z`, { closedSprints: [{ id: month }] });

    it('is read until five sprints are covered, and no further', async () => {
      const { access, asked } = answering(
        { issues: [7, 6, 5].map(done), nextPageToken: 'a' },
        { issues: [4, 3, 2].map(done), nextPageToken: 'b' },
      );
      const outcomes = await readSprintHistory(access)(BOARD, SPRINTS);
      // Half of what the second sprint delivered may still come.
      expect(outcomes.map(({ sprintId, deliveredPoints }) => [sprintId, deliveredPoints])).toEqual(
        [3, 4, 5, 6, 7].map((id) => [id, id]),
      );
      expect(asked).toHaveLength(2);
    });

    it('is read whole where issues have no date, which come last', async () => {
      const { access, asked } = answering(
        { issues: [7, 6, 5, 4, 3, 2].map(done), nextPageToken: 'a' },
        { issues: [issue(9, null, { closedSprints: [{ id: 1 }] })], isLast: true },
      );
      const sure = await readSprintHistory(access)(BOARD, SPRINTS.slice(2));
      expect(sure).toHaveLength(5);
      expect(asked).toHaveLength(1);
      const all = await readSprintHistory(
        answering(
          { issues: [issue(9, null, { closedSprints: [{ id: 1 }] })], nextPageToken: 'a' },
          { issues: [issue(1, null, { closedSprints: [{ id: 7 }] })], isLast: true },
        ).access,
      )(BOARD, SPRINTS);
      expect(all.map(({ deliveredPoints }) => deliveredPoints)).toEqual([9, 0, 0, 0, 0, 0, 1]);
    });
  });

  it('tells in the same call what its stories say', async () => {
    const story = { issuetype: { name: 'Story' } };
    const { access, asked } = answering({
      issues: [
        issue(3, SPRINT.startDate, {
          ...story,
          description: 'h2. Acceptance criteria\n* It opens\n* It closes',
        }),
        issue(3, SPRINT.startDate, { ...story, description: 'Nothing.', customfield_77: 'It opens.' }),
        issue(3, SPRINT.startDate, { ...story, description: null, customfield_77: null }),
        issue(3, SPRINT.startDate, { issuetype: { name: 'Bug' }, customfield_77: 'It opens.' }),
        // Jira shows neither field: nobody looked at its text.
        issue(3, SPRINT.startDate, story),
      ],
    });
    expect(await readSprintHistory(access)(BOARD, [SPRINT])).toMatchObject([
      { deliveredItems: 5, stories: 3, storiesWithCriteria: 2 },
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.searchParams.get('fields')?.split(',')).toEqual([
      'resolutiondate',
      'sprint',
      'closedSprints',
      'customfield_10016',
      'description',
      'issuetype',
      'customfield_77',
    ]);
  });

  it('counts every issue on a board that counts issues', async () => {
    const { access, asked } = answering({
      issues: [{ fields: { closedSprints: [{ id: 1 }], resolutiondate: SPRINT.startDate } }],
    });
    const [outcome] = await readSprintHistory(access)({ ...BOARD, estimation: null }, [SPRINT]);
    expect(outcome).toMatchObject({ deliveredPoints: 0, deliveredItems: 1 });
    expect(asked[0]?.searchParams.get('jql')).not.toContain('cf[');
  });

  it('goes by the sprint that closed last where Jira tells no date', async () => {
    const [early, late] = ['2026-01-16T15:00:00.000Z', '2026-01-30T15:00:00.000Z'];
    const both = [
      { id: 2, completeDate: late },
      { id: 1, completeDate: early },
    ];
    const { access } = answering({
      issues: [
        issue(3, null),
        issue(5, null, { closedSprints: both }),
        issue(8, null, { sprint: { id: 9 } }),
      ],
    });
    expect(await readSprintHistory(access)(BOARD, [SPRINT])).toMatchObject([{ deliveredPoints: 3 }]);
  });

  it('is nothing on a board without a done column, and costs nothing', async () => {
    const { access, asked } = answering();
    const history = await readSprintHistory(access)({ ...BOARD, doneStatusIds: [] }, [SPRINT]);
    expect(history).toMatchObject([{ sprintId: 1, deliveredPoints: 0, deliveredItems: 0 }]);
    expect(asked).toEqual([]);
  });
});
