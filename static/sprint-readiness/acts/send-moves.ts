import { attempt, type ScreenFailure } from '../../ui/failure';
import { runsOf, type Move } from '../state/moves';

import type { SprintPlace } from './send-goal';

/** What became of some moves. */
export interface MovesSent {
  readonly moved: readonly Move[];
  /** Those that Jira did not move, with the reason. */
  readonly left: readonly {
    readonly key: string;
    readonly why: 'not-on-board' | 'elsewhere' | 'refused';
  }[];
  /** Why nothing more was moved; null where all calls were answered. */
  readonly failure: ScreenFailure | null;
}

/** Takes issues out of the sprint, or puts them back in the places that they had. */
export async function sendMoves(
  { bridge, boardId, sprintId }: SprintPlace,
  moves: readonly Move[],
  isOut: boolean,
): Promise<MovesSent> {
  const runs = isOut ? [{ beforeKey: null, keys: moves.map(({ issue }) => issue.key) }] : runsOf(moves);
  const [fromSprintId, toSprintId] = isOut ? [sprintId, null] : [null, sprintId];
  let sofar: MovesSent = { moved: [], left: [], failure: null };
  // One after the other: what failed holds up what comes after it, and the viewer sees how far it came.
  for (const { beforeKey, keys } of runs) {
    const issueKeys = [...keys];
    const sent = await attempt(() =>
      bridge.call('move-issues', { boardId, issueKeys, fromSprintId, toSprintId, beforeKey }),
    );
    if (!sent.ok) return { ...sofar, failure: sent.failure };
    const { moved, left } = sent.data;
    sofar = {
      ...sofar,
      moved: [...sofar.moved, ...moves.filter(({ issue }) => moved.includes(issue.key))],
      left: [...sofar.left, ...left],
    };
  }
  return sofar;
}

/** Why an issue was left; `refused` where Jira did not get as far as to say. */
export const whyLeft = (key: string, left: MovesSent['left']): MovesSent['left'][number] =>
  left.find((one) => one.key === key) ?? { key, why: 'refused' };
