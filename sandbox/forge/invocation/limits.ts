import { InvocationFailed } from '#sandbox/forge/invocation/errors';

/** @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
export interface InvocationLimits {
  readonly payloadBytes: number;
  readonly responseBytes: number;
  /** Screens and resolvers. */
  readonly timeoutMs: number;
  /** Consumers and schedules whose function has no `timeoutSeconds`. */
  readonly backgroundTimeoutMs: number;
}

export const INVOCATION_LIMITS: InvocationLimits = {
  payloadBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
  timeoutMs: 25_000,
  backgroundTimeoutMs: 55_000,
};

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;

/**
 * What crosses between screen and function, as JSON makes it.
 * @throws InvocationFailed when it is larger than `limit`.
 */
export function crossing(value: unknown, what: 'payload' | 'response', limit: number): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return undefined;
  const bytes = Buffer.byteLength(text);
  if (bytes > limit) {
    throw new InvocationFailed(
      what === 'payload' ? 'PAYLOAD_TOO_LARGE' : 'RESPONSE_TOO_LARGE',
      `The ${what} of an invocation may have at most ${kilobytes(limit)}; this one has ${kilobytes(bytes)}.`,
    );
  }
  return JSON.parse(text);
}
