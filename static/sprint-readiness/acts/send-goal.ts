import type { Bridge } from '../../ui/bridge';
import { attempt, type ScreenFailure } from '../../ui/failure';

/** Which sprint is changed. */
export interface SprintPlace {
  readonly bridge: Bridge;
  readonly boardId: number;
  readonly sprintId: number;
}

/** `conflict`: somebody else changed it, and `goal` is what it is now. `busy`: another change is under way. */
export type GoalSent =
  | { readonly result: 'changed' | 'conflict'; readonly goal: string }
  | { readonly result: 'failed'; readonly failure: ScreenFailure }
  | { readonly result: 'busy' };

/** Changes the goal. @param was What the viewer saw. */
export async function sendGoal(
  { bridge, boardId, sprintId }: SprintPlace,
  was: string,
  goal: string,
): Promise<GoalSent> {
  const sent = await attempt(() => bridge.call('set-sprint-goal', { boardId, sprintId, was, goal }));
  return sent.ok ? sent.data : { result: 'failed', failure: sent.failure };
}
