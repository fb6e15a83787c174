import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import { createViewer } from '#sandbox/jira/permissions';
import type { AppFunctions } from '#sandbox/jira/jql/app-functions.types';
import type { Call, Endpoint } from '#sandbox/jira/rest/endpoint';
import { queriesOf } from '#sandbox/jira/rest/queries';
import { ENDPOINTS } from '#sandbox/jira/rest/endpoints';
import { type Ledger, createLedger } from '#sandbox/jira/rest/ledger';
import { type LimitSettings, type Limits, createLimits } from '#sandbox/jira/rest/limits';
import { explain, parseBody, refusal, respond } from '#sandbox/jira/rest/responses';
import { isCovered, namedScopes } from '#sandbox/jira/rest/scope-check';
import { createTrouble } from '#sandbox/jira/rest/trouble';
import type { HandleRest } from '#sandbox/jira/rest.types';
import type { JiraSite } from '#sandbox/jira/site.types';
import { createDoor, type Visit } from '#sandbox/rest/door';

/** What the REST door needs. `realNow` (milliseconds) times bursts and the ledger; `sleep` waits for faults. */
export interface RestOptions {
  readonly site: JiraSite;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Base address that answers carry in links, without a trailing slash. */
  readonly siteUrl: string;
  /** The app's functions in queries; without it there are none. */
  readonly functions?: AppFunctions;
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

function writtenIssues(site: JiraSite, { request, match }: Visit<Endpoint>): string[] {
  const body = (() => {
    try {
      return parseBody(request.body);
    } catch {
      return undefined;
    }
  })();
  const named = match.endpoint.writesTo?.({ params: match.params, body }) ?? [];
  return [...new Set(named.flatMap((idOrKey) => site.issue(idOrKey)?.id ?? []))];
}

/** Opens the REST door of a site. */
export function createRest(options: RestOptions): Rest {
  const { site, clock, faults, siteUrl, functions } = options;
  const realNow = options.realNow ?? (() => performance.now());
  const sleep =
    options.sleep ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const ledger = createLedger();
  const limits = createLimits(ledger, () => clock.now(), realNow, options.limits);

  const callOf = ({ request, match, query }: Visit<Endpoint>): Call => {
    const viewer = createViewer(site, request.accountId);
    return {
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
  };

  const handle = createDoor<Endpoint>({
    endpoints: ENDPOINTS,
    ledger,
    limits,
    trouble: createTrouble(faults, sleep),
    siteNow: () => clock.now(),
    realNow,
    isCovered: ({ operation }, held) => isCovered(operation, held),
    scopesOf: ({ operation }, held) => namedScopes(operation, held),
    refuseStranger: ({ request, match }) => {
      const isKnown = createViewer(site, request.accountId).accountId !== undefined;
      if (isKnown || match.endpoint.isPublic === true) return null;
      const message = 'Client must be authenticated to access this resource.';
      return respond(401, { message, 'status-code': 401 });
    },
    writesOf: (visit) => writtenIssues(site, visit),
    answer: async (visit) => {
      const call = callOf(visit);
      const { endpoint } = visit.match;
      if (!functions) return endpoint.handle(call);
      const answers = await functions.prepare(queriesOf(call));
      return endpoint.handle({ ...call, answers, kept: functions });
    },
    explain,
    refuse: (status, words) => refusal(status, [words]),
  });
  return { handle, ledger, limits };
}
