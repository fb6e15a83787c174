import { describe, expect, test } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';
import { FIELD, LINK_TYPE, SECURITY_LEVEL, STATUS } from '#sandbox/jira/defaults';

import { addStories, buildRest } from './rest.fixture';

const NO_ISSUE = 'Issue does not exist or you do not have permission to see it.';

interface IssueBody {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

function stage(stories = 4) {
  const world = buildRest();
  const issues = addStories(world, stories);
  const read = async (key: string, query = '') =>
    (await world.ask(`GET /rest/api/3/issue/${key}${query}`, { as: 'lea' })).body as IssueBody;
  return { ...world, issues, read };
}

describe('who may not', () => {
  const REFUSALS: [name: string, call: string, asked: object, status: number, words: string | undefined][] = [
    ['nobody is asked to log in', 'GET /rest/api/3/issue/SCR-1', { as: undefined }, 401, undefined],
    ['a missing issue', 'GET /rest/api/3/issue/SCR-99', {}, 404, NO_ISSUE],
    ['an issue of a hidden project', 'GET /rest/api/3/issue/SCR-1', { as: 'out' }, 404, NO_ISSUE],
    ['an issue behind its security level', 'GET /rest/api/3/issue/SCR-3', {}, 404, NO_ISSUE],
    ['a hidden project', 'GET /rest/api/3/project/TM', {}, 404, "No project could be found with key 'TM'."],
    ['a hidden board', 'GET /rest/agile/1.0/board/2', {}, 404, 'The requested board cannot be viewed'],
    [
      'a viewer who edits',
      'PUT /rest/api/3/issue/SCR-1',
      { as: 'vic', body: { fields: { summary: 'x' } } },
      403,
      'You do not have permission to edit issues in this project.',
    ],
    [
      'a viewer who comments',
      'POST /rest/api/3/issue/SCR-1/comment',
      { as: 'vic', body: { body: textAdf('x') } },
      403,
      'You do not have the permission to comment on this issue.',
    ],
    [
      'a viewer who ranks',
      'PUT /rest/agile/1.0/issue/rank',
      { as: 'vic', body: { issues: ['SCR-1'], rankAfterIssue: 'SCR-2' } },
      403,
      'You do not have the permission to schedule issues in this project.',
    ],
    [
      'a member who deletes',
      'DELETE /rest/api/3/issue/SCR-1',
      {},
      403,
      'You do not have permission to delete issues in this project.',
    ],
    ['a member who searches fields', 'GET /rest/api/3/field/search', {}, 403, 'Only Jira administrators'],
    ['what is not simulated', 'GET /rest/api/3/filter/1', {}, 501, 'not simulated: GET /rest/api/3/filter/1'],
    ['the old version', 'GET /rest/api/2/myself', {}, 501, 'not simulated: GET /rest/api/2/myself'],
    ['a wrong method', 'DELETE /rest/api/3/myself', {}, 405, 'Method Not Allowed'],
    [
      'the removed search',
      'GET /rest/api/3/search?jql=project=SCR',
      {},
      410,
      'The requested API has been removed',
    ],
    [
      'an expand that is not simulated',
      'GET /rest/api/3/issue/SCR-1?expand=renderedFields',
      {},
      501,
      'not simulated',
    ],
    ['a parameter that is no number', 'GET /rest/agile/1.0/board?startAt=x', {}, 400, 'not a whole number'],
    ['a board id that is no number', 'GET /rest/agile/1.0/board/x', {}, 400, 'not a number'],
  ];

  test.each(REFUSALS)('%s', async (_name, call, asked, status, words) => {
    const { ask } = stage();
    const answer = await ask(call, asked);
    expect(answer.status).toBe(status);
    if (words !== undefined) {
      expect(answer.body).toMatchObject({ errorMessages: [expect.stringContaining(words)], errors: {} });
    }
  });

  test('a body that is no JSON is a bad request', async () => {
    const { rest } = stage();
    const answer = await rest.handle({
      method: 'PUT',
      path: '/rest/api/3/issue/SCR-1',
      headers: {},
      body: '{"fields":',
      accountId: 'dev',
      caller: 'user',
      scopes: null,
    });
    expect(answer.status).toBe(400);
  });
});

describe('editing', () => {
  test('fields and update verbs together, and the issue comes back when asked for', async () => {
    const { ask, issues, read } = stage();
    const key = issues[0]!.key;
    await ask(`PUT /rest/api/3/issue/${key}`, { body: { fields: { labels: ['a', 'b'] } } });
    const body = {
      fields: { summary: 'New', [FIELD.storyPoints]: 8, [FIELD.flagged]: [{ value: 'Impediment' }] },
      update: {
        labels: [{ add: 'c' }, { remove: 'a' }],
        priority: [{ set: { name: 'High' } }],
        comment: [{ add: { body: textAdf('Why') } }],
      },
    };
    const answer = await ask(`PUT /rest/api/3/issue/${key}?returnIssue=true`, { body });
    expect(answer.status).toBe(200);
    const { fields } = await read(key);
    expect(fields).toMatchObject({
      summary: 'New',
      labels: ['b', 'c'],
      priority: { name: 'High' },
      [FIELD.storyPoints]: 8,
      [FIELD.flagged]: [{ value: 'Impediment' }],
      comment: { total: 1 },
    });
  });

  test('clears what is set to null', async () => {
    const { ask, issues, read } = stage();
    const key = issues[1]!.key;
    const fields = { description: null, [FIELD.storyPoints]: null, assignee: null, duedate: null };
    expect((await ask(`PUT /rest/api/3/issue/${key}`, { body: { fields } })).status).toBe(204);
    expect((await read(key)).fields).toMatchObject(fields);
  });

  test('a sprint by its number, as the Sprint field takes it', async () => {
    const { ask, site, board, issues, read } = stage();
    const sprint = site.createSprint({ boardId: board.id, name: 'Next', goal: 'Go' }, { by: 'lea' });
    const key = issues[0]!.key;
    await ask(`PUT /rest/api/3/issue/${key}`, { body: { fields: { [FIELD.sprint]: sprint.id } } });
    expect((await read(key)).fields[FIELD.sprint]).toEqual([
      { id: sprint.id, name: 'Next', state: 'future', boardId: board.id, goal: 'Go' },
    ]);
  });

  const WRONG: [name: string, fields: object, field: string, words: string][] = [
    ['an empty summary', { summary: ' ' }, 'summary', 'You must specify a summary of the issue.'],
    ['plain text for a description', { description: 'x' }, 'description', 'Atlassian Document'],
    ['a status', { status: { id: STATUS.done } }, 'status', "Field 'status' cannot be set."],
    ['a rank', { [FIELD.rank]: '0|x:' }, FIELD.rank, `Field '${FIELD.rank}' cannot be set.`],
    ['a field that is not there', { customfield_99: 1 }, 'customfield_99', 'cannot be set'],
    [
      "another kind of project's estimate",
      { [FIELD.storyPointEstimate]: 1 },
      FIELD.storyPointEstimate,
      'cannot be set',
    ],
    ['words for points', { [FIELD.storyPoints]: '5' }, FIELD.storyPoints, 'Operation value must be a number'],
    [
      'a priority that is not there',
      { priority: { name: 'Vital' } },
      'priority',
      'The priority selected is invalid.',
    ],
    [
      'an assignee who cannot be',
      { assignee: { accountId: 'vic' } },
      'assignee',
      'cannot be assigned issues',
    ],
    ['a label with a blank', { labels: ['a b'] }, 'labels', 'contains spaces'],
    [
      'a security level without the permission',
      { security: { id: SECURITY_LEVEL.leads } },
      'security',
      'cannot be set',
    ],
    ['a date in words', { duedate: 'tomorrow' }, 'duedate', 'Error parsing date'],
    ['a parent that is hidden', { parent: { key: 'TM-1' } }, 'parent', 'Could not find issue by id or key.'],
    ['a closed sprint', { [FIELD.sprint]: 1 }, FIELD.sprint, 'Issue can be assigned only to open sprints.'],
  ];

  test.each(WRONG)('refuses %s by field and changes nothing', async (_name, fields, field, words) => {
    const { ask, site, board, issues } = stage();
    const { id } = site.createSprint({ boardId: board.id, name: 'Over' }, { by: 'lea' });
    site.startSprint(id, { by: 'lea', endDate: 0 });
    site.completeSprint(id, { by: 'lea', moveOpenTo: null });
    const body = { fields: { ...fields, ...('summary' in fields ? {} : { summary: 'Not this either' }) } };
    const answer = await ask(`PUT /rest/api/3/issue/${issues[0]!.key}`, { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { errorMessages: [], errors: { [field]: expect.stringContaining(words) as string } },
    });
    expect(site.issue(issues[0]!.id)).toEqual(issues[0]);
  });

  test('through transitions, which set and clear the resolution', async () => {
    const { ask, issues, read } = stage();
    const { key } = issues[0]!;
    const offered = await ask(`GET /rest/api/3/issue/${key}/transitions`);
    expect((offered.body as { transitions: object[] }).transitions).toHaveLength(4);
    const go = (id: string, as = 'dev') =>
      ask(`POST /rest/api/3/issue/${key}/transitions`, { as, body: { transition: { id } } });
    expect((await go('41')).status).toBe(204);
    expect((await read(key)).fields).toMatchObject({
      status: { name: 'Done', statusCategory: { key: 'done' } },
      resolution: { name: 'Done' },
    });
    expect((await go('77')).status).toBe(400);
    expect((await go('11', 'vic')).status).toBe(400);
  });
});

describe('reading many', () => {
  test('bulk fetch gives issues by ascending id and tells which it could not get', async () => {
    const { ask, issues } = stage();
    const body = {
      issueIdsOrKeys: ['SCR-4', issues[0]!.id, 'scr-1', 'SCR-3', 'SCR-99'],
      fields: ['summary'],
    };
    const answer = await ask('POST /rest/api/3/issue/bulkfetch', { body });
    expect(answer.body).toMatchObject({
      issues: [
        { key: 'SCR-1', fields: { summary: 'Story 1' } },
        { key: 'SCR-4', fields: { summary: 'Story 4' } },
      ],
      issueErrors: [
        { id: 'SCR-3', errorMessage: NO_ISSUE },
        { id: 'SCR-99', errorMessage: NO_ISSUE },
      ],
    });
    const many = { issueIdsOrKeys: Array.from({ length: 101 }, (_, index) => String(index)) };
    expect((await ask('POST /rest/api/3/issue/bulkfetch', { body: many })).status).toBe(400);
  });

  test('bulk change logs come oldest first, by field, page after page without gaps or repeats', async () => {
    const { ask, site, issues } = stage(6);
    for (let day = 1; day <= 5; day += 1) {
      for (const issue of issues) {
        const edit = { summary: `Day ${day}`, customFields: { [FIELD.storyPoints]: day * 10 } };
        site.editIssue(issue.id, edit, { by: 'lea', at: issue.created + day * 1_000 });
      }
    }
    const seen: string[] = [];
    let nextPageToken: string | undefined;
    do {
      const body = {
        issueIdsOrKeys: issues.map(({ id }) => id),
        fieldIds: [FIELD.storyPoints],
        maxResults: 3,
        nextPageToken,
      };
      const answer = (await ask('POST /rest/api/3/changelog/bulkfetch', { body })).body as {
        issueChangeLogs: { issueId: string; changeHistories: { id: string; items: { field: string }[] }[] }[];
        nextPageToken?: string;
      };
      for (const log of answer.issueChangeLogs) {
        expect(
          log.changeHistories.every(({ items }) => items.every(({ field }) => field === 'Story Points')),
        ).toBe(true);
        seen.push(...log.changeHistories.map(({ id }) => id));
      }
      nextPageToken = answer.nextPageToken;
    } while (nextPageToken !== undefined);
    // Issues 3 and 6 are hidden from a member.
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
  });

  test('search pages to its end without repeats, gives ids alone by default, and binds a token to its query', async () => {
    const { ask } = stage(30);
    const ids: string[] = [];
    let token: string | undefined;
    do {
      const next = token === undefined ? '' : `&nextPageToken=${token}`;
      const { body } = await ask(
        `GET /rest/api/3/search/jql?jql=project=SCR+order+by+rank&maxResults=7${next}`,
      );
      const page = body as { issues: { id: string }[]; nextPageToken?: string; isLast: boolean };
      expect(page.issues.every((issue) => Object.keys(issue).join() === 'id')).toBe(true);
      expect(page.isLast).toBe(page.nextPageToken === undefined);
      ids.push(...page.issues.map(({ id }) => id));
      token = page.nextPageToken ?? token;
      if (page.isLast) break;
    } while (ids.length < 100);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
    const other = await ask(`GET /rest/api/3/search/jql?jql=project=SCR&nextPageToken=${token!}`);
    expect(other.status).toBe(400);
    const count = await ask('POST /rest/api/3/search/approximate-count', { body: { jql: 'project = SCR' } });
    expect(count.body).toEqual({ count: 20 });
  });

  test.each([
    ['GET /rest/api/3/search/jql?jql=order+by+rank', undefined],
    ['GET /rest/api/3/search/jql', undefined],
    ['POST /rest/api/3/search/jql', { jql: '' }],
    ['POST /rest/api/3/search/approximate-count', { jql: 'ORDER BY key' }],
  ])('%s is refused because nothing restricts it', async (call, body) => {
    const { ask } = stage();
    const answer = await ask(call, { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('Unbounded JQL queries are not allowed here.')] },
    });
  });

