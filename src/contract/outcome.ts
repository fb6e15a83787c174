import { z } from 'zod';

/** Every way in which a call can fail that a screen shows in its own words. */
export const ERROR_CODES = [
  'bad-request',
  'no-access',
  'not-found',
  'rate-limited',
  'unlicensed',
  'timed-out',
  'jira-unavailable',
  'unexpected-answer',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export const FAILURE = z.object({
  code: z.enum(ERROR_CODES),
  /** For logs and support; screens word the code themselves. */
  message: z.string(),
  /** Whole seconds until a retry makes sense; absent when unknown. */
  retryAfterSeconds: z.number().int().positive().optional(),
  /** Finds the line in the app's log; present on `internal`. */
  reference: z.string().optional(),
});

export type Failure = z.infer<typeof FAILURE>;

/** What every call answers: data, or a failure that says what happened. */
export type Answer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: Failure };
