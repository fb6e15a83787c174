import { describe, expect, it } from 'vitest';

import { BLOCKS } from '#sandbox/demo/aurora/links';
import { DEMO_USERS } from '#sandbox/demo/people';
import type { Collections } from '#sandbox/jira/model';
import { SECURITY_LEVEL, STATUS } from '#sandbox/jira/ids';
import type { JiraSite } from '#sandbox/jira/site.types';

import { backlogOf, bySummary, categoryOf, deliveredIn, demoSite, pointsOf, SEEDED_AT } from './demo-site';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const { site, ids } = demoSite();
const sprints = [...site.all('sprints')];
const aurora = [...site.all('issues')].filter(({ projectId }) => projectId === ids.projects.aurora);

const COLLECTIONS: readonly (keyof Collections)[] = [
  'users',
  'groups',
  'projects',
  'boards',
  'sprints',
  'issues',
  'links',
  'comments',
  'histories',
];

const startsWork = ({ items }: Pick<Collections['histories'], 'items'>) =>
  items.some(({ fieldId, to }) => fieldId === 'status' && to === STATUS.inProgress);

const everything = (of: JiraSite) => JSON.stringify(COLLECTIONS.map((name) => [...of.all(name)]));

describe('the sprints of the demo', () => {
  it('are nine closed, one active and two future ones', () => {
    expect(sprints.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 9 }, () => 'closed'),
      'active',
      'future',
      'future',
    ]);
  });

  it('delivered unevenly', () => {
    const closed = sprints.filter(({ state }) => state === 'closed');
    expect(closed.map(({ id }) => deliveredIn(site, id))).toEqual([21, 26, 18, 31, 11, 24, 19, 29, 23]);
  });

  it('follow one another without overlap, and end in the past when closed', () => {
    const started = sprints.filter(({ startDate, state }) => startDate !== null && state !== 'future');
    for (const [index, sprint] of started.entries()) {
      expect(sprint.startDate).toBeGreaterThan(started[index - 1]?.completeDate ?? 0);
      if (sprint.state === 'closed') expect(sprint.completeDate).toBeLessThan(SEEDED_AT);
    }
  });

  it('have half of the active one done', () => {
    const active = sprints.find(({ state }) => state === 'active');
    const issues = aurora.filter(({ sprintIds }) => sprintIds.includes(active?.id ?? 0));
    const sum = (list: typeof issues) => list.reduce((total, issue) => total + (pointsOf(issue) ?? 0), 0);
    expect(sum(issues)).toBe(32);
    expect(sum(issues.filter((issue) => categoryOf(site, issue) === 'done'))).toBe(16);
  });

  it.each([
    ['carried over', 'Match bank statements with open invoices', ['Aurora 16', 'Aurora 17']],
    ['taken out and put in again', 'Collect by SEPA direct debit', ['Aurora 17']],
    [
      'carried into the active one',
      'Validate an XRechnung before it leaves Aurora',
      ['Aurora 22', 'Aurora 23'],
    ],
  ])('have something that was %s', (_, summary, names) => {
    const { id, sprintIds } = bySummary(site, summary);
    const moves = site
      .historiesOf(id)
      .flatMap(({ items }) => items.filter(({ field }) => field === 'Sprint'));
    expect(sprintIds.map((sprintId) => site.get('sprints', sprintId)?.name)).toEqual(names);
    expect(moves.at(-1)?.toString).toBe(names.join(', '));
  });

  it.each([
    ['Payment link in the invoice e-mail', [5, 8]],
    ['Export bookings for DATEV', [3, 5]],
    ['Put the company logo on the invoice', [2]],
  ])('have estimates in the change log: %s', (summary, points) => {
    const items = site.historiesOf(bySummary(site, summary).id).flatMap((history) => history.items);
    const estimates = items.filter(({ field }) => field === 'Story Points');
    expect(estimates.map((item) => Number(item.toString))).toEqual(points);
  });

  it('have scope that was added after the start', () => {
    const added = bySummary(site, 'Umlauts broken in the booking export');
    const start = site.get('sprints', added.sprintIds[0] ?? 0)?.startDate ?? Infinity;
    expect(added.created).toBeGreaterThan(start);
  });

  it('have an issue that was finished outside of any', () => {
    const fee = bySummary(site, 'Late fee on the second reminder');
    const sprint = site.get('sprints', fee.sprintIds.at(-1) ?? 0);
    expect(fee.sprintIds).toHaveLength(1);
    expect(fee.resolutionDate).toBeGreaterThan(sprint?.completeDate ?? Infinity);
  });
});

