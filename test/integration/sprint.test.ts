import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { OpenedSprint } from '#src/contract/sprint/calls';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
import { ISSUE_TYPE } from '#sandbox/jira/ids';
import type { LocalApp } from '#tools/local-app';

import {
  accountOf,
  bundleForTests,
  costOf,
  dataOf,
  failureOf,
  startWatchedApp,
  uncoveredWatchedCalls,
} from './local-app';

const bundle = bundleForTests();

const LEAD = accountOf('lead');
const DEVELOPER = accountOf('developer');
const VIEWER = accountOf('viewer');
const OUTSIDER = accountOf('outsider');

const STANDARD: readonly string[] = [ISSUE_TYPE.story, ISSUE_TYPE.task, ISSUE_TYPE.bug];

let app: LocalApp<DemoIds>;
let boardId: number;

beforeEach(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

async function open(sprintId: number | null = null, accountId = LEAD): Promise<OpenedSprint> {
  return await dataOf(app, 'get-sprint', { boardId, sprintId }, accountId);
}

async function planOf(sprintId: number | null = null, accountId = LEAD) {
  const opened = await open(sprintId, accountId);
  if (opened.view?.state !== 'future' || opened.sprint === null) throw new Error('Not a plan.');
  return { ...opened, sprint: opened.sprint, plan: opened.view };
}

const idOf = ({ sprints }: OpenedSprint, state: string) =>
  sprints.find((sprint) => sprint.state === state)!.id;

/** Keys of a sprint's stories in Jira's own records, by rank, of those that are not done. */
function storiesIn(sprintId: number): string[] {
  return [...app.site.rankedIssues()]
    .filter(({ issueTypeId }) => STANDARD.includes(issueTypeId))
    .filter(({ id }) => app.site.issuesOfSprint(sprintId).some((issue) => issue.id === id))
    .map(({ key }) => key);
}

describe('the next sprint', () => {
  it('is judged, with its words, for less than the first open once the board was opened', async () => {
    const cold = await costOf(app, async () => await planOf());
    const { plan, sprint, words, past } = cold.value;
    expect(plan.issues.map(({ key }) => key)).toEqual(storiesIn(sprint.id));
    expect(plan.goal.verdict).toBe('outcome');
    expect(plan.odds?.dots).toHaveLength(20);
    expect(Object.keys(words.issues)).toHaveLength(plan.issues.length);
    expect(past.delivered.length).toBeGreaterThanOrEqual(5);
    const warm = await costOf(app, async () => await planOf());
    expect(warm.points).toBeLessThan(cold.points / 2);
    expect(warm.value.plan).toEqual(plan);
  });

  it('has its findings as the backlog has them', async () => {
    const health = await dataOf(app, 'get-backlog-health', { boardId, mayBeKept: false }, LEAD);
    const { plan, sprint } = await planOf();
    const there = health.issues.filter(({ sprintId }) => sprintId === sprint.id);
    expect(plan.issues.map(({ key, isReady, findings }) => [key, isReady, findings])).toEqual(
      there.map(({ key, isReady, findings }) => [key, isReady, findings]),
    );
  });

  it('gets another goal, which somebody who saw the last one does not write over', async () => {
    const { sprint } = await planOf();
    const change = { boardId, sprintId: sprint.id, was: sprint.goal, goal: 'Buyers can pay by card' };
    expect(await dataOf(app, 'set-sprint-goal', change, LEAD)).toEqual({
      result: 'changed',
      goal: change.goal,
    });
    expect(app.site.get('sprints', sprint.id)?.goal).toBe(change.goal);
    const late = await dataOf(app, 'set-sprint-goal', { ...change, goal: 'Else' }, LEAD);
    expect(late).toEqual({ result: 'conflict', goal: change.goal });
    expect(app.site.get('sprints', sprint.id)?.goal).toBe(change.goal);
  });

  it('gives issues to the backlog, and takes them back in their place at once', async () => {
    const { sprint } = await planOf();
    const before = storiesIn(sprint.id);
    const issueKeys = before.slice(1, 3);
    const out = { boardId, issueKeys, fromSprintId: sprint.id, toSprintId: null, beforeKey: null };
    expect(await dataOf(app, 'move-issues', out, LEAD)).toEqual({
      moved: issueKeys,
      left: [],
      isRanked: true,
    });
    expect((await planOf()).plan.issues.map(({ key }) => key)).not.toContain(issueKeys[0]);
    const back = { ...out, fromSprintId: null, toSprintId: sprint.id, beforeKey: before[3]! };
    expect((await dataOf(app, 'move-issues', back, LEAD)).moved).toEqual(issueKeys);
    expect(storiesIn(sprint.id)).toEqual(before);
  });

  it('ranks what goes to the backlog, and leaves what is not on the board or was moved meanwhile', async () => {
    const { sprint } = await planOf();
    const [first, second] = storiesIn(sprint.id);
    const health = await dataOf(app, 'get-backlog-health', { boardId, mayBeKept: false }, LEAD);
    const anchor = health.issues.find(({ sprintId }) => sprintId === null)!.key;
    const request = {
      boardId,
      issueKeys: [first!, 'OPS-1', 'NO-999'],
      fromSprintId: sprint.id,
      toSprintId: null,
      beforeKey: anchor,
    };
    const answer = await dataOf(app, 'move-issues', request, LEAD);
    expect(answer.moved).toEqual([first]);
    expect(answer.left.map(({ why }) => why)).toEqual(['not-on-board', 'not-on-board']);
    const ranked = [...app.site.rankedIssues()].map(({ key }) => key);
    expect(ranked[ranked.indexOf(anchor) - 1]).toBe(first);
    const late = { ...request, issueKeys: [second!, first!], toSprintId: idOf(await open(), 'active') };
    expect(await dataOf(app, 'move-issues', late, LEAD)).toMatchObject({
      moved: [second],
      left: [{ key: first, why: 'elsewhere' }],
    });
  });

  it('keeps notes for all who look, and the forecast goes by them', async () => {
    const { sprint, plan } = await planOf();
    const epicId = plan.issues.find(({ parentId }) => parentId !== null)!.parentId!;
    const notes = {
      boardId,
      sprintId: sprint.id,
      version: 0,
      people: 5,
      daysOff: 10,
      serves: { kind: 'epic', epicId },
    };
    const saved = await dataOf(app, 'save-sprint-notes', notes, DEVELOPER);
    expect(saved).toMatchObject({ result: 'saved', notes: { version: 1, by: DEVELOPER } });
    const after = await planOf();
    expect(after.notes).toEqual(saved.notes);
    expect(after.plan.availability).toBe(0.8);
    expect(after.plan.goal.servedShare).toBeGreaterThan(0);
    expect(after.plan.odds!.likely.p50).toBeLessThan(plan.odds!.likely.p50);
    const late = await dataOf(app, 'save-sprint-notes', { ...notes, people: 4 }, LEAD);
    expect(late).toMatchObject({ result: 'conflict', notes: { version: 1, people: 5 } });
  });
});

describe('a sprint that was started', () => {
  it('is followed while it runs, and summed up when it is over', async () => {
    const first = await open();
    const running = await open(idOf(first, 'active'));
    if (running.view?.state !== 'active') throw new Error('Not followed.');
    const { view } = running;
    expect(view.committed.items).toBeGreaterThan(0);
    expect(view.issues.some(({ isFlagged }) => isFlagged)).toBe(true);
    expect(view.course.at(-1)).toEqual({ at: view.elapsed, amount: view.delivered.amount });
    expect(Object.keys(running.words.issues)).toHaveLength(view.issues.length);
    const closed = await open(idOf(first, 'closed'));
    if (closed.view?.state !== 'closed') throw new Error('Not summed up.');
    expect(closed.view.figures.sprintId).toBe(closed.sprint?.id);
    expect(closed.view.figures.delivered.amount).toBeGreaterThan(0);
  });

  it('and is over is read from its change logs once; what its issues are called is read each time', async () => {
    const id = idOf(await open(), 'closed');
    const first = await costOf(app, async () => await open(id));
    const second = await costOf(app, async () => await open(id));
    const logs = 'POST /rest/api/3/changelog/bulkfetch';
    expect(first.calls).toContain(logs);
    expect(second.calls).not.toContain(logs);
    expect({ ...second.value, past: null, asOf: null }).toEqual({ ...first.value, past: null, asOf: null });
    expect(second.value.past.unread).toBe(first.value.past.unread - 1);
    const names = Object.keys(second.value.words.issues).length;
    expect(names).toBeGreaterThan(0);
    // The board, its sprints, the viewer's rights, and a point for each issue that is named.
    expect(second.points).toBeLessThanOrEqual(names + 30);
    const others = await costOf(app, async () => await open(id, DEVELOPER));
    expect(others.calls).toContain(logs);
  });
});

describe("the team's past", () => {
  it('is read once from the change logs, and kept; everything then rests on it', async () => {
    const before = await planOf();
    expect(before.past).toMatchObject({ quality: 'approximate', sprints: [] });
    expect(before.past.unread).toBeGreaterThan(0);
    const read = async () => await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    let past = await read();
    while (past.unread > 0) past = await read();
    const closed = before.sprints.filter(({ state }) => state === 'closed');
    expect(past.sprints.map(({ sprintId }) => sprintId)).toEqual(closed.map(({ id }) => id).toReversed());
    expect(past.quality).toBe('exact');
    const again = await costOf(app, read);
    expect(again.value).toEqual(past);
    expect(again.calls).not.toContain('POST /rest/api/3/changelog/bulkfetch');

    const after = await planOf();
    expect(after.past).toEqual(past);
    expect(after.plan.growth?.sprints).toBe(past.sprints.length);
    const running = await open(idOf(after, 'active'));
    if (running.view?.state !== 'active') throw new Error('Not followed.');
    expect(running.view.fan).toHaveLength(11);
    expect(running.view.verdict).not.toBe('no-history');
    expect(running.view.ageLimitDays).toBeGreaterThan(0);
    const over = await open(closed[0]!.id);
    if (over.view?.state !== 'closed') throw new Error('Not summed up.');
    expect(over.view.figures).toEqual(past.sprints.at(-1));
    expect(over.view.usual?.delivered.sprints).toBe(past.sprints.length - 1);
  });

  it("is what the panel's runway rests on, without a call for what was delivered", async () => {
    const ask = { boardId, mayBeKept: true };
    const panel = async () => await dataOf(app, 'get-backlog-health', ask, LEAD);
    const before = await costOf(app, panel);
    expect(before.value.history.approximate).toBe(before.value.history.delivered.length);
    let past = await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    while (past.unread > 0) past = await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    // The answer that rests on approximate figures is none to come back to.
    const after = await costOf(app, panel);
    expect(after.value).toMatchObject({ isKept: false, history: { approximate: 0 } });
    expect(after.value.history.delivered).toEqual(past.delivered);
    expect(after.points).toBeLessThan(before.points - 30);
    expect((await panel()).isKept).toBe(true);
  });

  it('read before the panel was ever opened leaves it to read a few texts, once', async () => {
    let past = await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    while (past.unread > 0) past = await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    const panel = async () => await dataOf(app, 'get-backlog-health', { boardId, mayBeKept: false }, LEAD);
    const first = await costOf(app, panel);
    const second = await costOf(app, panel);
    expect(first.value.history.delivered).toEqual(past.delivered);
    expect(second.value.history).toEqual(first.value.history);
    expect(second.calls).toHaveLength(first.calls.length - 1);
    expect(first.points - second.points).toBeGreaterThan(0);
    expect(first.points - second.points).toBeLessThanOrEqual(21);
  });

  it('is kept for one viewer, whose sight it is', async () => {
    let past = await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    while (past.unread > 0) past = await dataOf(app, 'read-sprint-past', { boardId }, LEAD);
    expect((await open(null, DEVELOPER)).past.sprints).toEqual([]);
  });
});

describe('who may do what', () => {
  it('is asked of Jira: a viewer of the board reads, and changes nothing', async () => {
    const { sprint, plan, ...rest } = await planOf(null, VIEWER);
    expect(rest).toMatchObject({ canManageSprints: false, canMoveIssues: false, canSaveNotes: false });
    const at = { boardId, sprintId: sprint.id };
    const goal = await failureOf(app, 'set-sprint-goal', { ...at, was: sprint.goal, goal: 'Mine' }, VIEWER);
    expect(goal.code).toBe('refused');
    const move = { boardId, issueKeys: [plan.issues[0]!.key], toSprintId: null, beforeKey: null };
    expect((await failureOf(app, 'move-issues', move, VIEWER)).code).toBe('refused');
    const notes = { ...at, version: 0, people: 3, daysOff: 0, serves: null };
    expect((await failureOf(app, 'save-sprint-notes', notes, VIEWER)).code).toBe('no-access');
    expect(app.site.get('sprints', sprint.id)?.goal).toBe(sprint.goal);
    expect(storiesIn(sprint.id)).toContain(plan.issues[0]!.key);
  });

  it('somebody outside sees nothing of a sprint', async () => {
    const { sprint, plan } = await planOf();
    const at = { boardId, sprintId: sprint.id };
    const key = plan.issues[0]!.key;
    const asked = [
      ['get-sprint', at],
      ['read-sprint-past', { boardId }],
      ['set-sprint-goal', { ...at, was: sprint.goal, goal: 'Mine' }],
      ['save-sprint-notes', { ...at, version: 0, people: 3, daysOff: 0, serves: null }],
      ['move-issues', { boardId, issueKeys: [key], toSprintId: null, beforeKey: null }],
    ] as const;
    for (const [call, payload] of asked) {
      const { code } = await failureOf(app, call, payload, OUTSIDER);
      expect([call, ['not-found', 'no-access'].includes(code)]).toEqual([call, true]);
    }
  });
});
