/** Who sends a REST call: the app for a user (`user`) or for itself (`app`), the app's screen, the site's own pages, or an outside client. */
export type Caller = 'user' | 'app' | 'screen' | 'site' | 'client';

export interface RestRequest {
  readonly method: string;
  /** Path with its query string, such as `/rest/api/3/field?expand=x`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The user it acts for; null is the app itself (`asApp`), undefined is anonymous. */
  readonly accountId: string | null | undefined;
  readonly caller: Caller;
  /** OAuth scopes that the call carries; null when the caller is not bound by scopes (site, client with basic auth). */
  readonly scopes: ReadonlySet<string> | null;
}

export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One line of the ledger: a REST call and what it cost by Atlassian's points rule. */
export interface LedgerEntry {
  readonly at: number;
  readonly caller: Caller;
  readonly accountId: string | null | undefined;
  readonly method: string;
  /** The path template of the endpoint, such as `/rest/api/3/issue/{issueIdOrKey}`; the raw path when none matched. */
  readonly operation: string;
  readonly status: number;
  readonly points: number;
  /** The scopes the endpoint asks for (the set that was met, or the first when none was). */
  readonly scopes: readonly string[];
  /** Real milliseconds at start and end, to count round trips in sequence. */
  readonly startedMs: number;
  readonly endedMs: number;
  /** The invocation it belongs to; null outside one. */
  readonly invocationId: string | null;
}

/** The local Jira's REST door. Async, because faults may delay it. */
export type HandleRest = (request: RestRequest, invocationId?: string) => Promise<RestResponse>;
