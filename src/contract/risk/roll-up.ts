import { z } from 'zod';

const COUNT = z.number().int().nonnegative();

/** One register as pages over many of them show it: numbers, days and ids, with the title of its page as Confluence gives it. */
const REGISTER_ROW = z.object({
  page: z.object({
    id: z.string(),
    title: z.string(),
    spaceId: z.string(),
    /** Its address on the site, from `/wiki` on. */
    path: z.string(),
  }),
  summary: z.object({
    registerId: z.uuid(),
    scale: z.union([z.literal(3), z.literal(5)]),
    cells: z.array(COUNT).readonly(),
    load: z
      .array(
        z.object({
          ownerId: z.string().nullable(),
          level: z.enum(['high', 'medium', 'low']),
          dueOn: z.string(),
          count: COUNT,
        }),
      )
      .readonly(),
    over: COUNT,
    lastReviewOn: z.string().nullable(),
  }),
  /** Live risks by level at the end of each week, oldest first. */
  trend: z
    .array(
      z.object({
        week: z.string(),
        levels: z.object({ high: COUNT, medium: COUNT, low: COUNT }),
        overdue: COUNT,
      }),
    )
    .readonly(),
});

/**
 * `spaceId` is that of the space page which asks, and null on the page of the whole site. Which of them asks is the platform's
 * to say: any other space is refused. `cursor` is null for the first page.
 */
export const ROLL_UP_REQUEST = z.object({
  spaceId: z.string().regex(/^\d+$/).nullable(),
  cursor: z.string().max(4_000).nullable(),
});

export const ROLL_UP_RESPONSE = z.object({
  /** Those on pages that the viewer may see: of others, not even the number is told. May be empty with more to come. */
  registers: z.array(REGISTER_ROW),
  /** null after the last page. */
  cursor: z.string().nullable(),
  /** The viewer's day. */
  today: z.string(),
  asOf: z.string(),
});

export type RollUpPage = z.infer<typeof ROLL_UP_RESPONSE>;
