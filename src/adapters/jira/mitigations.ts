import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { DESCRIPTION } from '#src/adapters/jira/description';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { IssueFacts } from '#src/domain/risk/mitigation-readiness';
import type { StatusCategory } from '#src/domain/backlog/issue';

/** Jira fetches no more at once. */
const BULK = 100;

const CATEGORY = z
  .enum(['new', 'indeterminate', 'done', 'undefined'])
  .transform((key): StatusCategory => (key === 'undefined' ? 'new' : key));

const STATUS = z.object({ name: z.string(), statusCategory: z.object({ key: CATEGORY }) });

const SPRINT = z.object({
  state: z.enum(['active', 'future', 'closed']),
  endDate: z.string().nullish(),
});

const LINK = z.object({
  type: z.object({ inward: z.string() }),
  inwardIssue: z
    .object({
      id: z.string(),
      key: z.string(),
      fields: z.object({ summary: z.string().default(''), status: STATUS }),
    })
    .optional(),
});

const ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().default(''),
    status: STATUS,
    issuetype: z.object({
      name: z.string(),
      subtask: z.boolean().default(false),
      hierarchyLevel: z.number().int().optional(),
    }),
    duedate: z.string().nullish(),
    updated: z.string(),
    description: DESCRIPTION,
    issuelinks: z.array(LINK).nullish(),
    timeoriginalestimate: z.number().nullish(),
  }),
  names: z.record(z.string(), z.string()).default({}),
  schema: z.record(z.string(), z.looseObject({ custom: z.string().optional() })).default({}),
});

const ANSWER = z.object({ issues: z.array(ISSUE) });

type Issue = z.infer<typeof ISSUE>;

const SPRINT_FIELD = 'com.pyxis.greenhopper.jira:gh-sprint';

/** Jira's own field for story points of team-managed projects; company-managed ones have a number field of that name. */
const POINTS_FIELD = 'com.pyxis.greenhopper.jira:jsw-story-points';
const POINTS_NAMES: ReadonlySet<string> = new Set(['story points', 'story point estimate']);

/**
 * Which field holds sprints or points is another on each site, and asking for the list of fields would be a call more. So all
 * fields are asked for but those that are long, and each issue says itself what its fields are.
 */
const FIELDS = ['*all', '-comment', '-worklog', '-attachment', '-subtasks', '-issuerestriction'];

function sprintOf({ fields, schema }: Issue) {
  const id = Object.keys(schema).find((field) => schema[field]?.custom === SPRINT_FIELD);
  if (id === undefined) return undefined;
  const sprints = z.array(SPRINT).nullish().safeParse(fields[id]).data ?? [];
  return sprints.findLast(({ state }) => state !== 'closed') ?? null;
}

function pointsOf({ fields, schema, names }: Issue): number | null | undefined {
  const isPoints = (id: string) =>
    schema[id]?.custom === POINTS_FIELD || POINTS_NAMES.has((names[id] ?? '').toLowerCase());
  const ids = Object.keys(schema).filter((id) => id in fields && isPoints(id));
  if (ids.length === 0) return undefined;
  const values = ids.flatMap((id) => z.number().safeParse(fields[id]).data ?? []);
  return values[0] ?? null;
}

/** A sprint's end as the day that it is in UTC: the board's own zone is not known here. */
const dayOf = (instant: string | null | undefined) => instant?.slice(0, 10) ?? null;

function toFacts(issue: Issue): IssueFacts {
  const { id, key, fields } = issue;
  const { status, issuetype } = fields;
  const sprint = sprintOf(issue);
  return {
    id,
    key,
    summary: fields.summary,
    status: { name: status.name, category: status.statusCategory.key },
    issueType: { name: issuetype.name, level: issuetype.hierarchyLevel ?? (issuetype.subtask ? -1 : 0) },
    description: fields.description,
    points: pointsOf(issue),
    originalEstimateSeconds: fields.timeoriginalestimate ?? null,
    dueOn: fields.duedate ?? null,
    sprint: sprint && { endsOn: dayOf(sprint.endDate) },
    updated: fields.updated,
    blockers: (fields.issuelinks ?? []).flatMap(({ type, inwardIssue }) =>
      inwardIssue && /\bblocked by\b/i.test(type.inward)
        ? [
            {
              key: inwardIssue.key,
              summary: inwardIssue.fields.summary,
              statusCategory: inwardIssue.fields.status.statusCategory.key,
            },
          ]
        : [],
    ),
  };
}

/**
 * Issues by id as the viewer may see them: one call for a hundred, side by side for more. Those that the viewer may not see are
 * missing.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export function readIssueFacts({ requestJira, ask }: JiraAccess) {
  const read = async (issueIdsOrKeys: readonly string[]) =>
    await ask('mitigating issues', ANSWER, () =>
      requestJira(route`/rest/api/3/issue/bulkfetch`, {
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ issueIdsOrKeys, fields: FIELDS, expand: ['names', 'schema'] }),
      }),
    );
  return async (issueIds: readonly string[]): Promise<readonly IssueFacts[]> => {
    const batches = Array.from({ length: Math.ceil(issueIds.length / BULK) }, (_, index) =>
      issueIds.slice(index * BULK, (index + 1) * BULK),
    );
    const answers = await Promise.all(batches.map(read));
    return answers.flatMap(({ issues }) => issues.map(toFacts));
  };
}
