import { z } from 'zod';

/** Shapes of the register's domain as they travel; the compiler holds them to `src/domain/risk`. */

const DATE = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const INSTANT = z.iso.datetime();
const ACCOUNT = z.string().min(1).max(128);
const RISK_ID = z.uuid();

export const ACT = z.object({ by: ACCOUNT, at: INSTANT, on: DATE });

export const RATING = z.object({
  step: z.number().int().min(1).max(5),
  of: z.union([z.literal(3), z.literal(5)]),
});

const EXPOSURE = z.object({ probability: RATING, impact: RATING });

/** A node of an ADF document; unknown nodes pass untouched. */
interface PlanNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly PlanNode[] | undefined;
  readonly marks?: readonly { readonly type: string }[] | undefined;
}

const PLAN: z.ZodType<PlanNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    text: z.string().optional(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(PLAN).optional(),
    marks: z.array(z.looseObject({ type: z.string() })).optional(),
  }),
);

const STATE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('mitigating') }),
  z.object({ kind: z.literal('accepted'), by: ACCOUNT.nullable(), until: DATE.nullable() }),
  z.object({ kind: z.literal('happened'), on: DATE }),
  z.object({ kind: z.literal('closed'), on: DATE }),
]);

/** Lengths are checked by the domain, which says by how much; these bounds only stop what no person writes. */
const TEXT = z.string().max(20_000);

export const RISK_FIELDS = z.object({
  title: TEXT,
  cause: TEXT.nullable(),
  event: TEXT.nullable(),
  effect: TEXT.nullable(),
  /** null while nobody has chosen one. */
  categoryId: z.string().min(1).max(64).nullable(),
  probability: RATING,
  impact: RATING,
  response: z.enum(['avoid', 'mitigate', 'transfer', 'accept', 'none']),
  plan: PLAN.nullable(),
  issueIds: z.array(z.string().regex(/^\d{1,20}$/)).max(200),
  ownerId: ACCOUNT.nullable(),
  trigger: TEXT.nullable(),
  dueOn: DATE.nullable(),
  state: STATE,
  residual: EXPOSURE.nullable(),
});

export const RISK = RISK_FIELDS.extend({
  id: RISK_ID,
  registerId: RISK_ID,
  number: z.number().int().positive(),
  version: z.number().int().positive(),
  created: ACT,
  ratedOn: DATE,
  review: z.object({
    last: ACT.extend({ version: z.number().int() }).nullable(),
    unchangedInARow: z.number().int().nonnegative(),
  }),
  deleted: ACT.nullable(),
});

const REVIEW_OUTCOME = z.enum(['unchanged', 'worse', 'better', 'edit', 'happened', 'close']);

const LOOK = z.object({
  riskId: RISK_ID,
  version: z.number().int(),
  by: ACCOUNT,
  at: INSTANT,
  outcome: REVIEW_OUTCOME,
});

export const REVIEW_SESSION = z.object({
  startedAt: INSTANT,
  ended: ACT,
  looks: z.array(LOOK),
  people: z.array(ACCOUNT),
});

const CADENCE = z.object({
  high: z.number().int(),
  medium: z.number().int(),
  low: z.number().int(),
});

/** One check of the register: on or off, with its severity (null leaves it to the check) and options. */
const REGISTER_CHECK = z.object({
  enabled: z.boolean(),
  severity: z.enum(['critical', 'warn', 'info']).nullable(),
  options: z.record(z.string(), z.number()),
});

export const REGISTER_FIELDS = z.object({
  scale: z.union([z.literal(3), z.literal(5)]),
  categories: z
    .array(z.object({ id: z.string().min(1).max(64), name: z.string().max(200).nullable() }))
    .max(60),
  cadence: CADENCE,
  checks: z.record(z.string(), REGISTER_CHECK),
  /** The Jira board that the page's team plans with; null where none is chosen. */
  boardId: z.number().int().positive().nullable(),
});

export const REGISTER = REGISTER_FIELDS.extend({
  id: RISK_ID,
  nextNumber: z.number().int().positive(),
  version: z.number().int().positive(),
  lastReview: REVIEW_SESSION.nullable(),
});

const ORIGIN = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written') }),
  z.object({ kind: z.literal('import') }),
  z.object({ kind: z.literal('pre-mortem'), reasonId: z.string().max(64) }),
  z.object({ kind: z.literal('suggestion'), key: z.string().max(300) }),
  z.object({ kind: z.literal('copy'), registerId: RISK_ID, riskId: RISK_ID }),
]);

const FIELD_CHANGE = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });

const DEED = { registerId: RISK_ID, riskId: RISK_ID, version: z.number().int(), act: ACT };

export const RISK_EVENT = z.discriminatedUnion('kind', [
  z.object({
    ...DEED,
    kind: z.literal('created'),
    number: z.number().int(),
    origin: ORIGIN,
    fields: RISK_FIELDS,
  }),
  z.object({ ...DEED, kind: z.literal('edited'), changes: z.array(FIELD_CHANGE) }),
  z.object({
    ...DEED,
    kind: z.literal('reviewed'),
    outcome: REVIEW_OUTCOME,
    changes: z.array(FIELD_CHANGE),
  }),
  z.object({
    ...DEED,
    kind: z.literal('reverted'),
    toVersion: z.number().int(),
    changes: z.array(FIELD_CHANGE),
  }),
  z.object({ ...DEED, kind: z.literal('deleted') }),
  z.object({ ...DEED, kind: z.literal('undeleted') }),
]);

const OF_REGISTER = { registerId: RISK_ID, version: z.number().int(), act: ACT };

/** An entry of a register's own history. */
export const REGISTER_EVENT = z.discriminatedUnion('kind', [
  z.object({
    ...OF_REGISTER,
    kind: z.literal('settings-changed'),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
  z.object({ ...OF_REGISTER, kind: z.literal('review-ended'), session: REVIEW_SESSION }),
  z.object({ ...OF_REGISTER, kind: z.literal('suggestion-dismissed'), key: z.string() }),
]);

/** What Jira says of a mitigating issue; null where the viewer may not see it. */
export const MITIGATION = z.object({
  issueId: z.string(),
  isVisible: z.boolean(),
  /** Words and numbers to show; null where it is not visible. */
  shown: z
    .object({
      key: z.string(),
      summary: z.string(),
      status: z.string(),
      statusCategory: z.enum(['new', 'indeterminate', 'done']),
    })
    .nullable(),
  isDone: z.boolean(),
  /** null where it is not known. */
  isReady: z.boolean().nullable(),
  isScheduled: z.boolean().nullable(),
  landsOn: DATE.nullable(),
});

export const RISK_PATCH = RISK_FIELDS.partial();

/** A change of one risk. `version` is the one the viewer saw. */
export const RISK_CHANGE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edit'), patch: RISK_PATCH }),
  z.object({
    kind: z.literal('review'),
    outcome: REVIEW_OUTCOME,
    axis: z.enum(['probability', 'impact']).optional(),
    patch: RISK_PATCH.optional(),
  }),
  z.object({ kind: z.literal('revert'), toVersion: z.number().int().positive() }),
  z.object({ kind: z.literal('delete') }),
  z.object({ kind: z.literal('undelete') }),
]);

export const NEW_ORIGIN = ORIGIN;
export { INSTANT as RISK_INSTANT, RISK_ID };
