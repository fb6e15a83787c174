import type { RequestJira } from '#src/adapters/jira/access';
import type { Rest } from '#sandbox/jira/rest/create-rest';

/**
 * `asUser().requestJira` of the backend, straight to a local Jira with no platform in between.
 * @param scopes what the app holds; null reads whatever the user may.
 */
export function restAsUser(
  rest: Pick<Rest, 'handle'>,
  accountId: string,
  scopes: readonly string[] | null = null,
): RequestJira {
  return async (path, init) => {
    const { status, headers, body } = await rest.handle({
      method: init?.method ?? 'GET',
      path: path.value,
      headers: {},
      body: typeof init?.body === 'string' ? init.body : undefined,
      accountId,
      caller: scopes === null ? 'client' : 'user',
      scopes: scopes && new Set(scopes),
    });
    return new Response(body, { status, headers });
  };
}
