import type { MemoryPorts } from '#src/adapters/memory/jira';
import type { ListedIssue } from '#src/ports/backlog';

/** What both worlds hold, by the names that the contract uses. Ids differ from one to the other. */
export interface World {
  readonly ports: MemoryPorts;
  /** A Scrum board that closed twelve sprints; each delivered as many points as its place in the row says. */
  readonly boardId: number;
  readonly kanbanId: number;
  /** There, but not for this viewer. */
  readonly hiddenId: number;
  readonly projectId: string;
  readonly emptyProjectId: string;
  readonly sprints: { readonly active: number; readonly next: number; readonly later: number };
  /** In the order in which they were closed. */
  readonly closed: readonly number[];
  readonly idOf: (key: string) => string;
  readonly criteriaFieldId: string;
}

export const DAY = 86_400_000;

/** The epic above EK-200. */
export const EPIC_WORDS = 'Auditors refuse our invoices.';

/** Start of the first closed sprint; each takes a fortnight less a day. */
export const FIRST_START = Date.parse('2026-04-06T09:00:00.000Z');

export const CLOSED_COUNT = 12;

export const startOf = (index: number) => FIRST_START + index * 14 * DAY;
export const endOf = (index: number) => startOf(index) + 13 * DAY;

type Place = 'active' | 'next' | 'later' | 'backlog';

export interface WorldIssue {
  readonly key: string;
  readonly type: 'Story' | 'Epic' | 'Sub-task' | 'Bug';
  readonly place: Place;
  readonly estimate?: number;
  readonly isDone?: boolean;
  readonly words?: string;
  /** What the field for acceptance criteria says. */
  readonly criteria?: string;
  readonly priority?: 'High';
  readonly assignee?: 'Ann';
  readonly parent?: string;
  /** The epic above. */
  readonly above?: string;
  readonly blockedBy?: readonly string[];
}

/** In rank order. */
export const ISSUES: readonly WorldIssue[] = [
  { key: 'EK-100', type: 'Story', place: 'active', estimate: 3 },
  { key: 'EK-101', type: 'Story', place: 'active', estimate: 2, isDone: true },
  { key: 'EK-110', type: 'Story', place: 'later', estimate: 5 },
  { key: 'EK-111', type: 'Bug', place: 'next', estimate: 1 },
  { key: 'EK-112', type: 'Story', place: 'next', estimate: 8, isDone: true },
  { key: 'EK-113', type: 'Sub-task', place: 'next', parent: 'EK-111' },
  { key: 'EK-114', type: 'Story', place: 'next' },
  {
    key: 'EK-200',
    type: 'Story',
    place: 'backlog',
    estimate: 5,
    words: 'See every open invoice.',
    criteria: 'It opens.',
    priority: 'High',
    assignee: 'Ann',
    above: 'EK-201',
  },
  { key: 'EK-201', type: 'Epic', place: 'backlog', words: EPIC_WORDS },
  { key: 'EK-202', type: 'Sub-task', place: 'backlog', parent: 'EK-200' },
  {
    key: 'EK-203',
    type: 'Story',
    place: 'backlog',
    estimate: 0,
    blockedBy: ['EK-100', 'EK-101', 'EK-204'],
  },
  { key: 'EK-204', type: 'Bug', place: 'backlog' },
  { key: 'EK-205', type: 'Story', place: 'backlog', estimate: 0.5, isDone: true },
  { key: 'EK-206', type: 'Story', place: 'backlog', estimate: 2 },
];

/** Whether a closed sprint's delivered story says how it is verified. */
export const saysHow = (index: number) => index % 2 === 1;

/** Issues finished within two weeks of a closed sprint's start, with an estimate, without one, and late. */
export const FINISHED = 3;

/** What the contract compares of an issue: the parts that both worlds have, without ids. */
export function essence({ key, issueType, estimate, sprint, blockers }: ListedIssue) {
  return {
    key,
    type: issueType.name,
    level: issueType.level,
    estimate,
    sprint: sprint?.name ?? null,
    blockers: blockers.map((blocker) => [blocker.key, blocker.statusCategory]),
  };
}
