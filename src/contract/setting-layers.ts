import { z } from 'zod';

import { SOURCE } from '#src/contract/board-settings';
import { BOARD_ID } from '#src/contract/get-backlog-health';

const VALUE = z.union([
  z.boolean(),
  z.number(),
  z.string().max(200),
  z.array(z.string().trim().min(1).max(200)).max(50).readonly(),
]);

/** What is set in one place, by the name of the setting. Whether each is a setting, and its value suits it, the resolver decides. */
const LAYER = z.record(z.string().max(100), VALUE);

/** Where something is set: for the site, for a project, or for a board. */
export const LAYER_PLACE = z.discriminatedUnion('of', [
  z.object({ of: z.literal('site') }),
  z.object({ of: z.literal('project'), projectId: z.string().regex(/^\d{1,18}$/) }),
  z.object({ of: z.literal('board'), boardId: BOARD_ID }),
]);

export const GET_SETTING_LAYER_REQUEST = z.object({ place: LAYER_PLACE });

export const GET_SETTING_LAYER_RESPONSE = z.object({
  layer: LAYER,
  /** Grows by one with each change; 0 while nothing was set. */
  version: z.number().int().nonnegative(),
  /** Last change first; at most ten. */
  changes: z
    .array(z.object({ version: z.number().int(), by: z.string(), at: z.string(), before: LAYER }))
    .readonly(),
  /** What holds where the place sets nothing of its own, and where that comes from. */
  inherited: z.object({ values: LAYER, sources: z.record(z.string(), SOURCE) }),
  /** Fields of the site that can be named, by name. */
  fields: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  /** Of a project: its boards, with how much each sets for itself. */
  boards: z
    .array(z.object({ id: z.number().int(), name: z.string(), ownSettings: z.number().int() }))
    .readonly(),
  isLicensed: z.boolean(),
});

/** `version` is the one the viewer saw: the change is refused when another came in between. */
export const SAVE_SETTING_LAYER_REQUEST = z.object({
  place: LAYER_PLACE,
  version: z.number().int().nonnegative(),
  layer: LAYER,
});

export const SAVE_SETTING_LAYER_RESPONSE = GET_SETTING_LAYER_RESPONSE;

export const PREVIEW_SETTINGS_REQUEST = z.object({
  place: LAYER_PLACE,
  layer: LAYER,
  /** The board to be judged; below the place, or the place itself. */
  boardId: BOARD_ID,
});

export const PREVIEW_SETTINGS_RESPONSE = z.object({
  board: z.object({ id: z.number().int(), name: z.string() }),
  /** Issues that were judged. */
  issues: z.number().int(),
  /** Issues with a finding that have none now, and the reverse. */
  newlyFlagged: z.number().int(),
  noLongerFlagged: z.number().int(),
  /** Of those judged, ready now and with the settings. */
  readyBefore: z.number().int(),
  readyAfter: z.number().int(),
  /** Whether part of the board could not be read. */
  isPartial: z.boolean(),
  /** Whether the board takes nothing from the place, since it is in another project. */
  isElsewhere: z.boolean(),
});

export type LayerPlaceRequest = z.infer<typeof LAYER_PLACE>;
export type SettingLayerAnswer = z.infer<typeof GET_SETTING_LAYER_RESPONSE>;
export type SettingsPreview = z.infer<typeof PREVIEW_SETTINGS_RESPONSE>;
