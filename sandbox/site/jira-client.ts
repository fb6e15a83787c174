import { getJson, sendJson } from './http';
import type { AdfNode } from './parts/adf-view';

/** The parts of Jira's REST answers that the site's pages show. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly status: Named & { readonly statusCategory: { readonly key: string } };
    readonly issuetype: Named;
    readonly priority: Named | null;
    readonly assignee: Person | null;
    readonly [field: string]: unknown;
  };
}

export interface IssueDetail extends Issue {
  readonly names: Readonly<Record<string, string>>;
  readonly changelog: { readonly histories: readonly HistoryEntry[] };
}

export interface HistoryEntry {
  readonly id: string;
  readonly created: string;
  readonly author: Person;
  readonly items: readonly {
    readonly field: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
}

export interface IssueComment {
  readonly id: string;
  readonly author: Person;
  readonly created: string;
  readonly body: AdfNode;
}

export interface IssueLink {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: Issue;
  readonly outwardIssue?: Issue;
}

export interface ProjectSummary extends Named {
  readonly key: string;
  readonly style: string;
  readonly lead?: Person;
}

export interface BoardSummary {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
}

export interface BoardConfiguration {
  readonly columnConfig: {
    readonly columns: readonly {
      readonly name: string;
      readonly statuses: readonly { readonly id: string }[];
    }[];
  };
  readonly estimation?: {
    readonly type: string;
    readonly field?: { readonly fieldId: string; readonly displayName: string };
  };
}

export interface Sprint {
  readonly id: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly goal?: string;
  readonly startDate?: string;
  readonly endDate?: string;
}

interface JiraField {
  readonly id: string;
  readonly name: string;
  readonly schema?: { readonly custom?: string };
}

/** One page of a list; `next` is null at its end. */
export interface Page {
  readonly issues: readonly Issue[];
  readonly next: string | null;
}

const seg = encodeURIComponent;

export async function readProjects(): Promise<readonly ProjectSummary[]> {
  const answer = (await getJson('/rest/api/3/project/search?maxResults=50&expand=lead')) as {
    values: ProjectSummary[];
  };
  return answer.values;
}

export const readProject = async (key: string) =>
  (await getJson(`/rest/api/3/project/${seg(key)}`)) as ProjectSummary;

export async function readBoards(projectKey: string): Promise<readonly BoardSummary[]> {
  const answer = (await getJson(`/rest/agile/1.0/board?projectKeyOrId=${seg(projectKey)}`)) as {
    values: BoardSummary[];
  };
  return answer.values;
}

export const readBoard = async (boardId: number) =>
  (await getJson(`/rest/agile/1.0/board/${boardId}`)) as BoardSummary;

export const readConfiguration = async (boardId: number) =>
  (await getJson(`/rest/agile/1.0/board/${boardId}/configuration`)) as BoardConfiguration;

/** The open sprints of a board; null where the board has no sprints at all (Jira answers 400 there). */
export async function readSprints(board: BoardSummary): Promise<readonly Sprint[] | null> {
  if (board.type === 'kanban') return null;
  try {
    const answer = (await getJson(`/rest/agile/1.0/board/${board.id}/sprint?state=active,future`)) as {
      values: Sprint[];
    };
    return answer.values;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 400) return null;
    throw error;
  }
}

const LIST_FIELDS = ['summary', 'status', 'issuetype', 'priority', 'assignee'];

async function readPage(path: string, query: Record<string, string>, cursor: string | null): Promise<Page> {
  const search = new URLSearchParams({
    maxResults: '100',
    ...query,
    ...(cursor && { nextPageToken: cursor }),
  });
  const answer = (await getJson(`${path}?${search.toString()}`)) as {
    issues: Issue[];
    nextPageToken?: string;
  };
  return { issues: answer.issues, next: answer.nextPageToken ?? null };
}

const listFields = (extra: readonly string[]) => [...LIST_FIELDS, ...extra].join(',');

/** Issues of a sprint in rank order, done ones included. */
export const readSprintIssues = async (sprintId: number, extra: readonly string[], cursor: string | null) =>
  await readPage(
    '/rest/api/3/search/jql',
    { jql: `sprint = ${sprintId} ORDER BY Rank ASC`, fields: listFields(extra) },
    cursor,
  );

/** Everything on a board, in rank order. */
export const readBoardIssues = async (boardId: number, extra: readonly string[], cursor: string | null) =>
  await readPage(`/rest/software/1.0/board/${boardId}/issue`, { fields: listFields(extra) }, cursor);

/** The board's backlog, below all sprints. */
export const readBacklog = async (boardId: number, extra: readonly string[], cursor: string | null) =>
  await readPage(`/rest/software/1.0/board/${boardId}/backlog`, { fields: listFields(extra) }, cursor);

export async function readIssue(key: string): Promise<IssueDetail> {
  return (await getJson(`/rest/api/3/issue/${seg(key)}?expand=names,changelog`)) as IssueDetail;
}

export const readFields = async () => (await getJson('/rest/api/3/field')) as readonly JiraField[];

export const readPriorities = async () => (await getJson('/rest/api/3/priority')) as readonly Named[];

export async function editIssue(key: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await sendJson('PUT', `/rest/api/3/issue/${seg(key)}`, { fields });
}

const FLAGGED = 'Flagged';
const SPRINT_TYPE = 'com.pyxis.greenhopper.jira:gh-sprint';

/** The ids of fields that every site numbers anew. */
export async function readFieldIds(): Promise<{
  readonly flagged: string | null;
  readonly sprint: string | null;
}> {
  const fields = await readFields();
  return {
    flagged: fields.find((field) => field.name === FLAGGED)?.id ?? null,
    sprint: fields.find((field) => field.schema?.custom === SPRINT_TYPE)?.id ?? null,
  };
}
