import type { APIResponse, RequestInit, Route } from '@forge/api';

import type { Ask } from '#src/adapters/jira/ask';

/** `asUser().requestJira`, or what stands in for it in tests. */
export type RequestJira = (path: Route, init?: RequestInit) => Promise<APIResponse>;

/**
 * What a REST client of this folder works with. Calls are written as `requestJira` with a literal route, inside `ask`:
 * Atlassian's linter finds the scopes they need by that.
 */
export interface JiraAccess {
  readonly requestJira: RequestJira;
  readonly ask: Ask;
}
