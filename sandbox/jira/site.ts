import type { Clock } from '#sandbox/clock';
import { addComment, deleteComment, editComment } from '#sandbox/jira/acts/comments';
import type { Desk } from '#sandbox/jira/acts/desk';
import { createIssue, deleteIssue, editIssue, transitionIssue } from '#sandbox/jira/acts/issues';
import { linkIssues, unlinkIssues } from '#sandbox/jira/acts/links';
import { moveIssueToProject } from '#sandbox/jira/acts/move-project';
import { rankIssues } from '#sandbox/jira/acts/ranks';
import { splitIssue } from '#sandbox/jira/acts/split';
import {
  completeSprint,
  createSprint,
  deleteSprint,
  editSprint,
  moveToSprint,
  reopenSprint,
  startSprint,
} from '#sandbox/jira/acts/sprints';
import { createIndexes } from '#sandbox/jira/indexes';
import { createRecords } from '#sandbox/jira/records';
import type { JiraSite, SprintEvent } from '#sandbox/jira/site.types';
import type { Store } from '#sandbox/state/store';

/**
 * Opens the local Jira on a store: all records are read into memory, every change is written through.
 * Each act is one write to the disk; `batch` makes many acts one. When an act throws, nothing of it remains.
 * The acts throw SiteError when the records do not allow them.
 */
export function createJiraSite(store: Store, clock: Clock): JiraSite {
  const records = createRecords(store);
  const indexes = createIndexes(records);
  const listeners: ((event: SprintEvent) => void)[] = [];
  const untold: SprintEvent[] = [];
  const desk: Desk = { records, indexes, clock, announce: (event) => untold.push(event) };
  records.load();
  let depth = 0;
  /** One write; nobody hears of an act that fails or has not ended. */
  const batch = <Result>(work: () => Result): Result => {
    let result: Result;
    depth += 1;
    try {
      result = records.batch(work);
    } catch (error) {
      if (depth === 1) untold.length = 0;
      throw error;
    } finally {
      depth -= 1;
    }
    if (depth === 0) {
      for (const event of untold.splice(0)) for (const listener of listeners) listener(event);
    }
    return result;
  };
  const whole =
    <Arguments extends unknown[], Result>(act: (desk: Desk, ...rest: Arguments) => Result) =>
    (...rest: Arguments): Result =>
      batch(() => act(desk, ...rest));

  return {
    clock,
    all: (name) => records.all(name),
    get: (name, id) => records.get(name, id),
    put: (name, record) => {
      records.put(name, record);
    },
    issue: (idOrKey) => records.get('issues', idOrKey) ?? indexes.issueByKey(idOrKey),
    project: (idOrKey) => records.get('projects', idOrKey) ?? indexes.projectByKey(idOrKey),
    userByEmail: (email) =>
      [...records.all('users')].find((user) => user.email.toLowerCase() === email.toLowerCase()),
    historiesOf: (issueId) => indexes.historiesOf(issueId),
    commentsOf: (issueId) => indexes.commentsOf(issueId),
    linksOf: (issueId) => indexes.linksOf(issueId),
    issuesOfProject: (projectId) => indexes.issuesOfProject(projectId),
    issuesOfSprint: (sprintId) => indexes.issuesOfSprint(sprintId),
    childrenOf: (issueId) => indexes.childrenOf(issueId),
    rankedIssues: () => indexes.ranked(),

    createIssue: whole(createIssue),
    editIssue: whole(editIssue),
    transitionIssue: whole(transitionIssue),
    rankIssues: whole(rankIssues),
    moveToSprint: whole(moveToSprint),
    deleteIssue: whole(deleteIssue),
    splitIssue: whole(splitIssue),
    moveIssueToProject: whole(moveIssueToProject),
    linkIssues: whole(linkIssues),
    unlinkIssues: whole(unlinkIssues),
    addComment: whole(addComment),
    editComment: whole(editComment),
    deleteComment: whole(deleteComment),
    createSprint: whole(createSprint),
    editSprint: whole(editSprint),
    startSprint: whole(startSprint),
    completeSprint: whole(completeSprint),
    reopenSprint: whole(reopenSprint),
    deleteSprint: whole(deleteSprint),
    onSprintEvent(listener) {
      listeners.push(listener);
    },
    createBoard(board) {
      const created = { ...board, id: board.id ?? records.nextId('boards') };
      records.put('boards', created);
      return created;
    },
    batch,
  };
}
