import type { BacklogHealth, BacklogHealthIssue, BacklogWords } from '#src/contract/get-backlog-health';

type Findings = BacklogHealthIssue['findings'];

/** Findings as the checks report them, one of each kind and grade. */
export const FINDINGS = {
  noEstimate: { check: 'missing-estimate', severity: 'critical', facts: {} },
  oversized: { check: 'oversized', severity: 'warn', facts: { estimate: 13, medianSprint: 22, limit: 11 } },
  oversizedSprint: {
    check: 'oversized',
    severity: 'critical',
    facts: { estimate: 34, medianSprint: 22, limit: 11 },
  },
  thin: {
    check: 'thin-description',
    severity: 'warn',
    facts: { words: 6, minimum: 10, hasLongSummary: false },
  },
  wordless: {
    check: 'thin-description',
    severity: 'warn',
    facts: { words: 0, minimum: 10, hasLongSummary: false },
  },
  unverifiable: { check: 'unverifiable', severity: 'warn', facts: { stories: 40, withCriteria: 31 } },
  noBenefit: { check: 'missing-benefit', severity: 'info', facts: { missing: ['benefit'] } },
  noRoleNorBenefit: { check: 'missing-benefit', severity: 'info', facts: { missing: ['role', 'benefit'] } },
  compound: {
    check: 'compound-story',
    severity: 'info',
    facts: { excerpt: 'export the list and print the labels' },
  },
  placeholder: {
    check: 'placeholder-text',
    severity: 'warn',
    facts: { where: 'description', excerpt: 'TBD: which archive format' },
  },
  placeholderInSummary: {
    check: 'placeholder-text',
    severity: 'warn',
    facts: { where: 'summary', excerpt: 'Pricing page ???' },
  },
  placeholderKept: {
    check: 'placeholder-text',
    severity: 'warn',
    facts: { where: 'description', excerpt: null },
  },
  blockedBelow: {
    check: 'open-blocker',
    severity: 'critical',
    facts: { blockers: [{ key: 'PLAT-77', placesBelow: 41 }] },
  },
  blockedTwice: {
    check: 'open-blocker',
    severity: 'critical',
    facts: {
      blockers: [
        { key: 'PLAT-77', placesBelow: 1 },
        { key: 'OPS-3', placesBelow: null },
      ],
    },
  },
  undecidedPriority: { check: 'default-priority', severity: 'info', facts: { priorityId: '3' } },
  noWhy: { check: 'missing-why', severity: 'info', facts: { parentKey: 'AUR-4' } },
  noWhyAlone: { check: 'missing-why', severity: 'info', facts: { parentKey: null } },
  stale: { check: 'stale-ready', severity: 'warn', facts: { days: 61, limit: 42 } },
  abandoned: { check: 'abandoned', severity: 'info', facts: { days: 120, limit: 90 } },
  same: { check: 'near-duplicate', severity: 'info', facts: { key: 'AUR-62', isSame: true } },
  alike: { check: 'near-duplicate', severity: 'info', facts: { key: 'AUR-62', isSame: false } },
  inverted: { check: 'rank-inversion', severity: 'info', facts: { key: 'AUR-90', placesAbove: 14 } },
  fieldsEmpty: {
    check: 'required-field',
    severity: 'warn',
    facts: { fieldIds: ['customfield_10100', 'duedate'] },
  },
} as const satisfies Record<string, Findings[number]>;

/** An issue ready for the next sprint; override what matters to the test. */
export function buildIssue(overrides: Partial<BacklogHealthIssue> = {}): BacklogHealthIssue {
  const key = overrides.key ?? 'AUR-100';
  const findings = overrides.findings ?? [];
  return {
    id: key.replace(/\D/g, ''),
    key,
    estimate: 3,
    width: overrides.estimate ?? 3,
    sprintId: null,
    parentId: null,
    assigneeId: null,
    priorityId: '3',
    horizon: 'next',
    isReady: findings.every((finding) => finding.severity !== 'critical'),
    findings,
    ...overrides,
  };
}

const SUMMARIES: Readonly<Record<string, string>> = {
  'AUR-101': 'Show the invoice number in the list',
  'AUR-118': 'Export invoices as PDF/A for auditors',
  'AUR-119': 'Customers choose the invoice language',
  'AUR-131': 'Retry failed webhooks with back-off',
  'AUR-140': 'Dunning letters in two languages',
  'AUR-150': 'Archive old accounts',
};

