import type { z } from 'zod';

import { GET_BACKLOG_HEALTH_REQUEST, GET_BACKLOG_HEALTH_RESPONSE } from '#src/contract/get-backlog-health';
import { LIST_BOARDS_REQUEST, LIST_BOARDS_RESPONSE } from '#src/contract/list-boards';

/** Every call a screen can make: the key it invokes, and the schemas that both ends hold to. */
export const CALLS = {
  'get-backlog-health': { request: GET_BACKLOG_HEALTH_REQUEST, response: GET_BACKLOG_HEALTH_RESPONSE },
  'list-boards': { request: LIST_BOARDS_REQUEST, response: LIST_BOARDS_RESPONSE },
} as const;

export type Call = keyof typeof CALLS;
export type RequestOf<C extends Call> = z.infer<(typeof CALLS)[C]['request']>;
export type ResponseOf<C extends Call> = z.infer<(typeof CALLS)[C]['response']>;
