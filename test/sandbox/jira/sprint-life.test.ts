import { describe, expect, test } from 'vitest';

import { FIELD, PERMISSION_SCHEME, STATUS } from '#sandbox/jira/defaults';
import type { SprintEvent } from '#sandbox/jira/site.types';

import { buildRest } from './rest.fixture';
import { DAY, MONDAY, buildSite } from './site.fixture';

const by = (days: number) => ({ by: 'dev', at: MONDAY + days * DAY });

function stage() {
  const world = buildSite();
  const { site, board, scrum } = world;
  const events: SprintEvent[] = [];
  site.onSprintEvent((event) => events.push(event));
  const sprint = (name: string) => site.createSprint({ boardId: board.id, name }, by(0));
  const create = (more: object = {}) =>
    site.createIssue({ projectId: scrum.id, issueTypeId: '10001', summary: 'Story', ...more }, by(0));
  const start = (id: number, days = 1) => site.startSprint(id, { ...by(days), endDate: MONDAY + 15 * DAY });
  const complete = (id: number, moveOpenTo: number | null = null, days = 15) =>
    site.completeSprint(id, { ...by(days), moveOpenTo });
  return { ...world, events, sprint, create, start, complete };
}

describe('completing a sprint', () => {
  test('moves what is not in the last column of its board, whatever the category of the status', () => {
    const { site, board, sprint, create, start, complete } = stage();
    site.put('boards', {
      ...board,
      columns: [
        { name: 'Open', statusIds: [STATUS.toDo, STATUS.done] },
        { name: 'Reviewed', statusIds: [STATUS.inReview] },
      ],
    });
    const [one, two] = [sprint('One'), sprint('Two')];
    const open = create({ sprintId: one.id, statusId: STATUS.done });
    const done = create({ sprintId: one.id, statusId: STATUS.inReview });
    start(one.id);
    complete(one.id, two.id);
    expect(site.issue(open.id)?.sprintIds).toEqual([one.id, two.id]);
    expect(site.issue(done.id)?.sprintIds).toEqual([one.id]);
  });

  test('leaves no issue behind in itself', () => {
    const { sprint, start, complete } = stage();
    const one = sprint('One');
    start(one.id);
    expect(() => complete(one.id, one.id)).toThrow('cannot stay');
  });
});

describe('reopening a sprint', () => {
  test('brings its issues back from the backlog without a change, and from a future sprint with one', () => {
    const { site, sprint, create, start, complete } = stage();
    const [one, two] = [sprint('One'), sprint('Two')];
    const [backlog, future] = [create({ sprintId: one.id }), create({ sprintId: one.id })];
    start(one.id);
    complete(one.id, two.id);
    site.moveToSprint(backlog.id, null, by(16));
    const before = site.historiesOf(backlog.id).length;
    const reopened = site.reopenSprint(one.id, by(17));
    expect(reopened).toMatchObject({ state: 'active', completeDate: null, startDate: MONDAY + DAY });
    expect(site.historiesOf(backlog.id)).toHaveLength(before);
    expect(site.issue(future.id)?.sprintIds).toEqual([one.id]);
    expect(site.historiesOf(future.id).at(-1)?.items).toEqual([
      {
        field: 'Sprint',
        fieldtype: 'custom',
        fieldId: FIELD.sprint,
        from: '1, 2',
        fromString: 'One, Two',
        to: '1',
        toString: 'One',
      },
    ]);
  });

  test('is for closed sprints only', () => {
    const { site, sprint } = stage();
    const one = sprint('One');
    expect(() => site.reopenSprint(one.id, by(1))).toThrow('only a closed sprint');
  });
});

test('no issue can be created in a closed sprint', () => {
  const { sprint, create, start, complete } = stage();
  const one = sprint('One');
  start(one.id);
  complete(one.id);
  expect(() => create({ sprintId: one.id })).toThrow('is closed');
});

test('an issue that is created in a sprint has no Sprint entry in its change log, and neither has a split-off part', () => {
  const { site, sprint, create } = stage();
  const one = sprint('One');
  const issue = create({ sprintId: one.id });
  expect(site.historiesOf(issue.id)).toEqual([]);
  const part = site.splitIssue(issue.id, { summary: 'A part' }, by(1));
  expect(part.sprintIds).toEqual([one.id]);
  expect(site.historiesOf(part.id).flatMap(({ items }) => items.map((item) => item.toString))).toEqual([
    'This issue split from SCR-1',
  ]);
});

