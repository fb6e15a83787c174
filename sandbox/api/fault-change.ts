import { z } from 'zod';

const REST_FAULT = z.object({
  match: z.string(),
  kind: z.enum(['rate-limited', 'server-error', 'time-out']),
  pages: z.enum(['all', 'later-pages']),
  remaining: z.number().int().nonnegative().nullable(),
});

const CHANGE = z.object({
  latencyMs: z.number().int().min(0).max(30_000),
  rest: z.array(REST_FAULT),
  duplicateEvents: z.boolean(),
  queryLagMs: z.number().int().min(0).max(600_000),
  license: z.enum(['active', 'inactive', 'missing']),
  offline: z.boolean(),
});

/** What may be set of the site's faults; what is left out stays as it is. Keeps only keys that were sent. */
export const FAULT_CHANGE = CHANGE.partial().transform(
  (change) =>
    Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<
      z.infer<typeof CHANGE>
    >,
);
