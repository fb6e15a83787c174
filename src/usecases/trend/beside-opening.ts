import { withReading, type Reading } from '#src/domain/trend/board-day';
import { dayOf } from '#src/domain/trend/day';
import type { CountOpenItems } from '#src/ports/board-counts';
import type { KeptHealth } from '#src/ports/kept-health';
import type { NoteOpening, ReadLastOpening } from '#src/ports/watched-boards';
import { changeDay, type DayPorts } from '#src/usecases/trend/change-day';

/** What is done beside the opening of a board. It never fails, and the opening does not wait for Jira because of it. */
export interface BesideOpening {
  /** Notes the opening, once `seen` tells that Jira shows the board to the viewer; nothing when it fails. */
  readonly note: (boardId: number, seen: Promise<unknown>) => Promise<void>;
  /** To be called as a new reading begins, and what it answers once the backlog was read whole. */
  readonly beginReading: (boardId: number) => (health: KeptHealth) => Promise<void>;
  /** Keeps the viewer's last answer as the figures of the day on which Jira said that nothing has changed since. */
  readonly readAgain: (boardId: number, health: KeptHealth, checkedAt: Date) => Promise<void>;
}

export interface BesideOpeningPorts extends DayPorts {
  readonly readLastOpening: ReadLastOpening;
  readonly noteOpening: NoteOpening;
  readonly countOpenItems: CountOpenItems;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

/** Watches the boards that are opened, and keeps what was read of them as figures of the day. */
export function besideOpening(ports: BesideOpeningPorts): BesideOpening {
  const { now, report } = ports;
  return {
    note: async (boardId, seen) => {
      const today = dayOf(now());
      const reading = ports.readLastOpening(boardId);
      // It is awaited below, and may fail before that.
      reading.catch(() => undefined);
      if (!(await isFulfilled(seen))) return;
      try {
        const last = await reading;
        if (last === null || last < today) await ports.noteOpening(boardId, today, last);
      } catch (error) {
        report(error);
      }
    },

    beginReading: (boardId) => {
      const today = dayOf(now());
      const known = ports.loadBoardDay(boardId, today);
      known.catch(() => undefined);
      // Without it nobody could tell whose reading is the board's: then nothing is kept.
      const counting = ports.countOpenItems(boardId).catch(() => null);
      return async (health) => {
        // What is not counted by now is not waited for: the viewer would wait too.
        const inSight = await Promise.race([counting, Promise.resolve(null)]);
        if (inSight === null) return;
        const next = readingOf(health, inSight);
        await changeDay(ports, boardId, today, (day) => withReading(day, next), known).catch(report);
      };
    },

    readAgain: async (boardId, health, checkedAt) => {
      const today = dayOf(checkedAt);
      // That day's figures are in already, from the reading itself.
      if (health.missing.length > 0 || dayOf(new Date(health.asOf)) === today) return;
      try {
        const known = await ports.loadBoardDay(boardId, today);
        const { reading } = known.day;
        // Whose reading counts is told by a count, at one point. It is not spent where it would hardly change the day.
        if (reading !== null && reading.issuesSeen >= health.assessment.issues.length) return;
        const inSight = await ports.countOpenItems(boardId);
        const next = readingOf({ ...health, asOf: checkedAt.toISOString() }, inSight);
        await changeDay(ports, boardId, today, (day) => withReading(day, next), Promise.resolve(known));
      } catch (error) {
        report(error);
      }
    },
  };
}

async function isFulfilled(promise: Promise<unknown>): Promise<boolean> {
  return await promise.then(
    () => true,
    () => false,
  );
}

function readingOf({ asOf, assessment }: KeptHealth, inSight: number): Reading {
  const { unit, runway, ready, depth, issues } = assessment;
  return {
    at: asOf,
    unit,
    runway,
    ready,
    depth,
    issuesSeen: issues.length,
    inSight,
  };
}
