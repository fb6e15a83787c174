import { z } from 'zod';

import { ALL_CHECKS } from '#src/domain/risk/checks/index';
import {
  DEFAULT_REGISTER_CHECK_SETTINGS,
  type RegisterCheckSettings,
} from '#src/domain/risk/checks/settings';
import type { AnyCheckId } from '#src/domain/risk/finding';
import type { RegisterSummary } from '#src/domain/risk/summary';
import type { TrendPoint } from '#src/domain/risk/trend';
import { EVENT_SHAPE, SESSION } from '#src/adapters/storage/risk/risk-shape';
import type { RegisterRecord, ShownRegister, SummaryRecord } from '#src/ports/risk/register-store';

/** Raise it when a shape changes, and read the older one here too. */
const SHAPE = 1;

/** Since 2 a register may name a board; one of an older shape names none. */
const REGISTER_SHAPE = 2;

const SCALE = z.union([z.literal(3), z.literal(5)]);
const LEVEL = z.enum(['high', 'medium', 'low']);

const SETTING = z.object({
  enabled: z.boolean(),
  severity: z.enum(['critical', 'warn', 'info']).nullable(),
  options: z.record(z.string(), z.number()),
});

/** A check that is new in this version of the app runs as it comes; one that is gone is dropped, and so is an option. */
const CHECKS = z.record(z.string(), SETTING).transform((stored) => {
  const entries = (Object.keys(ALL_CHECKS) as AnyCheckId[]).map((id) => {
    const usual = DEFAULT_REGISTER_CHECK_SETTINGS[id];
    const setting = stored[id];
    if (setting === undefined) return [id, usual];
    const own = Object.entries(setting.options).filter(([name]) => name in usual.options);
    return [id, { ...setting, options: { ...usual.options, ...Object.fromEntries(own) } }];
  });
  return Object.fromEntries(entries) as RegisterCheckSettings;
});

const REGISTER = z.object({
  id: z.string(),
  scale: SCALE,
  categories: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  cadence: z.object({ high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
  checks: CHECKS,
  boardId: z.number().int().positive().nullable().default(null),
  nextNumber: z.number().int().positive(),
  version: z.number().int().positive(),
  lastReview: SESSION.nullable(),
});

const RECENT = z.array(
  z.object({
    riskId: z.string(),
    version: z.number().int(),
    at: z.string(),
    event: EVENT_SHAPE.nullable().catch(null),
  }),
);

const BODY = z.object({
  register: REGISTER,
  count: z.number().int().nonnegative(),
  /** Missing in rows that were written before risks were removed for good. */
  removed: z.number().int().nonnegative().default(0),
  versions: z.number().int().nonnegative(),
  settledKeys: z.array(z.string()),
  copying: z.object({ registerId: z.string(), afterNumber: z.number().int() }).nullable(),
});

const LOAD = z.object({
  ownerId: z.string().nullable(),
  level: LEVEL,
  dueOn: z.string(),
  count: z.number().int(),
});

const SUMMARY: z.ZodType<RegisterSummary> = z.object({
  registerId: z.string(),
  scale: SCALE,
  cells: z.array(z.number().int()),
  load: z.array(LOAD),
  over: z.number().int(),
  lastReviewOn: z.string().nullable(),
});

const TREND: z.ZodType<TrendPoint> = z.object({
  week: z.string(),
  levels: z.object({ high: z.number(), medium: z.number(), low: z.number() }),
  overdue: z.number(),
});

function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const PLACE = { pageId: z.string(), localId: z.string(), spaceId: z.string() };

const REGISTER_ROW = z.object({
  shape: z.union([z.literal(1), z.literal(REGISTER_SHAPE)]),
  ...PLACE,
  createdAt: z.string(),
  revision: z.number().int(),
  isReminding: z.boolean(),
  body: jsonOf(BODY),
  recent: jsonOf(RECENT),
});

const SUMMARY_ROW = z.object({
  shape: z.literal(SHAPE),
  ...PLACE,
  body: jsonOf(z.object({ summary: SUMMARY, trend: z.array(TREND) })),
});

const SHOWN_ROW = z.object({
  shape: z.literal(SHAPE),
  pageId: z.string(),
  localId: z.string(),
  registerId: z.string(),
});

/** A register's row, by the attributes of the entity. */
export function registerRow(record: RegisterRecord) {
  const { pageId, localId, spaceId, createdAt, revision, isReminding, recent, ...rest } = record;
  const { register, count, removed, versions, settledKeys, copying } = rest;
  const body = JSON.stringify({ register, count, removed, versions, settledKeys, copying });
  return {
    shape: REGISTER_SHAPE,
    pageId,
    localId,
    spaceId,
    createdAt,
    revision,
    isReminding,
    body,
    recent: JSON.stringify(recent),
  };
}

export function summaryRow({ pageId, localId, spaceId, summary, trend }: SummaryRecord, updatedAt: string) {
  return { shape: SHAPE, pageId, localId, spaceId, updatedAt, body: JSON.stringify({ summary, trend }) };
}

export function shownRow({ pageId, localId, registerId }: ShownRegister) {
  return { shape: SHAPE, pageId, localId, registerId };
}

/** null for a value that is not a register's row. */
export function parseRegister(value: unknown): RegisterRecord | null {
  const row = REGISTER_ROW.safeParse(value).data;
  if (row === undefined) return null;
  const { body, pageId, localId, spaceId, createdAt, revision, isReminding, recent } = row;
  return { pageId, localId, spaceId, createdAt, revision, isReminding, recent, ...body };
}

/** null for a value that is not a summary's row. */
export function parseSummary(value: unknown): SummaryRecord | null {
  const row = SUMMARY_ROW.safeParse(value).data;
  if (row === undefined) return null;
  const { pageId, localId, spaceId, body } = row;
  return { pageId, localId, spaceId, ...body };
}

export function parseShown(value: unknown): ShownRegister | null {
  const row = SHOWN_ROW.safeParse(value).data;
  return row === undefined ? null : { pageId: row.pageId, localId: row.localId, registerId: row.registerId };
}
