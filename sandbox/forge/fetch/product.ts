import { notSimulated, proxyError, textAnswer } from '#sandbox/forge/fetch/answers';
import type { ForgeTarget } from '#sandbox/forge/invocation/hooks';
import type { Caller } from '#sandbox/forge/invocation/run';
import type { Manifest } from '#sandbox/forge/manifest';
import type { HandleRest, RestRequest } from '#sandbox/jira/rest.types';

type Sender = Pick<RestRequest, 'caller' | 'accountId' | 'scopes'>;

/**
 * Whom a product request speaks for; null when the platform has nobody to speak for.
 * Another user than the one who called can only be meant where scopes allow impersonation, and with those scopes alone.
 */
function senderOf({ provider, accountId }: ForgeTarget, caller: Caller, manifest: Manifest): Sender | null {
  const scopes = new Set(manifest.scopes);
  if (provider === 'app') return { caller: 'app', accountId: null, scopes };
  if (provider === 'none') return { caller: 'app', accountId: undefined, scopes };
  const asked = accountId ?? caller.accountId;
  if (asked === undefined) return null;
  if (asked === caller.accountId) return { caller: 'user', accountId: asked, scopes };
  if (manifest.impersonationScopes.length === 0) return null;
  return { caller: 'user', accountId: asked, scopes: new Set(manifest.impersonationScopes) };
}

/**
 * The path on the site. Confluence lies below `/wiki`; the SDK's own permission check asks for `/rest/api/…` without it, which
 * the platform takes.
 */
function pathOf({ remote }: ForgeTarget, path: string): string {
  const whole = path.startsWith('/') ? path : `/${path}`;
  return remote === 'confluence' && whole.startsWith('/rest/api/') ? `/wiki${whole}` : whole;
}

/** `requestJira` and `requestConfluence` of the backend. */
export async function fetchAsProduct(
  target: ForgeTarget,
  path: string,
  init: RequestInit,
  caller: Caller,
  options: {
    readonly manifest: Manifest;
    /** The REST doors by product. */
    readonly doors: Readonly<Record<string, HandleRest | undefined>>;
  },
): Promise<Response> {
  const method = (init.method ?? 'GET').toUpperCase();
  const rest = options.doors[target.remote ?? ''];
  if (!rest) return notSimulated(`${target.remote ?? 'A product'} (${method} ${path})`);
  const sender = senderOf(target, caller, options.manifest);
  if (!sender) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  const { body } = init;
  if (body !== undefined && body !== null && typeof body !== 'string') {
    return notSimulated(`A body other than text (${method} ${path})`);
  }
  const request = {
    method,
    path: pathOf(target, path),
    headers: Object.fromEntries(new Headers(init.headers)),
    body: body ?? undefined,
    ...sender,
  };
  const answer = await rest(request, caller.invocationId);
  return textAnswer(answer.status, answer.body, answer.headers);
}
