import type { TrendApp } from '#src/app/trend';
import { TREND_CALLS, type ResponseOf, type TrendCall } from '#src/contract/index';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { getTrend } from '#src/resolvers/trend/get-trend';

/** A resolver for every call of the trend's screen; a call without one does not compile. */
export function trendResolvers(app: TrendApp): { readonly [C in TrendCall]: CallResolver<ResponseOf<C>> } {
  return {
    'get-trend': answerCall(app, 'get-trend', 'reads', TREND_CALLS['get-trend'].request, getTrend),
  };
}