  test('no more than 50 issues can be reconciled', async () => {
    const { ask } = stage();
    const reconcileIssues = Array.from({ length: 51 }, (_, index) => index);
    const answer = await ask('POST /rest/api/3/search/jql', {
      body: { jql: 'project = SCR', reconcileIssues },
    });
    expect(answer.status).toBe(400);
  });
});

describe('an issue', () => {
  test('shows links only to what the viewer may see, each with its status', async () => {
    const { ask, site, issues } = stage();
    site.linkIssues(LINK_TYPE.blocks, issues[1]!.id, issues[0]!.id, { by: 'lea' });
    site.linkIssues(LINK_TYPE.blocks, issues[2]!.id, issues[0]!.id, { by: 'lea' });
    const links = async (as: string) => {
      const { body } = await ask('GET /rest/api/3/issue/SCR-1?fields=issuelinks', { as });
      return (body as { fields: { issuelinks: object[] } }).fields.issuelinks;
    };
    expect(await links('lea')).toHaveLength(2);
    expect(await links('dev')).toMatchObject([
      {
        type: { name: 'Blocks', inward: 'is blocked by' },
        inwardIssue: { key: 'SCR-2', fields: { summary: 'Story 2', status: { name: 'To Do' } } },
      },
    ]);
  });

  test('has the fields that are asked for, all but some, and their names', async () => {
    const { ask } = stage();
    const names = async (fields: string) => {
      const { body } = await ask(`GET /rest/api/3/issue/SCR-1?fields=${fields}`);
      return Object.keys((body as IssueBody).fields).toSorted();
    };
    expect(await names('summary,status')).toEqual(['status', 'summary']);
    expect(await names('*navigable')).not.toContain('comment');
    expect(await names('*all')).toContain('comment');
    expect(await names('*all,-description')).not.toContain('description');
    const { body } = await ask('GET /rest/api/3/issue/SCR-1?fields=summary&expand=names,schema');
    expect(body).toMatchObject({
      names: { summary: 'Summary' },
      schema: { summary: { type: 'string', system: 'summary' } },
    });
  });

  test('gives its dates in the time zone of the reader', async () => {
    const { ask, site } = stage();
    site.put('users', { ...site.get('users', 'vic')!, timeZone: 'America/New_York' });
    const { body } = await ask('GET /rest/api/3/issue/SCR-1?fields=created', { as: 'vic' });
    expect((body as IssueBody).fields['created']).toBe('2026-06-01T05:00:00.000-0400');
  });

  test('is created with its defaults and deleted with its sub-tasks only when told so', async () => {
    const { ask, read } = stage();
    const create = (fields: object) =>
      ask('POST /rest/api/3/issue', { as: 'lea', body: { fields: { project: { key: 'SCR' }, ...fields } } });
    const made = await create({ issuetype: { name: 'Story' }, summary: 'Made' });
    expect(made).toMatchObject({ status: 201, body: { key: 'SCR-5' } });
    expect((await read('SCR-5')).fields).toMatchObject({
      status: { name: 'To Do' },
      priority: { name: 'Medium' },
      reporter: { accountId: 'lea' },
      resolution: null,
    });
    const orphan = await create({ issuetype: { name: 'Sub-task' }, summary: 'Step' });
    expect(orphan).toMatchObject({ status: 400, body: { errors: { parent: expect.any(String) as string } } });
    await create({ issuetype: { name: 'Sub-task' }, summary: 'Step', parent: { key: 'SCR-5' } });
    expect((await ask('DELETE /rest/api/3/issue/SCR-5', { as: 'lea' })).status).toBe(400);
    expect((await ask('DELETE /rest/api/3/issue/SCR-5?deleteSubtasks=true', { as: 'lea' })).status).toBe(204);
    expect((await ask('GET /rest/api/3/issue/SCR-6', { as: 'lea' })).status).toBe(404);
  });
});

