import { NeedsAuthenticationError, ProxyRequestError, type APIResponse } from '@forge/api';
import pLimit from 'p-limit';
import type { z } from 'zod';

import { createDeadline, REAL_TIME, type Timing } from '#src/adapters/jira/deadline';
import { jiraWords } from '#src/adapters/jira/refusal-words';
import { secondsToWait } from '#src/adapters/jira/retry-after';
import { ReadFailure, type ReadFailureKind } from '#src/ports/read-failure';

/** Whose REST API is called; both refuse and delay alike. */
export type Product = 'Jira' | 'Confluence';

/** Jira, or Confluence, answered with an error status. */
export class JiraRefusal extends ReadFailure {
  readonly status: number;
  /** Jira's own words; null when it gave none. For the viewer alone, not for logs: they may quote what was sent. */
  readonly detail: string | null;

  constructor(
    kind: ReadFailureKind,
    call: string,
    {
      status,
      retryAfterSeconds,
      detail,
      product = 'Jira',
    }: { status: number; retryAfterSeconds: number | null; detail: string | null; product?: Product },
  ) {
    super(kind, `${call}: ${product} answered ${status}.`, retryAfterSeconds);
    this.status = status;
    this.detail = detail;
  }
}

/** How a call may be sent. */
export interface AskOptions {
  /** It changes something: what failed half-way must not be sent again. A 429 is safe, since Jira did nothing then. */
  readonly isWrite?: boolean;
}

/**
 * Sends one REST call and parses its answer; `call` names it in errors. An empty body is parsed as undefined. What Jira
 * refuses for now is sent again: on 429 and 503 after the time that it asks for, after another 5xx once; all within the
 * invocation's deadline.
 * @throws ReadFailure of the kind that the status, the platform or the answer's shape stands for.
 */
export type Ask = <Answer>(
  call: string,
  schema: z.ZodType<Answer>,
  send: () => Promise<APIResponse>,
  options?: AskOptions,
) => Promise<Answer>;

/** Atlassian advises at most 5 to 10 calls at once. */
const CALLS_AT_ONCE = 5;

/** The platform ends an invocation after 25 seconds, with an error that says nothing: better to answer before. */
export const TIME_LIMIT_MS = 20_000;

/** A change is not begun with less than this: of one that is cut off half-way nobody could tell whether it was made. */
const WRITE_NEEDS_MS = 3_000;
/** Before a call that failed on Jira's side is sent once more, and where Jira names no time: doubled with each attempt. */
const SHORT_PAUSE_MS = 500;

const KIND_BY_STATUS: Readonly<Record<number, ReadFailureKind>> = {
  401: 'no-access',
  403: 'no-access',
  404: 'not-found',
  408: 'timed-out',
  429: 'rate-limited',
  504: 'timed-out',
};

const UNAVAILABLE = {
  Jira: 'jira-unavailable',
  Confluence: 'confluence-unavailable',
} as const satisfies Record<Product, ReadFailureKind>;

function kindOf(product: Product, status: number): ReadFailureKind {
  return KIND_BY_STATUS[status] ?? (status >= 500 ? UNAVAILABLE[product] : 'unexpected-answer');
}

/** The platform's own errors, thrown by `requestJira` before Jira is reached or when its answer does not come. */
function fromPlatform(product: Product, call: string, error: unknown): unknown {
  if (error instanceof NeedsAuthenticationError) {
    return new ReadFailure('no-access', `${call}: there is no user to read as.`);
  }
  if (error instanceof ProxyRequestError) {
    const kind = /time.?out/i.test(error.errorCode) ? 'timed-out' : kindOf(product, error.status);
    return new ReadFailure(kind, `${call}: the platform answered ${error.status} ${error.errorCode}.`);
  }
  if (error instanceof Error && /time.?d?.?out|abort/i.test(`${error.name} ${error.message}`)) {
    return new ReadFailure('timed-out', `${call}: no answer in time.`);
  }
  if (
    error instanceof Error &&
    /fetch|network|socket|terminated|premature|E(CONN|PIPE|NOTFOUND|AI_AGAIN)/i.test(
      `${error.name} ${error.message}`,
    )
  ) {
    return new ReadFailure(UNAVAILABLE[product], `${call}: ${product} could not be reached.`);
  }
  return error;
}

