import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { ShownModule } from '#sandbox/api/modules';
import { WIKI_PLACE, wikiContextOf } from '#sandbox/api/wiki/place';
import type { WikiSite } from '#sandbox/confluence/site';
import type { ModuleContext } from '#sandbox/forge/host.types';
import type { Board } from '#sandbox/jira/model';
import type { HandleRest } from '#sandbox/jira/rest.types';
import type { JiraSite } from '#sandbox/jira/site.types';

const JIRA_PLACE = z.object({
  moduleKey: z.string(),
  projectKey: z.string(),
  boardId: z.number().int().nullable(),
  /** The sprint whose menu a module was chosen from. */
  sprintId: z.number().int().optional(),
  /** What a screen gave to a dialog that it opened. */
  modal: z.unknown().optional(),
});

/** Where on the site a module was opened, as the browser says it. */
export const PLACE = z.union([WIKI_PLACE, JIRA_PLACE]);

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

function boardOf(site: JiraSite, projectId: string, boardId: number | null): Board | undefined {
  const boards = [...site.all('boards')].filter((board) => board.projectId === projectId);
  if (boardId !== null) return boards.find((board) => board.id === boardId);
  // Jira names a board on a project page only where there is no choice.
  return boards.length === 1 ? boards[0] : undefined;
}

/** The sprint that a sprint action was chosen on. @throws Refusal 404 for a closed one, which has no menu. */
function sprintOf(site: JiraSite, board: Board | undefined, sprintId: number | undefined) {
  const sprint = sprintId === undefined ? undefined : site.get('sprints', sprintId);
  if (!sprint || !board || sprint.state === 'closed') {
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
    readonly wiki: WikiSite;
    readonly handle: HandleRest;
    readonly url: string;
    readonly modules: readonly ShownModule[];
  },
): Promise<ModuleContext> {
  const module = site.modules.find((candidate) => candidate.key === place.moduleKey);
  if (module && 'kind' in place) return wikiContextOf(place, module, accountId, site);
  if (!module || 'kind' in place)
    throw new Refusal(404, `manifest.yml declares no module "${place.moduleKey}" that the site shows.`);
  const project = site.jira.project(place.projectKey);
  const answer = await readAs(
    site.handle,
    accountId,
  )(`/rest/api/3/project/${encodeURIComponent(place.projectKey)}`);
  if (!project || answer.status !== 200)
    throw new Refusal(404, `No project "${place.projectKey}" for this user.`);
  const board = boardOf(site.jira, project.id, place.boardId);
  if (module.place !== 'project' && place.boardId === null) {
    throw new Refusal(404, `${module.type} is shown on a board: name one.`);
  }
  if (!board && place.boardId !== null) {
    throw new Refusal(404, `Project "${place.projectKey}" has no board ${place.boardId}.`);
  }
  const active = [...site.jira.all('sprints')].filter(
    (sprint) => sprint.originBoardId === board?.id && sprint.state === 'active',
  );
  return {
    moduleKey: module.key,
    moduleType: module.type,
    extension: {
      type: module.type,
      project: { id: project.id, key: project.key, type: 'software' },
      ...(board && { board: { id: String(board.id), type: board.type } }),
      ...(module.place === 'board' && {
        sprints: active.map(({ id, state }) => ({ id: String(id), state })),
      }),
      ...(module.place === 'sprint' && { sprint: sprintOf(site.jira, board, place.sprintId) }),
      ...(module.place === 'project' && {
        location: `${site.url}/jira/software/c/projects/${project.key}/apps/${module.key}`,
      }),
      ...(place.modal !== undefined && { modal: place.modal }),
    },
  };
}
