import { type Desk, SiteError, demand, logChange, putUpdated } from '#sandbox/jira/acts/desk';
import { changeItem } from '#sandbox/jira/changes';
import type { Issue, IssueLink } from '#sandbox/jira/model';
import type { Act } from '#sandbox/jira/site.types';

type Side = readonly [value: string | null, words: string | null];

/** Writes the Link item on both ends: each names the other by key, in the words of its direction. */
function logLink(desk: Desk, link: IssueLink, isAdded: boolean, act: Act): void {
  const type = demand(desk, 'linkTypes', link.typeId);
  const inward = demand(desk, 'issues', link.inwardIssueId);
  const outward = demand(desk, 'issues', link.outwardIssueId);
  const note = (issue: Issue, words: string, other: Issue) => {
    const said: Side = [other.key, `This issue ${words} ${other.key}`];
    const nothing: Side = [null, null];
    const item = isAdded
      ? changeItem({ id: '', name: 'Link' }, nothing, said)
      : changeItem({ id: '', name: 'Link' }, said, nothing);
    logChange(desk, issue.id, [item], act);
    putUpdated(desk, issue, act);
  };
  note(inward, type.outward, outward);
  note(outward, type.inward, inward);
}

/**
 * Links two issues: with type Blocks, `inwardIssueId` blocks `outwardIssueId`. Linking again changes nothing.
 * @throws SiteError when an issue is linked to itself.
 */
export function linkIssues(
  desk: Desk,
  typeId: string,
  inwardIssueId: string,
  outwardIssueId: string,
  act: Act,
): IssueLink {
  demand(desk, 'linkTypes', typeId);
  if (inwardIssueId === outwardIssueId) throw new SiteError('You cannot link an issue to itself.');
  const existing = desk.indexes
    .linksOf(inwardIssueId)
    .find((link) => link.typeId === typeId && link.outwardIssueId === outwardIssueId);
  if (existing && existing.inwardIssueId === inwardIssueId) return existing;
  const link = { id: String(desk.records.nextId('links')), typeId, inwardIssueId, outwardIssueId };
  desk.records.put('links', link);
  logLink(desk, link, true, act);
  return link;
}

/** Removes a link and says so in both change logs. */
export function unlinkIssues(desk: Desk, linkId: string, act: Act): void {
  const link = demand(desk, 'links', linkId);
  desk.records.remove('links', linkId);
  logLink(desk, link, false, act);
}
