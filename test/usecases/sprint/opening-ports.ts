import type { MemoryBoard } from '#src/adapters/memory/jira';
import { createMemoryRecords } from '#src/adapters/memory/sprint-records';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import type { ListedPlan } from '#src/ports/sprint-issues';
import type { BoardSprint } from '#src/ports/sprint-list';
import type { IssueInSprint, MissingRecord } from '#src/ports/sprint-records';

import { memoryPorts } from '../../builders/memory-ports';
import { sprintWorld } from './sprint-world';

interface Opening {
  readonly sprints: readonly BoardSprint[];
  readonly board: Partial<MemoryBoard>;
  /** Kept records of closed sprints, oldest first. */
  readonly records: readonly SprintRecord[];
  /** What a started sprint reads as. */
  readonly now: { readonly record: SprintRecord; readonly issues: readonly IssueInSprint[] } | null;
  readonly missing: readonly MissingRecord[];
  /** Ids of issues that have more to them than the backlog's list says. */
  readonly plans: Readonly<Record<string, Partial<ListedPlan>>>;
}

/** All that opening a sprint of board 1 takes, in memory; reads are counted by name. */
export function openingPorts(change: Partial<Opening> = {}) {
  const { sprints = [], records = [], now = null, missing = [], plans = {} } = change;
  const open = sprints.flatMap(({ id, name, state }) => (state === 'closed' ? [] : [{ id, name, state }]));
  const memory = memoryPorts({ openSprints: open, ...change.board });
  const world = sprintWorld({ sprints });
  const kept = createMemoryRecords();
  const ports = {
    ...world.ports,
    ...memory.ports,
    readBoardSprints: async (boardId: number) => {
      await memory.ports.readBoard(boardId);
      if (!memory.board.hasSprints) return null;
      return {
        open: sprints.filter(({ state }) => state !== 'closed'),
        closed: sprints.filter(({ state }) => state === 'closed'),
      };
    },
    readPlannedIssues: (_board: unknown, sprintId: number) => {
      memory.reads.push('readPlannedIssues');
      return Promise.resolve(
        memory.issues
          .filter((issue) => issue.sprint?.id === sprintId)
          .map((issue): ListedPlan => ({
            ...issue,
            isFlagged: false,
            labels: [],
            isCarriedIn: false,
            ...plans[issue.id],
          })),
      );
    },
    describeIssues: (_board: unknown, ids: readonly string[]) =>
      Promise.resolve(
        new Map(ids.map((id) => [id, { summary: `Story ${id}`, type: 'Story', isFlagged: id === '2' }])),
      ),
    readSprintNow: () => {
      memory.reads.push('readSprintNow');
      return now === null ? Promise.reject(new Error('Not started.')) : Promise.resolve(now);
    },
    loadClosedSprint: kept.loadSprint,
    saveClosedSprint: kept.saveSprint,
    recallRecords: () => Promise.resolve(records),
    readSprintRecords: async (boardId: number) => ({
      board: await memory.ports.readBoard(boardId),
      sprints: [],
      records,
      missing,
    }),
  };
  return { ports, reads: memory.reads, issues: memory.issues, world };
}
