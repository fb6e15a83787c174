import type { Answer, PointsRule } from '#sandbox/jira/rest/endpoint';
import type { Ledger } from '#sandbox/jira/rest/ledger';
import type { Limits } from '#sandbox/jira/rest/limits';
import { JSON_TYPE, respond } from '#sandbox/jira/rest/responses';
import { type Match, createRouter } from '#sandbox/jira/rest/router';
import type { HandleRest, RestRequest, RestResponse } from '#sandbox/jira/rest.types';

/** What the door needs to know of an endpoint, of whatever product. */
export interface DoorEndpoint {
  readonly operation: string;
  readonly points: PointsRule;
  /** Atlassian has deprecated it: answers carry a header that says so. */
  readonly isDeprecated?: boolean;
}

/** A call that has found its endpoint. */
export interface Visit<Endpoint> {
  readonly request: RestRequest;
  readonly match: Match<Endpoint>;
  readonly query: URLSearchParams;
}

/** What was answered, and what it cost where the endpoint's rule does not tell: 0 for a call that never reached its product. */
export interface Served extends Answer {
  readonly points?: number;
}

/** What differs between the products behind the door. */
export interface DoorOptions<Endpoint extends DoorEndpoint> {
  readonly endpoints: readonly Endpoint[];
  readonly ledger: Ledger;
  readonly limits: Pick<Limits, 'check'>;
  /** Latency and faults; the response that a fault makes of a call. */
  readonly trouble: (
    request: RestRequest,
    operation: string,
    query: URLSearchParams,
  ) => Promise<RestResponse | null>;
  readonly siteNow: () => number;
  /** Milliseconds, to time bursts and the ledger. */
  readonly realNow: () => number;
  readonly isCovered: (endpoint: Endpoint, held: ReadonlySet<string> | null) => boolean;
  /** The scopes that the ledger names for a call. */
  readonly scopesOf: (endpoint: Endpoint, held: ReadonlySet<string> | null) => readonly string[];
  /** The refusal of a caller who has not logged in, where the endpoint wants that. */
  readonly refuseStranger: (visit: Visit<Endpoint>) => RestResponse | null;
  /** What a call writes to that has a limit of its own. */
  readonly writesOf: (visit: Visit<Endpoint>) => readonly string[];
  readonly answer: (visit: Visit<Endpoint>) => Served | Promise<Served>;
  /** What a handler threw, in the product's words; anything unforeseen goes on. */
  readonly explain: (error: unknown, visit: Visit<Endpoint>) => RestResponse;
  readonly refuse: (status: number, words: string, path: string) => RestResponse;
}

/**
 * The REST door of a product: finds the endpoint, checks scopes, log-in and limits, lets faults strike, and writes every call
 * into the ledger. What is not there answers 501.
 */
export function createDoor<Endpoint extends DoorEndpoint>(options: DoorOptions<Endpoint>): HandleRest {
  const { ledger, limits, realNow } = options;
  const router = createRouter(options.endpoints);

  /** The response, and what it costs. */
  const serve = async (visit: Visit<Endpoint>): Promise<{ response: RestResponse; points: number }> => {
    const { request, match, query } = visit;
    if (!options.isCovered(match.endpoint, request.scopes)) {
      const body = { code: 401, message: 'Unauthorized; scope does not match' };
      return { response: respond(401, body), points: 0 };
    }
    const stranger = options.refuseStranger(visit);
    if (stranger) return { response: stranger, points: 1 };
    const limited = limits.check({
      caller: request.caller,
      method: match.method,
      operation: match.path,
      issues: options.writesOf(visit),
    });
    if (limited.refusal) return { response: limited.refusal, points: 0 };
    const struck = await options.trouble(request, match.path, query);
    if (struck) return { response: struck, points: 1 };
    try {
      const { status, body, headers, points: spent } = await options.answer(visit);
      const points = spent ?? 1 + (status < 300 ? match.endpoint.points(body) : 0);
      const deprecation = match.endpoint.isDeprecated === true ? { deprecation: 'true' } : {};
      return { response: respond(status, body, { ...limited.headers, ...deprecation, ...headers }), points };
    } catch (error) {
      const refused = options.explain(error, visit);
      return { response: { ...refused, headers: { ...limited.headers, ...refused.headers } }, points: 1 };
    }
  };

  return async (request, invocationId) => {
    const startedMs = realNow();
    const method = request.method.toUpperCase();
    const address = new URL(request.path, 'http://site.invalid');
    const found = router.find(method, address.pathname);
    const note = (operation: string, scopes: readonly string[], status: number, points: number) => {
      ledger.record({
        at: options.siteNow(),
        caller: request.caller,
        accountId: request.accountId,
        method,
        operation,
        status,
        points,
        scopes,
        startedMs,
        endedMs: realNow(),
        invocationId: invocationId ?? null,
      });
    };
    if ('methods' in found) {
      const allow = found.methods.join(', ');
      const response =
        found.methods.length > 0
          ? {
              ...options.refuse(405, 'Method Not Allowed', address.pathname),
              headers: { 'content-type': JSON_TYPE, allow },
            }
          : options.refuse(501, `not simulated: ${method} ${address.pathname}`, address.pathname);
      note(address.pathname, [], response.status, 0);
      return response;
    }
    const { response, points } = await serve({ request, match: found, query: address.searchParams });
    note(found.path, options.scopesOf(found.endpoint, request.scopes), response.status, points);
    return response;
  };
}
