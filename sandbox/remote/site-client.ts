import { type NetworkTrouble, troubleOf, type Way } from '#sandbox/remote/network-trouble';

/** One call to the site. */
export interface Question {
  readonly method: string;
  /** Path with its query string. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Headers;
      /** The body, undefined when it is empty or `isJson` is false. */
      readonly json: unknown;
      /** Whether the body is JSON, or empty: anything else does not come from Jira's REST. */
      readonly isJson: boolean;
      /** The site does not take the credentials, whatever the status: Jira may answer 200 as to somebody who has not logged in. */
      readonly isStranger: boolean;
    }
  | { readonly kind: 'failed'; readonly trouble: NetworkTrouble };

/** Calls one site with one person's credentials, which nothing else gets to see. */
export interface SiteClient {
  /** The site's origin. */
  readonly address: string;
  readonly email: string;
  readonly way: Way;
  /** Never rejects. Redirects are not followed: the credentials are for this site alone. */
  readonly send: (question: Question) => Promise<Reply>;
}

export const TIMEOUT_MS = 20_000;

/** Jira's log-in says here that it was tried and failed, or that it takes a captcha first. @see https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/ */
const LOGIN_REASON = 'x-seraph-loginreason';
const FAILED_LOGIN = /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/;

function parse(text: string): { readonly json: unknown; readonly isJson: boolean } {
  if (text.trim() === '') return { json: undefined, isJson: true };
  try {
    return { json: JSON.parse(text) as unknown, isJson: true };
  } catch {
    return { json: undefined, isJson: false };
  }
}

/**
 * Makes the client of a site.
 * @param proxy host and port of the proxy on the way, for what is said when it fails; null without one.
 * @see https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/
 */
export function createSiteClient(options: {
  readonly address: string;
  readonly email: string;
  readonly token: string;
  readonly proxy?: string | null;
  readonly timeoutMs?: number;
}): SiteClient {
  const { address, email, timeoutMs = TIMEOUT_MS, proxy = null } = options;
  const authorization = `Basic ${Buffer.from(`${email}:${options.token}`).toString('base64')}`;
  const way: Way = { host: new URL(address).host, proxy, timeoutMs };
  return {
    address,
    email,
    way,
    async send({ method, path, headers, body }) {
      try {
        const response = await fetch(address + path, {
          method,
          headers: { accept: 'application/json', ...headers, authorization },
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutMs),
          ...(body !== undefined && method !== 'GET' && { body }),
        });
        return {
          kind: 'answer',
          status: response.status,
          headers: response.headers,
          ...parse(await response.text()),
          isStranger: response.status === 401 || FAILED_LOGIN.test(response.headers.get(LOGIN_REASON) ?? ''),
        };
      } catch (error) {
        return { kind: 'failed', trouble: troubleOf(error, way) };
      }
    },
  };
}
