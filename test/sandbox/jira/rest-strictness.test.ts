import { describe, expect, test } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';
import { FIELD, LINK_TYPE, SECURITY_LEVEL } from '#sandbox/jira/defaults';

import { addStories, buildRest } from './rest.fixture';

interface Page {
  readonly issues: readonly { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly nextPageToken?: string;
}

const EPIC = '10000';
const SUB_TASK = '10004';

function stage(stories = 2) {
  const world = buildRest();
  const issues = addStories(world, stories);
  const make = (summary: string, more: object = {}) =>
    world.site.createIssue(
      { projectId: world.scrum.id, issueTypeId: '10001', summary, ...more },
      { by: 'lea' },
    );
  return { ...world, issues, make };
}

describe('pages by token while the data changes', () => {
  const RANKED = '/rest/software/1.0/board/1/backlog?fields=id&maxResults=4';
  const SEARCHED = `/rest/api/3/search/jql?fields=id&maxResults=4&jql=${encodeURIComponent('project = SCR ORDER BY Rank')}`;
  const CHANGES: [name: string, change: (world: ReturnType<typeof stage>) => void][] = [
    ['nothing changes', () => undefined],
    [
      'an issue of the first page goes',
      ({ site, issues }) => {
        site.deleteIssue(issues[0]!.id, { by: 'lea' });
      },
    ],
    [
      'the last issue of the first page goes',
      ({ site, issues }) => {
        site.deleteIssue(issues[3]!.id, { by: 'lea' });
      },
    ],
    [
      'the last issue of the first page is ranked to the end',
      ({ site, issues }) => {
        site.rankIssues([issues[3]!.id], { after: issues[9]!.id }, { by: 'lea' });
      },
    ],
    [
      'one comes in above',
      ({ site, make, issues }) => {
        site.rankIssues([make('New').id], { before: issues[0]!.id }, { by: 'lea' });
      },
    ],
  ];

  describe.each([
    ['a backlog', RANKED],
    ['a search', SEARCHED],
  ])('of %s', (_list, path) => {
    test.each(CHANGES)('no later issue is skipped or comes twice when %s', async (_name, change) => {
      const world = stage(10);
      const read = async (token?: string) =>
        (await world.ask(`GET ${path}${token === undefined ? '' : `&nextPageToken=${token}`}`, { as: 'lea' }))
          .body as Page;
      const first = await read();
      expect(first.issues.map(({ id }) => id)).toEqual(world.issues.slice(0, 4).map(({ id }) => id));
      change(world);
      const [second, third] = [await read(first.nextPageToken), undefined as Page | undefined];
      const last = second.nextPageToken === undefined ? third : await read(second.nextPageToken);
      const later = [...second.issues, ...(last?.issues ?? [])].map(({ id }) => id);
      const wanted = world.issues.slice(4).map(({ id }) => id);
      expect(later.filter((id) => wanted.includes(id))).toEqual(wanted);
    });
  });
});

describe('a hidden issue', () => {
  test('is not named by the change log of one that is in sight', async () => {
    const { ask, site, make } = stage();
    const open = make('Open');
    const secret = make('Secret', { securityLevelId: SECURITY_LEVEL.leads });
    const epic = make('Secret epic', { issueTypeId: EPIC, securityLevelId: SECURITY_LEVEL.leads });
    site.linkIssues(LINK_TYPE.blocks, secret.id, open.id, { by: 'lea' });
    site.editIssue(open.id, { parentId: epic.id, summary: 'Still open' }, { by: 'lea' });
    const reads: [call: string, body?: unknown][] = [
      [`GET /rest/api/3/issue/${open.key}/changelog`],
      [`GET /rest/api/3/issue/${open.key}?expand=changelog`],
      ['POST /rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: [open.key] }],
      ['POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys: [open.key], expand: ['changelog'] }],
    ];
    for (const [call, body] of reads) {
      const seen = (as: string) => ask(call, { as, body }).then((answer) => JSON.stringify(answer.body));
      const [dev, lead] = [await seen('dev'), await seen('lea')];
      expect(dev).toContain('Still open');
      for (const { key } of [secret, epic]) {
        expect(dev).not.toContain(`"${key}"`);
        expect(lead).toContain(key);
      }
    }
  });

  test('hides its sub-tasks too, whichever comes first', async () => {
    const { ask, site, make } = stage();
    const story = make('Story', { securityLevelId: SECURITY_LEVEL.leads });
    const early = make('Early', { issueTypeId: SUB_TASK, parentId: story.id });
    expect((await ask(`GET /rest/api/3/issue/${early.key}`)).status).toBe(404);
    site.editIssue(story.id, { securityLevelId: null }, { by: 'lea' });
    expect((await ask(`GET /rest/api/3/issue/${early.key}`)).status).toBe(200);
    site.editIssue(story.id, { securityLevelId: SECURITY_LEVEL.leads }, { by: 'lea' });
    expect((await ask(`GET /rest/api/3/issue/${early.key}`)).status).toBe(404);
  });
});

test('a new sub-task is in the sprint of its parent, not in the backlog', async () => {
  const { ask, site, make } = stage();
  const sprint = site.createSprint({ boardId: 1, name: 'One' }, { by: 'lea' });
  const story = make('Story', { sprintId: sprint.id });
  const task = make('Task', { issueTypeId: SUB_TASK, parentId: story.id });
  const { body } = await ask(`GET /rest/software/1.0/sprint/${sprint.id}/issue?fields=id`);
  expect((body as Page).issues.map(({ id }) => id)).toEqual([story.id, task.id]);
});

test('epics are not on a Scrum board, and a status without a column is neither there nor in its backlog', async () => {
  const { ask, site, make, team } = stage();
  const story = make('Story');
  const epic = make('Epic', { issueTypeId: EPIC });
  site.put('issues', { ...make('Elsewhere'), statusId: team.statusIds[0]! });
  const read = async (list: string) => {
    const { body } = await ask(`GET /rest/software/1.0/board/1/${list}?fields=id`);
    return (body as Page).issues.map(({ id }) => id).slice(2);
  };
  expect(await read('issue')).toEqual([story.id]);
  expect(await read('backlog')).toEqual([story.id, epic.id]);
});

describe('edits that Jira refuses', () => {
  const doc = (...content: object[]) => ({ type: 'doc', version: 1, content });
  const EDITS: [name: string, fields: object, message: object][] = [
    [
      'a node that the format does not know',
      { description: doc({ type: 'bogus' }) },
      { errorMessages: ['INVALID_INPUT'] },
    ],
    [
      'text outside of a block',
      { description: doc({ type: 'text', text: 'a' }) },
      { errorMessages: ['INVALID_INPUT'] },
    ],
    [
      'an empty text',
      { description: doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] }) },
      { errorMessages: ['INVALID_INPUT'] },
    ],
    [
      'a day that no month has',
      { duedate: '2026-02-30' },
      { errors: { duedate: expect.stringContaining('yyyy-MM-dd') as string } },
    ],
    [
      'an issue as its own parent',
      { parent: { key: 'SCR-1' } },
      { errors: { parent: expect.stringContaining('hierarchy') as string } },
    ],
    [
      'a story as the parent of a story',
      { parent: { key: 'SCR-2' } },
      { errors: { parent: expect.stringContaining('hierarchy') as string } },
    ],
  ];

  test.each(EDITS)('%s', async (_name, fields, message) => {
    const { ask } = stage();
    const answer = await ask('PUT /rest/api/3/issue/SCR-1', { body: { fields } });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject(message);
  });

  test('a new story under a story', async () => {
    const { ask } = stage();
    const fields = {
      project: { key: 'SCR' },
      issuetype: { id: '10001' },
      summary: 'x',
      parent: { key: 'SCR-1' },
    };
    const answer = await ask('POST /rest/api/3/issue', { body: { fields } });
    expect(answer.body).toMatchObject({ errors: { parent: expect.stringContaining('hierarchy') as string } });
  });
});

