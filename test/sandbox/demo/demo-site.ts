import { createClock } from '#sandbox/clock';
import { seedDemo } from '#sandbox/demo/seed';
import type { Issue } from '#sandbox/jira/model';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore } from '#sandbox/state/store';

/** A Tuesday morning. */
export const SEEDED_AT = Date.UTC(2026, 9, 20, 8, 15);
export const STORY_POINTS = 'customfield_10028';

/** An empty site in memory whose clock stands still at `now`. */
export function emptySite(now = SEEDED_AT): JiraSite {
  return createJiraSite(
    openStore(':memory:'),
    createClock(() => now),
  );
}

/** A site with the demo, seeded at `now`. */
export function demoSite(now = SEEDED_AT) {
  const site = emptySite(now);
  return { site, ids: seedDemo(site) };
}

export function bySummary(site: JiraSite, summary: string): Issue {
  const issue = [...site.all('issues')].find((candidate) => candidate.summary === summary);
  if (issue === undefined) throw new Error(`No issue is called ${summary}.`);
  return issue;
}

export const categoryOf = (site: JiraSite, issue: Issue) => site.get('statuses', issue.statusId)?.category;

export const pointsOf = (issue: Issue) => (issue.customFields[STORY_POINTS] ?? null) as number | null;

/** Points done inside a closed sprint, by its dates. */
export function deliveredIn(site: JiraSite, sprintId: number): number {
  const sprint = site.get('sprints', sprintId);
  const [start, end] = [sprint?.startDate ?? Infinity, sprint?.completeDate ?? -Infinity];
  return [...site.all('issues')]
    .filter((issue) => issue.sprintIds.includes(sprintId))
    .filter(({ resolutionDate: at }) => at !== null && at >= start && at <= end)
    .reduce((sum, issue) => sum + (pointsOf(issue) ?? 0), 0);
}

/** The board's unstarted work as its backlog shows it: future sprints in order, then the rest by rank. */
export function backlogOf(site: JiraSite, projectId: string): Issue[] {
  const isStandard = ({ issueTypeId }: Issue) => site.get('issueTypes', issueTypeId)?.hierarchyLevel === 0;
  const open = [...site.all('issues')]
    .filter(
      (issue) => issue.projectId === projectId && isStandard(issue) && categoryOf(site, issue) !== 'done',
    )
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const stateOf = (issue: Issue) => {
    const states = issue.sprintIds.map((id) => ({ id, state: site.get('sprints', id)?.state }));
    return states.find(({ state }) => state !== 'closed');
  };
  const future = [...site.all('sprints')].filter(({ state }) => state === 'future');
  return [
    ...future.flatMap(({ id }) => open.filter((issue) => stateOf(issue)?.id === id)),
    ...open.filter((issue) => stateOf(issue) === undefined),
  ];
}
