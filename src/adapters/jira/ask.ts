import { NeedsAuthenticationError, ProxyRequestError, type APIResponse } from '@forge/api';
import pLimit from 'p-limit';
import type { z } from 'zod';

import { ReadFailure, type ReadFailureKind } from '#src/ports/read-failure';

/** Jira answered with an error status. */
export class JiraRefusal extends ReadFailure {
  readonly status: number;

  constructor(kind: ReadFailureKind, call: string, status: number, retryAfterSeconds: number | null = null) {
    super(kind, `${call}: Jira answered ${status}.`, retryAfterSeconds);
    this.status = status;
  }
}

/**
 * Sends one REST call and parses its answer. `call` names it in errors.
 * @throws ReadFailure of the kind that the status, the platform or the answer's shape stands for.
 */
export type Ask = <Answer>(
  call: string,
  schema: z.ZodType<Answer>,
  send: () => Promise<APIResponse>,
) => Promise<Answer>;

/** Atlassian advises at most 5 to 10 calls at once. */
const CALLS_AT_ONCE = 5;

/** The platform ends an invocation after 25 seconds, with an error that says nothing: better to answer before. */
export const TIME_LIMIT_MS = 20_000;

const KIND_BY_STATUS: Readonly<Record<number, ReadFailureKind>> = {
  401: 'no-access',
  403: 'no-access',
  404: 'not-found',
  408: 'timed-out',
  429: 'rate-limited',
  504: 'timed-out',
};

function kindOf(status: number): ReadFailureKind {
  return KIND_BY_STATUS[status] ?? (status >= 500 ? 'jira-unavailable' : 'unexpected-answer');
}

function secondsOf(header: string | null): number | null {
  const seconds = Math.ceil(Number(header ?? Number.NaN));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** The platform's own errors, thrown by `requestJira` before Jira is reached or when its answer does not come. */
function fromPlatform(call: string, error: unknown): unknown {
  if (error instanceof NeedsAuthenticationError) {
    return new ReadFailure('no-access', `${call}: there is no user to read as.`);
  }
  if (error instanceof ProxyRequestError) {
    const kind = /time.?out/i.test(error.errorCode) ? 'timed-out' : kindOf(error.status);
    return new ReadFailure(kind, `${call}: the platform answered ${error.status} ${error.errorCode}.`);
  }
  if (error instanceof Error && /time.?d?.?out|abort/i.test(`${error.name} ${error.message}`)) {
    return new ReadFailure('timed-out', `${call}: no answer in time.`);
  }
  if (error instanceof Error && /fetch|network|socket|ECONN/i.test(`${error.name} ${error.message}`)) {
    return new ReadFailure('jira-unavailable', `${call}: Jira could not be reached.`);
  }
  return error;
}

async function bodyOf(call: string, response: APIResponse): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw Object.assign(new ReadFailure('unexpected-answer', `${call}: the answer is not JSON.`), {
      cause: error,
    });
  }
}

/** Rejects with a TimeoutError after so many milliseconds. */
function rejectAfter(milliseconds: number): Promise<never> {
  const signal = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as DOMException);
    });
  });
  // When nothing is under way any more, nobody is left to hear of it.
  late.catch(() => undefined);
  return late;
}

/** Makes the `Ask` of one invocation: at most five of its calls run at once, and all of them within `timeLimitMs`. */
export function createAsk(timeLimitMs = TIME_LIMIT_MS): Ask {
  const limit = pLimit(CALLS_AT_ONCE);
  const late = rejectAfter(timeLimitMs);
  return async (call, schema, send) => {
    const response = await Promise.race([limit(send), late]).catch((error: unknown) => {
      throw fromPlatform(call, error);
    });
    if (!response.ok) {
      const retryAfter = secondsOf(response.headers.get('Retry-After'));
      throw new JiraRefusal(kindOf(response.status), call, response.status, retryAfter);
    }
    const parsed = schema.safeParse(await bodyOf(call, response));
    if (parsed.success) return parsed.data;
    // Only where it differs: the answer itself holds issue text and names.
    const places = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 3);
    throw new ReadFailure(
      'unexpected-answer',
      `${call}: the answer has another shape at ${places.join(', ') || 'its root'}.`,
    );
  };
}
