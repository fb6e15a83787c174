import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import { type Viewer, createViewer } from '#sandbox/jira/permissions';
import type { Answer, Call } from '#sandbox/jira/rest/endpoint';
import { ENDPOINTS } from '#sandbox/jira/rest/endpoints';
import { type Ledger, createLedger } from '#sandbox/jira/rest/ledger';
import { type LimitSettings, type Limits, createLimits } from '#sandbox/jira/rest/limits';
import { JSON_TYPE, explain, parseBody, refusal, respond } from '#sandbox/jira/rest/responses';
import { type Match, createRouter } from '#sandbox/jira/rest/router';
import { isCovered, namedScopes } from '#sandbox/jira/rest/scope-check';
import { createTrouble } from '#sandbox/jira/rest/trouble';
import type { HandleRest, RestRequest, RestResponse } from '#sandbox/jira/rest.types';
import type { JiraSite } from '#sandbox/jira/site.types';

/** What the REST door needs. `realNow` (milliseconds) times bursts and the ledger; `sleep` waits for faults. */
export interface RestOptions {
  readonly site: JiraSite;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Base address that answers carry in links, without a trailing slash. */
  readonly siteUrl: string;
  readonly limits?: Partial<LimitSettings>;
  readonly realNow?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The REST door with its meter. */
export interface Rest {
  readonly handle: HandleRest;
  readonly ledger: Ledger;
  readonly limits: Limits;
}

/** Opens the REST door of a site. */
export function createRest(options: RestOptions): Rest {
  const { site, clock, faults, siteUrl } = options;
  const realNow = options.realNow ?? (() => performance.now());
  const sleep =
    options.sleep ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const ledger = createLedger();
  const limits = createLimits(ledger, () => clock.now(), realNow, options.limits);
  const router = createRouter(ENDPOINTS);
  const trouble = createTrouble(faults, sleep);

  const answer = (request: RestRequest, match: Match, query: URLSearchParams, viewer: Viewer): Answer => {
    const call: Call = {
      site,
      viewer,
      accountId: request.accountId,
      now: clock.now(),
      zone: (viewer.accountId ? site.get('users', viewer.accountId)?.timeZone : undefined) ?? 'Etc/UTC',
      siteUrl,
      params: match.params,
      query,
      body: parseBody(request.body),
    };
    return match.endpoint.handle(call);
  };

  const writtenIssues = (request: RestRequest, match: Match): string[] => {
    const body = (() => {
      try {
        return parseBody(request.body);
      } catch {
        return undefined;
      }
    })();
    const named = match.endpoint.writesTo?.({ params: match.params, body }) ?? [];
    return [...new Set(named.flatMap((idOrKey) => site.issue(idOrKey)?.id ?? []))];
  };

  /** The response, and what it costs. */
  const serve = async (
    request: RestRequest,
    match: Match,
    query: URLSearchParams,
  ): Promise<{ response: RestResponse; points: number }> => {
    if (!isCovered(match.endpoint.operation, request.scopes)) {
      const body = { code: 401, message: 'Unauthorized; scope does not match' };
      return { response: respond(401, body), points: 0 };
    }
    const viewer = createViewer(site, request.accountId);
    if (viewer.accountId === undefined && match.endpoint.isPublic !== true) {
      const body = { message: 'Client must be authenticated to access this resource.', 'status-code': 401 };
      return { response: respond(401, body), points: 1 };
    }
    const operation = { method: match.method, operation: match.path };
    const limited = limits.check({
      caller: request.caller,
      ...operation,
      issues: writtenIssues(request, match),
    });
    if (limited.refusal) return { response: limited.refusal, points: 0 };
    const struck = await trouble(request, match.path, query);
    if (struck) return { response: struck, points: 1 };
    try {
      const { status, body, headers } = answer(request, match, query, viewer);
      const points = 1 + (status < 300 ? match.endpoint.points(body) : 0);
      const deprecation = match.endpoint.isDeprecated === true ? { deprecation: 'true' } : {};
      return { response: respond(status, body, { ...limited.headers, ...deprecation, ...headers }), points };
    } catch (error) {
      const refused = explain(error);
      return { response: { ...refused, headers: { ...limited.headers, ...refused.headers } }, points: 1 };
    }
  };

  const handle: HandleRest = async (request, invocationId) => {
    const startedMs = realNow();
    const method = request.method.toUpperCase();
    const address = new URL(request.path, 'http://site.invalid');
    const found = router.find(method, address.pathname);
    const note = (operation: string, scopes: readonly string[], status: number, points: number) => {
      ledger.record({
        at: clock.now(),
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
          ? { ...refusal(405, ['Method Not Allowed']), headers: { 'content-type': JSON_TYPE, allow } }
          : refusal(501, [`not simulated: ${method} ${address.pathname}`]);
      note(address.pathname, [], response.status, 0);
      return response;
    }
    const { response, points } = await serve(request, found, address.searchParams);
    note(found.path, namedScopes(found.endpoint.operation, request.scopes), response.status, points);
    return response;
  };
  return { handle, ledger, limits };
}
