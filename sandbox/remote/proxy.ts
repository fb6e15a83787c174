import { setGlobalProxyFromEnv } from 'node:http';

type Environment = Readonly<Record<string, string | undefined>>;

function proxyUrl(environment: Environment, origin: string): string | undefined {
  const name = origin.startsWith('https:') ? 'https_proxy' : 'http_proxy';
  return [environment[name], environment[name.toUpperCase()]].find(Boolean);
}

/** Host and port of the proxy that the environment names for an address, without its credentials; null without one. */
export function proxyOf(environment: Environment, origin: string): string | null {
  const named = proxyUrl(environment, origin);
  const url = named === undefined || !URL.canParse(named) ? null : new URL(named);
  return url && `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/**
 * Sends every call of the process by the proxy that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in either case),
 * as programs usually do and Node does only when told.
 * @returns takes it back.
 * @see https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv
 */
export function useProxies(environment: Environment): () => void {
  return setGlobalProxyFromEnv({ ...environment });
}
