import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import type { BacklogIssue, Blocker } from '#src/domain/backlog/issue';
import type { SprintOutcome } from '#src/domain/capacity/sprint-history';
import { document } from './adf';

/** A ready story of 3 points, described in more than enough words. */
export function buildIssue(changes: Partial<BacklogIssue> = {}): BacklogIssue {
  return {
    id: '10001',
    key: 'AUR-1',
    summary: 'Export invoices as PDF',
    issueType: { name: 'Story', level: 0 },
    estimate: 3,
    description: document(
      'Accountants download an invoice as PDF from its page, in the language of the customer.',
    ),
    sprint: null,
    blockers: [],
    ...changes,
  };
}

/** Issues AUR-1, AUR-2 … in rank order, each with its own changes. */
export function buildBacklog(changes: readonly Partial<BacklogIssue>[]): readonly BacklogIssue[] {
  return changes.map((each, index) =>
    buildIssue({ id: String(10001 + index), key: `AUR-${index + 1}`, ...each }),
  );
}

/** An open blocker that is on no list of the board. */
export function buildBlocker(changes: Partial<Blocker> = {}): Blocker {
  return {
    key: 'PLAT-77',
    summary: 'Rotate signing keys',
    statusCategory: 'new',
    place: { kind: 'elsewhere' },
    ...changes,
  };
}

/** Closed two-week sprints, oldest first, by the points and items that each delivered. */
export function buildHistory(points: readonly number[], items: readonly number[] = points): SprintOutcome[] {
  const start = Date.parse('2026-06-01T09:00:00.000Z');
  const day = 86_400_000;
  return points.map((deliveredPoints, index) => ({
    sprintId: index + 1,
    startDate: new Date(start + index * 14 * day).toISOString(),
    completeDate: new Date(start + (index * 14 + 11) * day).toISOString(),
    deliveredPoints,
    deliveredItems: items[index] ?? 0,
  }));
}

/** The top issue of a board in points, whose usual sprint is 20. */
export function buildContext(changes: Partial<CheckContext> = {}): CheckContext {
  return {
    now: new Date('2026-11-24T09:00:00.000Z'),
    isWithinHorizon: true,
    medianSprint: 20,
    unit: 'points',
    index: 0,
    estimationField: 'Story Points',
    ...changes,
  };
}
