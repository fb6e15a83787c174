import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { Mend, MendedIssue } from '#src/contract/mend-issue';
import type { Failure } from '#src/contract/outcome';
import { NO_FAULTS } from '#sandbox/faults';
import { FIELD, LINK_TYPE, PRIORITY } from '#sandbox/jira/ids';
import type { Issue } from '#sandbox/jira/model';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
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
const VIEWER = accountOf('viewer');
const BY = { by: accountOf('developer') };

let app: LocalApp<DemoIds>;
let boardId: number;
let health: BacklogHealth;

beforeAll(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
  health = await dataOf(app, 'get-backlog-health', { boardId }, LEAD);
});

afterEach(() => {
  app.faults.set(NO_FAULTS);
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

/** An issue of the answer as it is on the site now; each test takes one of its own. */
function issueAt(index: number): Issue {
  const issue = app.site.issue(health.issues[index]?.id ?? '');
  if (!issue) throw new Error(`The answer has no issue ${index}.`);
  return issue;
}

const now = ({ id }: Issue): Issue => {
  const issue = app.site.issue(id);
  if (!issue) throw new Error('The issue is gone.');
  return issue;
};

const pointsOf = (issue: Issue) => (now(issue).customFields[FIELD.storyPoints] ?? null) as number | null;

const mend = async ({ id }: Issue, change: Mend, accountId = LEAD): Promise<MendedIssue> =>
  await dataOf(app, 'mend-issue', { boardId, issueId: id, mend: change }, accountId);

const refusal = async ({ id }: Issue, change: Mend, accountId = LEAD): Promise<Failure> =>
  await failureOf(app, 'mend-issue', { boardId, issueId: id, mend: change }, accountId);

const template = { heading: 'Acceptance criteria', lines: ['Given an open bill', 'Then it is paid'] };

/** Makes a change and takes it back; the site must be as it was. */
async function thereAndBack(issue: Issue, change: Mend, read: (issue: Issue) => unknown) {
  const before = read(issue);
  const { undo } = await mend(issue, change);
  const after = read(issue);
  expect(after).not.toEqual(before);
  if (undo === null) throw new Error('Nothing was changed.');
  const back = await mend(issue, undo);
  expect(read(issue)).toEqual(before);
  expect(back.undo).toEqual(change);
  return after;
}

const blockersOf = (issue: Issue) =>
  app.site
    .linksOf(issue.id)
    .filter(({ typeId, outwardIssueId }) => typeId === LINK_TYPE.blocks && outwardIssueId === issue.id)
    .map(({ inwardIssueId }) => app.site.issue(inwardIssueId)?.key);

describe('a change, and taking it back', () => {
  it.each([5, 0, 0.5, null])('an estimate: %s', async (to) => {
    const issue = issueAt(0);
    const from = pointsOf(issue);
    if (from === to) app.site.editIssue(issue.id, { customFields: { [FIELD.storyPoints]: 3 } }, BY);
    const change = { kind: 'estimate', from: pointsOf(issue), to } as const;
    expect(await thereAndBack(issue, change, pointsOf)).toBe(to);
  });

  it('a priority', async () => {
    const issue = issueAt(1);
    const from = issue.priorityId;
    const to = from === PRIORITY.highest ? PRIORITY.low : PRIORITY.highest;
    const read = (each: Issue) => now(each).priorityId;
    expect(await thereAndBack(issue, { kind: 'priority', from, to }, read)).toBe(to);
  });

  it('criteria in a description, which keeps every other node', async () => {
    const issue = issueAt(2);
    const rich = {
      type: 'doc' as const,
      version: 1 as const,
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Bills are paid late.', marks: [{ type: 'strong' }] }],
        },
        { type: 'panel', attrs: { panelType: 'info' }, content: [{ type: 'paragraph', content: [] }] },
        {
          type: 'extension',
          attrs: { extensionType: 'com.example', extensionKey: 'graph', parameters: { of: [1] } },
        },
        { type: 'rule' },
      ],
    };
    app.site.editIssue(issue.id, { description: rich }, BY);
    const change = { kind: 'insert-criteria', template } as const;
    const after = await thereAndBack(issue, change, (each) => now(each).description);
    expect(after).toMatchObject({
      ...rich,
      content: [...rich.content, { type: 'heading' }, { type: 'bulletList' }],
    });
  });

  it('criteria in an empty description', async () => {
    const issue = issueAt(3);
    app.site.editIssue(issue.id, { description: null }, BY);
    await thereAndBack(issue, { kind: 'insert-criteria', template }, (each) => now(each).description);
  });

  it('a blocker, from another project too', async () => {
    const issue = issueAt(4);
    const other = [...app.site.all('issues')].find(
      ({ projectId }) => projectId === app.seeded.projects.operations,
    );
    const change = { kind: 'link-blocker', blockerKey: other?.key ?? '' } as const;
    expect(await thereAndBack(issue, change, blockersOf)).toContain(other?.key);
  });
});

