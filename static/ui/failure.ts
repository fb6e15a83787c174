import type { Answer, Failure } from '#src/contract/outcome';

import { JiraRefused } from './jira-refused';

/** Why there is nothing to show: what the call answered, that no answer came, or that it could not be drawn. */
export type ScreenFailure = Failure | { readonly code: 'offline' | 'no-answer' | 'broken-screen' };

/** Jira's own answer to the browser had another shape than it is documented to have. */
export class UnexpectedShape extends Error {
  override readonly name = 'UnexpectedShape';
}

function codeOf({ status, product }: JiraRefused): Failure['code'] {
  if (status === 401 || status === 403) return 'no-access';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status < 500) return 'unexpected-answer';
  return product === 'Jira' ? 'jira-unavailable' : 'confluence-unavailable';
}

/** What a rejected call means for the viewer. */
export function failureOf(error: unknown): ScreenFailure {
  if (error instanceof JiraRefused) {
    const { message, retryAfterSeconds } = error;
    return {
      code: codeOf(error),
      message,
      ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    };
  }
  if (error instanceof UnexpectedShape) return { code: 'unexpected-answer', message: error.message };
  return { code: navigator.onLine ? 'no-answer' : 'offline' };
}

/** The data of a call, or why there is none. Never rejects. */
export type Result<Data> =
  | { readonly ok: true; readonly data: Data; readonly at: number }
  | { readonly ok: false; readonly failure: ScreenFailure };

/** Waits for a call's answer; `at` is when this browser got it, in milliseconds since 1970. */
export async function attempt<Data>(ask: () => Promise<Answer<Data>>): Promise<Result<Data>> {
  try {
    const answer = await ask();
    return answer.ok ? { ok: true, data: answer.data, at: Date.now() } : { ok: false, failure: answer.error };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}
