import type { FunctionAnswers, KeptAnswers } from '#sandbox/jira/jql/app-functions.types';
import type { AccountId, Viewer } from '#sandbox/jira/permissions';
import type { Operation } from '#sandbox/jira/rest/scopes';
import type { JiraSite } from '#sandbox/jira/site.types';

/** A call that matched an endpoint, with what handlers need. */
export interface Call {
  readonly site: JiraSite;
  readonly viewer: Viewer;
  readonly accountId: AccountId;
  /** Site time, epoch milliseconds. */
  readonly now: number;
  /** IANA time zone of the caller. */
  readonly zone: string;
  /** Base address without a trailing slash. */
  readonly siteUrl: string;
  /** Values of the path template, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
  /** What the app's functions in the call's query stand for. */
  readonly answers?: FunctionAnswers;
  /** What the site keeps of the app's functions. */
  readonly kept?: KeptAnswers;
}

/** What a handler answers; a body of undefined is an empty answer. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the shape of Jira's error collection. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number;
  readonly messages: readonly string[];
  /** By field id. */
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, messages: readonly string[], errors: Readonly<Record<string, string>> = {}) {
    super([...messages, ...Object.values(errors)].join(' '));
    this.status = status;
    this.messages = messages;
    this.errors = errors;
  }
}

/** What an answer costs on top of the call, by the body that was sent. See points.ts. */
export type PointsRule = (body: unknown) => number;

export interface Endpoint {
  /** Method and path template; its scopes are in scopes.ts. */
  readonly operation: Operation;
  readonly points: PointsRule;
  /** Answers without a log-in. */
  readonly isPublic?: boolean;
  /** Atlassian has deprecated it: answers carry a header that says so. */
  readonly isDeprecated?: boolean;
  /** The issues that a call writes to, by id or key as given: each may be written to 20 times in two seconds. */
  readonly writesTo?: (call: Pick<Call, 'params' | 'body'>) => readonly string[];
  readonly handle: (call: Call) => Answer;
}

/** Declares an endpoint of the local Jira. */
export function defineEndpoint(endpoint: Endpoint): Endpoint {
  return endpoint;
}

/** 200 with a body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** 204. */
export const NO_CONTENT: Answer = { status: 204 };
