import { SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';
import type { SayDo } from '#src/domain/capacity/over-commitment';
import type { SprintBoard } from '#tools/sprint-file';

/** A moment at which a board's next sprints are forecast, with what was known then and what came. */
export interface SprintWindow {
  readonly source: string;
  /** Unique within a file. */
  readonly boardIndex: number;
  /** All earlier sprints with points, oldest first: at least `SPRINTS_REQUIRED`. */
  readonly past: readonly SayDo[];
  /** Mean delivered in the last five of them; above 0. */
  readonly meanOfFive: number;
  /** The sprint that followed, and after it up to four more. */
  readonly next: SayDo;
  readonly delivered: readonly number[];
}

const SPRINTS_AHEAD = 5;

/** Every moment of every board with enough before it, in time order within a board. */
export function windowsOf(boards: readonly SprintBoard[]): readonly SprintWindow[] {
  return boards.flatMap(({ source, sprints }, boardIndex) =>
    sprints.flatMap((next, index): readonly SprintWindow[] => {
      const past = sprints.slice(0, index);
      if (past.length < SPRINTS_REQUIRED) return [];
      const meanOfFive = past.slice(-5).reduce((sum, { delivered }) => sum + delivered, 0) / 5;
      if (!(meanOfFive > 0)) return [];
      const delivered = sprints.slice(index, index + SPRINTS_AHEAD).map((sprint) => sprint.delivered);
      return [{ source, boardIndex, past, meanOfFive, next, delivered }];
    }),
  );
}

/** What the next `sprints` delivered together; null when the file ends before. */
export function deliveredIn({ delivered }: SprintWindow, sprints: number): number | null {
  if (delivered.length < sprints) return null;
  return delivered.slice(0, sprints).reduce((sum, amount) => sum + amount, 0);
}

/** Amounts delivered in the past of a window, oldest first. */
export function pastAmounts({ past }: SprintWindow): readonly number[] {
  return past.map(({ delivered }) => delivered);
}
