import type { BoardSettingsAnswer, GetBoardSettingsRequest } from '#src/contract/board-settings';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toSettingsAnswer } from '#src/resolvers/board-settings';

/** Told to anybody who may see the board: the board is read as the viewer before its settings are. */
export const getBoardSettings: CallHandler<GetBoardSettingsRequest, BoardSettingsAnswer> = async (
  app,
  viewer,
  { boardId },
) => toSettingsAnswer(await app.showBoardSettings(viewer, boardId));
