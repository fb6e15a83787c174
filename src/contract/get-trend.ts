import { z } from 'zod';

import { AMOUNT } from '#src/contract/finding';
import { BOARD_ID } from '#src/contract/get-backlog-health';

/** One day of a board (UTC). Figures nobody read on that day are null. Amounts are in the board's unit. */
export const BOARD_DAY = z.object({
  day: z.iso.date(),
  runwayP50: AMOUNT.nullable(),
  runwayP85: AMOUNT.nullable(),
  ready: AMOUNT.nullable(),
  depth: AMOUNT.nullable(),
  /** Issues of the backlog that are not done, and how many of them have no estimate, by count. */
  backlogItems: z.number().int().nonnegative().nullable(),
  withoutEstimate: z.number().int().nonnegative().nullable(),
});

export const GET_TREND_REQUEST = z.object({ boardId: BOARD_ID });

export const GET_TREND_RESPONSE = z.object({
  unit: z.enum(['points', 'items']),
  /** The last 180 days that have figures, oldest first. */
  days: z.array(BOARD_DAY).readonly(),
  /** What was added after the start of each past sprint that is kept, oldest first. */
  growth: z
    .array(z.object({ sprintId: z.number().int(), completeDate: z.string(), added: AMOUNT }))
    .readonly(),
});

export type BoardDay = z.infer<typeof BOARD_DAY>;
