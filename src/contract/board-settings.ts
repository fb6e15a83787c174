import { z } from 'zod';

import { CHECK_ID, SEVERITY } from '#src/contract/finding';
import { BOARD_ID } from '#src/contract/get-backlog-health';

/** Where a value comes from. */
export const SOURCE = z.enum(['default', 'site', 'project', 'board']);

const OPTION = z.union([
  z.number().min(0).max(100_000),
  z.array(z.string().trim().min(1).max(200)).max(50).readonly(),
]);

/** How one check runs on a board. `severity` null leaves it to the check. */
export const CHECK_SETTING = z.object({
  enabled: z.boolean(),
  severity: SEVERITY.nullable(),
  options: z.record(z.string(), OPTION),
});

export const SESSION = z.object({
  minutes: z.number().int().min(10).max(480),
  minutesPerItem: z.number().int().min(1).max(120),
});

/** Every check by its id, and the refinement session. */
export const BOARD_SETTINGS = z.object({
  checks: z.record(CHECK_ID, CHECK_SETTING),
  session: SESSION,
});

export const GET_BOARD_SETTINGS_REQUEST = z.object({ boardId: BOARD_ID });

export const GET_BOARD_SETTINGS_RESPONSE = z.object({
  settings: BOARD_SETTINGS,
  /** What holds where the board sets nothing of its own: from its project, from the site, or as Evenkeel comes. */
  defaults: BOARD_SETTINGS,
  /** Where each value comes from, by the name of the setting. */
  sources: z.record(z.string(), SOURCE),
  /** The same for `defaults`. */
  inheritedSources: z.record(z.string(), SOURCE),
  /** Grows by one with each change; 0 while nothing was changed. */
  version: z.number().int().nonnegative(),
  /** Last change first; at most ten. */
  changes: z
    .array(
      z.object({
        version: z.number().int(),
        by: z.string(),
        at: z.string(),
        /** What was set before, for taking the change back. */
        before: BOARD_SETTINGS,
      }),
    )
    .readonly(),
  /** Whether the viewer administers the board's project. */
  canChange: z.boolean(),
  /** Fields of the site that can be required or hold acceptance criteria, by name. */
  fields: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
});

/** `version` is the one the viewer saw: the change is refused when another came in between. */
export const SAVE_BOARD_SETTINGS_REQUEST = z.object({
  boardId: BOARD_ID,
  version: z.number().int().nonnegative(),
  settings: BOARD_SETTINGS,
});

export const SAVE_BOARD_SETTINGS_RESPONSE = GET_BOARD_SETTINGS_RESPONSE;

export type BoardSettings = z.infer<typeof BOARD_SETTINGS>;
export type CheckSettingChoice = z.infer<typeof CHECK_SETTING>;
export type GetBoardSettingsRequest = z.infer<typeof GET_BOARD_SETTINGS_REQUEST>;
export type SaveBoardSettingsRequest = z.infer<typeof SAVE_BOARD_SETTINGS_REQUEST>;
export type BoardSettingsAnswer = z.infer<typeof GET_BOARD_SETTINGS_RESPONSE>;
