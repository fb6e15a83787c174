import { z } from 'zod';

/** A point in time as Jira writes it (`2026-10-12T09:30:00.000+0200` as well as `…Z`), read as ISO 8601 in UTC. */
export const INSTANT = z.string().transform((text, context) => {
  const milliseconds = Date.parse(text);
  if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
  context.addIssue({ code: 'custom', message: 'not a point in time' });
  return z.NEVER;
});
