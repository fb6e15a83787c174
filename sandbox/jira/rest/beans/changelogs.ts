import type { History } from '#sandbox/jira/model';
import type { BeanContext } from '#sandbox/jira/rest/beans/context';
import { userBean } from '#sandbox/jira/rest/beans/people';
import { jiraDateTime } from '#sandbox/jira/zone';

type Entry = Pick<History, 'id' | 'author' | 'created' | 'items'>;

/** One item; an old or new value that is not there is left out or null as Jira has it, and so is a missing field id. */
function itemBean(item: History['items'][number]) {
  const { fieldId, ...rest } = item;
  return fieldId === '' ? rest : { ...rest, fieldId };
}

/** The other issue that an item tells of: by key in links, by id in parents. */
function namedIssues(item: History['items'][number]): string[] {
  if (item.field !== 'Link' && item.field !== 'IssueParentAssociation') return [];
  return [item.from, item.to].flatMap((idOrKey) => (idOrKey ? [idOrKey] : []));
}

/**
 * The change log of an issue as the viewer may read it, oldest first: without the items that name an issue which is hidden
 * from them. What names a deleted issue stays.
 */
export function historiesSeenBy({ site, viewer }: Pick<BeanContext, 'site' | 'viewer'>, issueId: string) {
  const isHidden = (idOrKey: string) => {
    const issue = site.issue(idOrKey);
    return issue !== undefined && !viewer.canSee(issue);
  };
  return site.historiesOf(issueId).flatMap((history): Entry[] => {
    const items = history.items.filter((item) => !namedIssues(item).some(isHidden));
    if (items.length === history.items.length) return [history];
    return items.length === 0 ? [] : [{ ...history, items }];
  });
}

/** An entry of a change log. */
export function historyBean(context: BeanContext, entry: Entry) {
  return {
    id: entry.id,
    author: userBean(context, entry.author),
    created: jiraDateTime(entry.created, context.zone),
    items: entry.items.map(itemBean),
  };
}

/** The change log inside an issue (`expand=changelog`): newest first, at most `most` entries. */
export function changelogBean(context: BeanContext, issueId: string, most = 100) {
  const all = historiesSeenBy(context, issueId);
  const histories = [...all].reverse().slice(0, most);
  return {
    startAt: 0,
    maxResults: histories.length,
    total: all.length,
    histories: histories.map((entry) => historyBean(context, entry)),
  };
}

/** What Jira's change logs call a field, for filters by field id: links and parents are written without an id. */
export function isOfField(item: History['items'][number], fieldId: string): boolean {
  if (item.fieldId !== '') return item.fieldId === fieldId;
  return { parent: 'IssueParentAssociation', issuelinks: 'Link' }[fieldId] === item.field;
}