describe('the issues of the demo', () => {
  it('are about 140 in Aurora, none in Borealis and 25 in operations', () => {
    const count = (projectId: string) =>
      [...site.all('issues')].filter((issue) => issue.projectId === projectId).length;
    expect([aurora.length, count(ids.projects.borealis), count(ids.projects.operations)]).toEqual([
      135, 0, 25,
    ]);
  });

  it('have the epics of work that has begun in progress, since that work began', () => {
    const epics = aurora.filter(
      ({ issueTypeId }) => site.get('issueTypes', issueTypeId)?.hierarchyLevel === 1,
    );
    const begun = epics.filter(({ id }) =>
      site.childrenOf(id).some((child) => site.historiesOf(child.id).some(startsWork)),
    );
    expect(begun.length).toBeGreaterThan(4);
    for (const epic of begun) {
      expect(categoryOf(site, epic)).toBe('indeterminate');
      expect(site.historiesOf(epic.id).filter(startsWork)).toHaveLength(1);
    }
  });

  it('have a change log in the order of time, between creation and now', () => {
    let latest = 0;
    for (const { issueId, created } of site.all('histories')) {
      expect(created).toBeGreaterThanOrEqual(latest);
      expect(created).toBeGreaterThanOrEqual(site.get('issues', issueId)?.created ?? Infinity);
      latest = created;
    }
    expect(latest).toBeLessThanOrEqual(SEEDED_AT);
  });

  it('are changed on working days between seven and five', () => {
    const odd = [...site.all('histories')].filter(({ created, issueId }) => {
      const date = new Date(created);
      const isOps = site.get('issues', issueId)?.projectId === ids.projects.operations;
      return (
        !isOps && ([0, 6].includes(date.getUTCDay()) || date.getUTCHours() < 7 || date.getUTCHours() > 17)
      );
    });
    expect(odd.map(({ issueId }) => site.get('issues', issueId)?.summary)).toEqual([]);
  });

  it('include the empty, the vague and the oversized', () => {
    const backlog = backlogOf(site, ids.projects.aurora);
    expect(backlog.filter(({ description }) => description === null).length).toBeGreaterThanOrEqual(2);
    expect(backlog.filter((issue) => pointsOf(issue) === null).length).toBeGreaterThanOrEqual(20);
    expect(backlog.filter((issue) => pointsOf(issue) === 0)).toHaveLength(1);
    expect(backlog.filter((issue) => (pointsOf(issue) ?? 0) > 31)).toHaveLength(2);
    expect(JSON.stringify(backlog)).toMatch(/"TBD"/);
  });

  it('include tasks, tables, panels, code, mentions, emoji and links', () => {
    const text = JSON.stringify(bySummary(site, 'Send an invoice as XRechnung').description);
    for (const type of ['heading', 'taskList', 'table', 'panel', 'codeBlock', 'mention', 'emoji', 'link']) {
      expect(text).toContain(`"type":"${type}"`);
    }
  });

  it('are written as documents: every description and comment has blocks', () => {
    const documents = [...site.all('issues')].flatMap(({ description }) => description ?? []);
    for (const { type, version, content } of [
      ...documents,
      ...[...site.all('comments')].map(({ body }) => body),
    ]) {
      expect([type, version, (content?.length ?? 0) > 0]).toEqual(['doc', 1, true]);
    }
  });
});

