import type { BoardList, ListBoardsRequest } from '#src/contract/list-boards';
import type { CallHandler } from '#src/resolvers/answer-call';

/** Jira lists only boards that the viewer may see; the project's id comes from the screen. */
export const listBoards: CallHandler<ListBoardsRequest, BoardList> = async (app, viewer, { projectId }) => ({
  boards: (await app.listProjectBoards(viewer, projectId)).map(({ id, name, type }) => ({ id, name, type })),
});