describe('comments', () => {
  test('are edited and deleted by their authors, and by administrators', async () => {
    const { ask } = stage();
    const path = '/rest/api/3/issue/SCR-1/comment';
    const added = await ask(`POST ${path}`, { body: { body: textAdf('Mine') } });
    const { id } = added.body as { id: string };
    const edit = (as: string) => ask(`PUT ${path}/${id}`, { as, body: { body: textAdf('Ours') } });
    expect((await edit('dev')).status).toBe(200);
    expect((await edit('vic')).status).toBe(400);
    expect((await ask(`DELETE ${path}/${id}`, { as: 'vic' })).status).toBe(400);
    expect((await ask(`DELETE ${path}/${id}`, { as: 'lea' })).status).toBe(204);
    expect((await ask(`GET ${path}`)).body).toMatchObject({ total: 0, comments: [] });
  });
});

describe('permission questions', () => {
  test('my permissions, for a project, an issue, or anywhere', async () => {
    const { ask } = stage();
    const have = async (query: string, as = 'dev') => {
      const { body } = await ask(`GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES${query}`, { as });
      return (body as { permissions: Record<string, { havePermission: boolean }> }).permissions['EDIT_ISSUES']
        ?.havePermission;
    };
    expect(await have('&projectKey=SCR')).toBe(true);
    expect(await have('&issueKey=SCR-1', 'vic')).toBe(false);
    expect(await have('')).toBe(true);
    expect((await ask('GET /rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=TM')).status).toBe(
      404,
    );
    expect((await ask('GET /rest/api/3/mypermissions')).status).toBe(400);
  });

  test('permissions/check answers for another account to the app and to administrators only', async () => {
    const { ask, issues, scrum, team } = stage();
    const body = {
      accountId: 'dev',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        {
          permissions: ['EDIT_ISSUES', 'DELETE_ISSUES'],
          projects: [Number(scrum.id), Number(team.id)],
          issues: [issues[0], issues[2]].map((issue) => Number(issue!.id)),
        },
      ],
    };
    const answer = await ask('POST /rest/api/3/permissions/check', { as: null, caller: 'app', body });
    expect(answer.body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'EDIT_ISSUES', issues: [Number(issues[0]!.id)], projects: [Number(scrum.id)] },
        { permission: 'DELETE_ISSUES', issues: [], projects: [] },
      ],
    });
    expect((await ask('POST /rest/api/3/permissions/check', { as: 'vic', body })).status).toBe(403);
    expect((await ask('POST /rest/api/3/permissions/check', { as: 'ada', body })).status).toBe(200);
  });
});
