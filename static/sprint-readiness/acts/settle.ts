import { withMoves, type Move } from '../state/moves';
import type { Opened } from '../state/opened';
import type { SprintInView } from '../state/use-sprint';

/** Judging anew weighs as much as the rest of the screen, and most people change nothing. */
async function judge() {
  return (await import('../state/replan')).replan;
}

/** Puts a goal that was saved into the answer in view, with what can be said of it. */
export async function settleGoal(update: SprintInView['update'], goal: string): Promise<void> {
  const replan = await judge();
  update((opened) => {
    const { sprint, sprints, view } = opened;
    if (sprint === null) return opened;
    return {
      ...opened,
      sprint: { ...sprint, goal },
      sprints: sprints.map((one) => (one.id === sprint.id ? { ...one, goal } : one)),
      view: view?.state === 'future' ? replan(opened, view, { issues: view.issues, goal }) : view,
    };
  });
}

/** Puts moves that were made into the answer in view, and keeps them for readings that lag behind. */
export async function settleMoves(
  { moves, update }: Pick<SprintInView, 'moves' | 'update'>,
  made: readonly Move[],
  isOut: boolean,
): Promise<void> {
  if (made.length === 0) return;
  const now = Date.now();
  const keys = new Set(made.map(({ issue }) => issue.key));
  moves.current = [
    ...moves.current.filter(({ issue }) => !keys.has(issue.key)),
    ...made.map((move) => ({ ...move, isOut, at: now })),
  ];
  const replan = await judge();
  update((opened: Opened) => {
    const { view } = opened;
    if (view?.state !== 'future') return opened;
    return { ...opened, view: withMoves(opened, view, moves.current, { now, judge: replan }) };
  });
}
