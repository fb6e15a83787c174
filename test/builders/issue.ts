import type { CheckContext, Priority } from '#src/domain/backlog/checks/define-check';
import type { BacklogIssue, Blocker, Parent } from '#src/domain/backlog/issue';
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
    hasCriteriaField: false,
    sprint: null,
    blockers: [],
    priorityId: '3',
    assigneeId: null,
    parent: null,
    updated: '2026-11-20T09:00:00.000Z',
    emptyFieldIds: [],
    ...changes,
  };
}

/** The epic above an issue, read and with a description that says why. */
export function buildParent(changes: Partial<Parent> = {}): Parent {
  return {
    id: '9001',
    key: 'AUR-900',
    summary: 'Invoices that auditors accept',
    description: document('Customers leave because auditors refuse our invoices.'),
    ...changes,
  };
}

/** Issues AUR-1, AUR-2 … in rank order, no two with the same summary, each with its own changes. */
export function buildBacklog(changes: readonly Partial<BacklogIssue>[]): readonly BacklogIssue[] {
  return changes.map((each, index) =>
    buildIssue({
      id: String(10001 + index),
      key: `AUR-${index + 1}`,
      summary: `Export invoices as PDF, part ${index + 1}`,
      ...each,
    }),
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
    stories: 0,
    storiesWithCriteria: 0,
  }));
}

/** The site's priorities, highest first; medium is the default. */
export const PRIORITIES: readonly Priority[] = ['1', '2', '3', '4', '5'].map((id) => ({
  id,
  isDefault: id === '3',
}));

/** The top issue of a board in points, whose usual sprint is 20 and lasts two weeks. */
export function buildContext(changes: Partial<CheckContext> = {}): CheckContext {
  return {
    now: new Date('2026-11-24T09:00:00.000Z'),
    isWithinHorizon: true,
    hasForecast: true,
    medianSprint: 20,
    sprintDays: 14,
    unit: 'points',
    index: 0,
    practice: { stories: 40, withCriteria: 36 },
    priorities: PRIORITIES,
    usesPriorities: true,
    decidedShare: 0.8,
    duplicateOf: null,
    outrankedBy: null,
    isReadyOtherwise: true,
    ...changes,
  };
}
