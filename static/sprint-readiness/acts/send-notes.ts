import { attempt, type ScreenFailure } from '../../ui/failure';
import type { Notes } from '../state/opened';

import type { SprintPlace } from './send-goal';

/** What people say of a sprint, as far as one form changes it. */
export type NotesPatch = Partial<Pick<Notes, 'people' | 'daysOff' | 'serves'>>;

/** `conflict`: somebody else saved, and `notes` is what they are now. `busy`: another change is under way. */
export type NotesSent =
  | { readonly result: 'saved' | 'conflict'; readonly notes: Notes }
  | { readonly result: 'failed'; readonly failure: ScreenFailure }
  | { readonly result: 'busy' };

/** Saves what people say of a sprint. @param over What the viewer saw: what they leave out stays as it is there. */
export async function sendNotes(
  { bridge, boardId, sprintId }: SprintPlace,
  patch: NotesPatch,
  over: Notes,
): Promise<NotesSent> {
  const { people, daysOff, serves, version } = { ...over, ...patch };
  const sent = await attempt(() =>
    bridge.call('save-sprint-notes', { boardId, sprintId, version, people, daysOff, serves }),
  );
  return sent.ok ? sent.data : { result: 'failed', failure: sent.failure };
}

/** What the same fields hold in the notes: to compare with, or to come back to. */
export function sameFieldsOf(patch: NotesPatch, notes: Notes): NotesPatch {
  const { people, daysOff, serves } = notes;
  return {
    ...('people' in patch && { people }),
    ...('daysOff' in patch && { daysOff }),
    ...('serves' in patch && { serves }),
  };
}

/** Whether two patches of the same fields, made by `sameFieldsOf`, say the same. */
export const isSame = (one: NotesPatch, other: NotesPatch): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
