import type { APIResponse, RequestInit, Route } from '@forge/api';

import type { Ask } from '#src/adapters/jira/ask';

/** `asUser().requestConfluence` or `asApp().requestConfluence`, or what stands in for it in tests. */
export type RequestConfluence = (path: Route, init?: RequestInit) => Promise<APIResponse>;

/**
 * What a REST client of this folder works with. Calls are written as `requestConfluence` with a literal route, inside `ask`:
 * Atlassian's linter finds the scopes they need by that. `ask` is Jira's, since both products refuse and delay alike.
 */
export interface WikiAccess {
  readonly requestConfluence: RequestConfluence;
  readonly ask: Ask;
}
