import type { BacklogHealth, BacklogHealthIssue } from '#src/contract/get-backlog-health';

type Findings = BacklogHealthIssue['findings'];

/** Findings as the checks report them, one of each kind and grade. */
export const FINDINGS = {
  noEstimate: { check: 'missing-estimate', severity: 'critical', facts: { field: 'Story Points' } },
  oversized: { check: 'oversized', severity: 'warn', facts: { estimate: 13, medianSprint: 22, limit: 11 } },
  oversizedSprint: {
    check: 'oversized',
    severity: 'critical',
    facts: { estimate: 34, medianSprint: 22, limit: 11 },
  },
  thin: { check: 'thin-description', severity: 'warn', facts: { words: 6, minimum: 10 } },
  wordless: { check: 'thin-description', severity: 'warn', facts: { words: 0, minimum: 10 } },
  placeholder: {
    check: 'placeholder-text',
    severity: 'warn',
    facts: { where: 'description', marker: 'TBD', excerpt: 'TBD: which archive format' },
  },
  placeholderInSummary: {
    check: 'placeholder-text',
    severity: 'warn',
    facts: { where: 'summary', marker: '???', excerpt: 'Pricing page ???' },
  },
  blockedBelow: {
    check: 'open-blocker',
    severity: 'critical',
    facts: { blockers: [{ key: 'PLAT-77', summary: 'Webhook gateway', placesBelow: 41 }] },
  },
  blockedTwice: {
    check: 'open-blocker',
    severity: 'critical',
    facts: {
      blockers: [
        { key: 'PLAT-77', summary: 'Webhook gateway', placesBelow: 1 },
        { key: 'OPS-3', summary: 'New cluster', placesBelow: null },
      ],
    },
  },
} as const satisfies Record<string, Findings[number]>;

/** An issue ready for the next sprint; override what matters to the test. */
export function buildIssue(overrides: Partial<BacklogHealthIssue> = {}): BacklogHealthIssue {
  const key = overrides.key ?? 'AUR-100';
  const findings = overrides.findings ?? [];
  return {
    id: key.replace(/\D/g, ''),
    key,
    summary: `Summary of ${key}`,
    issueType: 'Story',
    estimate: 3,
    width: overrides.estimate ?? 3,
    sprint: null,
    horizon: 'next',
    isReady: findings.every((finding) => finding.severity !== 'critical'),
    findings,
    ...overrides,
  };
}

/** Health of a Scrum board, a little short of two sprints; override what matters to the test. */
export function buildHealth(overrides: Partial<BacklogHealth> = {}): BacklogHealth {
  const delivered = [11, 18, 24, 31, 22, 19, 27, 16, 25];
  const issues = overrides.issues ?? [
    buildIssue({ key: 'AUR-101', summary: 'Show the invoice number in the list', estimate: 5 }),
    buildIssue({
      key: 'AUR-118',
      summary: 'Export invoices as PDF/A for auditors',
      estimate: null,
      width: 3,
      findings: [FINDINGS.placeholder, FINDINGS.noEstimate],
    }),
    buildIssue({
      key: 'AUR-119',
      summary: 'Customers choose the invoice language',
      findings: [FINDINGS.thin],
    }),
    buildIssue({
      key: 'AUR-131',
      summary: 'Retry failed webhooks with back-off',
      estimate: 2,
      horizon: 'after',
      findings: [FINDINGS.blockedBelow],
    }),
    buildIssue({ key: 'AUR-140', summary: 'Dunning letters in two languages', horizon: 'after' }),
    buildIssue({
      key: 'AUR-150',
      summary: 'Archive old accounts',
      horizon: 'beyond',
      findings: [FINDINGS.wordless],
    }),
  ];
  const hole = issues.findIndex((issue) => !issue.isReady);
  const ready = issues.filter((issue) => issue.isReady);
  const top = hole < 0 ? issues : issues.slice(0, hole);
  const amountOf = (some: readonly BacklogHealthIssue[]) => some.reduce((sum, issue) => sum + issue.width, 0);
  return {
    board: { id: 7, name: 'Aurora board', type: 'scrum' },
    asOf: '2026-10-05T09:00:00.000Z',
    unit: 'points',
    hasSprints: true,
    history: {
      required: 5,
      delivered: delivered.map((amount, index) => ({ sprintId: index + 1, amount })),
    },
    demand: { one: { p50: 22, p85: 27 }, two: { p50: 43, p85: 52 } },
    runway: { p50: 1.9, p85: 1.44, isLowerBound: false },
    band: 'amber',
    shortBy: 15,
    ready: { amount: amountOf(ready), items: ready.length },
    depth: { amount: amountOf(top), items: top.length },
    firstHole: issues[hole]?.key ?? null,
    read: { issues: issues.length, isWholeBacklog: true },
    issues,
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
