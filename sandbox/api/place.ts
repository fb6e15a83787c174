import { z } from 'zod';

import { ADMIN_PLACE, adminContextOf, refuseNonAdmins } from '#sandbox/api/admin-place';
import { Refusal } from '#sandbox/api/exchange';
import type { Dashboard } from '#sandbox/api/home/dashboards';
import { WIDGET_PLACE, widgetContextOf } from '#sandbox/api/home/widget-place';
import { issueContextOf } from '#sandbox/api/issue-place';
import type { ShownModule } from '#sandbox/api/modules';
import { WIKI_PLACE, wikiContextOf } from '#sandbox/api/wiki/place';
import type { WikiSite } from '#sandbox/confluence/site';
import type { ModuleContext } from '#sandbox/forge/host.types';
import type { HandleRest } from '#sandbox/jira/rest.types';
import type { JiraSite } from '#sandbox/jira/site.types';

const JIRA_PLACE = z.object({
  moduleKey: z.string(),
  projectKey: z.string(),
  boardId: z.number().int().nullable(),
  /** The sprint whose menu a module was chosen from. */
  sprintId: z.number().int().optional(),
  /** The issue on whose page a module stands. */
  issueKey: z.string().optional(),
  /** What a screen gave to a dialog that it opened. */
  modal: z.unknown().optional(),
});

/** Where on the site a module was opened, as the browser says it. */
export const PLACE = z.union([ADMIN_PLACE, WIDGET_PLACE, WIKI_PLACE, JIRA_PLACE]);

export type PlaceOfModule = z.infer<typeof PLACE>;

/** Reads as a user of the site's own pages would: not counted against the app, and blind to what the user may not see. */
export function readAs(handle: HandleRest, accountId: string | undefined) {
  return async (path: string) =>
    await handle({
      method: 'GET',
      path,
      headers: {},
      body: undefined,
      accountId,
      caller: 'site',
      scopes: null,
    });
}

const PROJECT = z.object({ id: z.string(), key: z.string() });
const BOARD = z.object({
  id: z.number(),
  type: z.string(),
  location: z.object({ projectId: z.coerce.string().optional() }).optional(),
});
const BOARDS = z.object({ values: z.array(BOARD) });
const SPRINT = z.object({ id: z.number(), state: z.string(), originBoardId: z.number().optional() });
const SPRINTS = z.object({ values: z.array(SPRINT) });

type Board = z.infer<typeof BOARD>;

/** What Jira answers to the user; null when there is no such thing for them. @throws Refusal 502 when Jira is in trouble. */
type Read = <Shape extends z.ZodType>(path: string, shape: Shape) => Promise<z.infer<Shape> | null>;

/** What is not there, not theirs or not what was asked for: Jira answers these with 400, 401, 403 and 404. */
const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 429;

function reader(handle: HandleRest, accountId: string | undefined): Read {
  const read = readAs(handle, accountId);
  return async (path, shape) => {
    const { status, body } = await read(path);
    if (isRefusal(status)) return null;
    if (status !== 200) throw new Refusal(502, `Jira answered ${status} when asked for the place.`);
    return shape.parse(JSON.parse(body));
  };
}

const AGILE = '/rest/agile/1.0';

/** The board that is named, when it is the project's; without a name, the project's board where there is no choice, as in Jira. */
async function readBoard(read: Read, projectKey: string, boardId: number | null): Promise<Board | null> {
  if (boardId !== null) return await read(`${AGILE}/board/${boardId}`, BOARD);
  const boards = await read(`${AGILE}/board?projectLocation=${encodeURIComponent(projectKey)}`, BOARDS);
  return boards?.values.length === 1 ? (boards.values[0] ?? null) : null;
}

/** A board belongs to the project that it is located in. One that is located with a person belongs wherever it is shown. */
const isOf = ({ location }: Board, projectId: string) =>
  location?.projectId === undefined || location.projectId === projectId;

