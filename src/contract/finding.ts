import { z } from 'zod';

export const SEVERITY = z.enum(['critical', 'warn', 'info']);
export const AMOUNT = z.number().nonnegative();
const COUNT = z.number().int().nonnegative();
/** What a team sets as a limit need not be whole. */
const AGE = z.object({ days: COUNT, limit: AMOUNT });

function finding<Id extends string, Facts extends z.ZodType>(id: Id, facts: Facts) {
  return z.object({ check: z.literal(id), severity: SEVERITY, facts });
}

/** One failed check with its facts; mirrors `Finding` of the domain, and the compiler holds the two together. */
export const FINDING = z.discriminatedUnion('check', [
  finding('missing-estimate', z.object({})),
  finding('oversized', z.object({ estimate: AMOUNT, medianSprint: AMOUNT, limit: AMOUNT })),
  finding('thin-description', z.object({ words: COUNT, minimum: AMOUNT, hasLongSummary: z.boolean() })),
  finding('unverifiable', z.object({ stories: COUNT, withCriteria: COUNT })),
  finding('missing-benefit', z.object({ missing: z.array(z.enum(['role', 'benefit'])).readonly() })),
  finding('compound-story', z.object({ excerpt: z.string().nullable() })),
  finding(
    'placeholder-text',
    z.object({ where: z.enum(['summary', 'description']), excerpt: z.string().nullable() }),
  ),
  finding(
    'open-blocker',
    z.object({
      blockers: z
        .array(z.object({ key: z.string(), placesBelow: z.number().int().positive().nullable() }))
        .readonly(),
    }),
  ),
  finding('default-priority', z.object({ priorityId: z.string() })),
  finding('missing-why', z.object({ parentKey: z.string().nullable() })),
  finding('stale-ready', AGE),
  finding('abandoned', AGE),
  finding('near-duplicate', z.object({ key: z.string(), isSame: z.boolean() })),
  finding('rank-inversion', z.object({ key: z.string(), placesAbove: z.number().int().positive() })),
  finding('required-field', z.object({ fieldIds: z.array(z.string()).readonly() })),
]);

export const CHECK_ID = z.enum(FINDING.options.map(({ shape }) => shape.check.value));
