import { ReadFailure } from '#src/ports/read-failure';
import type { IssuePlace, SprintRights } from '#src/ports/sprint-changes';
import type { BoardSprint } from '#src/ports/sprint-list';
import type { VersionedNotes } from '#src/ports/sprint-notes';
import { WriteFailure } from '#src/ports/write-failure';

import { memoryBoard } from '../../builders/memory-board';

export function sprint(id: number, change: Partial<BoardSprint> = {}): BoardSprint {
  return {
    id,
    name: `Sprint ${id}`,
    state: 'future',
    goal: '',
    startDate: null,
    endDate: null,
    completeDate: null,
    originBoardId: 1,
    ...change,
  };
}

interface World {
  readonly sprints: readonly BoardSprint[];
  readonly places: readonly IssuePlace[];
  readonly rights: Partial<SprintRights>;
  /** Keys that Jira does not let the viewer move. */
  readonly refused: readonly string[];
  readonly isRankRefused: boolean;
}

/** Board 1 with its sprints and issues, as Jira changes them for one viewer, who sees no other board. */
export function sprintWorld(change: Partial<World> = {}) {
  const sprints = new Map((change.sprints ?? []).map((each) => [each.id, each]));
  const places = new Map((change.places ?? []).map((each) => [each.key, each]));
  const refused = new Set(change.refused ?? []);
  const written: string[] = [];
  let notes: VersionedNotes = {
    version: 0,
    notes: { people: null, daysOff: 0, serves: null },
    changes: [],
  };
  const onBoard = <Value>(boardId: number, value: Value): Promise<Value> =>
    boardId === 1
      ? Promise.resolve(value)
      : Promise.reject(new ReadFailure('not-found', 'board: Jira answered 404.'));
  const refuse = () => Promise.reject(new WriteFailure('refused', 'Jira answered 403.', { detail: 'No.' }));
  const ports = {
    readBoard: (boardId: number) => onBoard(boardId, memoryBoard()),
    readBoardSprints: (boardId: number) =>
      onBoard(boardId, {
        // Another board's sprints are listed as far as this board's issues are in them.
        open: [...sprints.values()].filter(
          ({ id, state, originBoardId }) =>
            state !== 'closed' &&
            (originBoardId === 1 || [...places.values()].some(({ sprintId }) => sprintId === id)),
        ),
        closed: [],
      }),
    readSprint: (id: number) => {
      const found = sprints.get(id);
      return found
        ? Promise.resolve(found)
        : Promise.reject(new ReadFailure('not-found', 'sprint: Jira answered 404.'));
    },
    readSprintRights: (boardId: number) =>
      onBoard(boardId, {
        canManageSprints: true,
        canMoveIssues: true,
        canEditIssues: true,
        ...change.rights,
      }),
    findPlaces: (_board: unknown, keys: readonly string[]) =>
      Promise.resolve(keys.flatMap((key) => places.get(key) ?? [])),
    writeGoal: async (id: number, goal: string) => {
      if (change.rights?.canManageSprints === false) return await refuse();
      written.push(`goal of ${id}: ${goal}`);
      sprints.set(id, { ...sprints.get(id)!, goal });
    },
    moveIssues: async (keys: readonly string[], to: number | null, before: string | null) => {
      if (keys.some((key) => refused.has(key))) return await refuse();
      written.push(`${keys.join(' ')} to ${to ?? 'backlog'}${before === null ? '' : ` before ${before}`}`);
      for (const key of keys) places.set(key, { ...places.get(key)!, sprintId: to });
    },
    rankBefore: async (keys: readonly string[], before: string) => {
      if (change.isRankRefused === true) return await refuse();
      written.push(`${keys.join(' ')} ranked before ${before}`);
    },
    loadSprintNotes: () => Promise.resolve(notes),
    saveSprintNotes: (_board: number, _sprint: number, next: VersionedNotes) => {
      if (next.version !== notes.version + 1) return Promise.resolve(false);
      notes = next;
      return Promise.resolve(true);
    },
    now: () => new Date('2026-10-12T08:00:00.000Z'),
  };
  return { ports, written, places };
}

export const at = (key: string, sprintId: number | null): IssuePlace => ({
  id: key.replace(/\D/g, ''),
  key,
  sprintId,
});
