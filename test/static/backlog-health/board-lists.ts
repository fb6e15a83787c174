import type { BacklogHealth } from '#src/contract/get-backlog-health';

import { buildWords } from '../health-builder';

/** What Jira's lists of a board say of one issue. */
export interface ListedIssue {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The issues of an answer as Jira lists them, with all their words. */
export function listedIssues({ issues }: BacklogHealth): readonly ListedIssue[] {
  const words = buildWords(issues);
  return issues.map(({ id, sprintId, assigneeId, priorityId, parentId }) => ({
    id,
    fields: {
      summary: words.issues[id]?.summary,
      issuetype: { name: 'Story', subtask: false, hierarchyLevel: 0 },
      sprint: sprintId === null ? null : { id: sprintId, name: words.sprints[String(sprintId)] },
      assignee: assigneeId === null ? null : { accountId: assigneeId, displayName: words.people[assigneeId] },
      priority: priorityId === null ? null : { id: priorityId, name: words.priorities[priorityId] },
      ...(parentId === null
        ? {}
        : {
            parent: {
              id: parentId,
              key: words.parents[parentId]?.key,
              fields: { summary: words.parents[parentId]?.summary },
            },
          }),
    },
  }));
}

/**
 * Jira's two lists of a board in this order, page by page as asked: planned issues by `/issue`, the others by `/backlog`.
 *
 * @throws Error for any other path.
 */
export function boardLists(issues: readonly ListedIssue[]): (path: string) => unknown {
  return (path) => {
    const url = new URL(path, 'https://acme.atlassian.net');
    const list = /^\/rest\/software\/1\.0\/board\/7\/(issue|backlog)$/.exec(url.pathname)?.[1];
    if (list === undefined) throw new Error(`The test does not expect ${path}.`);
    const from = Number(url.searchParams.get('nextPageToken') ?? 0);
    const size = Number(url.searchParams.get('maxResults'));
    const whole = issues.filter(({ fields }) => (fields['sprint'] === null) === (list === 'backlog'));
    const next = from + size;
    return {
      issues: whole.slice(from, next),
      ...(next < whole.length ? { nextPageToken: String(next) } : {}),
    };
  };
}
