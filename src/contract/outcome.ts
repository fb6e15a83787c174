import { z } from 'zod';

/** Why the app refuses a change by itself, or knows why Jira did. */
export const REFUSAL_REASONS = [
  'blocks-itself',
  'blocker-not-found',
  'issues-are-counted',
  'no-blocking-link-type',
] as const;

/** Every way in which a call can fail that a screen shows in its own words. */
export const ERROR_CODES = [
  'bad-request',
  'no-access',
  'not-found',
  'rate-limited',
  'unlicensed',
  'timed-out',
  'jira-unavailable',
  'confluence-unavailable',
  'unexpected-answer',
  'conflict',
  'refused',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export const FAILURE = z.object({
  code: z.enum(ERROR_CODES),
  /** For logs and support; screens word the code themselves. */
  message: z.string(),
  /** Whole seconds until a retry makes sense; absent when unknown. */
  retryAfterSeconds: z.number().int().positive().optional(),
  /** Jira's own words about what it refused, for the viewer; present on `refused` where Jira gave any. */
  detail: z.string().optional(),
  /** Present on `refused` where the reason is one of these. */
  reason: z.enum(REFUSAL_REASONS).optional(),
  /** What the value is now; present on `conflict` where there is one value to speak of. */
  current: z.union([z.number(), z.string()]).nullable().optional(),
  /** Finds the line in the app's log; present on `internal`. */
  reference: z.string().optional(),
});

export type Failure = z.infer<typeof FAILURE>;

/** What every call answers: data, or a failure that says what happened. */
export type Answer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: Failure };
