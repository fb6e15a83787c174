import type { Collections, Comment, History, Issue, IssueLink } from '#sandbox/jira/model';
import type { Records } from '#sandbox/jira/records';
import { Groups } from '#sandbox/state/groups';

/** What the acts and the REST layer look up often. */
export interface Indexes {
  issueByKey(key: string): Issue | undefined;
  issuesOfProject(projectId: string): readonly Issue[];
  issuesOfSprint(sprintId: number): readonly Issue[];
  childrenOf(issueId: string): readonly Issue[];
  /** All issues, highest rank first. The array is live: do not keep it over a change. */
  ranked(): readonly Issue[];
  /** The place of an issue in `ranked()`. */
  rankPosition(issue: Issue): number;
  historiesOf(issueId: string): readonly History[];
  commentsOf(issueId: string): readonly Comment[];
  linksOf(issueId: string): readonly IssueLink[];
  projectByKey(key: string): Collections['projects'] | undefined;
}

/** The first place in `ranked` whose rank is not smaller. */
function lowerBound(ranked: readonly Issue[], rank: string): number {
  let low = 0;
  let high = ranked.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranked[middle]?.rank ?? '') < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of this very issue, also while two share a rank in the middle of a move. */
function placeOf(ranked: readonly Issue[], issue: Issue): number {
  let place = lowerBound(ranked, issue.rank);
  while (ranked[place] !== undefined && ranked[place]?.id !== issue.id) place += 1;
  return place;
}

function indexIssues(records: Records) {
  const byKey = new Map<string, Issue>();
  const byProject = new Groups<string, Issue>();
  const bySprint = new Groups<number, Issue>();
  const byParent = new Groups<string, Issue>();
  const ranked: Issue[] = [];
  const forget = (issue: Issue, now: Issue | undefined) => {
    if (issue.key !== now?.key) byKey.delete(issue.key.toUpperCase());
    if (issue.projectId !== now?.projectId) byProject.delete(issue.projectId, issue.id);
    if (issue.parentId !== null && issue.parentId !== now?.parentId)
      byParent.delete(issue.parentId, issue.id);
    for (const sprintId of issue.sprintIds) {
      if (!now?.sprintIds.includes(sprintId)) bySprint.delete(sprintId, issue.id);
    }
    if (issue.rank !== now?.rank) ranked.splice(placeOf(ranked, issue), 1);
  };
  records.listen('issues', (now, before) => {
    if (before !== undefined) forget(before, now);
    if (now === undefined) return;
    byKey.set(now.key.toUpperCase(), now);
    byProject.set(now.projectId, now.id, now);
    if (now.parentId !== null) byParent.set(now.parentId, now.id, now);
    for (const sprintId of now.sprintIds) bySprint.set(sprintId, now.id, now);
    if (now.rank === before?.rank) ranked[placeOf(ranked, now)] = now;
    else ranked.splice(lowerBound(ranked, now.rank), 0, now);
  });
  return {
    issueByKey: (key: string) => byKey.get(key.toUpperCase()),
    issuesOfProject: (projectId: string) => byProject.of(projectId),
    issuesOfSprint: (sprintId: number) => bySprint.of(sprintId),
    childrenOf: (issueId: string) => byParent.of(issueId),
    ranked: () => ranked,
    rankPosition: (issue: Issue) => placeOf(ranked, issue),
  };
}

/** Puts the indexes on the records; they follow every change. */
export function createIndexes(records: Records): Indexes {
  const histories = new Groups<string, History>();
  const comments = new Groups<string, Comment>();
  const links = new Groups<string, IssueLink>();
  const projects = new Map<string, Collections['projects']>();
  records.listen('histories', (now, before) => {
    if (now) histories.set(now.issueId, now.id, now);
    else if (before) histories.delete(before.issueId, before.id);
  });
  records.listen('comments', (now, before) => {
    if (now) comments.set(now.issueId, now.id, now);
    else if (before) comments.delete(before.issueId, before.id);
  });
  records.listen('links', (now, before) => {
    const link = now ?? before;
    if (!link) return;
    for (const issueId of new Set([link.inwardIssueId, link.outwardIssueId])) {
      if (now) links.set(issueId, now.id, now);
      else links.delete(issueId, link.id);
    }
  });
  records.listen('projects', (now, before) => {
    if (before) projects.delete(before.key.toUpperCase());
    if (now) projects.set(now.key.toUpperCase(), now);
  });
  return {
    ...indexIssues(records),
    historiesOf: (issueId) => histories.of(issueId),
    commentsOf: (issueId) => comments.of(issueId),
    linksOf: (issueId) => links.of(issueId),
    projectByKey: (key) => projects.get(key.toUpperCase()),
  };
}
