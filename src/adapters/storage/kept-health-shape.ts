import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

import { z } from 'zod';

import type { AssessedIssue, BacklogAssessment } from '#src/domain/backlog/assessment';
import { summarise } from '#src/domain/backlog/assessment';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import type { Finding, Reason } from '#src/domain/backlog/finding';
import { horizonsOf, widthsOf } from '#src/domain/backlog/runway';
import { demandOf } from '#src/domain/capacity/forecast';
import type { KeptHealth } from '#src/ports/kept-health';

const CHECK = z.enum(CHECK_IDS);
const SEVERITY = z.enum(['critical', 'warn', 'info']);
const COUNT = z.number().int().nonnegative();
const AMOUNT = z.number().nonnegative();
const KEY = z.string();
/** What a team sets as a limit need not be whole. */
const AGE = z.object({ days: COUNT, limit: AMOUNT });

/** What each check observed. An entry of a check that is not here any more makes the whole unreadable, and is read anew. */
const FACTS = {
  'missing-estimate': z.object({}),
  oversized: z.object({ estimate: AMOUNT, medianSprint: AMOUNT, limit: AMOUNT }),
  'thin-description': z.object({ words: COUNT, minimum: AMOUNT, hasLongSummary: z.boolean() }),
  unverifiable: z.object({ stories: COUNT, withCriteria: COUNT }),
  'missing-benefit': z.object({ missing: z.array(z.enum(['role', 'benefit'])) }),
  'compound-story': z.object({ excerpt: z.null() }),
  'placeholder-text': z.object({ where: z.enum(['summary', 'description']), excerpt: z.null() }),
  'open-blocker': z.object({
    blockers: z.array(z.object({ key: KEY, placesBelow: COUNT.nullable() })),
  }),
  'default-priority': z.object({ priorityId: z.string() }),
  'missing-why': z.object({ parentKey: KEY.nullable() }),
  'stale-ready': AGE,
  abandoned: AGE,
  'near-duplicate': z.object({ key: KEY, isSame: z.boolean() }),
  'rank-inversion': z.object({ key: KEY, placesAbove: COUNT }),
  'required-field': z.object({ fieldIds: z.array(z.string()) }),
} satisfies { readonly [Id in Finding['check']]: z.ZodType };

/** A failed check: its id, its severity, and its facts in the order in which `FACTS` names them. */
const FINDING = z
  .tuple([CHECK, SEVERITY])
  .rest(z.unknown())
  .transform(([check, severity, ...values], context): Finding => {
    const facts = FACTS[check].safeParse(
      Object.fromEntries(Object.keys(FACTS[check].shape).map((name, index) => [name, values[index]])),
    );
    if (facts.success) return { check, severity, facts: facts.data } as Finding;
    context.addIssue({ code: 'custom', message: `not the facts of ${check}` });
    return z.NEVER;
  });

const UNDECIDED = z.tuple([CHECK, z.string()]).transform(([check, reason]) => ({
  check,
  // Shown nowhere and judged by nothing: a reason of another version does no harm.
  reason: reason as Reason,
}));

/** Issues by column: alike next to alike packs best. Keys are a project's, by its place in `projects`, and a number. */
const COLUMNS = z.object({
  projects: z.array(z.string()),
  id: z.array(z.string()),
  project: z.array(COUNT),
  number: z.array(COUNT),
  level: z.array(z.number().int()),
  estimate: z.array(AMOUNT.nullable()),
  sprintId: z.array(z.number().int().nullable()),
  parentId: z.array(z.string().nullable()),
  assigneeId: z.array(z.string().nullable()),
  priorityId: z.array(z.string().nullable()),
  waitsFor: z.array(z.array(KEY)),
  findings: z.array(z.array(FINDING)),
  undecided: z.array(z.array(UNDECIDED)),
});

/** What cannot be worked out from the rest. Widths, horizons, demand and sums can, by the domain's own rules. */
const PACKED = z.object({
  asOf: z.iso.datetime(),
  hasSprints: z.boolean(),
  activeSprintIds: z.array(z.number().int()),
  /** Issue and time; absent from answers of older versions. */
  ownChanges: z.array(z.tuple([z.string(), z.iso.datetime()])).default([]),
  unit: z.enum(['points', 'items']),
  isWholeBacklog: z.boolean(),
  history: z.object({
    required: COUNT,
    period: z.enum(['sprint', 'fortnight']),
    delivered: z.array(z.object({ sprintId: z.number().int(), amount: AMOUNT })),
    /** Absent from answers of older versions. */
    approximate: COUNT.default(0),
    days: AMOUNT.nullable(),
  }),
  practice: z.object({ stories: COUNT, withCriteria: COUNT }).nullable(),
  issues: COLUMNS,
});

