import { z } from 'zod';

/** How Jira explains a refusal: messages, and more of them by field. */
const ERRORS = z.object({
  errorMessages: z.array(z.string()).nullish(),
  errors: z.record(z.string(), z.string()).nullish(),
});

/** Longer explanations are cut: a screen shows one line or two. */
const MOST_CHARACTERS = 500;

/** Jira's own words about what it refused, one after the other; null when the body holds none. */
export function jiraWords(body: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  const { success, data } = ERRORS.safeParse(parsed);
  if (!success) return null;
  const words = [...(data.errorMessages ?? []), ...Object.values(data.errors ?? {})].join(' ').trim();
  return words === '' ? null : words.slice(0, MOST_CHARACTERS);
}