describe('the answer after a change', () => {
  it('has the changed issue judged anew, its words alone, and costs few points', async () => {
    const place = health.issues.findIndex(({ findings }) =>
      findings.some(({ check }) => check === 'missing-estimate'),
    );
    const issue = issueAt(place);
    const change = { kind: 'estimate', from: pointsOf(issue), to: 3 } as const;
    const { value, points, calls } = await costOf(app, () => mend(issue, change));
    const judged = value.health.issues[place];
    expect(judged).toMatchObject({ id: issue.id, estimate: 3 });
    expect(judged?.findings.map(({ check }) => check)).not.toContain('missing-estimate');
    expect(Object.keys(value.health.words.issues)).toEqual([issue.id]);
    expect(calls.filter((call) => call.includes('/backlog'))).toEqual([]);
    expect(points).toBeLessThanOrEqual(15);
    const kept = await dataOf(app, 'get-backlog-health', { boardId, mayBeKept: true }, LEAD);
    expect(kept).toMatchObject({ isKept: true, ready: value.health.ready });
    expect(kept.issues[place]).toMatchObject({ estimate: 3 });
  });

  it('is whole where nothing was kept', async () => {
    const issue = issueAt(6);
    const change = { kind: 'estimate', from: pointsOf(issue), to: 13 } as const;
    const developer = accountOf('developer');
    const { health: answer } = await mend(issue, change, developer);
    expect(answer.issues.find(({ id }) => id === issue.id)).toMatchObject({ estimate: 13 });
    expect(answer.read.issues).toBeGreaterThan(5);
  });
});

describe('what is so already', () => {
  it('is not changed, and has nothing to take back', async () => {
    const issue = issueAt(7);
    const estimate = pointsOf(issue);
    expect((await mend(issue, { kind: 'estimate', from: 99, to: estimate })).undo).toBeNull();
    await mend(issue, { kind: 'insert-criteria', template });
    expect((await mend(issue, { kind: 'insert-criteria', template })).undo).toBeNull();
    const blockerKey = issueAt(8).key;
    await mend(issue, { kind: 'link-blocker', blockerKey });
    expect((await mend(issue, { kind: 'link-blocker', blockerKey })).undo).toBeNull();
    await mend(issue, { kind: 'unlink-blocker', blockerKey });
    expect((await mend(issue, { kind: 'unlink-blocker', blockerKey })).undo).toBeNull();
  });
});

describe('a conflict', () => {
  it('says what the value is now, and leaves it', async () => {
    const issue = issueAt(9);
    app.site.editIssue(issue.id, { customFields: { [FIELD.storyPoints]: 8 } }, BY);
    const failure = await refusal(issue, { kind: 'estimate', from: 2, to: 5 });
    expect(failure).toMatchObject({ code: 'conflict', current: 8 });
    expect(pointsOf(issue)).toBe(8);
    app.site.editIssue(issue.id, { priorityId: PRIORITY.low }, BY);
    const change = { kind: 'priority', from: PRIORITY.high, to: PRIORITY.highest } as const;
    expect(await refusal(issue, change)).toMatchObject({ code: 'conflict', current: PRIORITY.low });
  });

  it('keeps criteria that somebody worked on', async () => {
    const issue = issueAt(10);
    await mend(issue, { kind: 'insert-criteria', template });
    const worked = JSON.parse(
      JSON.stringify(now(issue).description).replace('Given an open bill', 'Given a bill of 3 €'),
    ) as Issue['description'];
    app.site.editIssue(issue.id, { description: worked }, BY);
    expect(await refusal(issue, { kind: 'remove-criteria', template })).toMatchObject({ code: 'conflict' });
    expect(now(issue).description).toEqual(worked);
  });
});