test('an issue that moves to another project takes its sub-tasks along and says so in its change log', () => {
  const { site, team, sprint, create } = stage();
  const one = sprint('One');
  const issue = create({ sprintId: one.id, statusId: STATUS.done });
  const step = create({ issueTypeId: '10004', parentId: issue.id });
  const moved = site.moveIssueToProject(issue.id, team.id, by(1));
  expect(moved).toMatchObject({ key: 'TM-1', sprintIds: [one.id], statusId: team.statusIds[2] });
  expect(site.issue(step.id)?.key).toBe('TM-2');
  expect(site.issue('SCR-1')).toBeUndefined();
  expect(site.issuesOfProject(team.id).map(({ key }) => key)).toEqual(['TM-1', 'TM-2']);
  const [entry] = site.historiesOf(issue.id);
  expect(entry?.items.map(({ field, fromString, toString }) => [field, fromString, toString])).toEqual([
    ['project', 'Scrum Team', 'Team Managed'],
    ['Key', 'SCR-1', 'TM-1'],
    ['issuetype', 'Story', 'Story'],
    ['status', 'Done', 'Done'],
  ]);
});

describe('what happens to sprints is told', () => {
  test('in order, once the act is done, and an edit with what it replaced', () => {
    const { site, events, sprint, start, complete } = stage();
    const [one, two] = [sprint('One'), sprint('Two')];
    site.editSprint(one.id, { goal: 'Calm' }, by(0));
    site.editSprint(one.id, { goal: 'Calm' }, by(0));
    start(one.id);
    complete(one.id);
    site.reopenSprint(one.id, by(16));
    site.deleteSprint(two.id, by(17));
    expect(events.map(({ kind, sprint: { name }, old }) => [kind, name, old?.state ?? null])).toEqual([
      ['created', 'One', null],
      ['created', 'Two', null],
      ['updated', 'One', 'future'],
      ['started', 'One', null],
      ['closed', 'One', null],
      ['updated', 'One', 'closed'],
      ['deleted', 'Two', null],
    ]);
  });

  test('not when the act fails as a whole, and whoever listens may act', () => {
    const { site, events, sprint } = stage();
    expect(() => {
      site.batch(() => {
        sprint('Lost');
        throw new Error('no');
      });
    }).toThrow('no');
    expect(events).toEqual([]);
    site.onSprintEvent(({ kind, sprint: { id } }) => {
      if (kind === 'created') site.editSprint(id, { goal: 'Set by a listener' }, by(0));
    });
    sprint('One');
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'updated']);
  });
});

