import type { FlagApp } from '#src/app/flag-record';
import { FLAG_CALLS, type FlagCall, type ResponseOf } from '#src/contract/index';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { getFlagRecord } from '#src/resolvers/flag-record/get-flag-record';

/** A resolver for every call of the flags' view; a call without one does not compile. */
export function flagResolvers(app: FlagApp): { readonly [C in FlagCall]: CallResolver<ResponseOf<C>> } {
  const { request } = FLAG_CALLS['get-flag-record'];
  return { 'get-flag-record': answerCall(app, 'get-flag-record', 'reads', request, getFlagRecord) };
}