describe('a refusal', () => {
  it.each<[string, Mend]>([
    ['an estimate', { kind: 'estimate', from: null, to: 5 }],
    ['criteria', { kind: 'insert-criteria', template }],
  ])("has Jira's own words where somebody may only look: %s", async (_, change) => {
    const issue = issueAt(11);
    app.site.editIssue(issue.id, { customFields: { [FIELD.storyPoints]: null } }, BY);
    const before = now(issue);
    const failure = await refusal(issue, change, VIEWER);
    expect(failure.code).toBe('refused');
    expect(failure.detail).toMatch(/permission/i);
    expect(failure.message).not.toMatch(/permission to edit/i);
    expect(now(issue)).toEqual(before);
  });

  it("has Jira's words about the field", async () => {
    const issue = issueAt(11);
    const failure = await refusal(issue, { kind: 'priority', from: issue.priorityId, to: '4711' });
    expect(failure).toMatchObject({ code: 'refused', detail: 'The priority selected is invalid.' });
  });

  it.each([
    ['of itself', () => issueAt(12).key, 'blocks-itself'],
    ['of an issue that is not there', () => 'NOPE-1', 'blocker-not-found'],
  ])('of a blocker says why: %s', async (_, keyOf, reason) => {
    const issue = issueAt(12);
    const before = blockersOf(issue);
    const failure = await refusal(issue, { kind: 'link-blocker', blockerKey: keyOf() });
    expect(failure).toMatchObject({ code: 'refused', reason });
    expect(blockersOf(issue)).toEqual(before);
  });

  it('of an estimate says so on a board that counts issues', async () => {
    const operations = app.seeded.boards.operations;
    const { issues } = await dataOf(app, 'get-backlog-health', { boardId: operations }, LEAD);
    const payload = {
      boardId: operations,
      issueId: issues[0]?.id,
      mend: { kind: 'estimate', from: null, to: 5 },
    };
    expect(await failureOf(app, 'mend-issue', payload, LEAD)).toMatchObject({
      code: 'refused',
      reason: 'issues-are-counted',
    });
  });

  it.each([
    ['outside of the project', accountOf('outsider')],
    ['without a board', LEAD],
  ])('comes before anything is changed: %s', async (where, accountId) => {
    const issue = issueAt(13);
    const from = pointsOf(issue);
    const payload = {
      boardId: where === 'without a board' ? 4_711 : boardId,
      issueId: issue.id,
      mend: { kind: 'estimate', from, to: 21 },
    };
    expect(await failureOf(app, 'mend-issue', payload, accountId)).toMatchObject({ code: 'not-found' });
    expect(pointsOf(issue)).toBe(from);
  });

  it('of an issue that is on another board comes before anything is changed', async () => {
    const elsewhere = [...app.site.all('issues')].find(
      ({ projectId }) => projectId === app.seeded.projects.operations,
    );
    if (!elsewhere) throw new Error('There is nothing elsewhere.');
    const from = elsewhere.priorityId;
    const failure = await refusal(elsewhere, { kind: 'priority', from, to: PRIORITY.lowest });
    expect(failure.code).toBe('not-found');
    expect(now(elsewhere).priorityId).toBe(from);
  });

  it('of every change comes without a licence', async () => {
    app.faults.set({ license: 'inactive' });
    const issue = issueAt(13);
    const from = pointsOf(issue);
    const { value, calls } = await costOf(app, () => refusal(issue, { kind: 'estimate', from, to: 21 }));
    expect(value.code).toBe('unlicensed');
    expect(calls).toEqual([]);
    const { isLicensed } = await dataOf(app, 'get-backlog-health', { boardId, mayBeKept: true }, LEAD);
    expect(isLicensed).toBe(false);
  });
});

it('a change that was made counts as made, even when Jira does not answer afterwards', async () => {
  const issue = issueAt(14);
  const from = pointsOf(issue);
  const to = from === 21 ? 20 : 21;
  // The first reading of the issue is spared, the one after the change is not.
  let reads = 0;
  const tried = await startWatchedApp(bundle(), seedDemo, (handle) => async (request, invocationId) => {
    if (request.path.startsWith('/rest/agile/1.0/issue/') && request.method === 'GET') {
      reads += 1;
      if (reads > 1) return { status: 500, headers: {}, body: '{}' };
    }
    return await handle(request, invocationId);
  });
  const change = { kind: 'estimate', from, to } as const;
  const payload = { boardId: tried.seeded.boards.aurora, issueId: issue.id, mend: change };
  const answer = await dataOf(tried, 'mend-issue', payload, LEAD);
  expect(answer.undo).toEqual({ kind: 'estimate', from: to, to: from });
  expect(answer.health.issues.find(({ id }) => id === issue.id)).toMatchObject({ estimate: to });
});

it('nothing of it is logged', () => {
  expect(app.host.logs()).toEqual([]);
});
