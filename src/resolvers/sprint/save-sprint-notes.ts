import type { z } from 'zod';

import type { SprintApp } from '#src/app/sprint';
import type { SAVE_SPRINT_NOTES_RESPONSE, SaveSprintNotesRequest } from '#src/contract/sprint/calls';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toNotes } from '#src/resolvers/sprint/sprint-answer';

type Saved = z.infer<typeof SAVE_SPRINT_NOTES_RESPONSE>;

/** Only those who may edit issues in the board's project get through: see the use case. */
export const saveSprintNotes: CallHandler<SaveSprintNotesRequest, Saved, SprintApp> = async (
  app,
  viewer,
  { boardId, sprintId, version, people, daysOff, serves },
) => {
  const notes = { people, daysOff, serves };
  const { result, stored } = await app.saveSprintNotes(viewer, { boardId, sprintId, version, notes });
  return { result, notes: toNotes(stored) };
};
