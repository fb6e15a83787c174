import { useSyncExternalStore } from 'react';

import { type HomeRoute, homeRouteOf } from './home/home-routing';
import { type SettingsRoute, settingsRouteOf } from './settings/settings-routing';
import { type WikiRoute, wikiRouteOf } from './wiki/wiki-routing';

/** Where the address bar points, in the site's own words. */
export type Route =
  | { readonly page: 'projects' }
  | { readonly page: 'search' }
  | { readonly page: 'board' | 'backlog' | 'report'; readonly projectKey: string; readonly boardId: number }
  | { readonly page: 'project'; readonly projectKey: string }
  | { readonly page: 'app'; readonly projectKey: string; readonly moduleKey: string; readonly base: string }
  | { readonly page: 'issue'; readonly issueKey: string }
  | HomeRoute
  | SettingsRoute
  | WikiRoute
  | { readonly page: 'unknown' };

/** Jira leaves out the `c` for team-managed projects. */
const PROJECT = String.raw`^/jira/software/(?:c/)?projects/([A-Za-z0-9_]+)`;
const BOARD = new RegExp(String.raw`${PROJECT}/boards/(\d+)(/backlog|/reports/sprint-retrospective)?/?$`);
const APP = new RegExp(`(${PROJECT}/apps/([A-Za-z0-9_-]+))(/.*)?$`);
const PROJECT_ALONE = new RegExp(`${PROJECT}/?$`);
const ISSUE = /^\/browse\/([A-Za-z0-9_]+-\d+)\/?$/;

/** Reads a path; the addresses are Jira's own. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '/jira/projects') return { page: 'projects' };
  if (/^\/issues\/?$/.test(path)) return { page: 'search' };
  const beside = homeRouteOf(path) ?? settingsRouteOf(path) ?? wikiRouteOf(path);
  if (beside) return beside;
  const [, issueKey] = ISSUE.exec(path) ?? [];
  if (issueKey) return { page: 'issue', issueKey };
  const [, boardProject, boardId, below = ''] = BOARD.exec(path) ?? [];
  if (boardProject) {
    const page = below === '' ? 'board' : below === '/backlog' ? 'backlog' : 'report';
    return { page, projectKey: boardProject, boardId: Number(boardId) };
  }
  const [, base, appProject, moduleKey] = APP.exec(path) ?? [];
  if (base && appProject && moduleKey) return { page: 'app', projectKey: appProject, moduleKey, base };
  const [, projectKey] = PROJECT_ALONE.exec(path) ?? [];
  return projectKey ? { page: 'project', projectKey } : { page: 'unknown' };
}

export const boardPath = (projectKey: string, boardId: number) =>
  `/jira/software/c/projects/${projectKey}/boards/${boardId}`;
export const backlogPath = (projectKey: string, boardId: number) =>
  `${boardPath(projectKey, boardId)}/backlog`;
/** Jira's address of the Sprint Report still has the report's older name. */
export const reportPath = (projectKey: string, boardId: number) =>
  `${boardPath(projectKey, boardId)}/reports/sprint-retrospective`;
export const appPath = (projectKey: string, moduleKey: string) =>
  `/jira/software/c/projects/${projectKey}/apps/${moduleKey}`;
export const projectPath = (projectKey: string) => `/jira/software/c/projects/${projectKey}`;
/** Jira's issue navigator; without a query it waits for one. */
export const searchPath = (jql = '') =>
  jql.trim() === '' ? '/issues/' : `/issues/?${new URLSearchParams({ jql: jql.trim() }).toString()}`;
export const issuePath = (issueKey: string) => `/browse/${issueKey}`;

const listeners = new Set<() => void>();

function tellAll(): void {
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', tellAll);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const addressNow = () => window.location.pathname + window.location.search + window.location.hash;

/** The path shown now; the component follows it. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** The query of the address; the component follows it. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => window.location.search);
}

/** Follows the address outside components. Answers how to stop. */
export const onAddress = subscribe;

/** Goes to an address of the site without loading the page anew. */
export function goTo(address: string, how: 'push' | 'replace' = 'push', state: unknown = null): void {
  if (how === 'push' && address === addressNow()) return;
  if (how === 'push') window.history.pushState(state, '', address);
  else window.history.replaceState(state, '', address);
  tellAll();
}