describe('the blockers of the demo', () => {
  const backlog = backlogOf(site, ids.projects.aurora);
  const blocker = (summary: string) => {
    const blocked = bySummary(site, summary);
    const link = site
      .linksOf(blocked.id)
      .find((one) => one.outwardIssueId === blocked.id && one.typeId === '10000');
    const found = site.issue(link?.inwardIssueId ?? '');
    if (found === undefined) throw new Error(`${summary} is not blocked.`);
    return { blocked, found };
  };
  const place = (id: string) => backlog.findIndex((issue) => issue.id === id);

  it('are all there', () => {
    expect([...site.all('links')].filter(({ typeId }) => typeId === '10000')).toHaveLength(BLOCKS.length);
  });

  it('include an open one in another project', () => {
    const { found } = blocker('Clients see their own invoices after logging in by e-mail link');
    expect([found.projectId, categoryOf(site, found)]).toEqual([ids.projects.operations, 'indeterminate']);
  });

  it('include a done one', () => {
    const { found } = blocker('Show the finished page on the phone before sending');
    expect(categoryOf(site, found)).toBe('done');
  });

  it('include one in the active sprint', () => {
    const { found } = blocker('Approve invoices above an amount before they go out');
    expect(site.get('sprints', found.sprintIds.at(-1) ?? 0)?.state).toBe('active');
  });

  it('include one ranked far below', () => {
    const { found, blocked } = blocker('Show the bank statement next to the matched invoices');
    expect(place(found.id) - place(blocked.id)).toBeGreaterThan(10);
  });

  it('include one that only the leads may see', () => {
    const { found } = blocker('Rotate API tokens every ninety days');
    expect(found.securityLevelId).toBe(SECURITY_LEVEL.leads);
  });
});

describe('the people of the demo', () => {
  const accounts = (role: string) =>
    DEMO_USERS.filter((user) => user.role === role).map((user) => user.accountId);
  const project = site.project('AUR');
  const roles = Object.values(project?.roleMembers ?? {}).map(({ accountIds }) => accountIds);

  it('have one lead, five developers, a viewer, an outsider and an admin', () => {
    const count = (role: string) => accounts(role).length;
    expect(['lead', 'developer', 'viewer', 'outsider', 'admin'].map(count)).toEqual([1, 5, 1, 1, 1]);
  });

  it('work on Aurora by their role, and the outsider has none', () => {
    expect(roles).toEqual([
      [...accounts('lead'), ...accounts('admin')],
      accounts('developer'),
      accounts('viewer'),
    ]);
  });

  it('do nothing that their role forbids: viewers only look', () => {
    const viewer = accounts('viewer')[0];
    const acts = [
      ...[...site.all('issues')].map(({ creator }) => creator),
      ...[...site.all('histories')].map(({ author }) => author),
      ...[...site.all('comments')].map(({ author }) => author),
    ];
    expect(acts).not.toContain(viewer);
    expect(acts).not.toContain(accounts('outsider')[0]);
  });
});

describe('seeding', () => {
  it('gives the same site twice', () => {
    expect(everything(demoSite().site)).toBe(everything(site));
  });

  it('gives every issue the same key whenever it is done', () => {
    const keys = (of: JiraSite) => [...of.all('issues')].map(({ key, summary }) => `${key} ${summary}`);
    for (let day = 1; day <= 7; day += 1) {
      expect(keys(demoSite(SEEDED_AT + day * DAY + 9 * HOUR).site)).toEqual(keys(site));
    }
  });

  it.each(Array.from({ length: 7 }, (_, day) => [day]))('works whatever the day of the week (%i)', (day) => {
    const midnight = Date.UTC(2027, 0, 4 + day);
    for (const now of [midnight, midnight + DAY - 1]) {
      const seeded = demoSite(now).site;
      const active = [...seeded.all('sprints')].filter(({ state }) => state === 'active');
      expect(active).toHaveLength(1);
      expect(active[0]?.endDate).toBeGreaterThan(now);
    }
  });
});