describe('a body with a member that Jira does not know is refused', () => {
  test.each([
    ['POST /rest/api/3/search/jql', { jql: 'project = SCR', startAt: 5 }],
    ['POST /rest/api/3/search/approximate-count', { jql: 'project = SCR', maxResults: 5 }],
    ['POST /rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['SCR-1'], issueIds: [] }],
    ['POST /rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: ['SCR-1'], fields: ['status'] }],
    ['POST /rest/api/3/permissions/check', { permissions: ['EDIT_ISSUES'] }],
    ['PUT /rest/agile/1.0/issue/rank', { issues: ['SCR-1'], rankAfter: 'SCR-2' }],
    ['POST /rest/agile/1.0/backlog/issue', { issues: ['SCR-1'], rankAfterIssue: 'SCR-2' }],
  ])('%s', async (call, body) => {
    const answer = await stage().ask(call, { body });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      errorMessages: [expect.stringContaining('Invalid request payload')],
    });
  });
});

test('an exclusion alone comes off all fields of one issue, and off the navigable ones of a search', async () => {
  const { ask } = stage();
  const fieldsOf = async (call: string) => Object.keys(((await ask(call)).body as Page['issues'][0]).fields);
  const one = await fieldsOf('GET /rest/api/3/issue/SCR-1?fields=-description');
  expect(one).toContain('comment');
  expect(one).not.toContain('description');
  const { body } = await ask('GET /rest/api/3/search/jql?jql=key=SCR-1&fields=-description');
  const found = Object.keys((body as Page).issues[0]!.fields);
  expect(found).toContain('summary');
  expect(found).not.toContain('comment');
  expect(found).not.toContain('description');
});

