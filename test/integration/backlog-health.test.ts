import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import { NO_FAULTS } from '#sandbox/faults';
import { FIELD, ISSUE_TYPE, STATUS } from '#sandbox/jira/defaults';
import type { Issue } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
import type { LocalApp } from '#tools/local-app';

import {
  accountOf,
  bundleForTests,
  dataOf,
  failureOf,
  startWatchedApp,
  uncoveredWatchedCalls,
} from './local-app';

const bundle = bundleForTests();

/** For tests that only read; the others start their own. */
let app: LocalApp<DemoIds>;

beforeAll(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
});

afterEach(() => {
  app.faults.set(NO_FAULTS);
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

const LEAD = accountOf('lead');
const VIEWER = accountOf('viewer');
const OUTSIDER = accountOf('outsider');

const open = async (board: keyof DemoIds['boards'], accountId: string, on = app): Promise<BacklogHealth> =>
  await dataOf(on, 'get-backlog-health', { boardId: on.seeded.boards[board] }, accountId);

const keysOf = (health: BacklogHealth) => health.issues.map(({ key }) => key);

const standard: readonly string[] = [ISSUE_TYPE.story, ISSUE_TYPE.task, ISSUE_TYPE.bug];

/** Unstarted issues of Aurora straight from the records: future sprints as they were made, then the rest, by rank. */
function inRankOrder(site: JiraSite, projectId: string): Issue[] {
  const state = (id: number) => site.get('sprints', id)?.state;
  const openSprint = ({ sprintIds }: Issue) => sprintIds.find((id) => state(id) !== 'closed');
  const unstarted = [...site.rankedIssues()].filter((issue) => {
    const sprintId = openSprint(issue);
    return (
      issue.projectId === projectId &&
      issue.statusId !== STATUS.done &&
      standard.includes(issue.issueTypeId) &&
      (sprintId === undefined || state(sprintId) === 'future')
    );
  });
  const place = (issue: Issue) => openSprint(issue) ?? Infinity;
  return unstarted.sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));
}

function deliveredIn(site: JiraSite, projectId: string, sprintId: number): number {
  const { startDate, completeDate } = site.get('sprints', sprintId) ?? {};
  return [...site.all('issues')]
    .filter(
      ({ projectId: project, sprintIds, statusId, resolutionDate }) =>
        project === projectId &&
        sprintIds.includes(sprintId) &&
        statusId === STATUS.done &&
        resolutionDate !== null &&
        resolutionDate >= (startDate ?? Infinity) &&
        resolutionDate <= (completeDate ?? 0),
    )
    .reduce((sum, { customFields }) => sum + Number(customFields[FIELD.storyPoints] ?? 0), 0);
}

describe("a team's board", () => {
  it('is assessed in rank order, from the top down', async () => {
    const { site, seeded } = app;
    const health = await open('aurora', LEAD);
    const expected = inRankOrder(site, seeded.projects.aurora).map(({ key }) => key);
    expect(keysOf(health).length).toBeGreaterThan(10);
    expect(keysOf(health)).toEqual(expected.slice(0, health.read.issues));
    expect(health.read.isWholeBacklog).toBe(health.read.issues === expected.length);
  });

  it('rests on what its closed sprints delivered', async () => {
    const { site, seeded } = app;
    const { history } = await open('aurora', LEAD);
    const closed = [...site.all('sprints')].filter(({ state }) => state === 'closed').map(({ id }) => id);
    // As far back as their issues are worth their points.
    expect(history.delivered.length).toBeGreaterThanOrEqual(7);
    expect(history.delivered).toEqual(
      closed
        .slice(-history.delivered.length)
        .map((sprintId) => ({ sprintId, amount: deliveredIn(site, seeded.projects.aurora, sprintId) })),
    );
    expect(history.delivered.some(({ amount }) => amount > 0)).toBe(true);
  });

  it('shows a viewer nothing of issues that are kept from them, not even as blockers', async () => {
    const secret = [...app.site.all('issues')].filter(({ securityLevelId }) => securityLevelId !== null);
    const forLead = JSON.stringify(await open('aurora', LEAD));
    const forViewer = JSON.stringify(await open('aurora', VIEWER));
    const seen = (text: string) => secret.filter(({ key }) => text.includes(`"${key}"`));
    expect(seen(forLead)).not.toEqual([]);
    expect(seen(forViewer)).toEqual([]);
  });

  it('is not there for somebody outside the project', async () => {
    const { boards } = app.seeded;
    expect(await failureOf(app, 'get-backlog-health', { boardId: boards.aurora }, OUTSIDER)).toEqual({
      code: 'not-found',
      message: 'board configuration: Jira answered 404.',
    });
    expect(await failureOf(app, 'get-backlog-health', { boardId: 4_711 }, LEAD)).toMatchObject({
      code: 'not-found',
    });
  });

  it('is still read without an active licence', async () => {
    app.faults.set({ license: 'inactive' });
    expect(keysOf(await open('aurora', LEAD))).not.toEqual([]);
  });
});

