/** The address of a board below the site's, as Jira has it. */
export const boardAddress = (projectKey: string, boardId: number) =>
  `/jira/software/c/projects/${projectKey}/boards/${boardId}`;
