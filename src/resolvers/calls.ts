import type { App } from '#src/app';
import { CALLS, type Call, type ResponseOf } from '#src/contract/index';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { getBacklogHealth } from '#src/resolvers/get-backlog-health';
import { listBoards } from '#src/resolvers/list-boards';

/** A resolver for every call of the contract; a call without one does not compile. */
export function callResolvers(app: App): { readonly [C in Call]: CallResolver<ResponseOf<C>> } {
  const health = CALLS['get-backlog-health'].request;
  const boards = CALLS['list-boards'].request;
  return {
    'get-backlog-health': answerCall(app, 'get-backlog-health', health, getBacklogHealth),
    'list-boards': answerCall(app, 'list-boards', boards, listBoards),
  };
}
