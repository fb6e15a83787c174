import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { Mend } from '#src/contract/mend-issue';
import { FIELD, PRIORITY, SECURITY_LEVEL, STATUS } from '#sandbox/jira/ids';
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
const OUTSIDER = accountOf('outsider');
const MINUTE = 60_000;

let app: LocalApp<DemoIds>;
let boardId: number;

beforeEach(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

async function open(mayBeKept: boolean, accountId = LEAD): Promise<BacklogHealth> {
  return await dataOf(app, 'get-backlog-health', { boardId, mayBeKept }, accountId);
}

async function isChanged(accountId = LEAD): Promise<boolean> {
  return (await dataOf(app, 'probe-backlog', { boardId }, accountId)).isChanged;
}

/** Opens the board, and lets the index settle: what happened just before an answer is asked about twice. */
async function openAndSettle(accountId = LEAD): Promise<BacklogHealth> {
  app.site.clock.advance(5 * MINUTE);
  const health = await open(false, accountId);
  app.site.clock.advance(10 * MINUTE);
  return health;
}

describe('the last answer', () => {
  it('comes back without words, and with its probe costs at most 5 points and no byte', async () => {
    const first = await openAndSettle();
    const written = app.host.use().kvsWrittenBytes;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(10 * 1024);
    const opened = await costOf(app, () => open(true));
    const probed = await costOf(app, () => isChanged());
    expect(opened.calls).toEqual(['GET /rest/agile/1.0/board/{boardId}/configuration']);
    expect(probed.value).toBe(false);
    expect(opened.points + probed.points).toBeLessThanOrEqual(5);
    expect(app.host.use().kvsWrittenBytes).toBe(written);

    expect(opened.value.isKept).toBe(true);
    // As it was at first, but for the words.
    const quoted = /"excerpt":"(?:[^"\\]|\\.)*"/g;
    const figures = JSON.parse(JSON.stringify(first).replaceAll(quoted, '"excerpt":null')) as BacklogHealth;
    const none = { issues: {}, sprints: {}, people: {}, parents: {}, priorities: {}, fields: {} };
    expect(opened.value).toEqual({ ...figures, isKept: true, words: none });
  });

  it('is each viewer for themselves: what one sees never reaches another', async () => {
    const secret = [...app.site.all('issues')].filter(({ securityLevelId }) => securityLevelId !== null);
    const seenIn = (health: BacklogHealth) =>
      secret.filter(({ key, id }) => health.issues.some((issue) => issue.key === key || issue.id === id));
    expect(seenIn(await open(true, LEAD))).not.toEqual([]);
    const first = await open(true, VIEWER);
    expect(first.isKept).toBe(false);
    expect(seenIn(first)).toEqual([]);
    const kept = await open(true, VIEWER);
    expect(kept.isKept).toBe(true);
    expect(seenIn(kept)).toEqual([]);
    expect(seenIn(await open(true, LEAD))).not.toEqual([]);
    const refused = await failureOf(app, 'get-backlog-health', { boardId, mayBeKept: true }, OUTSIDER);
    expect(refused.code).toBe('not-found');
  });

  it('is refused with the board: to somebody who was taken out of the project', async () => {
    await open(false, VIEWER);
    const project = app.site.get('projects', app.seeded.projects.aurora);
    if (!project) throw new Error('The demo has no project.');
    const roles = structuredClone(project) as unknown as Record<string, unknown>;
    app.site.put(
      'projects',
      JSON.parse(JSON.stringify(roles).replaceAll(VIEWER, 'nobody')) as typeof project,
    );
    for (const payload of [{ boardId, mayBeKept: true }, { boardId }]) {
      expect(await failureOf(app, 'get-backlog-health', payload, VIEWER)).toMatchObject({
        code: 'not-found',
      });
    }
    expect(await failureOf(app, 'probe-backlog', { boardId }, VIEWER)).toMatchObject({ code: 'not-found' });
  });
});

