import { describe, expect, test } from 'vitest';

import { FIELD, STATUS } from '#sandbox/jira/defaults';

import { addStories, buildRest } from './rest.fixture';
import { DAY, MONDAY } from './site.fixture';

interface IssuePage {
  readonly issues: { readonly key: string; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly isLast?: boolean;
  readonly nextPageToken?: string;
  readonly total?: number;
}

function stage(stories = 12) {
  const world = buildRest();
  const { site, board, ask } = world;
  const issues = addStories(world, stories);
  const act = { by: 'lea' };
  const [closed, active, future] = ['One', 'Two', 'Three'].map((name) =>
    site.createSprint({ boardId: board.id, name, goal: `Goal ${name}` }, act),
  );
  const [done, running, planned, carried] = [issues[0]!, issues[1]!, issues[3]!, issues[4]!];
  site.moveToSprint(done.id, closed!.id, act);
  site.moveToSprint(carried.id, closed!.id, act);
  site.startSprint(closed!.id, { ...act, endDate: MONDAY + 14 * DAY });
  site.transitionIssue(done.id, STATUS.done, act);
  site.completeSprint(closed!.id, { ...act, moveOpenTo: null });
  site.moveToSprint(running.id, active!.id, act);
  site.startSprint(active!.id, { ...act, endDate: MONDAY + 28 * DAY });
  site.moveToSprint(planned.id, future!.id, act);
  const page = async (path: string, as = 'dev') =>
    (await ask(`GET /rest/software/1.0/${path}`, { as })).body as IssuePage;
  const keys = async (path: string, as = 'dev') =>
    (await page(path, as)).issues.map(({ key }) => key).join(' ');
  return { ...world, issues, page, keys, closed: closed!, active: active!, future: future!, carried };
}

describe('the lists of a board', () => {
  test('the backlog leaves out what is done, in an open sprint, or hidden, and goes by rank', async () => {
    const { keys, site, issues } = stage();
    expect(await keys('board/1/backlog')).toBe('SCR-5 SCR-7 SCR-8 SCR-10 SCR-11');
    expect(await keys('board/1/backlog', 'lea')).toContain('SCR-6');
    site.rankIssues([issues[10]!.id], { before: issues[4]!.id }, { by: 'lea' });
    expect(await keys('board/1/backlog')).toBe('SCR-11 SCR-5 SCR-7 SCR-8 SCR-10');
  });

  test('all issues of the board, of a sprint, and of a sprint on the board', async () => {
    const { keys, closed, active } = stage();
    expect(await keys('board/1/issue')).toBe('SCR-1 SCR-2 SCR-4 SCR-5 SCR-7 SCR-8 SCR-10 SCR-11');
    expect(await keys(`sprint/${closed.id}/issue`)).toBe('SCR-1 SCR-5');
    expect(await keys(`board/1/sprint/${active.id}/issue`)).toBe('SCR-2');
  });

  test('are narrowed by a query, whose order wins over the rank', async () => {
    const { keys, ask } = stage();
    const query = encodeURIComponent('"Story Points" > 3 AND status != Done ORDER BY "Story Points" DESC');
    expect(await keys(`board/1/issue?jql=${query}`)).toBe('SCR-8 SCR-7 SCR-5');
    const count = await ask(`GET /rest/software/1.0/board/1/issue/approximate-count?jql=${query}`);
    expect(count.body).toEqual({ count: 3 });
    expect((await ask('GET /rest/software/1.0/board/1/backlog/approximate-count')).body).toEqual({
      count: 5,
    });
    expect((await ask('GET /rest/software/1.0/board/1/issue?jql=foo=1')).status).toBe(400);
  });

  test('page by token to the end without repeats', async () => {
    const { page } = stage(40);
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const next = token === undefined ? '' : `&nextPageToken=${token}`;
      const { issues, nextPageToken, isLast } = await page(`board/1/backlog?maxResults=4&fields=id${next}`);
      seen.push(...issues.map(({ key }) => key));
      expect(isLast).toBe(nextPageToken === undefined);
      token = nextPageToken;
    } while (token !== undefined);
    expect(seen).toHaveLength(24);
    expect(new Set(seen).size).toBe(24);
  });

  test('give rich text as wiki text and the fields of the software API when they are asked for', async () => {
    const { page, closed, future } = stage();
    const [first] = (await page('board/1/backlog?fields=description,sprint,closedSprints,flagged,epic'))
      .issues;
    expect(first?.fields).toEqual({
      description: 'Words of story 5.',
      sprint: null,
      closedSprints: [expect.objectContaining({ id: closed.id, state: 'closed', goal: 'Goal One' })],
      flagged: false,
      epic: null,
    });
    const [planned] = (await page(`sprint/${future.id}/issue?fields=sprint,summary`)).issues;
    expect(planned?.fields).toEqual({
      summary: 'Story 4',
      sprint: expect.objectContaining({ id: future.id, state: 'future', originBoardId: 1 }) as object,
    });
    const [plain] = (await page('board/1/backlog?fields=summary')).issues;
    expect(plain?.fields).toEqual({ summary: 'Story 5' });
  });

  test('in their deprecated form page by startAt and say that they are deprecated', async () => {
    const { ask } = stage();
    const answer = await ask('GET /rest/agile/1.0/board/1/backlog?startAt=3&maxResults=1');
    expect(answer.headers['deprecation']).toBe('true');
    expect(answer.body).toMatchObject({ startAt: 3, maxResults: 1, total: 5, issues: [{ key: 'SCR-10' }] });
  });

  test('follow the columns of the board, not the status category', async () => {
    const { site, keys, board } = stage();
    const last = board.columns.at(-1)!;
    const columns = [...board.columns.slice(0, -1), { ...last, statusIds: [STATUS.inReview, STATUS.done] }];
    site.put('boards', { ...board, columns });
    site.transitionIssue('10004', STATUS.inReview, { by: 'lea' });
    expect(await keys('board/1/backlog')).toBe('SCR-7 SCR-8 SCR-10 SCR-11');
  });
});

