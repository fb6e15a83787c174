import { describe, expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { BacklogIssue, Blocker, BlockerPlace } from '#src/domain/backlog/issue';
import { PRIORITY } from '#sandbox/jira/defaults';
import type { Issue } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

import { backlogOf, categoryOf, deliveredIn, demoSite, pointsOf } from './demo-site';

const iso = (instant: number | null) => new Date(instant ?? 0).toISOString();

function placeOf(site: JiraSite, backlog: readonly Issue[], blocker: Issue): BlockerPlace {
  const index = backlog.findIndex(({ id }) => id === blocker.id);
  if (index !== -1) return { kind: 'in-order', index };
  const isActive = blocker.sprintIds.some((id) => site.get('sprints', id)?.state === 'active');
  return { kind: isActive ? 'ahead' : 'elsewhere' };
}

function blockersOf(site: JiraSite, backlog: readonly Issue[], issue: Issue): Blocker[] {
  return site.linksOf(issue.id).flatMap((link) => {
    const blocker = site.issue(link.inwardIssueId);
    if (link.typeId !== '10000' || link.outwardIssueId !== issue.id || blocker === undefined) return [];
    const statusCategory = categoryOf(site, blocker) ?? 'new';
    return [
      {
        key: blocker.key,
        summary: blocker.summary,
        statusCategory,
        place: placeOf(site, backlog, blocker),
      },
    ];
  });
}

function facts(site: JiraSite, backlog: readonly Issue[], issue: Issue): BacklogIssue {
  const sprint = site.get('sprints', issue.sprintIds.at(-1) ?? 0);
  const parent = issue.parentId === null ? undefined : site.issue(issue.parentId);
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.summary,
    issueType: { name: site.get('issueTypes', issue.issueTypeId)?.name ?? '', level: 0 },
    estimate: pointsOf(issue),
    description: issue.description,
    sprint: sprint?.state === 'future' ? { id: sprint.id, name: sprint.name } : null,
    blockers: blockersOf(site, backlog, issue),
    hasCriteriaField: false,
    priorityId: issue.priorityId,
    assigneeId: issue.assignee,
    parent: parent
      ? { id: parent.id, key: parent.key, summary: parent.summary, description: parent.description }
      : null,
    updated: iso(issue.updated),
    emptyFieldIds: [],
  };
}

describe("the first answer about the demo's backlog", () => {
  const { site, ids } = demoSite();
  const backlog = backlogOf(site, ids.projects.aurora);
  const closed = [...site.all('sprints')].filter(({ state }) => state === 'closed');
  const answer = assessBacklog({
    issues: backlog.map((issue) => facts(site, backlog, issue)),
    isWholeBacklog: true,
    history: closed.map((sprint) => ({
      sprintId: sprint.id,
      startDate: iso(sprint.startDate),
      completeDate: iso(sprint.completeDate),
      deliveredPoints: deliveredIn(site, sprint.id),
      deliveredItems: 0,
      stories: 0,
      storiesWithCriteria: 0,
    })),
    period: 'sprint',
    unit: 'points',
    priorities: [...site.all('priorities')].map(({ id }) => ({ id, isDefault: id === PRIORITY.medium })),
    now: new Date(site.clock.now()),
  });
  const near = answer.issues.filter(({ horizon }) => horizon !== 'beyond');

  it('is that the team is not two sprints ahead', () => {
    expect(answer.runway?.p85).toBeGreaterThanOrEqual(1.2);
    expect(answer.runway?.p85).toBeLessThanOrEqual(1.6);
    expect(answer.band).toBe('amber');
  });

  it('has the first hole within the next sprint', () => {
    const hole = answer.issues.find(({ isReady }) => !isReady);
    expect([hole?.horizon, site.issue(hole?.id ?? '')?.summary]).toEqual([
      'next',
      'Clients see their own invoices after logging in by e-mail link',
    ]);
  });

  it('has a handful of issues to refine within two sprints of work', () => {
    expect(near.filter(({ isReady }) => !isReady).map(({ id }) => site.issue(id)?.summary)).toEqual([
      'Clients see their own invoices after logging in by e-mail link',
      'Offer instant transfer by QR code on the invoice',
      'Show the bank statement next to the matched invoices',
      'Reporting',
      'Rotate API tokens every ninety days',
      'Tablet layout TBD',
      'Invoices in foreign currencies',
    ]);
  });

  it('finds something for each check that needs no team practice', () => {
    const found = new Set(answer.issues.flatMap(({ findings }) => findings.map(({ check }) => check)));
    expect([...found].sort()).toEqual([
      'abandoned',
      'missing-estimate',
      'missing-why',
      'near-duplicate',
      'open-blocker',
      'oversized',
      'placeholder-text',
      'rank-inversion',
      'stale-ready',
      'thin-description',
    ]);
  });
});
