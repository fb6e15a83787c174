import type { Faults } from '#sandbox/faults';
import { refusal, respond } from '#sandbox/jira/rest/responses';
import type { Caller, RestRequest, RestResponse } from '#sandbox/jira/rest.types';

/** Longer than any invocation may take: a call that times out never answers in time. */
const TIME_OUT_MS = 30_000;

/** Faults are for the app and its screens. */
const STRUCK: ReadonlySet<Caller> = new Set(['user', 'app', 'screen']);

const isLaterPage = (query: URLSearchParams, body: string | undefined) =>
  query.has('nextPageToken') ||
  query.has('cursor') ||
  Number(query.get('startAt') ?? 0) > 0 ||
  /"nextPageToken"\s*:\s*"|"startAt"\s*:\s*[1-9]/.test(body ?? '');

/** How a product answers what goes wrong on purpose. */
export interface TroubleWords {
  readonly limited: { readonly reason: string; readonly body: unknown };
  readonly error: (status: number, words: string) => RestResponse;
}

const JIRA_WORDS: TroubleWords = {
  limited: { reason: 'jira-burst-based', body: { errorMessages: ['Rate limit exceeded.'], errors: {} } },
  error: (status, words) => refusal(status, [words]),
};

/** Latency and what goes wrong on purpose: the response that a fault makes of a call, or null when the call goes through. */
export function createTrouble(
  faults: Faults,
  sleep: (milliseconds: number) => Promise<void>,
  words: TroubleWords = JIRA_WORDS,
): (request: RestRequest, operation: string, query: URLSearchParams) => Promise<RestResponse | null> {
  return async (request, operation, query) => {
    if (!STRUCK.has(request.caller)) return null;
    const { latencyMs } = faults.current();
    if (latencyMs > 0) await sleep(latencyMs);
    switch (faults.strike(operation, isLaterPage(query, request.body))) {
      case 'rate-limited':
        return respond(429, words.limited.body, {
          'retry-after': '5',
          'ratelimit-reason': words.limited.reason,
          'x-ratelimit-remaining': '0',
        });
      case 'server-error':
        return words.error(500, 'Internal server error');
      case 'time-out':
        await sleep(TIME_OUT_MS);
        return words.error(504, 'Gateway timeout');
      case null:
        return null;
    }
  };
}
