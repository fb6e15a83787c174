import { z } from 'zod';

import { DESCRIPTION } from '#src/adapters/jira/description';
import type { StatusCategory } from '#src/domain/backlog/issue';
import type { LinkedBlocker, ListedIssue } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';

/** Jira's category "undefined" is that of statuses nobody sorted: not done. */
const STATUS = z.object({
  statusCategory: z.object({
    key: z
      .enum(['new', 'indeterminate', 'done', 'undefined'])
      .transform((key): StatusCategory => (key === 'undefined' ? 'new' : key)),
  }),
});

const LINKED_ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ summary: z.string().default(''), status: STATUS }),
});

const LINK = z.object({
  type: z.object({ inward: z.string() }),
  inwardIssue: LINKED_ISSUE.optional(),
});

const FIELDS = z.object({
  summary: z.string(),
  issuetype: z.object({
    name: z.string(),
    subtask: z.boolean().default(false),
    hierarchyLevel: z.number().int().optional(),
  }),
  description: DESCRIPTION,
  issuelinks: z.array(LINK).nullish(),
  sprint: z.object({ id: z.number().int(), name: z.string() }).nullish(),
});

type Fields = z.infer<typeof FIELDS>;

/** The fields to ask for on a board: those that readiness reads, and the board's own estimate. */
export function issueFields(board: BoardSetup): readonly string[] {
  const names = Object.keys(FIELDS.shape);
  return board.estimation ? [...names, board.estimation.fieldId] : names;
}

/**
 * Links of Jira's own type Blocks, seen from the blocked side. Jira lists only linked issues that the viewer may see.
 * A site that renamed the type so that its inward side no longer says "blocked by" has no blockers here.
 */
function blockersOf(links: Fields['issuelinks']): LinkedBlocker[] {
  return (links ?? []).flatMap(({ type, inwardIssue: blocker }) =>
    blocker && /\bblocked by\b/i.test(type.inward)
      ? [
          {
            id: blocker.id,
            key: blocker.key,
            summary: blocker.fields.summary,
            statusCategory: blocker.fields.status.statusCategory.key,
          },
        ]
      : [],
  );
}

/**
 * Reads `estimate` from an issue's fields: the number in the estimation field of this board's configuration; null when it
 * is empty, and on a board that counts issues. Jira lets a number go below zero, which estimates nothing.
 */
export function estimateSchema({ estimation }: BoardSetup): z.ZodType<{ estimate: number | null }> {
  if (!estimation) return z.unknown().transform(() => ({ estimate: null }));
  const amount = z.number().nullish();
  return z.object({ [estimation.fieldId]: amount }).transform((fields) => {
    const value = fields[estimation.fieldId] ?? null;
    return { estimate: value === null || value < 0 ? null : value };
  });
}

/** Reads one issue of a list of this board. */
export function issueSchema(board: BoardSetup): z.ZodType<ListedIssue> {
  const fields = z.intersection(FIELDS, estimateSchema(board));
  return z.object({ id: z.string(), key: z.string(), fields }).transform(({ id, key, fields: read }) => ({
    id,
    key,
    summary: read.summary,
    issueType: {
      name: read.issuetype.name,
      level: read.issuetype.hierarchyLevel ?? (read.issuetype.subtask ? -1 : 0),
    },
    estimate: read.estimate,
    description: read.description,
    sprint: read.sprint ?? null,
    blockers: blockersOf(read.issuelinks),
  }));
}
