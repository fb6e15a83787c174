import type { OpenedSprint } from '#src/contract/sprint/calls';

import type {
  FollowUp,
  Outcome,
  Plan,
  PlannedIssue,
  StartedIssue,
} from '../../../static/sprint-readiness/state/opened';
import { replan } from '../../../static/sprint-readiness/state/replan';

const SPRINTS = [
  { id: 23, name: 'Tide 23', state: 'active', goal: 'Invoices leave on time' },
  { id: 24, name: 'Tide 24', state: 'future', goal: 'Customers can pay by card' },
  { id: 22, name: 'Tide 22', state: 'closed', goal: 'Find anything' },
] as const;

const DATES = {
  startDate: '2026-10-21T09:30:00.000Z',
  endDate: '2026-11-03T16:00:00.000Z',
  completeDate: null,
};

const stock = (amount: number, items: number) => ({ amount, items });
const usual = (lowest: number, highest: number) => ({ lowest, middle: highest, highest, sprints: 6 });

/** Six closed sprints that delivered what they say, each of what it committed to. */
function figuresOf(delivered: readonly number[], committed: number) {
  return delivered.map((amount, index) => ({
    sprintId: index + 1,
    startDate: DATES.startDate,
    completeDate: DATES.endDate,
    committed: stock(committed, 6),
    added: stock(2, 1),
    removed: stock(0, 0),
    reestimated: { amount: 0, items: 0 },
    delivered: stock(amount, 5),
    outside: stock(0, 0),
    carriedOver: stock(3, 1),
    carriedIn: stock(0, 0),
  }));
}

const DELIVERED = [21, 26, 18, 24, 19, 23];

export const PAST: OpenedSprint['past'] = {
  required: 5,
  sprints: figuresOf(DELIVERED, 24),
  delivered: DELIVERED.map((amount, index) => ({ sprintId: index + 1, amount })),
  quality: 'exact',
  unread: 0,
  removedMayBeMissing: false,
  unseen: 0,
};

export const NO_PAST: OpenedSprint['past'] = {
  ...PAST,
  sprints: PAST.sprints.slice(0, 3),
  delivered: [],
  quality: 'none',
};

export function buildPlannedIssue(number: number, some: Partial<PlannedIssue> = {}): PlannedIssue {
  return {
    id: `100${number}`,
    key: `TIDE-${number}`,
    estimate: 5,
    isReady: true,
    isFlagged: false,
    isCarriedIn: false,
    findings: [],
    assigneeId: null,
    parentId: '9001',
    labels: [],
    servesGoal: null,
    ...some,
  };
}

const EMPTY: Plan = {
  state: 'future',
  verdict: 'nothing-planned',
  planned: stock(0, 0),
  ready: stock(0, 0),
  withoutEstimate: 0,
  blocked: [],
  oversized: [],
  blockedByLater: [],
  oneHolder: null,
  goal: { verdict: 'none', servedShare: null },
  availability: 1,
  odds: null,
  takeOut: { keys: [], amount: 0, chance: null },
  alike: null,
  growth: null,
  issues: [],
};

function openedWith(
  state: 'future' | 'active' | 'closed',
  view: OpenedSprint['view'],
  some: Partial<OpenedSprint>,
): OpenedSprint {
  const sprints = SPRINTS.map((sprint) => ({ ...sprint, ...DATES }));
  const keys = view?.issues.map(({ id, key }) => [id, { summary: `Summary of ${key}`, type: 'Story' }]) ?? [];
  return {
    board: { id: 7, name: 'Tide board', estimationField: 'Story Points' },
    unit: 'points',
    sprints,
    sprint: sprints.find((sprint) => sprint.state === state) ?? null,
    view,
    notes: { version: 0, people: null, daysOff: 0, serves: null, by: null, at: null },
    past: PAST,
    missing: [],
    canManageSprints: true,
    canMoveIssues: true,
    canSaveNotes: true,
    isLicensed: true,
    asOf: '2026-10-12T08:00:00.000Z',
    words: {
      issues: Object.fromEntries(keys) as OpenedSprint['words']['issues'],
      sprints: {},
      people: { ann: 'Ann Achterberg' },
      parents: { '9001': { key: 'TIDE-1', summary: 'Payments' } },
      priorities: {},
      fields: {},
    },
    ...some,
  };
}

/** A planned sprint with these issues, judged as the backend judges it. */
export function buildPlanned(
  issues: readonly PlannedIssue[],
  some: Partial<OpenedSprint> = {},
  availability = 1,
): OpenedSprint & { readonly view: Plan } {
  const opened = openedWith('future', { ...EMPTY, availability, issues }, some);
  const view = replan(opened, { ...EMPTY, availability }, { issues, goal: opened.sprint?.goal ?? '' });
  return { ...opened, view };
}

/** A plan of so many issues of five points each. */
export const planOf = (count: number, some: Partial<OpenedSprint> = {}) =>
  buildPlanned(
    Array.from({ length: count }, (_, index) => buildPlannedIssue(index + 11)),
    some,
  );

export function buildStartedIssue(number: number, some: Partial<StartedIssue> = {}): StartedIssue {
  return {
    id: `100${number}`,
    key: `TIDE-${number}`,
    list: 'not-completed',
    wasAdded: false,
    estimateAtStart: 5,
    estimateAtEnd: 5,
    isCarriedIn: false,
    isFlagged: false,
    ageDays: null,
    isAgeing: false,
    ...some,
  };
}

export function buildRunning(view: Partial<FollowUp> = {}, some: Partial<OpenedSprint> = {}): OpenedSprint {
  const beside = { now: stock(2, 1), usual: usual(0, 4) };
  const followUp: FollowUp = {
    state: 'active',
    verdict: 'as-usual',
    committed: stock(20, 4),
    added: beside,
    removed: { now: stock(0, 0), usual: usual(0, 0) },
    carriedIn: beside,
    delivered: stock(10, 2),
    remaining: stock(12, 3),
    elapsed: 0.5,
    ageLimitDays: 4,
    course: [
      { at: 0, amount: 0 },
      { at: 0.3, amount: 10 },
      { at: 0.5, amount: 10 },
    ],
    fan: Array.from({ length: 11 }, (_, tenth) => ({
      at: tenth / 10,
      p15: tenth,
      p50: tenth * 2,
      p85: tenth * 3,
    })),
    issues: [
      buildStartedIssue(11, { isAgeing: true, ageDays: 9.4 }),
      buildStartedIssue(12, { isFlagged: true, wasAdded: true }),
      buildStartedIssue(13, { list: 'completed' }),
      buildStartedIssue(14, { list: 'removed' }),
    ],
    ...view,
  };
  return openedWith('active', followUp, some);
}

export function buildClosed(view: Partial<Outcome> = {}, some: Partial<OpenedSprint> = {}): OpenedSprint {
  const [figures] = figuresOf([18], 25);
  const outcome: Outcome = {
    state: 'closed',
    figures: { ...figures!, sprintId: 22 },
    usual: { delivered: usual(18, 26), added: usual(0, 2), carriedOver: usual(0, 5) },
    issues: [buildStartedIssue(11, { list: 'completed' }), buildStartedIssue(12, { isCarriedIn: true })],
    ...view,
  };
  return openedWith('closed', outcome, some);
}

export const NOTHING_OPEN = openedWith('future', null, { sprints: [], sprint: null, notes: null });
