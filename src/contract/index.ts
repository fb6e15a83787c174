import type { z } from 'zod';

import {
  GET_BOARD_SETTINGS_REQUEST,
  GET_BOARD_SETTINGS_RESPONSE,
  SAVE_BOARD_SETTINGS_REQUEST,
  SAVE_BOARD_SETTINGS_RESPONSE,
} from '#src/contract/board-settings';
import { GET_BACKLOG_HEALTH_REQUEST, GET_BACKLOG_HEALTH_RESPONSE } from '#src/contract/get-backlog-health';
import { LIST_BOARDS_REQUEST, LIST_BOARDS_RESPONSE } from '#src/contract/list-boards';
import { MEND_ISSUE_REQUEST, MEND_ISSUE_RESPONSE } from '#src/contract/mend-issue';
import { PROBE_BACKLOG_REQUEST, PROBE_BACKLOG_RESPONSE } from '#src/contract/probe-backlog';

/** Every call a screen can make: the key it invokes, and the schemas that both ends hold to. */
export const CALLS = {
  'get-backlog-health': { request: GET_BACKLOG_HEALTH_REQUEST, response: GET_BACKLOG_HEALTH_RESPONSE },
  'probe-backlog': { request: PROBE_BACKLOG_REQUEST, response: PROBE_BACKLOG_RESPONSE },
  'mend-issue': { request: MEND_ISSUE_REQUEST, response: MEND_ISSUE_RESPONSE },
  'get-board-settings': { request: GET_BOARD_SETTINGS_REQUEST, response: GET_BOARD_SETTINGS_RESPONSE },
  'save-board-settings': { request: SAVE_BOARD_SETTINGS_REQUEST, response: SAVE_BOARD_SETTINGS_RESPONSE },
  'list-boards': { request: LIST_BOARDS_REQUEST, response: LIST_BOARDS_RESPONSE },
} as const;

export type Call = keyof typeof CALLS;
export type RequestOf<C extends Call> = z.input<(typeof CALLS)[C]['request']>;
export type ResponseOf<C extends Call> = z.infer<(typeof CALLS)[C]['response']>;