describe('other boards', () => {
  it('an empty one has no figures and nothing missing', async () => {
    expect(await open('borealis', LEAD)).toMatchObject({
      hasSprints: true,
      history: { delivered: [] },
      demand: null,
      runway: null,
      ready: { amount: 0, items: 0 },
      read: { issues: 0, isWholeBacklog: true },
      issues: [],
    });
  });

  it('a Kanban board counts items and has no sprints', async () => {
    const health = await open('operations', LEAD);
    expect(health).toMatchObject({ unit: 'items', hasSprints: false, history: { period: 'fortnight' } });
    // The fortnights before its first finished item say nothing of its pace.
    expect(health.history.delivered.length).toBeGreaterThanOrEqual(5);
    expect(health.history.delivered[0]?.amount).toBeGreaterThan(0);
    expect(health.demand).not.toBeNull();
    expect(health.ready.amount).toBe(health.ready.items);
    expect(health.issues.length).toBeGreaterThan(0);
  });

  it('are listed by project, for those who may see them', async () => {
    const { projects, boards } = app.seeded;
    const list = async (accountId: string) =>
      await dataOf(app, 'list-boards', { projectId: projects.aurora }, accountId);
    expect((await list(VIEWER)).boards).toEqual([
      { id: boards.aurora, name: expect.any(String) as string, type: 'scrum' },
    ]);
    expect(await failureOf(app, 'list-boards', { projectId: projects.aurora }, OUTSIDER)).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('closed sprints', () => {
  it('are paid for once, and join the history when they close', async () => {
    const fresh = await startWatchedApp(bundle(), seedDemo);
    const { site, rest, seeded, host } = fresh;
    const paid = async () => {
      const since = rest.ledger.mark();
      const health = await open('aurora', LEAD, fresh);
      return { health, points: rest.ledger.summary({ since }).points };
    };
    const first = await paid();
    const second = await paid();
    expect(second.health).toEqual(first.health);
    // Nothing but the history is spared here: the last answer is another test's.
    expect(second.points).toBeLessThan(first.points - 40);

    const active = [...site.all('sprints')].find(({ state }) => state === 'active');
    if (!active) throw new Error('The demo has no active sprint.');
    site.completeSprint(active.id, { by: LEAD, moveOpenTo: null });
    const third = await paid();
    expect(third.health.history.delivered).toEqual([
      ...first.health.history.delivered,
      { sprintId: active.id, amount: deliveredIn(site, seeded.projects.aurora, active.id) },
    ]);
    expect(third.points).toBeLessThan(first.points);
    expect(host.logs()).toEqual([]);
  });
});

describe('when Jira does not answer as it should', () => {
  it.each([
    [
      'too many calls',
      'rate-limited',
      '/configuration',
      'all',
      { code: 'rate-limited', retryAfterSeconds: 5 },
    ],
    ['an error of the server', 'server-error', '/sprint', 'all', { code: 'jira-unavailable' }],
  ] as const)('%s is told as one clear error', async (_, kind, match, pages, expected) => {
    app.faults.set({ rest: [{ match, kind, pages, remaining: null }] });
    const { boards } = app.seeded;
    const error = await failureOf(app, 'get-backlog-health', { boardId: boards.aurora }, LEAD);
    expect(error).toMatchObject(expected);
    expect(app.host.logs()).toEqual([]);
  });

  it('a page that fails midway makes the answer a partial one, which is not kept', async () => {
    const partial = await startWatchedApp(bundle(), seedDemo);
    partial.faults.set({
      rest: [{ match: '/backlog', kind: 'server-error', pages: 'later-pages', remaining: null }],
    });
    const health = await open('aurora', LEAD, partial);
    expect(health.missing).toEqual([
      { part: 'rest-of-backlog', code: 'jira-unavailable', retryAfterSeconds: null },
    ]);
    expect(health.read.isWholeBacklog).toBe(false);
    expect(health.issues.length).toBeGreaterThan(5);
    partial.faults.set(NO_FAULTS);
    const payload = { boardId: partial.seeded.boards.aurora, mayBeKept: true };
    expect(await dataOf(partial, 'get-backlog-health', payload, LEAD)).toMatchObject({
      isKept: false,
      missing: [],
    });
  });

  it('an answer of another shape names the call, and quotes nothing of it', async () => {
    const strange = await startWatchedApp(bundle(), seedDemo, (handle) => async (request, invocationId) => {
      const answer = await handle(request, invocationId);
      return request.path.includes('/backlog')
        ? { ...answer, body: answer.body.replaceAll('"summary"', '"title"') }
        : answer;
    });
    const payload = { boardId: strange.seeded.boards.aurora };
    const error = await failureOf(strange, 'get-backlog-health', payload, LEAD);
    expect(error.code).toBe('unexpected-answer');
    expect(error.message).toMatch(/^backlog: the answer has another shape at issues\.0\.fields\.summary/);
  });
});

/** What a screen asks Jira for by itself: names and texts for an answer that was kept. */
const FROM_SCREEN = (boardId: number) => [
  `/rest/software/1.0/board/${boardId}/backlog?maxResults=1&fields=summary`,
  `/rest/software/1.0/board/${boardId}/issue?maxResults=1&fields=summary`,
  '/rest/api/3/priority',
  '/rest/api/3/field',
  `/rest/api/3/user/bulk?accountId=${LEAD}`,
];

/** Every call of the contract once, each with what makes it ask Jira for all that it may ask for. */
async function useEverything(on: LocalApp<DemoIds>): Promise<void> {
  const { site, seeded, call } = on;
  const boardId = seeded.boards.aurora;
  const { issues } = await open('aurora', LEAD, on);
  await open('operations', LEAD, on);
  await dataOf(on, 'probe-backlog', { boardId }, LEAD);
  await dataOf(on, 'list-boards', { projectId: seeded.projects.aurora }, LEAD);
  const { settings, version } = await dataOf(on, 'get-board-settings', { boardId }, LEAD);
  await dataOf(on, 'save-board-settings', { boardId, version, settings }, LEAD);
  const issue = site.issue(issues[0]?.id ?? '');
  const { key: blockerKey } = issues[1] ?? { key: '' };
  const template = { heading: 'Acceptance criteria', lines: ['Given'] };
  const estimate = issue?.customFields[FIELD.storyPoints] ?? null;
  for (const mend of [
    { kind: 'estimate', from: estimate, to: 34 },
    { kind: 'priority', from: issue?.priorityId, to: issue?.priorityId === '1' ? '2' : '1' },
    { kind: 'insert-criteria', template },
    { kind: 'link-blocker', blockerKey },
    { kind: 'unlink-blocker', blockerKey },
  ]) {
    const answer = (await call('mend-issue', { boardId, issueId: issue?.id, mend }, LEAD)) as { ok: boolean };
    expect(answer.ok, mend.kind).toBe(true);
  }
}

describe('what the app may do', () => {
  it('is what the manifest asks for, all of it and no more', async () => {
    const whole = await startWatchedApp(bundle(), seedDemo);
    await useEverything(whole);
    for (const restPath of FROM_SCREEN(whole.seeded.boards.aurora)) {
      await whole.host.fetchProduct({ product: 'jira', restPath }, LEAD);
    }
    const entries = whole.rest.ledger.entries({ callers: ['user', 'app', 'screen'] });
    const used = new Set(entries.flatMap(({ scopes }) => scopes));
    if (whole.host.use().kvsReads > 0) used.add('storage:app');
    // Those of Confluence belong to the risk register, those that change sprints to sprint readiness, app data to JQL functions, and the
    // report to the weekly schedule: each has a test of its own, which goes red where a call is not covered.
    const ofOthers =
      /:confluence$|^write:(sprint|board-scope):jira-software$|:app-data:jira$|^report:personal-data$/;
    const asked = whole.manifest.scopes.filter((scope) => !ofOthers.test(scope));
    expect([...used].sort()).toEqual([...asked].sort());
    const refused = entries.filter(({ status }) => status >= 300);
    expect(refused.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
      // Jira's way to say that a board has no sprints.
      '/rest/agile/1.0/board/{boardId}/sprint 400',
      '/rest/agile/1.0/board/{boardId}/sprint 400',
    ]);
  });

  it('is done as the viewer, never as the app', async () => {
    const since = app.rest.ledger.mark();
    await open('aurora', VIEWER);
    const callers = app.rest.ledger
      .entries({ since })
      .map(({ caller, accountId }) => ({ caller, accountId }));
    expect(new Set(callers.map(({ caller }) => caller))).toEqual(new Set(['user']));
    expect(new Set(callers.map(({ accountId }) => accountId))).toEqual(new Set([VIEWER]));
  });
});