type Columns = z.input<typeof COLUMNS>;

function toColumns(issues: readonly AssessedIssue[]): Columns {
  const split = issues.map(({ key }) => {
    const dash = key.lastIndexOf('-');
    return { project: key.slice(0, dash), number: Number(key.slice(dash + 1)) };
  });
  const projects = [...new Set(split.map(({ project }) => project))];
  return {
    projects,
    id: issues.map(({ id }) => id),
    project: split.map(({ project }) => projects.indexOf(project)),
    number: split.map(({ number }) => number),
    level: issues.map(({ level }) => level),
    estimate: issues.map(({ estimate }) => estimate),
    sprintId: issues.map(({ sprintId }) => sprintId),
    parentId: issues.map(({ parentId }) => parentId),
    assigneeId: issues.map(({ assigneeId }) => assigneeId),
    priorityId: issues.map(({ priorityId }) => priorityId),
    waitsFor: issues.map(({ waitsFor }) => [...waitsFor]),
    findings: issues.map(({ findings }) =>
      findings.map(({ check, severity, facts }) => {
        const observed: Readonly<Record<string, unknown>> = facts;
        return [check, severity, ...Object.keys(FACTS[check].shape).map((name) => observed[name])];
      }),
    ),
    undecided: issues.map(({ undecided }) => undecided.map(({ check, reason }) => [check, reason])),
  };
}

type Trace = Omit<AssessedIssue, 'width' | 'horizon' | 'isReady'>;

function toTraces(columns: z.output<typeof COLUMNS>): readonly Trace[] {
  const at = <Value>(column: readonly Value[], index: number): Value => {
    const value = column[index];
    if (value === undefined) throw new RangeError('A column is shorter than the others.');
    return value;
  };
  return columns.id.map((id, index) => ({
    id,
    key: `${at(columns.projects, at(columns.project, index))}-${at(columns.number, index)}`,
    level: at(columns.level, index),
    estimate: at(columns.estimate, index),
    sprintId: at(columns.sprintId, index),
    parentId: at(columns.parentId, index),
    assigneeId: at(columns.assigneeId, index),
    priorityId: at(columns.priorityId, index),
    waitsFor: at(columns.waitsFor, index),
    findings: at(columns.findings, index),
    undecided: at(columns.undecided, index),
  }));
}

function toAssessment({
  unit,
  isWholeBacklog,
  history,
  practice,
  issues,
}: z.output<typeof PACKED>): BacklogAssessment {
  const traces = toTraces(issues);
  const demand = demandOf(history.delivered.map(({ amount }) => amount));
  const widths = widthsOf(traces, unit);
  const horizons = horizonsOf(widths, demand);
  const assessed = traces.map((trace, index): AssessedIssue => ({
    ...trace,
    width: widths[index] ?? 0,
    horizon: horizons[index] ?? null,
    isReady: trace.findings.every(({ severity }) => severity !== 'critical'),
  }));
  return summarise(assessed, { unit, isWholeBacklog, history, practice, demand });
}

/** Packs an answer without words into text: a few dozen bytes an issue. */
export function packHealth({
  asOf,
  hasSprints,
  activeSprintIds,
  ownChanges,
  assessment,
}: Omit<KeptHealth, 'basis' | 'missing'>): string {
  const { unit, isWholeBacklog, history, practice, issues } = assessment;
  const packed = {
    asOf,
    hasSprints,
    activeSprintIds: [...activeSprintIds],
    ownChanges: ownChanges.map(({ issueId, updated }): [string, string] => [issueId, updated]),
    unit,
    isWholeBacklog,
    history: { ...history, delivered: [...history.delivered] },
    practice,
    issues: toColumns(issues),
  } satisfies z.input<typeof PACKED>;
  return brotliCompressSync(JSON.stringify(packed)).toString('base64');
}

/** @throws Error when the text is not an answer as `packHealth` writes it today. */
export function unpackHealth(text: string): Omit<KeptHealth, 'basis'> {
  const json: unknown = JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString('utf8'));
  const packed = PACKED.parse(json);
  const { asOf, hasSprints, activeSprintIds } = packed;
  const ownChanges = packed.ownChanges.map(([issueId, updated]) => ({ issueId, updated }));
  return { asOf, hasSprints, activeSprintIds, ownChanges, missing: [], assessment: toAssessment(packed) };
}