describe('boards', () => {
  const LISTS: [query: string, as: string, names: string[]][] = [
    ['', 'lea', ['SCR board', 'TM board']],
    ['', 'dev', ['SCR board']],
    ['', 'out', []],
    ['type=kanban', 'lea', ['TM board']],
    ['type=scrum,kanban&orderBy=-name', 'lea', ['TM board', 'SCR board']],
    ['name=tm', 'lea', ['TM board']],
    ['projectKeyOrId=SCR', 'lea', ['SCR board']],
    ['filterId=10002', 'lea', ['TM board']],
    ['startAt=1&maxResults=1', 'lea', ['TM board']],
  ];

  test.each(LISTS)('listed with "%s" for %s: %j', async (query, as, names) => {
    const { ask } = stage();
    const { body } = await ask(`GET /rest/agile/1.0/board?${query}`, { as });
    expect((body as { values: { name: string }[] }).values.map(({ name }) => name)).toEqual(names);
  });

  test('tell columns, limits, estimation and rank field; Kanban ones do not estimate', async () => {
    const { ask } = stage();
    const scrum = await ask('GET /rest/agile/1.0/board/1/configuration');
    expect(scrum.body).toMatchObject({
      type: 'scrum',
      columnConfig: {
        columns: [{ name: 'To Do' }, { name: 'In Progress', min: 1, max: 5 }, { name: 'Done' }],
        constraintType: 'issueCount',
      },
      estimation: { type: 'field', field: { fieldId: FIELD.storyPoints, displayName: 'Story Points' } },
      ranking: { rankCustomFieldId: 10019 },
    });
    const kanban = await ask('GET /rest/agile/1.0/board/2/configuration', { as: 'lea' });
    expect(kanban.body).not.toHaveProperty('estimation');
  });

  test('list their sprints by state, page by page, oldest closed ones first', async () => {
    const { ask } = stage();
    const read = async (query: string) => {
      const { body } = await ask(`GET /rest/agile/1.0/board/1/sprint?${query}`);
      return body as { values: { name: string }[]; isLast: boolean; total: number };
    };
    const names = async (query: string) => (await read(query)).values.map(({ name }) => name);
    expect(await names('')).toEqual(['One', 'Two', 'Three']);
    expect(await names('state=active,future')).toEqual(['Two', 'Three']);
    expect(await read('startAt=0&maxResults=2')).toMatchObject({ isLast: false, total: 3 });
    expect(await names('startAt=2&maxResults=2')).toEqual(['Three']);
    expect((await ask('GET /rest/agile/1.0/board/1/sprint?state=late')).status).toBe(400);
    const kanban = await ask('GET /rest/agile/1.0/board/2/sprint', { as: 'lea' });
    expect(kanban).toMatchObject({
      status: 400,
      body: { errorMessages: ['The board does not support sprints'] },
    });
  });
});

