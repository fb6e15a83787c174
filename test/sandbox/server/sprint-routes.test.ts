import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { DEMO_USERS } from '#sandbox/demo/seed';
import { readManifest } from '#sandbox/forge/manifest';
import type { SprintReport } from '#sandbox/jira/reports/sprint-report';
import { type RunningSite, startSite } from '#sandbox/server';

// A whole site is started here, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY = 86_400_000;
const accountOf = (role: string) => DEMO_USERS.find((user) => user.role === role)?.accountId ?? '';

/** An app that does nothing, under every name of the manifest. */
const HANDLERS = [...readManifest('manifest.yml').functions.values()].map(
  ({ handler }) => `exports.${handler.split('.').at(-1) ?? ''}`,
);

let folder: string;
let site: RunningSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'pages'), { recursive: true });
  writeFileSync(join(folder, 'index.cjs'), `${HANDLERS.join(' = ')} = async () => undefined;`);
  writeFileSync(join(folder, 'pages', 'index.html'), '<html data-color-mode="light"><head></head></html>');
  site = await startSite({
    port: 0,
    stateFile: ':memory:',
    entry: join(folder, 'index.cjs'),
    pages: join(folder, 'pages'),
  });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** Calls the site's own API as somebody of a role. */
async function ask(role: string, call: string, body?: unknown) {
  const [method = 'GET', path = ''] = call.split(' ');
  const response = await fetch(`${site.url}/sandbox/api/${path}`, {
    method,
    headers: { cookie: `local-site-user=${accountOf(role)}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const sprintsOf = (state: string) =>
  [...site.site.all('sprints')].filter((sprint) => sprint.originBoardId === 1 && sprint.state === state);

describe('the Sprint Report', () => {
  const reportOf = async (role: string, sprintId: number) => {
    const { status, body } = await ask(role, `GET sprint-report?boardId=1&sprintId=${sprintId}`);
    return { status, body: body as SprintReport };
  };

  it('has a closed sprint of the demo in four lists, with its sums', async () => {
    const closed = sprintsOf('closed').at(-1)!;
    const { status, body } = await reportOf('lead', closed.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ boardId: 1, sprint: { id: closed.id, state: 'closed' } });
    const completed = body.issues.filter(({ list }) => list === 'completed');
    expect(completed.length).toBeGreaterThan(0);
    expect(body.sums.delivered.items).toBe(completed.length);
  });

  it('is refused to who may not see the board, for a sprint that has not begun, and without a sprint', async () => {
    expect((await reportOf('outsider', sprintsOf('closed')[0]!.id)).status).toBe(404);
    expect((await reportOf('lead', sprintsOf('future')[0]!.id)).status).toBe(400);
    expect((await reportOf('lead', 9_999)).status).toBe(404);
    expect((await ask('lead', 'GET sprint-report?boardId=x')).status).toBe(400);
  });
});

describe('the life of a sprint', () => {
  it('is not for a viewer', async () => {
    const [active, closed] = [sprintsOf('active')[0]!, sprintsOf('closed')[0]!];
    const complete = { sprintId: active.id, moveOpenTo: 'backlog' };
    expect((await ask('viewer', 'POST sprints/complete', complete)).status).toBe(403);
    expect((await ask('viewer', 'POST sprints/reopen', { sprintId: closed.id })).status).toBe(403);
    expect((await ask('outsider', 'POST sprints/reopen', { sprintId: closed.id })).status).toBe(404);
  });

  it('is completed into a new sprint, reopened, and the next one started', async () => {
    const active = sprintsOf('active')[0]!;
    const open = site.site.issuesOfSprint(active.id).filter(({ parentId }) => parentId !== null);
    const completed = await ask('lead', 'POST sprints/complete', { sprintId: active.id, moveOpenTo: 'new' });
    expect(completed.body).toMatchObject({ state: 'closed' });
    const made = sprintsOf('future').at(-1)!;
    expect(site.site.issuesOfSprint(made.id).length).toBeGreaterThan(0);
    expect(made.name).not.toBe(active.name);
    expect(open.length).toBeGreaterThan(0);

    const reopened = await ask('lead', 'POST sprints/reopen', { sprintId: active.id });
    expect(reopened.body).toMatchObject({ state: 'active', completeDate: null });
    expect(site.site.issuesOfSprint(made.id)).toEqual([]);

    const now = site.clock.now();
    const start = { sprintId: made.id, name: 'Side by side', goal: 'Calm' };
    const dates = { startDate: new Date(now).toISOString(), endDate: new Date(now + DAY).toISOString() };
    expect((await ask('lead', 'POST sprints/start', { ...start, ...dates })).body).toMatchObject({
      state: 'active',
      name: 'Side by side',
      goal: 'Calm',
      startDate: now,
      endDate: now + DAY,
    });
    const backwards = { ...start, startDate: dates.endDate, endDate: dates.startDate };
    expect((await ask('lead', 'POST sprints/start', backwards)).status).toBe(400);
  });

  it('splits an issue in its sprint, and estimates both parts', async () => {
    const active = sprintsOf('active')[0]!;
    const issue = site.site
      .issuesOfSprint(active.id)
      .find((each) => site.site.get('issueTypes', each.issueTypeId)?.hierarchyLevel === 0)!;
    const body = { issueId: issue.id, parts: [{ summary: 'The rest of it', estimate: 2 }], estimate: 1 };
    expect((await ask('viewer', 'POST issues/split', body)).status).toBe(403);
    const { body: keys } = await ask('lead', 'POST issues/split', body);
    const part = site.site.issue((keys as string[])[0]!)!;
    const board = site.site.get('boards', 1)!;
    const field = board.estimation.type === 'field' ? board.estimation.fieldId : '';
    expect(part).toMatchObject({ summary: 'The rest of it', sprintIds: [active.id] });
    expect([part.customFields[field], site.site.issue(issue.id)?.customFields[field]]).toEqual([2, 1]);
  });
});

it('a sprint action has its sprint in the context, and none on a closed one', async () => {
  const { contextOf } = await import('#sandbox/api/place');
  const module = {
    key: 'plan',
    type: 'jira:sprintAction',
    place: 'sprint',
    title: 'Plan',
    resource: 'x',
  } as const;
  const at = async (sprintId?: number) =>
    await contextOf(
      { moduleKey: 'plan', projectKey: 'AUR', boardId: 1, ...(sprintId !== undefined && { sprintId }) },
      accountOf('lead'),
      { jira: site.site, wiki: site.wiki, handle: site.rest.handle, url: site.url, modules: [module] },
    );
  const active = sprintsOf('active')[0]!;
  expect((await at(active.id)).extension).toMatchObject({
    type: 'jira:sprintAction',
    board: { id: '1', type: 'scrum' },
    sprint: { id: String(active.id), state: 'active' },
  });
  await expect(at(sprintsOf('closed')[0]!.id)).rejects.toThrow('active or future');
  await expect(at()).rejects.toThrow('active or future');
});
