import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { Amount, SprintRecord } from '#src/domain/capacity/sprint-record';
import type { PlannedIssue } from '#src/domain/sprint/plan';
import type { StartedIssue } from '#src/domain/sprint/started-issue';

const DAY = 86_400_000;

/** So many points in as many issues as make three each. */
export function amount(points: number, items = Math.ceil(points / 3)): Amount {
  return { points, items, withoutEstimate: 0 };
}

/** A closed sprint of two weeks that delivered all it committed to, at an even pace: sprint 1 first, then the next. */
export function buildRecord(sprintId: number, change: Partial<SprintRecord> = {}): SprintRecord {
  const start = Date.UTC(2026, 0, 5, 9) + (sprintId - 1) * 14 * DAY;
  const delivered = change.delivered ?? amount(21);
  return {
    sprintId,
    startDate: new Date(start).toISOString(),
    completeDate: new Date(start + 14 * DAY).toISOString(),
    committed: amount(21),
    carriedIn: amount(0),
    added: amount(0),
    removed: amount(0),
    reestimated: { points: 0, items: 0 },
    delivered,
    outside: amount(0),
    carriedOver: amount(0),
    deliveries: Array.from({ length: delivered.items }, (_, index) => ({
      at: (index + 1) / delivered.items,
      points: delivered.points / delivered.items,
    })),
    cycleDays: Array.from({ length: delivered.items }, (_, index) => index + 1),
    unseen: 0,
    removedMayBeMissing: false,
    ...change,
  };
}

/** Sprints that delivered so many points, committing to the same unless told. */
export function buildRecords(points: readonly number[], committed = points): readonly SprintRecord[] {
  return points.map((delivered, index) =>
    buildRecord(index + 1, { delivered: amount(delivered), committed: amount(committed[index] ?? 0) }),
  );
}

/** A ready story of three points that is planned in sprint 7. */
export function buildPlanned(
  key: string,
  assessed: Partial<AssessedIssue> = {},
  change: Partial<Omit<PlannedIssue, 'assessed'>> = {},
): PlannedIssue {
  return {
    assessed: {
      id: key.replace(/\D/g, ''),
      key,
      level: 0,
      estimate: 3,
      sprintId: 7,
      parentId: null,
      assigneeId: null,
      priorityId: '3',
      waitsFor: [],
      width: 3,
      horizon: 'next',
      isReady: true,
      findings: [],
      undecided: [],
      ...assessed,
    },
    isFlagged: false,
    isCarriedIn: false,
    labels: [],
    ...change,
  };
}

/** A story of three points that somebody began on 1 July 2026, 9:00 UTC. */
export function buildStarted(key: string, change: Partial<StartedIssue> = {}): StartedIssue {
  return {
    id: key.replace(/\D/g, ''),
    key,
    list: 'not-completed',
    wasAdded: false,
    estimateAtStart: 3,
    estimateAtEnd: 3,
    isCarriedIn: false,
    isFlagged: false,
    startedWork: '2026-07-01T09:00:00.000Z',
    ...change,
  };
}
