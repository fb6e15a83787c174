import { z } from 'zod';

import type { AdfNode } from '#src/domain/backlog/issue';
import type { RegisterEvent } from '#src/domain/risk/register-change';
import type { FieldChange, RiskEvent } from '#src/domain/risk/risk-event';
import { RISK_FIELDS, type Risk, type RiskField, type RiskFields } from '#src/domain/risk/risk';

/** Raise it when a shape changes, and read the older one here too: nobody else remembers what a team wrote. */
export const RISK_SHAPE = 1;

const DAY = z.string();
const ACT = z.object({ by: z.string(), at: z.string(), on: DAY });
const RATING = z.object({ step: z.number().int(), of: z.union([z.literal(3), z.literal(5)]) });
const EXPOSURE = z.object({ probability: RATING, impact: RATING });

/** A plan is whatever the editor wrote; only that it is a node is looked at. */
const PLAN = z.custom<AdfNode>((value) => z.looseObject({ type: z.string() }).safeParse(value).success);

const STATE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('mitigating') }),
  z.object({ kind: z.literal('accepted'), by: z.string().nullable(), until: DAY.nullable() }),
  z.object({ kind: z.literal('happened'), on: DAY }),
  z.object({ kind: z.literal('closed'), on: DAY }),
]);

const FIELDS = z.object({
  title: z.string(),
  cause: z.string().nullable(),
  event: z.string().nullable(),
  effect: z.string().nullable(),
  categoryId: z.string().nullable(),
  probability: RATING,
  impact: RATING,
  response: z.enum(['avoid', 'mitigate', 'transfer', 'accept', 'none']),
  plan: PLAN.nullable(),
  issueIds: z.array(z.string()),
  ownerId: z.string().nullable(),
  trigger: z.string().nullable(),
  dueOn: DAY.nullable(),
  state: STATE,
  residual: EXPOSURE.nullable(),
}) satisfies z.ZodType<RiskFields> & { shape: Record<RiskField, z.ZodType> };

const RISK: z.ZodType<Risk> = FIELDS.extend({
  id: z.string(),
  registerId: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  created: ACT,
  ratedOn: DAY,
  review: z.object({
    last: ACT.extend({ version: z.number().int() }).nullable(),
    unchangedInARow: z.number().int(),
  }),
  deleted: ACT.nullable(),
});

const ORIGIN = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('written') }),
  z.object({ kind: z.literal('import') }),
  z.object({ kind: z.literal('pre-mortem'), reasonId: z.string() }),
  z.object({ kind: z.literal('suggestion'), key: z.string() }),
  z.object({ kind: z.literal('copy'), registerId: z.string(), riskId: z.string() }),
]);

const OUTCOME = z.enum(['unchanged', 'worse', 'better', 'edit', 'happened', 'close']);

/** Both values are held to the field's own shape. */
const CHANGE = z
  .object({
    field: z.enum(RISK_FIELDS as [RiskField, ...RiskField[]]),
    before: z.unknown(),
    after: z.unknown(),
  })
  .transform(({ field, before, after }, context): FieldChange => {
    const schema: z.ZodType = FIELDS.shape[field];
    const [was, is] = [schema.safeParse(before), schema.safeParse(after)];
    if (was.success && is.success) return { field, before: was.data, after: is.data } as FieldChange;
    context.addIssue({ code: 'custom', message: `not values of ${field}` });
    return z.NEVER;
  });

const OF = { registerId: z.string(), riskId: z.string(), version: z.number().int(), act: ACT };

const EVENT = z.discriminatedUnion('kind', [
  z.object({
    ...OF,
    kind: z.literal('created'),
    number: z.number().int(),
    origin: ORIGIN,
    fields: FIELDS,
  }),
  z.object({ ...OF, kind: z.literal('edited'), changes: z.array(CHANGE) }),
  z.object({ ...OF, kind: z.literal('reviewed'), outcome: OUTCOME, changes: z.array(CHANGE) }),
  z.object({
    ...OF,
    kind: z.literal('reverted'),
    toVersion: z.number().int(),
    changes: z.array(CHANGE),
  }),
  z.object({ ...OF, kind: z.literal('deleted') }),
  z.object({ ...OF, kind: z.literal('undeleted') }),
]);

const LOOK = z.object({
  riskId: z.string(),
  version: z.number().int(),
  by: z.string(),
  at: z.string(),
  outcome: OUTCOME,
});

export const SESSION = z.object({
  startedAt: z.string(),
  ended: ACT,
  looks: z.array(LOOK),
  people: z.array(z.string()),
});

const OF_REGISTER = { registerId: z.string(), version: z.number().int(), act: ACT };

const REGISTER_EVENT = z.discriminatedUnion('kind', [
  z.object({
    ...OF_REGISTER,
    kind: z.literal('settings-changed'),
    changes: z.array(
      z.object({
        field: z.enum(['scale', 'categories', 'cadence', 'checks', 'boardId']),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  }),
  z.object({ ...OF_REGISTER, kind: z.literal('review-ended'), session: SESSION }),
  z.object({ ...OF_REGISTER, kind: z.literal('suggestion-dismissed'), key: z.string() }),
]);

/** JSON in one text: a plan may be nested deeper than the 31 levels that an entity's value may have. */
const JSON_TEXT = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const ROW = z.object({ shape: z.literal(RISK_SHAPE), body: JSON_TEXT });

/** A risk's row, by the attributes of the entity. */
export function riskRow(risk: Risk) {
  const { registerId, number, version } = risk;
  return { shape: RISK_SHAPE, registerId, number, version, body: JSON.stringify(risk) };
}

/** The row of an entry of a risk's history. */
export function eventRow(event: RiskEvent) {
  const { registerId, riskId, version, act } = event;
  return { shape: RISK_SHAPE, registerId, riskId, version, at: act.at, body: JSON.stringify(event) };
}

/** The row of an entry of a register's own history. */
export function registerEventRow(event: RegisterEvent) {
  const { registerId, version, act } = event;
  return { shape: RISK_SHAPE, registerId, version, at: act.at, body: JSON.stringify(event) };
}

/** null for a value that is not a risk's row. */
export function parseRisk(value: unknown): Risk | null {
  return RISK.safeParse(ROW.safeParse(value).data?.body).data ?? null;
}

/** null for a value that is not an entry of a risk's history. */
export function parseEvent(value: unknown): RiskEvent | null {
  return EVENT.safeParse(ROW.safeParse(value).data?.body).data ?? null;
}

/** null for a value that is not an entry of a register's own history. */
export function parseRegisterEvent(value: unknown): RegisterEvent | null {
  const { success, data } = REGISTER_EVENT.safeParse(ROW.safeParse(value).data?.body);
  return success ? (data as RegisterEvent) : null;
}

export { EVENT as EVENT_SHAPE };