const namedBy = (ids: readonly (number | string | null)[], name: (id: number | string) => string) =>
  Object.fromEntries(ids.flatMap((id) => (id === null ? [] : [[String(id), name(id)]])));

/** Every word that these issues need: "Summary of KEY", "Aurora 24" for sprint 24, "Person ada", "Epic of 5". */
export function buildWords(
  issues: readonly BacklogHealthIssue[],
  overrides: Partial<BacklogWords> = {},
): BacklogWords {
  return {
    issues: Object.fromEntries(
      issues.map(({ id, key }) => [id, { summary: SUMMARIES[key] ?? `Summary of ${key}`, type: 'Story' }]),
    ),
    sprints: namedBy(
      issues.map(({ sprintId }) => sprintId),
      (id) => `Aurora ${id}`,
    ),
    people: namedBy(
      issues.map(({ assigneeId }) => assigneeId),
      (id) => `Person ${id}`,
    ),
    parents: Object.fromEntries(
      issues.flatMap(({ parentId }) =>
        parentId === null ? [] : [[parentId, { key: `AUR-${parentId}`, summary: `Epic of ${parentId}` }]],
      ),
    ),
    priorities: { '1': 'Highest', '2': 'High', '3': 'Medium', '4': 'Low' },
    fields: { customfield_10100: 'Fix area', duedate: 'Due date' },
    ...overrides,
  };
}

/** No word is known, as in an answer that was kept. */
export const NO_WORDS: BacklogWords = {
  issues: {},
  sprints: {},
  people: {},
  parents: {},
  priorities: {},
  fields: {},
};

/** Six issues over the three stretches, with a hole in each of the first two. */
export const ISSUES: readonly BacklogHealthIssue[] = [
  buildIssue({ key: 'AUR-101', estimate: 5 }),
  buildIssue({
    key: 'AUR-118',
    estimate: null,
    width: 3,
    findings: [FINDINGS.placeholder, FINDINGS.noEstimate],
  }),
  buildIssue({ key: 'AUR-119', findings: [FINDINGS.thin] }),
  buildIssue({ key: 'AUR-131', estimate: 2, horizon: 'after', findings: [FINDINGS.blockedBelow] }),
  buildIssue({ key: 'AUR-140', horizon: 'after' }),
  buildIssue({ key: 'AUR-150', horizon: 'beyond', findings: [FINDINGS.wordless] }),
];

/** Health of a Scrum board, a little short of two sprints; override what matters to the test. */
export function buildHealth(overrides: Partial<BacklogHealth> = {}): BacklogHealth {
  const delivered = [11, 18, 24, 31, 22, 19, 27, 16, 25];
  const issues = overrides.issues ?? ISSUES;
  const hole = issues.findIndex((issue) => !issue.isReady);
  const ready = issues.filter((issue) => issue.isReady);
  const top = hole < 0 ? issues : issues.slice(0, hole);
  const amountOf = (some: readonly BacklogHealthIssue[]) => some.reduce((sum, issue) => sum + issue.width, 0);
  return {
    board: { id: 7, name: 'Aurora board', type: 'scrum', estimationField: 'Story Points', isRanked: true },
    asOf: '2026-10-05T09:00:00.000Z',
    isKept: false,
    missing: [],
    unit: 'points',
    hasSprints: true,
    history: {
      required: 5,
      period: 'sprint',
      delivered: delivered.map((amount, index) => ({ sprintId: index + 1, amount })),
      approximate: 0,
    },
    demand: {
      one: { p50: 22, p85: 27 },
      two: { p50: 43, p85: 52 },
      three: { p50: 64, p85: 76 },
      four: { p50: 86, p85: 100 },
      five: { p50: 107, p85: 123 },
    },
    runway: { p50: 1.9, p85: 1.44, isLowerBound: false },
    band: 'amber',
    shortBy: 15,
    ready: { amount: amountOf(ready), items: ready.length },
    depth: { amount: amountOf(top), items: top.length },
    firstHole: issues[hole]?.key ?? null,
    read: { issues: issues.length, isWholeBacklog: true },
    issues,
    session: { minutes: 90, minutesPerItem: 8 },
    adjusted: null,
    isLicensed: true,
    words: buildWords(issues),
    ...overrides,
  };
}

/** What a board answers that gives no forecast. */
export const NO_FORECAST = {
  demand: null,
  runway: null,
  band: null,
  shortBy: null,
} as const satisfies Partial<BacklogHealth>;