describe('JQL of Jira that is not simulated', () => {
  test.each([
    ['issueLinkType = blocks', 501],
    ['watcher = currentUser()', 501],
    ['project = SCR ORDER BY votes', 501],
    ['issue in watchedIssues()', 501],
    ['created > lastLogin()', 501],
    ['bogus = 1', 400],
    ['issue in bogus()', 400],
  ])('%s answers %d', async (jql, status) => {
    const answer = await stage().ask('POST /rest/api/3/search/approximate-count', { body: { jql } });
    expect(answer.status).toBe(status);
  });

  test('versions and components are empty everywhere, as the query of a Kanban board asks for', async () => {
    const { ask } = stage(2);
    const count = async (jql: string) =>
      (await ask('POST /rest/api/3/search/approximate-count', { body: { jql } })).body;
    expect(await count('fixVersion in unreleasedVersions() OR fixVersion is EMPTY')).toEqual({ count: 2 });
    expect(await count('project = SCR AND component is not EMPTY')).toEqual({ count: 0 });
  });
});

test('calls without a log-in and writes to no issue do not use up the writes that an issue takes', async () => {
  const { ask } = stage();
  const body = { fields: { summary: 'x' } };
  for (let time = 0; time < 25; time += 1) {
    expect((await ask('PUT /rest/api/3/issue/SCR-1', { as: undefined, caller: 'client', body })).status).toBe(
      401,
    );
    expect((await ask('PUT /rest/api/3/issue/SCR-99', { body })).status).toBe(404);
  }
  expect((await ask('PUT /rest/api/3/issue/SCR-1', { body })).status).toBe(204);
  const comment = { body: textAdf('x') };
  expect((await ask('POST /rest/api/3/issue/SCR-1/comment', { body: comment })).status).toBe(201);
  const number = { fields: { [FIELD.storyPoints]: 3 } };
  expect((await ask('PUT /rest/api/3/issue/SCR-1', { body: number })).status).toBe(204);
});
