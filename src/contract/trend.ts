import { z } from 'zod';

const STOCK = z.object({ amount: z.number(), items: z.number() });
const UNIT = z.enum(['points', 'items']);

/** A day in UTC as `2026-10-12`. */
const DAY = z.string();

/** What is known of a board on one day. null is what nobody read and nothing counted on that day. */
const TREND_DAY = z.object({
  day: DAY,
  /** `viewer`: somebody's reading, and counts where there are any; `count`: counts alone; null: nothing, and `skipped` says why. */
  source: z.enum(['viewer', 'count']).nullable(),
  /** Why the app counted nothing on that day; null when it did, or when it was not its turn yet. */
  skipped: z.enum(['no-capacity', 'not-seen', 'no-answer', 'cut-off']).nullable(),
  reading: z
    .object({
      unit: UNIT,
      /** In sprints; null without a forecast. */
      runway: z.object({ p50: z.number(), p85: z.number(), isLowerBound: z.boolean() }).nullable(),
      ready: STOCK,
      depth: STOCK,
      issuesSeen: z.number().int(),
    })
    .nullable(),
  /** Issues of the board that are not done. */
  openItems: z.number().int().nullable(),
  /** Issues in running sprints, done ones too. */
  sprintItems: z.number().int().nullable(),
  /** Of the running sprint, in `unit`. */
  scope: z
    .object({
      sprintId: z.number().int(),
      unit: UNIT,
      committed: z.number(),
      added: z.number(),
      removed: z.number(),
    })
    .nullable(),
});

export const GET_TREND_REQUEST = z.object({ boardId: z.number().int().positive() });

export const GET_TREND_RESPONSE = z.object({
  today: DAY,
  /** Oldest first, at most 90 days back; days of which nothing is known are left out. */
  days: z.array(TREND_DAY),
});

export type GetTrendRequest = z.infer<typeof GET_TREND_REQUEST>;
export type Trend = z.infer<typeof GET_TREND_RESPONSE>;
export type TrendDay = Trend['days'][number];
