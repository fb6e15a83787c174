import { z } from 'zod';

import { DESCRIPTION } from '#src/adapters/jira/description';
import { hasSomething } from '#src/adapters/jira/field-value';
import { INSTANT } from '#src/adapters/jira/instant';
import type { StatusCategory } from '#src/domain/backlog/issue';
import type { BoardToRead, LinkedBlocker, ListedIssue } from '#src/ports/backlog';
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

/** The issue above, as far as lists show it. */
const PARENT = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ summary: z.string().default('') }).default({ summary: '' }),
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
  priority: z.object({ id: z.string(), name: z.string() }).nullish(),
  assignee: z.object({ accountId: z.string(), displayName: z.string().optional() }).nullish(),
  parent: PARENT.nullish(),
  updated: INSTANT,
});

type Fields = z.infer<typeof FIELDS>;

/** The fields to ask for on a board: those that readiness reads, the board's own estimate, and those that the team uses. */
export function issueFields(board: BoardToRead): readonly string[] {
  const { estimation, criteriaFieldIds, requiredFieldIds } = board;
  return [
    ...new Set([
      ...Object.keys(FIELDS.shape),
      ...(estimation ? [estimation.fieldId] : []),
      ...criteriaFieldIds,
      ...requiredFieldIds,
    ]),
  ];
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

/** Fields as Jira gave them, whatever their kind, for those that only matter as empty or not. */
const ANY_FIELDS = z.record(z.string(), z.unknown());

/** Reads `hasCriteria`: whether one of the board's fields for acceptance criteria has something in it. */
export function criteriaSchema({ criteriaFieldIds }: BoardToRead): z.ZodType<{ hasCriteria: boolean }> {
  return ANY_FIELDS.transform((fields) => ({
    hasCriteria: criteriaFieldIds.some((id) => hasSomething(fields[id])),
  }));
}

/**
 * Which of the required fields are empty. A field that Jira leaves out is not on this issue's screens, or hidden from the
 * viewer, and can be held against nobody; only a missing parent is left out as such.
 */
function emptyFieldsSchema({
  requiredFieldIds,
}: BoardToRead): z.ZodType<{ emptyFieldIds: readonly string[] }> {
  return ANY_FIELDS.transform((fields) => ({
    emptyFieldIds: requiredFieldIds.filter(
      (id) => (id in fields || id === 'parent') && !hasSomething(fields[id]),
    ),
  }));
}

/** Reads one issue of this board, from a list or by itself. */
export function issueSchema(board: BoardToRead): z.ZodType<ListedIssue> {
  const ofTeam = z.intersection(criteriaSchema(board), emptyFieldsSchema(board));
  const fields = z.intersection(z.intersection(FIELDS, estimateSchema(board)), ofTeam);
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
    hasCriteriaField: read.hasCriteria,
    sprint: read.sprint ?? null,
    blockers: blockersOf(read.issuelinks),
    priorityId: read.priority?.id ?? null,
    priorityName: read.priority?.name ?? null,
    assigneeId: read.assignee?.accountId ?? null,
    assigneeName: read.assignee?.displayName ?? null,
    parent: read.parent
      ? { id: read.parent.id, key: read.parent.key, summary: read.parent.fields.summary }
      : null,
    updated: read.updated,
    emptyFieldIds: read.emptyFieldIds,
  }));
}
