import type { Faults } from '#sandbox/faults';
import { refusal, respond } from '#sandbox/jira/rest/responses';
import type { Caller, RestRequest, RestResponse } from '#sandbox/jira/rest.types';

/** Longer than any invocation may take: a call that times out never answers in time. */
const TIME_OUT_MS = 30_000;

/** Faults are for the app and its screens. */
const STRUCK: ReadonlySet<Caller> = new Set(['user', 'app', 'screen']);

const isLaterPage = (query: URLSearchParams, body: string | undefined) =>
  query.has('nextPageToken') ||
  Number(query.get('startAt') ?? 0) > 0 ||
  /"nextPageToken"\s*:\s*"|"startAt"\s*:\s*[1-9]/.test(body ?? '');

/** Latency and what goes wrong on purpose: the response that a fault makes of a call, or null when the call goes through. */
export function createTrouble(
  faults: Faults,
  sleep: (milliseconds: number) => Promise<void>,
): (request: RestRequest, operation: string, query: URLSearchParams) => Promise<RestResponse | null> {
  return async (request, operation, query) => {
    if (!STRUCK.has(request.caller)) return null;
    const { latencyMs } = faults.current();
    if (latencyMs > 0) await sleep(latencyMs);
    switch (faults.strike(operation, isLaterPage(query, request.body))) {
      case 'rate-limited':
        return respond(
          429,
          { errorMessages: ['Rate limit exceeded.'], errors: {} },
          { 'retry-after': '5', 'ratelimit-reason': 'jira-burst-based', 'x-ratelimit-remaining': '0' },
        );
      case 'server-error':
        return refusal(500, ['Internal server error']);
      case 'time-out':
        await sleep(TIME_OUT_MS);
        return refusal(504, ['Gateway timeout']);
      case null:
        return null;
    }
  };
}
