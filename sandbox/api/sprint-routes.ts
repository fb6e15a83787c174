import type { IncomingMessage } from 'node:http';

import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { LocalSite } from '#sandbox/api/local-site';
import { readBody, type Route } from '#sandbox/api/route';
import { accountOf, sessionOf } from '#sandbox/api/session';
import type { Board, Sprint } from '#sandbox/jira/model';
import { createViewer, type Viewer } from '#sandbox/jira/permissions';
import { sprintReport } from '#sandbox/jira/reports/sprint-report';
import type { JiraSite } from '#sandbox/jira/site.types';
import { mayActOnSprint, type SprintAct } from '#sandbox/jira/sprint-permissions';

const ID = z.coerce.number().int().positive();
const REPORT = z.object({ boardId: ID, sprintId: ID });
const REOPEN = z.object({ sprintId: ID });
const COMPLETE = z.object({
  sprintId: ID,
  /** Where the open issues go: a sprint, a new one, or the backlog. */
  moveOpenTo: z.union([ID, z.literal('new'), z.literal('backlog')]),
});
const START = z
  .object({
    sprintId: ID,
    name: z.string().trim().min(1).max(30),
    goal: z.string().max(10_000),
    startDate: z.iso.datetime({ offset: true }),
    endDate: z.iso.datetime({ offset: true }),
  })
  .refine(({ startDate, endDate }) => Date.parse(startDate) < Date.parse(endDate), {
    error: 'The sprint has to end after it starts.',
  });
const SPLIT = z.object({
  issueId: z.string(),
  parts: z
    .array(z.object({ summary: z.string().trim().min(1).max(255), estimate: z.number().min(0).nullable() }))
    .min(1)
    .max(20),
  /** What is left of the old issue; absent leaves its estimate alone. */
  estimate: z.number().min(0).nullable().optional(),
});

/** Who asks, with what they may see. */
function asker(site: LocalSite, request: IncomingMessage) {
  const accountId = accountOf(sessionOf(request, site));
  const viewer = createViewer(site.jira, accountId);
  const zone = (accountId && site.jira.get('users', accountId)?.timeZone) ?? 'Etc/UTC';
  return { site: site.jira, viewer, zone, now: site.clock.now(), act: { by: accountId ?? '' } };
}

function findBoard(site: LocalSite, viewer: Viewer, boardId: number): Board {
  const board = site.jira.get('boards', boardId);
  const project = board && site.jira.get('projects', board.projectId);
  if (!project || !viewer.can('BROWSE_PROJECTS', project)) throw new Refusal(404, 'There is no such board.');
  return board;
}

function findSprint(site: LocalSite, sprintId: number): Sprint {
  const sprint = site.jira.get('sprints', sprintId);
  if (!sprint) throw new Refusal(404, 'There is no such sprint.');
  return sprint;
}

/** The sprint, for somebody who may do this to it. @throws Refusal 404 for a hidden board, 403 without the permission. */
function mustManage(site: LocalSite, viewer: Viewer, sprintId: number, act: SprintAct): Sprint {
  const sprint = findSprint(site, sprintId);
  const board = findBoard(site, viewer, sprint.originBoardId);
  const project = site.jira.get('projects', board.projectId);
  if (!project || !mayActOnSprint(viewer, project, act)) {
    throw new Refusal(403, 'You do not have permission to manage the sprints of this board.');
  }
  return sprint;
}

/** What an act refuses is the visitor's to mend. */
function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.name === 'SiteError') throw new Refusal(400, error.message);
    throw error;
  }
}

/** The field that the project's boards estimate in, as the page of an issue shows it; null without one. */
function estimationFieldOf(jira: JiraSite, projectId: string): string | null {
  const fields = [...jira.all('boards')].flatMap(({ projectId: at, estimation }) =>
    at === projectId && estimation.type === 'field' ? [estimation.fieldId] : [],
  );
  return fields[0] ?? null;
}

/** The name of the sprint after one, as Jira counts on: Sprint 7 follows Sprint 6. */
const nextName = (name: string) => {
  const next = name.replace(
    /(\d+)(\D*)$/,
    (_all, number: string, rest: string) => `${Number(number) + 1}${rest}`,
  );
  return (next === name ? `${name} 2` : next).slice(0, 30);
};

/** What Jira's own pages do to sprints and what its REST has no endpoint for: the Sprint Report, and acts with a choice in them. */
export function sprintRoutes(site: LocalSite): Record<string, Route> {
  const { jira } = site;
  return {
    'GET sprint-report': (request, _response, url) => {
      const parsed = REPORT.safeParse(Object.fromEntries(url.searchParams));
      if (!parsed.success) throw new Refusal(400, 'A report is of a boardId and a sprintId.');
      const context = asker(site, request);
      const board = findBoard(site, context.viewer, parsed.data.boardId);
      const sprint = findSprint(site, parsed.data.sprintId);
      return attempt(() => sprintReport(board, sprint, context));
    },
    'POST sprints/start': async (request) => {
      const { sprintId, startDate, endDate, ...words } = await readBody(request, START);
      const { viewer, act } = asker(site, request);
      mustManage(site, viewer, sprintId, 'start-or-complete');
      return attempt(() =>
        jira.batch(() => {
          jira.editSprint(sprintId, words, act);
          const dates = { startDate: Date.parse(startDate), endDate: Date.parse(endDate) };
          return jira.startSprint(sprintId, { ...act, ...dates });
        }),
      );
    },
    'POST sprints/complete': async (request) => {
      const { sprintId, moveOpenTo } = await readBody(request, COMPLETE);
      const { viewer, act } = asker(site, request);
      const sprint = mustManage(site, viewer, sprintId, 'start-or-complete');
      const destination = () => {
        if (moveOpenTo === 'backlog') return null;
        if (moveOpenTo !== 'new') return moveOpenTo;
        return jira.createSprint({ boardId: sprint.originBoardId, name: nextName(sprint.name) }, act).id;
      };
      return attempt(() =>
        jira.batch(() => jira.completeSprint(sprintId, { ...act, moveOpenTo: destination() })),
      );
    },
    'POST sprints/reopen': async (request) => {
      const { sprintId } = await readBody(request, REOPEN);
      const { viewer, act } = asker(site, request);
      mustManage(site, viewer, sprintId, 'manage');
      return attempt(() => jira.reopenSprint(sprintId, act));
    },
    'POST issues/split': async (request) => {
      const { issueId, parts, estimate } = await readBody(request, SPLIT);
      const { viewer, act } = asker(site, request);
      const issue = jira.issue(issueId);
      if (!issue || !viewer.canSee(issue)) throw new Refusal(404, 'There is no such issue.');
      const project = jira.project(issue.projectId);
      const mayWrite = (permission: string) => project && viewer.can(permission, project, issue);
      if (!mayWrite('CREATE_ISSUES') || !mayWrite('EDIT_ISSUES')) {
        throw new Refusal(403, 'You do not have permission to create and edit issues here.');
      }
      const fieldId = estimationFieldOf(jira, issue.projectId);
      const estimated = (value: number | null) => (fieldId === null ? {} : { [fieldId]: value });
      return attempt(() =>
        jira.batch(() => {
          if (estimate !== undefined) {
            jira.editIssue(issue.id, { customFields: estimated(estimate) }, act);
          }
          const given = (value: number | null) => (value === null ? {} : estimated(value));
          return parts.map(
            ({ summary, estimate: value }) =>
              jira.splitIssue(issue.id, { summary, customFields: given(value) }, act).key,
          );
        }),
      );
    },
  };
}
