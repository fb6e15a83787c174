import type { Bridge } from '../ui/bridge';
import { UnexpectedShape } from '../ui/failure';
import { fieldsOf, idOf, textOf, type Fields } from '../ui/json';

import type { Health, HealthIssue } from './health';

import type { BacklogWords } from '#src/contract/get-backlog-health';

/** What the browser read of a board, beside an answer that was kept. */
export interface WordsRead {
  readonly words: BacklogWords;
  /** false when issues of the answer were moved, or are no longer where they were. */
  readonly isInOrder: boolean;
}

type ReadJira = Bridge['jira'];

const FIELDS = 'summary,issuetype,sprint,assignee,priority,parent';
const STANDARD_TYPES = 'issuetype in standardIssueTypes()';
/** As many as an answer has issues at most. */
const READ_AT_MOST = 500;
/** Room on a page for what Jira lists and the answer does not count, such as epics, so that one page does. */
const SPARE = 20;

/** One issue of a list, as far as the screen reads it. */
interface Listed {
  readonly id: string;
  readonly sprintId: string | null;
  /** Epics and sub-tasks stand in Jira's lists, not in the answer. */
  readonly isCounted: boolean;
  readonly fields: Fields;
}

function listed(issue: unknown): Listed {
  const { id, fields } = fieldsOf(issue);
  const issueId = textOf(id);
  if (issueId === null) throw new UnexpectedShape('An issue in a list of the board has no id.');
  const issueFields = fieldsOf(fields);
  const { hierarchyLevel, subtask } = fieldsOf(issueFields['issuetype']);
  return {
    id: issueId,
    sprintId: idOf(fieldsOf(issueFields['sprint'])['id']),
    isCounted: hierarchyLevel === undefined ? subtask !== true : hierarchyLevel === 0,
    fields: issueFields,
  };
}

/** Reads a list page by page until `isEnough`, its end, or the most that is read. */
async function readList(
  jira: ReadJira,
  path: string,
  query: { readonly jql: string; readonly maxResults: number },
  isEnough: (issues: readonly Listed[]) => boolean,
): Promise<readonly Listed[]> {
  const issues: Listed[] = [];
  let token: string | null = null;
  do {
    const search: URLSearchParams = new URLSearchParams({
      fields: FIELDS,
      jql: query.jql,
      maxResults: String(query.maxResults),
      ...(token === null ? {} : { nextPageToken: token }),
    });
    const page = fieldsOf(await jira(`${path}?${search}`));
    const { issues: rows } = page;
    if (!Array.isArray(rows)) throw new UnexpectedShape(`${path} answered without issues.`);
    issues.push(...rows.map(listed));
    token = textOf(page['nextPageToken']);
  } while (token !== null && issues.length < READ_AT_MOST && !isEnough(issues));
  return issues;
}

/** The planned issues, by the order of their sprints in the answer: Jira ranks them across sprints. */
async function readPlanned(jira: ReadJira, boardId: number, planned: readonly HealthIssue[]) {
  const sprintIds = [...new Set(planned.map(({ sprintId }) => String(sprintId)))];
  if (sprintIds.length === 0) return [];
  const jql = `sprint in (${sprintIds.join(', ')}) AND statusCategory != Done AND ${STANDARD_TYPES}`;
  const wanted = new Set(planned.map(({ id }) => id));
  const issues = await readList(
    jira,
    `/rest/software/1.0/board/${boardId}/issue`,
    { jql, maxResults: Math.min(READ_AT_MOST, planned.length + SPARE) },
    (sofar) => sofar.filter(({ id }) => wanted.has(id)).length === wanted.size,
  );
  return sprintIds.flatMap((sprint) => issues.filter(({ sprintId }) => sprintId === sprint));
}

async function readBacklog(jira: ReadJira, boardId: number, backlog: readonly HealthIssue[]) {
  if (backlog.length === 0) return [];
  const issues = await readList(
    jira,
    `/rest/software/1.0/board/${boardId}/backlog`,
    { jql: STANDARD_TYPES, maxResults: Math.min(READ_AT_MOST, backlog.length + SPARE) },
    (sofar) => sofar.filter(({ isCounted }) => isCounted).length >= backlog.length,
  );
  return issues.filter(({ isCounted }) => isCounted).slice(0, backlog.length);
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

/**
 * Whether the lists still have the answer's issues in its order. A move by rank alone leaves no trace on the issue, so that
 * only the order itself shows it. In sprints other issues do not count: which of them are done depends on the board's columns,
 * and one that came into a sprint was changed by it, which the probe sees.
 */
function isInOrder(issues: readonly HealthIssue[], planned: readonly Listed[], backlog: readonly Listed[]) {
  const known = new Set(issues.map(({ id }) => id));
  const place = (id: string, sprintId: string | number | null) => `${id} in ${sprintId ?? 'the backlog'}`;
  return areSame(
    [
      ...planned.filter(({ id }) => known.has(id)).map(({ id, sprintId }) => place(id, sprintId)),
      ...backlog.map(({ id }) => place(id, null)),
    ],
    issues.map(({ id, sprintId }) => place(id, sprintId)),
  );
}

function wordsOf(issues: readonly Listed[]): BacklogWords {
  const found = {
    issues: {} as Record<string, { summary: string; type: string }>,
    sprints: {} as Record<string, string>,
    people: {} as Record<string, string>,
    parents: {} as Record<string, { key: string; summary: string }>,
    priorities: {} as Record<string, string>,
    fields: {},
  };
  const name = (into: Record<string, string>, id: string | null, text: string | null) => {
    if (id !== null && text !== null) into[id] = text;
  };
  for (const { id, fields } of issues) {
    const summary = textOf(fields['summary']);
    if (summary !== null) {
      found.issues[id] = { summary, type: textOf(fieldsOf(fields['issuetype'])['name']) ?? '' };
    }
    const sprint = fieldsOf(fields['sprint']);
    name(found.sprints, idOf(sprint['id']), textOf(sprint['name']));
    const assignee = fieldsOf(fields['assignee']);
    name(found.people, textOf(assignee['accountId']), textOf(assignee['displayName']));
    const priority = fieldsOf(fields['priority']);
    name(found.priorities, textOf(priority['id']), textOf(priority['name']));
    const parent = fieldsOf(fields['parent']);
    const parentId = textOf(parent['id']);
    const key = textOf(parent['key']);
    if (parentId !== null && key !== null) {
      found.parents[parentId] = { key, summary: textOf(fieldsOf(parent['fields'])['summary']) ?? '' };
    }
  }
  return found;
}

/**
 * Asks Jira for the words of an answer's issues, as the viewer, and whether they still stand in its order. Epics' and
 * sub-tasks' words come along where Jira lists them.
 *
 * @throws JiraRefused or UnexpectedShape; rejects otherwise when no answer came.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-backlog-get
 */
export async function readWords(jira: ReadJira, boardId: number, { issues }: Health): Promise<WordsRead> {
  const [planned, backlog] = await Promise.all([
    readPlanned(
      jira,
      boardId,
      issues.filter(({ sprintId }) => sprintId !== null),
    ),
    readBacklog(
      jira,
      boardId,
      issues.filter(({ sprintId }) => sprintId === null),
    ),
  ]);
  return { words: wordsOf([...planned, ...backlog]), isInOrder: isInOrder(issues, planned, backlog) };
}
