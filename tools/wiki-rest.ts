import type { RequestConfluence } from '#src/adapters/confluence/access';
import type { WikiRest } from '#sandbox/confluence/rest/create-wiki-rest';

/**
 * `requestConfluence` of the backend, straight to a local Confluence with no platform in between.
 * @param accountId null is the app itself.
 */
export function wikiRequests(
  rest: Pick<WikiRest, 'handle'>,
  accountId: string | null,
  scopes: readonly string[],
): RequestConfluence {
  return async (path, init) => {
    const { status, headers, body } = await rest.handle({
      method: init?.method ?? 'GET',
      path: path.value,
      headers: {},
      body: typeof init?.body === 'string' ? init.body : undefined,
      accountId,
      caller: accountId === null ? 'app' : 'user',
      scopes: new Set(scopes),
    });
    return new Response(body, { status, headers });
  };
}
