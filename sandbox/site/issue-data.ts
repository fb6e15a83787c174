import { readBoards, readConfiguration, readFieldIds, readIssue, readPriorities } from './jira-client';

/** The estimation field of the project's boards; null when none of them estimates in a field. */
async function readEstimateField(projectKey: string) {
  const boards = await readBoards(projectKey);
  const configurations = await Promise.all(boards.map(async (board) => await readConfiguration(board.id)));
  return (
    configurations.map(({ estimation }) => estimation?.field).find((field) => field !== undefined) ?? null
  );
}

/** Everything that an issue's page shows. @throws HttpError */
export async function readIssuePage(key: string) {
  const [issue, estimate, priorities, fieldIds] = await Promise.all([
    readIssue(key),
    readEstimateField(key.replace(/-\d+$/, '')),
    readPriorities(),
    readFieldIds(),
  ]);
  return { issue, estimate, priorities, fieldIds };
}

export type IssuePageData = Awaited<ReturnType<typeof readIssuePage>>;
