import type { Clock } from '#sandbox/clock';
import type {
  Adf,
  Board,
  Collections,
  Comment,
  Issue,
  IssueLink,
  Project,
  Sprint,
  User,
} from '#sandbox/jira/model';

/** What a new issue starts with; the rest takes Jira's defaults. `at` dates it (and its change log) in the past for seeds. */
export interface NewIssue {
  projectId: string;
  issueTypeId: string;
  summary: string;
  key?: string;
  description?: Adf | null;
  statusId?: string;
  priorityId?: string | null;
  reporter?: string | null;
  assignee?: string | null;
  parentId?: string | null;
  labels?: string[];
  sprintId?: number | null;
  securityLevelId?: string | null;
  dueDate?: string | null;
  customFields?: Record<string, unknown>;
}

/** The fields that an edit may set; each change is written to the change log as Jira writes it. */
export type IssueEdit = Partial<
  Pick<
    Issue,
    | 'summary'
    | 'description'
    | 'priorityId'
    | 'assignee'
    | 'reporter'
    | 'parentId'
    | 'labels'
    | 'dueDate'
    | 'isFlagged'
    | 'securityLevelId'
    | 'customFields'
  >
>;

/** Who did it and when (epoch milliseconds; the clock's now by default). */
export interface Act {
  by: string;
  at?: number;
}

/** What happened to a sprint, as Jira tells it to apps. Reopening one is an update of it. */
export interface SprintEvent {
  readonly kind: 'created' | 'started' | 'updated' | 'closed' | 'deleted';
  readonly sprint: Sprint;
  /** What an update replaced; null for the other kinds. */
  readonly old: Sprint | null;
  readonly by: string;
}

/**
 * The local Jira without REST: records, and the acts that change them with their change log.
 * Nothing here checks permissions; the REST layer does.
 */
export interface JiraSite {
  readonly clock: Clock;
  /** All records of a collection, in insertion order. Read only. */
  all<Name extends keyof Collections>(name: Name): Iterable<Collections[Name]>;
  get<Name extends keyof Collections>(name: Name, id: string | number): Collections[Name] | undefined;
  /** Inserts or replaces a record as it is, with no change log: for schemes, fields, users, boards. */
  put<Name extends keyof Collections>(name: Name, record: Collections[Name]): void;
  /** Looks an issue up by id or key, old letter case included. */
  issue(idOrKey: string): Issue | undefined;
  project(idOrKey: string): Project | undefined;
  userByEmail(email: string): User | undefined;
  historiesOf(
    issueId: string,
  ): readonly { id: string; created: number; author: string; items: Collections['histories']['items'] }[];
  commentsOf(issueId: string): readonly Comment[];
  linksOf(issueId: string): readonly IssueLink[];
  issuesOfProject(projectId: string): readonly Issue[];
  issuesOfSprint(sprintId: number): readonly Issue[];
  /** Sub-tasks of an issue, children of an epic. */
  childrenOf(issueId: string): readonly Issue[];
  /** All issues, highest rank first. The array is live: do not keep it over a change. */
  rankedIssues(): readonly Issue[];

  createIssue(fields: NewIssue, act: Act): Issue;
  editIssue(issueId: string, edit: IssueEdit, act: Act): Issue;
  transitionIssue(issueId: string, statusId: string, act: Act): Issue;
  /** Moves issues, in the order given, right before or right after another issue in rank. */
  rankIssues(issueIds: readonly string[], target: { before: string } | { after: string }, act: Act): void;
  /** Moves an issue into an open sprint, or to the backlog (null). */
  moveToSprint(issueId: string, sprintId: number | null, act: Act): void;
  deleteIssue(issueId: string, act: Act): void;
  /** Splits an issue: a new one beside it, in the same open sprint, linked to it. */
  splitIssue(
    issueId: string,
    part: { summary: string; customFields?: Record<string, unknown> },
    act: Act,
  ): Issue;
  /** Moves an issue with its sub-tasks to another project, where it gets a new key. Its sprints stay. */
  moveIssueToProject(issueId: string, projectId: string, act: Act): Issue;
  linkIssues(typeId: string, inwardIssueId: string, outwardIssueId: string, act: Act): IssueLink;
  unlinkIssues(linkId: string, act: Act): void;
  addComment(issueId: string, body: Adf, act: Act): Comment;
  editComment(commentId: string, body: Adf, act: Act): Comment;
  deleteComment(commentId: string, act: Act): void;

  createSprint(
    sprint: { boardId: number; name: string; goal?: string; startDate?: number; endDate?: number },
    act: Act,
  ): Sprint;
  editSprint(
    sprintId: number,
    edit: Partial<Pick<Sprint, 'name' | 'goal' | 'startDate' | 'endDate'>>,
    act: Act,
  ): Sprint;
  /** Starts a future sprint now; `startDate` is what is written down as its start, now by default. */
  startSprint(sprintId: number, act: Act & { endDate: number; startDate?: number }): Sprint;
  /** Closes a sprint; what is not in its board's done column goes to `moveOpenTo` (null: the backlog). */
  completeSprint(sprintId: number, act: Act & { moveOpenTo: number | null }): Sprint;
  /** Makes a closed sprint active again. Its issues come back, but for those that are in another active sprint. */
  reopenSprint(sprintId: number, act: Act): Sprint;
  /** Deletes a future sprint; its issues go to the backlog. */
  deleteSprint(sprintId: number, act: Act): void;
  /** Hears of every sprint that is created, started, edited, closed or deleted, after the act as a whole. */
  onSprintEvent(listener: (event: SprintEvent) => void): void;
  createBoard(board: Omit<Board, 'id'> & { id?: number }): Board;

  /** Runs many acts as one write to the disk. */
  batch<Result>(work: () => Result): Result;
}
