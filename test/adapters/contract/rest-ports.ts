import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { findInSprints, findOnBoard, readBacklogPage, readSprintIssues } from '#src/adapters/jira/backlog';
import { listBoards, readBoard } from '#src/adapters/jira/board';
import { readDescriptions, readIssue } from '#src/adapters/jira/single-issue';
import { readFields, readPriorities } from '#src/adapters/jira/site';
import { readSprintHistory } from '#src/adapters/jira/sprint-history';
import { readPractice } from '#src/adapters/jira/sprint-practice';
import { readClosedSprints, readOpenSprints } from '#src/adapters/jira/sprints';
import { readThroughput } from '#src/adapters/jira/throughput';
import type { MemoryPorts } from '#src/adapters/memory/jira';

/** The reading ports through the app's own REST clients. */
export function restPorts(requestJira: RequestJira): MemoryPorts {
  const access = { requestJira, ask: createAsk() };
  return {
    readBoard: readBoard(access),
    listBoards: listBoards(access),
    readFields: readFields(access),
    readPriorities: readPriorities(access),
    readOpenSprints: readOpenSprints(access),
    readClosedSprints: readClosedSprints(access),
    readSprintHistory: readSprintHistory(access),
    readPractice: readPractice(access),
    readThroughput: readThroughput(access),
    readSprintIssues: readSprintIssues(access),
    readBacklogPage: readBacklogPage(access),
    findInSprints: findInSprints(access),
    findOnBoard: findOnBoard(access),
    readDescriptions: readDescriptions(access),
    readIssue: readIssue(access),
  };
}