/** A whole response: its body is part of the time and of the turn that a call takes. */
interface Arrived {
  readonly ok: boolean;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly body: string;
}

async function arrive(send: () => Promise<APIResponse>): Promise<Arrived> {
  const response = await send();
  const { ok, status, headers } = response;
  return {
    ok,
    status,
    retryAfterSeconds: secondsToWait(headers),
    body: await response.text(),
  };
}

function jsonOf(call: string, body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch (error) {
    throw Object.assign(new ReadFailure('unexpected-answer', `${call}: the answer is not JSON.`), {
      cause: error,
    });
  }
}

function isOf(error: unknown, kind: ReadFailureKind): error is ReadFailure {
  return error instanceof ReadFailure && error.kind === kind;
}

/** How long to wait before a call that failed so is sent again; null when it is not. `attempt` is 0 after the first. */
function pauseBefore(product: Product, failure: unknown, attempt: number, isWrite: boolean): number | null {
  if (!(failure instanceof ReadFailure)) return null;
  const { kind, retryAfterSeconds } = failure;
  const asked = retryAfterSeconds === null ? null : retryAfterSeconds * 1000;
  if (kind === 'rate-limited') return asked ?? SHORT_PAUSE_MS * 2 ** attempt;
  if (isWrite) return null;
  const status = failure instanceof JiraRefusal ? failure.status : null;
  if (status === 503 && asked !== null) return asked;
  const isOnTheirSide = kind === UNAVAILABLE[product] || (status !== null && status >= 500);
  return isOnTheirSide && attempt === 0 ? SHORT_PAUSE_MS : null;
}

/** Makes the `Ask` of one invocation: at most five of its calls run at once, and all of them within `timeLimitMs`. */
export function createAsk(
  timeLimitMs = TIME_LIMIT_MS,
  timing: Timing = REAL_TIME,
  product: Product = 'Jira',
): Ask {
  const limit = pLimit(CALLS_AT_ONCE);
  const deadline = createDeadline(timeLimitMs, timing);

  const sendOnce = async (call: string, send: () => Promise<APIResponse>, isWrite: boolean) => {
    // Its turn may come when the time is over.
    const begin = async () => {
      if (deadline.millisecondsLeft() < (isWrite ? WRITE_NEEDS_MS : 0)) {
        throw new ReadFailure('timed-out', `${call}: too little time is left to send it.`);
      }
      return await arrive(send);
    };
    const arrived = await deadline.within(limit(begin)).catch((error: unknown) => {
      throw fromPlatform(product, call, error);
    });
    const { ok, status, retryAfterSeconds, body } = arrived;
    if (ok) return body;
    throw new JiraRefusal(kindOf(product, status), call, {
      status,
      retryAfterSeconds,
      detail: jiraWords(body),
      product,
    });
  };

  const sendUntil = async (call: string, send: () => Promise<APIResponse>, isWrite: boolean) => {
    let toldToWait: ReadFailure | null = null;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await sendOnce(call, send, isWrite);
      } catch (failure) {
        // Out of time on a further attempt: what Jira said before tells the viewer more.
        if (toldToWait !== null && isOf(failure, 'timed-out')) throw toldToWait;
        if (isOf(failure, 'rate-limited')) toldToWait = failure;
        const pause = pauseBefore(product, failure, attempt, isWrite);
        // A wait that would end too late helps nobody: the viewer hears at once how long it is.
        if (pause === null || pause >= deadline.millisecondsLeft()) throw failure;
        await timing.sleep(pause);
      }
    }
  };

  return async (call, schema, send, { isWrite = false } = {}) => {
    const parsed = schema.safeParse(jsonOf(call, await sendUntil(call, send, isWrite)));
    if (parsed.success) return parsed.data;
    // Only where it differs: the answer itself holds issue text and names.
    const places = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 3);
    throw new ReadFailure(
      'unexpected-answer',
      `${call}: the answer has another shape at ${places.join(', ') || 'its root'}.`,
    );
  };
}
