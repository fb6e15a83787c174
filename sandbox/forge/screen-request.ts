import { STATUS_CODES } from 'node:http';

import type { ForgeHost } from '#sandbox/forge/host.types';
import { notSimulated } from '#sandbox/forge/fetch/answers';
import type { HandleRest } from '#sandbox/jira/rest.types';

type Call = Parameters<ForgeHost['fetchProduct']>[0];
type Answer = Awaited<ReturnType<ForgeHost['fetchProduct']>>;

/** `requestJira` and `requestConfluence` of a screen: the viewer's permissions under the app's scopes. */
export async function fetchFromScreen(
  call: Call,
  options: {
    readonly accountId: string | undefined;
    readonly scopes: readonly string[];
    readonly doors: Readonly<Record<string, HandleRest | undefined>>;
  },
): Promise<Answer> {
  const { method = 'GET', body, headers = [] } = call.fetchRequestInit ?? {};
  const rest = options.doors[call.product];
  if (!rest) {
    const answer = notSimulated(`${call.product} (${method} ${call.restPath})`);
    return {
      body: await answer.text(),
      headers: Object.fromEntries(answer.headers),
      status: answer.status,
      statusText: answer.statusText,
    };
  }
  const answer = await rest({
    method: method.toUpperCase(),
    path: call.restPath.startsWith('/') ? call.restPath : `/${call.restPath}`,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body,
    accountId: options.accountId,
    caller: 'screen',
    scopes: new Set(options.scopes),
  });
  return { ...answer, headers: { ...answer.headers }, statusText: STATUS_CODES[answer.status] ?? '' };
}