describe('sprints', () => {
  test('are created, started and completed, and only along that way', async () => {
    const { ask, site, carried } = stage();
    const made = await ask('POST /rest/agile/1.0/sprint', { body: { name: ' Four ', originBoardId: 1 } });
    expect(made).toMatchObject({ status: 201, body: { name: 'Four', state: 'future' } });
    const { id } = made.body as { id: number };
    const update = (body: object) => ask(`POST /rest/agile/1.0/sprint/${id}`, { body });
    expect((await update({ state: 'active' })).status).toBe(400);
    expect((await update({ state: 'closed' })).status).toBe(400);
    await ask(`POST /rest/agile/1.0/sprint/${id}/issue`, { body: { issues: [carried.key] } });
    const dates = { startDate: '2026-06-01T09:00:00.000+0000', endDate: '2026-06-15T09:00:00.000Z' };
    expect((await update({ state: 'active', ...dates })).body).toMatchObject({
      state: 'active',
      startDate: '2026-06-01T09:00:00.000Z',
    });
    expect((await update({ state: 'closed' })).body).toMatchObject({
      state: 'closed',
      completeDate: '2026-06-01T09:00:00.000Z',
    });
    expect(site.issue(carried.key)?.sprintIds).toEqual([1, id]);
    expect((await ask(`DELETE /rest/agile/1.0/sprint/${id}`)).status).toBe(400);
    const late = await ask(`POST /rest/agile/1.0/sprint/${id}/issue`, { body: { issues: ['SCR-7'] } });
    expect(late.status).toBe(400);
  });

  test('lose with PUT what the body does not name', async () => {
    const { ask, future } = stage();
    const answer = await ask(`PUT /rest/agile/1.0/sprint/${future.id}`, { body: { name: 'Renamed' } });
    expect(answer.body).toMatchObject({ name: 'Renamed', goal: '' });
  });

  test('are managed by those who may', async () => {
    const { ask, future } = stage();
    const body = { name: 'x', originBoardId: 1 };
    expect((await ask('POST /rest/agile/1.0/sprint', { as: 'vic', body })).status).toBe(403);
    expect((await ask(`DELETE /rest/agile/1.0/sprint/${future.id}`, { as: 'vic' })).status).toBe(403);
    expect((await ask(`GET /rest/agile/1.0/sprint/${future.id}`, { as: 'out' })).status).toBe(404);
  });
});

describe('moves', () => {
  test('rank up to 50 issues in the order given', async () => {
    const { ask, keys } = stage();
    const body = { issues: ['SCR-11', 'SCR-8'], rankBeforeIssue: 'SCR-5' };
    expect((await ask('PUT /rest/agile/1.0/issue/rank', { body })).status).toBe(204);
    expect(await keys('board/1/backlog')).toBe('SCR-11 SCR-8 SCR-5 SCR-7 SCR-10');
    const many = { issues: Array.from({ length: 51 }, () => 'SCR-8'), rankAfterIssue: 'SCR-5' };
    expect((await ask('PUT /rest/agile/1.0/issue/rank', { body: many })).status).toBe(400);
    const hidden = { issues: ['SCR-3'], rankAfterIssue: 'SCR-5' };
    expect((await ask('PUT /rest/agile/1.0/issue/rank', { body: hidden })).status).toBe(404);
  });

  test('into a sprint and back to the backlog, at a rank where asked for', async () => {
    const { ask, keys, future } = stage();
    const body = { issues: ['SCR-10'], rankBeforeIssue: 'SCR-4' };
    expect((await ask(`POST /rest/agile/1.0/sprint/${future.id}/issue`, { body })).status).toBe(204);
    expect(await keys(`sprint/${future.id}/issue`)).toBe('SCR-10 SCR-4');
    await ask('POST /rest/agile/1.0/backlog/issue', { body: { issues: ['SCR-4'] } });
    expect(await keys('board/1/backlog')).toBe('SCR-4 SCR-5 SCR-7 SCR-8 SCR-11');
  });

  test('the estimate of a board is read and written in its own field', async () => {
    const { ask } = stage();
    const path = '/rest/agile/1.0/issue/SCR-5/estimation';
    expect((await ask(`GET ${path}?boardId=1`)).body).toEqual({ fieldId: FIELD.storyPoints, value: '4.0' });
    const put = (value: unknown) => ask(`PUT ${path}?boardId=1`, { body: { value } });
    expect((await put('13')).body).toEqual({ fieldId: FIELD.storyPoints, value: '13.0' });
    expect((await put('much')).status).toBe(400);
    expect((await put(null)).body).toEqual({ fieldId: FIELD.storyPoints, value: null });
    expect((await ask(`GET ${path}`)).status).toBe(400);
  });
});
