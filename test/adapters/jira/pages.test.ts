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

  it.each([
    ['by a field that is not named', { type: 'field' }],
    ['by a field without a name', { type: 'field', field: { fieldId: 'customfield_10016' } }],
    ['in a way that nobody knows', { type: 'shirt-sizes' }],
    ['in no way at all', null],
  ])('cannot be read, rather than counting issues: %s', async (_, estimation) => {
    const { access } = answering({ ...CONFIGURATION, estimation });
    await expect(readBoard(access)(7)).rejects.toMatchObject({
      kind: 'unexpected-answer',
      message: expect.stringContaining('board configuration') as string,
    });
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

  /** Jira that gives these pages of issues with a date of resolution, one after the other, and these of the others. */
  function past(
    dated: readonly object[],
    undated: readonly object[] = [{ issues: [] }],
    inSprint: (jql: string) => number = () => 1,
  ) {
    const asked: URL[] = [];
    const left = { dated: [...dated], undated: [...undated] };
    const requestJira: RequestJira = async (path) => {
      const url = new URL(path.value, 'https://site.example');
      asked.push(url);
      await Promise.resolve();
      const jql = url.searchParams.get('jql') ?? '';
      if (url.pathname.endsWith('/approximate-count')) {
        return new Response(JSON.stringify({ count: inSprint(jql) }));
      }
      const isDated = jql.includes('resolved is not EMPTY');
      return new Response(JSON.stringify((isDated ? left.dated : left.undated).shift()));
    };
    const queries = (part: 'is EMPTY' | 'is not EMPTY') =>
      asked
        .map(({ searchParams }) => searchParams)
        .filter((query) => query.get('jql')?.includes(`resolved ${part}`));
    return { access: { requestJira, ask: createAsk() }, asked, queries };
  }

  it('is summed up over all pages', async () => {
    const { access, queries } = past([
      { issues: [issue(3, '2026-01-10T12:00:00.000+0100')], nextPageToken: 'more' },
      { issues: [issue(5, '2026-01-11T12:00:00.000+0100')], isLast: true },
    ]);
    const [outcome] = await readSprintHistory(access)(BOARD, [SPRINT]);
    expect(outcome).toMatchObject({ deliveredPoints: 8, deliveredItems: 2 });
    const dated = queries('is not EMPTY');
    expect(dated.map((query) => query.get('nextPageToken'))).toEqual([null, 'more']);
    const which =
      'sprint in (1) AND status in (3, 4) AND issuetype in standardIssueTypes() AND cf[10016] > 0';
    expect(dated[0]?.get('jql')).toBe(`${which} AND resolved is not EMPTY ORDER BY resolved DESC`);
    expect(queries('is EMPTY').map((query) => query.get('jql'))).toEqual([`${which} AND resolved is EMPTY`]);
  });

  describe('newest first', () => {
    const week = (number: number) => ({
      id: number,
      startDate: `2026-0${number}-02T09:00:00.000Z`,
      completeDate: `2026-0${number}-20T09:00:00.000Z`,
    });
    const SPRINTS = [1, 2, 3, 4, 5, 6, 7].map(week);
    const done = (month: number, day = '10', closed = [month]) =>
      issue(month, `2026-0${month}-${day}T12:00:00.000Z`, { closedSprints: closed.map((id) => ({ id })) });
    const amounts = async (sprints: typeof SPRINTS, ...given: Parameters<typeof past>) => {
      const { access, queries } = past(...given);
      const outcomes = await readSprintHistory(access)(BOARD, sprints);
      return {
        amounts: outcomes.map(({ sprintId, deliveredPoints }) => [sprintId, deliveredPoints]),
        sizes: queries('is not EMPTY').map((query) => Number(query.get('maxResults'))),
      };
    };

    it('is read until five sprints are covered, and no further', async () => {
      const pages = [
        { issues: [7, 6, 5].map((month) => done(month)), nextPageToken: 'a' },
        { issues: [4, 3, 2].map((month) => done(month)), nextPageToken: 'b' },
      ];
      // Half of what the second sprint delivered may still come.
      expect(await amounts(SPRINTS, pages)).toEqual({
        amounts: [3, 4, 5, 6, 7].map((id) => [id, id]),
        sizes: [44, 10],
      });
    });

    it('asks a larger team for as many more as its sprints have', async () => {
      const half = (month: number) => Array.from({ length: 20 }, () => done(month));
      const { sizes } = await amounts(SPRINTS, [
        { issues: [...half(7), ...half(6), ...half(5).slice(0, 16)], nextPageToken: 'a' },
        { issues: [...half(5).slice(16), ...half(4), ...half(3), ...half(2)], nextPageToken: 'b' },
      ]);
      // Less than two sprints and a half had 44.
      expect(sizes).toEqual([44, 74]);
    });

    it('does not count a sprint in which the oldest issue read was resolved, be it at its start', async () => {
      const start = issue(2, week(2).startDate, { closedSprints: [{ id: 2 }] });
      const pages = [{ issues: [...[7, 6, 5, 4, 3].map((month) => done(month)), start], nextPageToken: 'a' }];
      expect((await amounts(SPRINTS, pages)).amounts).toEqual([3, 4, 5, 6, 7].map((id) => [id, id]));
    });

    it('takes in sprints that delivered nothing, as far back as it looked', async () => {
      const pages = [{ issues: [done(7), done(1)], nextPageToken: 'a' }];
      expect((await amounts(SPRINTS, pages)).amounts).toEqual([
        ...[2, 3, 4, 5, 6].map((id) => [id, 0]),
        [7, 7],
      ]);
      expect((await amounts(SPRINTS, [{ issues: [] }])).amounts).toEqual(SPRINTS.map(({ id }) => [id, 0]));
    });

    it('counts what was carried over or finished between sprints where it belongs, or nowhere', async () => {
      const pages = [{ issues: [done(7, '10', [5, 6, 7]), done(6, '25'), done(5, '01')], isLast: true }];
      expect((await amounts(SPRINTS.slice(3), pages)).amounts).toEqual([
        [4, 0],
        [5, 0],
        [6, 0],
        [7, 7],
      ]);
    });

    it('reads all that fewer than five sprints delivered', async () => {
      const pages = [
        { issues: [7, 6].map((month) => done(month)), nextPageToken: 'a' },
        { issues: [done(5)], isLast: true },
      ];
      expect((await amounts(SPRINTS.slice(4), pages)).amounts).toEqual([5, 6, 7].map((id) => [id, id]));
    });

    it('has every issue without a date in it, however far the others are read', async () => {
      const undated = (points: number, id: number) => issue(points, null, { closedSprints: [{ id }] });
      const dated = [{ issues: [7, 6, 5, 4, 3, 2].map((month) => done(month)), nextPageToken: 'a' }];
      const others = [
        { issues: [undated(20, 7)], nextPageToken: 'b' },
        { issues: [undated(10, 3), undated(40, 1)], isLast: true },
      ];
      expect((await amounts(SPRINTS, dated, others)).amounts).toEqual([
        [3, 13],
        [4, 4],
        [5, 5],
        [6, 6],
        [7, 27],
      ]);
      expect(
        (await amounts(SPRINTS.slice(5), [{ issues: [] }], [{ issues: [undated(8, 7)] }])).amounts,
      ).toEqual([
        [6, 0],
        [7, 8],
      ]);
    });
  });

  it('tells in the same call what its stories say', async () => {
    const story = { issuetype: { name: 'Story' } };
    const { access, queries } = past([
      {
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
      },
    ]);
    expect(await readSprintHistory(access)(BOARD, [SPRINT])).toMatchObject([
      { deliveredItems: 5, stories: 3, storiesWithCriteria: 2 },
    ]);
    expect(queries('is not EMPTY')).toHaveLength(1);
    expect(queries('is not EMPTY')[0]?.get('fields')?.split(',')).toEqual([
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
    const { access, asked } = past([
      { issues: [{ fields: { closedSprints: [{ id: 1 }], resolutiondate: SPRINT.startDate } }] },
    ]);
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
    const { access } = past(
      [{ issues: [] }],
      [
        {
          issues: [
            issue(3, null),
            issue(5, null, { closedSprints: both }),
            issue(8, null, { sprint: { id: 9 } }),
          ],
        },
      ],
    );
    expect(await readSprintHistory(access)(BOARD, [SPRINT])).toMatchObject([{ deliveredPoints: 3 }]);
  });

  it('is no figure at all where no issue names the sprints that it was found by', async () => {
    const strange = [
      issue(3, SPRINT.startDate, { closedSprints: undefined }),
      issue(5, SPRINT.startDate, { closedSprints: [] }),
    ];
    const { access } = past([{ issues: strange }]);
    await expect(readSprintHistory(access)(BOARD, [SPRINT])).rejects.toMatchObject({
      kind: 'unexpected-answer',
      message: expect.stringContaining('issues of closed sprints') as string,
    });
    const oneOf = past([{ issues: [...strange, issue(8, SPRINT.startDate)] }]);
    expect(await readSprintHistory(oneOf.access)(BOARD, [SPRINT])).toMatchObject([{ deliveredPoints: 8 }]);
  });

  it('tells a sprint that delivered nothing from one that nothing was in', async () => {
    const sprints = [1, 2, 3].map((id) => ({ ...SPRINT, id }));
    const counted: string[] = [];
    const { access } = past([{ issues: [issue(3, SPRINT.startDate)] }], [{ issues: [] }], (jql) => {
      counted.push(jql);
      return jql.includes('sprint in (2)') ? 4 : 0;
    });
    const history = await readSprintHistory(access)(BOARD, sprints);
    expect(history.map(({ isUnused }) => isUnused ?? false)).toEqual([false, false, true]);
    expect(history.map(({ deliveredPoints }) => deliveredPoints)).toEqual([3, 0, 0]);
    const estimated = 'issuetype in standardIssueTypes() AND cf[10016] is not EMPTY';
    expect(counted.toSorted()).toEqual([`sprint in (2) AND ${estimated}`, `sprint in (3) AND ${estimated}`]);
  });

  it('is nothing on a board without a done column, and costs nothing', async () => {
    const { access, asked } = past([]);
    const history = await readSprintHistory(access)({ ...BOARD, doneStatusIds: [] }, [SPRINT]);
    expect(history).toMatchObject([{ sprintId: 1, deliveredPoints: 0, deliveredItems: 0 }]);
    expect(asked).toEqual([]);
  });
});
