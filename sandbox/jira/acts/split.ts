import { type Desk, demand } from '#sandbox/jira/acts/desk';
import { createIssue } from '#sandbox/jira/acts/issues';
import { linkIssues } from '#sandbox/jira/acts/links';
import type { Issue, IssueLinkType } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';

const SPLIT = { name: 'Issue split', inward: 'split from', outward: 'split to' };

/** Jira makes this link type when an issue is split for the first time. */
function splitLinkType(desk: Desk): IssueLinkType {
  const known = [...desk.records.all('linkTypes')].find(({ name }) => name === SPLIT.name);
  if (known) return known;
  const made = { ...SPLIT, id: String(desk.records.nextId('linkTypes')) };
  desk.records.put('linkTypes', made);
  return made;
}

/**
 * Splits an issue: the new part stands beside it, in the same open sprint from its creation on, with its own summary and values.
 * What each part is estimated at is for the caller to say; the old issue stays as it is.
 */
export function splitIssue(
  desk: Desk,
  issueId: string,
  part: { summary: string; customFields?: Record<string, unknown> },
  act: Act,
): Issue {
  const whole = demand(desk, 'issues', issueId);
  const open = whole.sprintIds.find((id) => demand(desk, 'sprints', id).state !== 'closed');
  const made = createIssue(
    desk,
    {
      projectId: whole.projectId,
      issueTypeId: whole.issueTypeId,
      summary: part.summary,
      priorityId: whole.priorityId,
      parentId: whole.parentId,
      labels: whole.labels,
      securityLevelId: whole.securityLevelId,
      sprintId: open ?? null,
      customFields: part.customFields ?? {},
    },
    act,
  );
  linkIssues(desk, splitLinkType(desk).id, whole.id, made.id, act);
  return made;
}
