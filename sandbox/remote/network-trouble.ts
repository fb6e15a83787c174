/** Why no answer came. Addresses are host and port, without credentials. */
export type NetworkTrouble =
  | { readonly kind: 'unresolved'; readonly host: string; readonly isProxy: boolean }
  | { readonly kind: 'refused'; readonly host: string; readonly isProxy: boolean }
  | { readonly kind: 'proxy'; readonly status: number }
  | { readonly kind: 'certificate'; readonly code: string }
  | { readonly kind: 'not-tls' }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'broken-off'; readonly code: string };

/** What is known of the way to the site. */
export interface Way {
  /** Host and port of the site. */
  readonly host: string;
  /** Host and port of the proxy that the environment names; null without one. */
  readonly proxy: string | null;
  readonly timeoutMs: number;
}

interface Link {
  readonly code: string;
  readonly name: string;
  readonly message: string;
  readonly hostname: string;
  readonly port: string;
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** An error with its causes, the outermost first; of several attempts at one connection, the first. */
function chainOf(error: unknown): readonly Link[] {
  const links: Link[] = [];
  for (let at: unknown = error; at instanceof Error && links.length < 8;) {
    const known = at as Error & Partial<Record<'code' | 'hostname' | 'port' | 'errors', unknown>>;
    links.push({
      code: textOf(known.code),
      name: at.name,
      message: at.message,
      hostname: textOf(known.hostname),
      port: textOf(known.port),
    });
    at = at.cause ?? (Array.isArray(known.errors) ? known.errors[0] : undefined);
  }
  return links;
}

const LATE = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
/** OpenSSL's reasons to distrust a certificate, as Node names them. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const DISTRUST = /CERT|^ERR_TLS|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/;
const NO_TLS = /^ERR_SSL|^EPROTO$/;

/** Finds out what a failed `fetch` failed of. */
export function troubleOf(error: unknown, { host, proxy, timeoutMs }: Way): NetworkTrouble {
  const links = chainOf(error);
  const find = (test: (link: Link) => boolean) => links.find(test);
  const isLate = find(({ name, code }) => name === 'TimeoutError' || LATE.has(code));
  if (isLate) return { kind: 'timed-out', seconds: Math.round(timeoutMs / 1000) };
  const tunnel = find(({ message }) => /^Proxy response/.test(message));
  if (tunnel) return { kind: 'proxy', status: Number(/\((\d+)\)/.exec(tunnel.message)?.[1] ?? 0) };
  const [proxyHost = '', proxyPort = ''] = proxy?.split(/:(?=\d+$)/) ?? [];
  const unresolved = find(({ code }) => code === 'ENOTFOUND' || code === 'EAI_AGAIN');
  if (unresolved) {
    const isProxy = proxy !== null && unresolved.hostname === proxyHost;
    return { kind: 'unresolved', host: isProxy ? proxyHost : host, isProxy };
  }
  const refused = find(({ code, port }) => code === 'ECONNREFUSED' && port !== '');
  if (refused) {
    const isProxy = proxy !== null && refused.port === proxyPort && !host.endsWith(`:${refused.port}`);
    return { kind: 'refused', host: isProxy ? proxy : host, isProxy };
  }
  const distrusted = find(({ code }) => DISTRUST.test(code));
  if (distrusted) return { kind: 'certificate', code: distrusted.code };
  if (find(({ code }) => NO_TLS.test(code))) return { kind: 'not-tls' };
  // To `fetch`, a 407 in the site's own answer is a failure, and the only one that it says nothing about.
  if (find(({ message, code }) => message === '' && code === '')) return { kind: 'proxy', status: 407 };
  return { kind: 'broken-off', code: find(({ code }) => /^[A-Z]/.test(code))?.code ?? 'no reason given' };
}

const PROXY_SETTING = 'the environment’s HTTPS_PROXY';

/** What happened and what to do, in one line. */
export function explainTrouble(trouble: NetworkTrouble, { host, proxy }: Way): string {
  switch (trouble.kind) {
    case 'unresolved':
      return trouble.isProxy
        ? `The proxy ${trouble.host} (${PROXY_SETTING}) is not known on this network. Check the setting.`
        : `There is no host ${trouble.host}. Check the address of the site, and the network.`;
    case 'refused':
      return trouble.isProxy
        ? `The proxy ${trouble.host} (${PROXY_SETTING}) refuses connections. Check the setting.`
        : `${trouble.host} refuses connections. Check the address of the site.`;
    case 'proxy':
      return trouble.status === 407
        ? `The proxy${proxy === null ? '' : ` ${proxy}`} wants a log-in (407). Put it into HTTPS_PROXY: http://name:password@host:port.`
        : `The proxy${proxy === null ? '' : ` ${proxy}`} does not let calls through to ${host} (${trouble.status}). Ask who runs it to allow the site.`;
    case 'certificate':
      return `The certificate of ${host} is not trusted (${trouble.code}). If your company inspects traffic, set NODE_USE_SYSTEM_CA=1, or NODE_EXTRA_CA_CERTS to its certificate file.`;
    case 'not-tls':
      return `${host} did not answer in https. Check the address${proxy === null ? '' : `, and the proxy ${proxy}`}.`;
    case 'timed-out':
      return `${host} did not answer within ${trouble.seconds} seconds. Check the network${proxy === null ? ', or set HTTPS_PROXY when you need a proxy' : ` and the proxy ${proxy}`}.`;
    case 'broken-off':
      return `The connection to ${host} broke off (${trouble.code}). Try again.`;
  }
}
