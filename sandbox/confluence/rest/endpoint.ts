import type { WikiViewer } from '#sandbox/confluence/permissions';
import type { WikiSite } from '#sandbox/confluence/site';
import type { Answer, PointsRule } from '#sandbox/jira/rest/endpoint';

/** A call that matched an endpoint of Confluence, with what handlers need. */
export interface WikiCall {
  readonly site: WikiSite;
  readonly viewer: WikiViewer;
  /** Site time, epoch milliseconds. */
  readonly now: number;
  /** The address of Confluence, without a trailing slash: the site's with `/wiki`. */
  readonly base: string;
  /** The path that was asked for, without its query. */
  readonly path: string;
  /** Values of the path template, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
}

/** A refusal; version 1 and version 2 of the API put it into different shapes. */
export class WikiError extends Error {
  override readonly name = 'WikiError';
  readonly status: number;
  readonly detail: string | null;

  constructor(status: number, title: string, detail: string | null = null) {
    super(title);
    this.status = status;
    this.detail = detail;
  }
}

export interface WikiEndpoint {
  /** Method and path template. */
  readonly operation: string;
  /** Any one of these sets has to be held whole, as Atlassian's description asks. */
  readonly scopes: readonly [readonly string[], ...(readonly string[])[]];
  readonly points: PointsRule;
  /** Whether somebody who has not logged in is let in, to see what is public. */
  readonly isPublic?: boolean;
  readonly handle: (call: WikiCall) => Answer;
}

/** Declares an endpoint of the local Confluence. */
export function defineWikiEndpoint(endpoint: WikiEndpoint): WikiEndpoint {
  return endpoint;
}
