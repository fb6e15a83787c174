import { z } from 'zod';

import { AMOUNT } from '#src/contract/finding';
import { BOARD_ID } from '#src/contract/get-backlog-health';

/** `isRefreshing`: asks Jira what changed, and reads the board's backlog where something did; otherwise the last answer will do. */
export const GLANCE_AT_BOARD_REQUEST = z.object({ boardId: BOARD_ID, isRefreshing: z.boolean() });

export const GLANCE_AT_BOARD_RESPONSE = z.object({
  board: z.object({ id: z.number().int(), name: z.string() }),
  /** null where nothing is kept for the viewer yet. */
  figures: z
    .object({
      /** ISO 8601 instant at which the backlog was read. */
      asOf: z.string(),
      unit: z.enum(['points', 'items']),
      period: z.enum(['sprint', 'fortnight']),
      /** Ready work in sprints (fortnights) at 85 %; null without a forecast. */
      runway: z.object({ p85: AMOUNT, isLowerBound: z.boolean() }).nullable(),
      band: z.enum(['red', 'amber', 'green', 'overstocked']).nullable(),
      /** Ready amount missing to two sprints at 85 %; 0 when there, null without a forecast. */
      shortBy: AMOUNT.nullable(),
      /** Key of the highest-ranked issue that is not ready; null when all that was read is. */
      firstHole: z.string().nullable(),
      /** Ready issues above the first hole. */
      readyAbove: z.number().int().nonnegative(),
      /** How many closed periods there are to forecast from, and how many it takes. */
      history: z.object({ known: z.number().int(), required: z.number().int() }),
    })
    .nullable(),
  /** ISO 8601 instant at which Jira said last that this is how it stands. */
  checkedAt: z.string(),
  /** Whether it need not be asked for again now. */
  isFresh: z.boolean(),
  /** false when the app's licence has run out; reading goes on. */
  isLicensed: z.boolean(),
});

/** One space at a time, so that one that does not answer keeps no other from being shown. */
export const LIST_HIGH_RISKS_REQUEST = z.object({ spaceId: z.string().regex(/^\d{1,20}$/) });

export const LIST_HIGH_RISKS_RESPONSE = z.object({
  /** On pages that the viewer may see: of others, not even the number is told. What is overdue longest comes first. */
  risks: z.array(
    z.object({
      riskId: z.uuid(),
      number: z.number().int().positive(),
      title: z.string(),
      /** An account; null when nobody owns it. */
      ownerId: z.string().nullable(),
      reviewDueOn: z.string(),
      /** 0 until the day after it is due. */
      daysOverdue: z.number().int().nonnegative(),
      page: z.object({
        id: z.string(),
        title: z.string(),
        /** Its address on the site, from `/wiki` on. */
        path: z.string(),
      }),
    }),
  ),
  /** Of how many these are the first; `isWhole` is false where there may be more than was read. */
  count: z.number().int().nonnegative(),
  isWhole: z.boolean(),
  /** The viewer's day. */
  today: z.string(),
});

export type GlanceAtBoardRequest = z.infer<typeof GLANCE_AT_BOARD_REQUEST>;
export type BoardGlance = z.infer<typeof GLANCE_AT_BOARD_RESPONSE>;
export type HighRisks = z.infer<typeof LIST_HIGH_RISKS_RESPONSE>;