describe('the probe', () => {
  const inBacklog = (health: BacklogHealth, index = 0): Issue => {
    const issue = app.site.issue(health.issues.at(index)?.id ?? '');
    if (!issue) throw new Error('The answer has no such issue.');
    return issue;
  };
  const sprint = (state: 'active' | 'future') => {
    const found = [...app.site.all('sprints')].find((each) => each.state === state);
    if (!found) throw new Error(`The demo has no ${state} sprint.`);
    return found;
  };
  const inActive = (): Issue => {
    const found = app.site
      .issuesOfSprint(sprint('active').id)
      .find(({ statusId }) => statusId !== STATUS.done);
    if (!found) throw new Error('Nothing is under way.');
    return found;
  };
  const by = { by: LEAD };

  it('says yes while nothing is kept, without asking Jira', async () => {
    const { value, calls } = await costOf(app, () => isChanged());
    expect({ value, calls }).toEqual({ value: true, calls: [] });
  });

  it.each<[string, (health: BacklogHealth) => void]>([
    ['an issue was edited', (health) => app.site.editIssue(inBacklog(health).id, { summary: 'New' }, by)],
    [
      'the last issue was estimated',
      (health) => {
        app.site.editIssue(inBacklog(health, -1).id, { customFields: { customfield_10028: 5 } }, by);
      },
    ],
    ['an issue was finished', (health) => app.site.transitionIssue(inBacklog(health).id, STATUS.done, by)],
    [
      'an issue was started',
      (health) => {
        app.site.moveToSprint(inBacklog(health).id, sprint('active').id, by);
      },
    ],
    [
      'an issue was deleted',
      (health) => {
        app.site.deleteIssue(inBacklog(health).id, by);
      },
    ],
    [
      'an issue was hidden',
      (health) => {
        const { id } = inBacklog(health);
        app.site.editIssue(
          id,
          { securityLevelId: SECURITY_LEVEL.reporterOnly, reporter: accountOf('admin') },
          by,
        );
      },
    ],
    [
      'an issue was created',
      () => {
        const { projectId, issueTypeId } = inActive();
        app.site.createIssue({ projectId, issueTypeId, summary: 'New' }, by);
      },
    ],
    [
      'an issue came back from the sprint',
      () => {
        app.site.moveToSprint(inActive().id, null, by);
      },
    ],
    ['a sprint was closed', () => app.site.completeSprint(sprint('active').id, { ...by, moveOpenTo: null })],
  ])('says yes when %s', async (_, change) => {
    const viewer = accountOf('developer');
    const health = await openAndSettle(viewer);
    expect(await isChanged(viewer)).toBe(false);
    change(health);
    expect(await isChanged(viewer)).toBe(true);
    // A new answer settles it.
    await openAndSettle(viewer);
    expect(await isChanged(viewer)).toBe(false);
  });

  it('says yes when a sprint was started whose issues nobody touched', async () => {
    await openAndSettle();
    app.site.completeSprint(sprint('active').id, { ...by, moveOpenTo: null });
    await openAndSettle();
    app.site.startSprint(sprint('future').id, { ...by, endDate: app.site.clock.now() + 14 * 86_400_000 });
    expect(await isChanged()).toBe(true);
  });

  it.each<[string, () => void]>([
    ['work in the active sprint', () => app.site.editIssue(inActive().id, { summary: 'Under way' }, by)],
    [
      'another project',
      () => {
        const elsewhere = [...app.site.all('issues')].find(
          ({ projectId }) => projectId === app.seeded.projects.operations,
        );
        app.site.editIssue(elsewhere?.id ?? '', { summary: 'Elsewhere' }, by);
      },
    ],
    [
      'rank, which Jira does not count as a change of the issue',
      () => {
        const ranked = app.site
          .rankedIssues()
          .filter(({ projectId }) => projectId === app.seeded.projects.aurora);
        const [first, last] = [ranked.at(0), ranked.at(-1)];
        if (first && last) app.site.rankIssues([last.id], { before: first.id }, by);
      },
    ],
  ])('says no about %s', async (_, change) => {
    await openAndSettle();
    change();
    expect(await isChanged()).toBe(false);
  });

  it('asks again about what happened just before the answer, since the index lags', async () => {
    app.site.clock.advance(5 * MINUTE);
    const [issue] = (await open(false)).issues;
    app.site.editIssue(issue?.id ?? '', { summary: 'New' }, by);
    await open(false);
    expect(await isChanged()).toBe(true);
  });

  describe('after changes by the viewer', () => {
    const POINTS = FIELD.storyPoints;
    const mend = async (issue: Issue, change: Mend) => {
      app.site.clock.advance(MINUTE);
      return await dataOf(app, 'mend-issue', { boardId, issueId: issue.id, mend: change }, LEAD);
    };
    /** Gives the issue another estimate than it has. */
    const estimate = async (issue: Issue) => {
      const from = (app.site.issue(issue.id)?.customFields[POINTS] ?? null) as number | null;
      return await mend(issue, { kind: 'estimate', from, to: from === 8 ? 13 : 8 });
    };
    /** What is judged, without what is never kept. */
    const judged = ({ ready, runway, depth, firstHole, issues }: BacklogHealth): unknown =>
      JSON.parse(
        JSON.stringify({ ready, runway, depth, firstHole, issues }, (key, value: unknown) =>
          key === 'excerpt' ? null : value,
        ),
      );
    const template = { heading: 'Acceptance criteria', lines: ['It opens'] };

    it('says no: the answer has them in it, and is as a whole reading would be', async () => {
      const health = await openAndSettle();
      const [one, other] = [inBacklog(health), inBacklog(health, 3)];
      await estimate(one);
      await mend(other, { kind: 'insert-criteria', template });
      await estimate(one);
      const { undo } = await mend(other, {
        kind: 'priority',
        from: other.priorityId,
        to: other.priorityId === PRIORITY.high ? PRIORITY.low : PRIORITY.high,
      });
      if (undo !== null) await mend(other, undo);
      const { value, points } = await costOf(app, () => isChanged());
      expect(value).toBe(false);
      expect(points).toBeLessThanOrEqual(5);
      const kept = await open(true);
      expect(kept.isKept).toBe(true);
      expect(judged(await open(false))).toEqual(judged(kept));
    });

    it('says yes when somebody changes the same issue after that', async () => {
      const issue = inBacklog(await openAndSettle());
      await estimate(issue);
      expect(await isChanged()).toBe(false);
      app.site.clock.advance(MINUTE);
      app.site.editIssue(issue.id, { summary: 'New' }, { by: accountOf('developer') });
      expect(await isChanged()).toBe(true);
      // Nor does another change of the viewer's cover it.
      await estimate(issue);
      expect(await isChanged()).toBe(true);
    });

    it('says yes when somebody had changed it before', async () => {
      const issue = inBacklog(await openAndSettle());
      app.site.editIssue(issue.id, { summary: 'New' }, { by: accountOf('developer') });
      await estimate(issue);
      expect(await isChanged()).toBe(true);
    });

    it('says yes when the issue is started, or another one changes', async () => {
      const health = await openAndSettle();
      await estimate(inBacklog(health));
      app.site.editIssue(inBacklog(health, 3).id, { summary: 'New' }, { by: accountOf('developer') });
      expect(await isChanged()).toBe(true);
      const again = await openAndSettle();
      await estimate(inBacklog(again, 3));
      app.site.clock.advance(MINUTE);
      app.site.moveToSprint(inBacklog(again, 3).id, sprint('active').id, by);
      expect(await isChanged()).toBe(true);
    });

    it('of two at once, says yes about the one that the answer lost', async () => {
      const health = await openAndSettle();
      app.site.clock.advance(MINUTE);
      const at = (index: number) => ({
        boardId,
        issueId: inBacklog(health, index).id,
        mend: { kind: 'insert-criteria', template } as const,
      });
      await Promise.all([at(2), at(4)].map((request) => dataOf(app, 'mend-issue', request, LEAD)));
      expect(await isChanged()).toBe(true);
    });

    it('says yes to others', async () => {
      const viewer = accountOf('developer');
      await openAndSettle(viewer);
      const health = await openAndSettle();
      await openAndSettle(viewer);
      await open(true);
      await estimate(inBacklog(health));
      expect(await isChanged(viewer)).toBe(true);
    });
  });

  it('works on a board without sprints', async () => {
    boardId = app.seeded.boards.operations;
    const [issue] = (await openAndSettle()).issues;
    expect(await isChanged()).toBe(false);
    app.site.editIssue(issue?.id ?? '', { summary: 'New' }, by);
    expect(await isChanged()).toBe(true);
  });
});