/** The active sprints of a board; none on a board without sprints. */
async function readActiveSprints(read: Read, { id, type }: Board) {
  if (type === 'kanban') return [];
  const sprints = await read(`${AGILE}/board/${id}/sprint?state=active`, SPRINTS);
  return (sprints?.values ?? [])
    .filter(({ originBoardId }) => originBoardId === id)
    .map((sprint) => ({ id: String(sprint.id), state: sprint.state }));
}

/** The sprint that a sprint action was chosen on. @throws Refusal 404 for a closed one, which has no menu. */
async function readSprint(read: Read, sprintId: number | undefined) {
  const sprint = sprintId === undefined ? null : await read(`${AGILE}/sprint/${sprintId}`, SPRINT);
  if (sprint === null || sprint.state === 'closed') {
    throw new Refusal(404, 'This module is shown on an active or future sprint: name one.');
  }
  return { id: String(sprint.id), state: sprint.state };
}

/**
 * The Forge context of a module at a place, for a user who may see the place.
 * @throws Refusal 404 when there is no such module, project or board for the user.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-page/
 */
export async function contextOf(
  place: PlaceOfModule,
  accountId: string | undefined,
  site: {
    readonly jira: JiraSite;
    /** Absent where only Jira is shown. */
    readonly wiki?: WikiSite;
    readonly dashboard?: Dashboard;
    readonly handle: HandleRest;
    readonly url: string;
    readonly modules: readonly ShownModule[];
  },
): Promise<ModuleContext> {
  const { wiki } = site;
  const module = site.modules.find((candidate) => candidate.key === place.moduleKey);
  const read = reader(site.handle, accountId);
  if ('kind' in place && place.kind === 'admin') {
    if (module?.place !== 'admin')
      throw new Refusal(404, `"${place.moduleKey}" is no page of the admin area.`);
    return await adminContextOf(read, module, { modal: place.modal, siteUrl: site.url });
  }
  if ('kind' in place && place.kind === 'dashboard') {
    if (module?.place !== 'dashboard' || !site.dashboard)
      throw new Refusal(404, `"${place.moduleKey}" is no widget.`);
    return widgetContextOf(place, module, site.dashboard, accountId);
  }
  if (module && wiki && 'kind' in place) return wikiContextOf(place, module, accountId, { ...site, wiki });
  if (!module || 'kind' in place)
    throw new Refusal(404, `manifest.yml declares no module "${place.moduleKey}" that the site shows.`);
  const { projectKey, boardId, issueKey } = place;
  const isSettings = module.place === 'projectSettings';
  if (module.place === 'issue') return await issueContextOf(read, module, { issueKey, siteUrl: site.url });
  const [project, board] = await Promise.all([
    read(`/rest/api/3/project/${encodeURIComponent(projectKey)}`, PROJECT),
    isSettings ? null : readBoard(read, projectKey, boardId),
  ]);
  if (!project || module.place === 'admin')
    throw new Refusal(404, `No project "${projectKey}" for this user.`);
  if (isSettings) await refuseNonAdmins(read, project.id);
  if (module.place !== 'project' && !isSettings && boardId === null) {
    throw new Refusal(404, `${module.type} is shown on a board: name one.`);
  }
  if (boardId !== null && (!board || !isOf(board, project.id))) {
    throw new Refusal(404, `Project "${projectKey}" has no board ${boardId}.`);
  }
  return {
    moduleKey: module.key,
    moduleType: module.type,
    extension: {
      type: module.type,
      project: { id: project.id, key: project.key, type: 'software' },
      ...(board && { board: { id: String(board.id), type: board.type } }),
      ...(module.place === 'board' && { sprints: board ? await readActiveSprints(read, board) : [] }),
      ...(module.place === 'sprint' && { sprint: await readSprint(read, place.sprintId) }),
      ...(module.place === 'project' && {
        location: `${site.url}/jira/software/c/projects/${project.key}/apps/${module.key}`,
      }),
      ...(isSettings && {
        location: `${site.url}/jira/software/c/projects/${project.key}/settings/${module.tail ?? ''}`,
      }),
      ...(place.modal !== undefined && { modal: place.modal }),
    },
  };
}