describe('over REST', () => {
  test('a sprint starts when the body says, not when the call comes, and cannot be reopened', async () => {
    const { ask, site, board } = buildRest();
    const { id } = site.createSprint({ boardId: board.id, name: 'One' }, { by: 'lea' });
    const send = (body: object) => ask(`POST /rest/agile/1.0/sprint/${id}`, { body });
    const dates = { startDate: '2026-05-29T09:00:00.000Z', endDate: '2026-06-15T09:00:00.000Z' };
    expect((await send({ ...dates, state: 'active' })).body).toMatchObject(dates);
    expect(site.get('sprints', id)?.activatedDate).toBe(MONDAY);
    await send({ state: 'closed' });
    expect((await send({ state: 'active' })).status).toBe(400);
    expect((await send({ goal: 'Looked back at' })).body).toMatchObject({
      state: 'closed',
      goal: 'Looked back at',
    });
    expect((await send({ mood: 'calm' })).status).toBe(400);
  });

  test.each([
    ['START_STOP_SPRINTS_PERMISSION', { state: 'active' }, { goal: 'x' }],
    ['EDIT_SPRINT_NAME_AND_GOAL_PERMISSION', { goal: 'x' }, { state: 'active' }],
  ])('%s alone is enough for its own act and no other', async (permission, may, mayNot) => {
    const { ask, site, board } = buildRest();
    const dates = { startDate: MONDAY, endDate: MONDAY + 14 * DAY };
    const { id } = site.createSprint({ boardId: board.id, name: 'One', ...dates }, { by: 'lea' });
    const scheme = site.get('permissionSchemes', PERMISSION_SCHEME.default)!;
    site.put('permissionSchemes', {
      ...scheme,
      grants: [
        ...scheme.grants.filter((grant) => !grant.permission.includes('SPRINT')),
        { permission, holder: { type: 'user', value: 'dev' } },
      ],
    });
    const send = async (body: object) => (await ask(`POST /rest/agile/1.0/sprint/${id}`, { body })).status;
    expect(await send(mayNot)).toBe(403);
    expect(await send({ ...may, ...mayNot })).toBe(403);
    expect(await send(may)).toBe(200);
  });

  test.each([
    ['POST /rest/agile/1.0/sprint/1', { goal: 'x' }, 'write:sprint:jira-software'],
    ['PUT /rest/agile/1.0/sprint/1', { name: 'x' }, 'write:sprint:jira-software'],
    ['POST /rest/agile/1.0/sprint/1/issue', { issues: ['SCR-1'] }, 'write:sprint:jira-software'],
    ['POST /rest/agile/1.0/backlog/issue', { issues: ['SCR-1'] }, 'write:board-scope:jira-software'],
    ['DELETE /rest/agile/1.0/sprint/1', undefined, 'delete:sprint:jira-software'],
  ])('%s takes its scope', async (call, body, scope) => {
    const { ask, site, board, scrum } = buildRest();
    site.createSprint({ boardId: board.id, name: 'One' }, { by: 'lea' });
    site.createIssue({ projectId: scrum.id, issueTypeId: '10001', summary: 'Story' }, { by: 'lea' });
    expect((await ask(call, { body, scopes: ['read:jira-work', 'write:jira-work'] })).status).toBe(401);
    expect((await ask(call, { body, scopes: [scope] })).status).toBeLessThan(300);
  });

  test('a sprint is seen by whoever sees one of its issues, without its board', async () => {
    const { ask, site, team, board } = buildRest();
    const { id } = site.createSprint({ boardId: board.id, name: 'One' }, { by: 'lea' });
    site.put('projects', { ...team, roleMembers: { '10003': { accountIds: ['out'], groupIds: [] } } });
    expect((await ask(`GET /rest/agile/1.0/sprint/${id}`, { as: 'out' })).status).toBe(404);
    site.createIssue(
      { projectId: team.id, issueTypeId: team.issueTypeIds[1]!, summary: 'Theirs', sprintId: id },
      { by: 'lea' },
    );
    expect((await ask(`GET /rest/agile/1.0/sprint/${id}`, { as: 'out' })).status).toBe(200);
  });

  test('bulk change logs tell of sprints by id, with all fields of a history, and name no field twice', async () => {
    const { ask, site, board, scrum } = buildRest();
    const [one, two] = ['Same', 'Same'].map((name) =>
      site.createSprint({ boardId: board.id, name }, { by: 'lea' }),
    );
    const issue = site.createIssue(
      { projectId: scrum.id, issueTypeId: '10001', summary: 'Story', sprintId: one!.id },
      { by: 'lea' },
    );
    site.moveToSprint(issue.id, two!.id, { by: 'lea' });
    const body = { issueIdsOrKeys: [issue.key], fieldIds: [FIELD.sprint, 'status'] };
    const answer = await ask('POST /rest/api/3/changelog/bulkfetch', { body });
    expect(answer.body).toMatchObject({
      issueChangeLogs: [
        {
          issueId: issue.id,
          changeHistories: [{ items: [{ from: '1', to: '2', fromString: 'Same', toString: 'Same' }] }],
        },
      ],
    });
    const twice = { ...body, fieldIds: ['status', 'status'] };
    expect((await ask('POST /rest/api/3/changelog/bulkfetch', { body: twice })).status).toBe(400);
  });
});

describe('a saved filter in a query', () => {
  const search = async (jql: string, as = 'dev') => {
    const { ask, site, scrum, team, kanban } = buildRest();
    site.put('boards', { ...kanban, filterId: '10002', filterJql: 'project = TM OR filter = 10002' });
    const act = { by: 'lea' };
    for (const summary of ['a', 'b']) {
      site.createIssue({ projectId: scrum.id, issueTypeId: '10001', summary }, act);
    }
    site.createIssue({ projectId: team.id, issueTypeId: team.issueTypeIds[1]!, summary: 'c' }, act);
    const { status, body } = await ask(
      `GET /rest/api/3/search/jql?fields=summary&jql=${encodeURIComponent(jql)}`,
      { as },
    );
    const { issues = [], errorMessages = [] } = body as {
      issues?: { fields: { summary: string } }[];
      errorMessages?: string[];
    };
    return status === 200 ? issues.map(({ fields }) => fields.summary).join('') : errorMessages.join(' ');
  };

  test.each([
    ['filter = 10001 ORDER BY key', 'ab'],
    ['filter = "Filter for SCR board" AND summary ~ b', 'b'],
    ['filter in (10001) AND key = SCR-1', 'a'],
    ['project = SCR AND filter != 10001', ''],
  ])('%s', async (jql, found) => {
    expect(await search(jql)).toBe(found);
  });

  test('is refused when unknown, hidden, part of itself, or compared by size', async () => {
    expect(await search('filter = 99999')).toContain("The value '99999' does not exist");
    expect(await search('filter = 10001', 'out')).toContain('does not exist');
    expect(await search('filter = 10002', 'lea')).toContain('cyclical');
    expect(await search('filter > 10001')).toContain("operator '>' is not supported");
    expect(await search('project = SCR ORDER BY filter')).toContain('Not able to sort');
  });
});
