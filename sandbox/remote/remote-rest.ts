import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import { ENDPOINTS } from '#sandbox/jira/rest/endpoints';
import type { Endpoint } from '#sandbox/jira/rest/endpoint';
import { createLedger, type Ledger } from '#sandbox/jira/rest/ledger';
import { refusal } from '#sandbox/jira/rest/responses';
import { isCovered, namedScopes } from '#sandbox/jira/rest/scope-check';
import { createTrouble } from '#sandbox/jira/rest/trouble';
import type { HandleRest, RestRequest } from '#sandbox/jira/rest.types';
import { explainTrouble } from '#sandbox/remote/network-trouble';
import { isRead, READ_ONLY } from '#sandbox/remote/read-operations';
import type { Reply, SiteClient } from '#sandbox/remote/site-client';
import { createDoor, type Served, type Visit } from '#sandbox/rest/door';

/** What of a call goes to the site. Not its cookies, nor who says it is: the client has the credentials. */
const SENT = ['accept', 'accept-language', 'content-type', 'x-experimentalapi'] as const;
/** What of an answer comes back: when to try again, and how much is left. */
const RETURNED = /^(retry-after|date|deprecation|(x-)?(beta-)?ratelimit(-.+)?)$/;

const errorsOf = (message: string) => ({ errorMessages: [message], errors: {} });

/** Nothing was asked of the site. */
const unsent = (status: number, message: string): Served => ({ status, body: errorsOf(message), points: 0 });

function sentHeaders({ headers }: RestRequest): Record<string, string> {
  return Object.fromEntries(
    SENT.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const])),
  );
}

/**
 * The site's answer, or in its place what the platform would give: a 504 for one that did not come in time, and a 502 for one that
 * is not Jira's. Points are counted by the endpoint's rule, but for what was not answered by Jira.
 */
function servedOf(reply: Reply, { way }: SiteClient): Served {
  if (reply.kind === 'failed') {
    const message = explainTrouble(reply.trouble, way);
    // Jira may have worked on what timed out.
    return reply.trouble.kind === 'timed-out'
      ? { status: 504, body: errorsOf(message), points: 1 }
      : unsent(502, message);
  }
  const { status, json, isJson, isStranger } = reply;
  if (isStranger) {
    const message =
      'The site does not take the API token any more. Stop Evenkeel and start it with a new one.';
    return { status: 401, body: errorsOf(message), points: 1 };
  }
  if ((status >= 300 && status < 400) || (status < 400 && !isJson)) {
    return unsent(502, `Something between this machine and ${way.host} answered in its place (${status}).`);
  }
  const headers = Object.fromEntries([...reply.headers].filter(([name]) => RETURNED.test(name)));
  if (!isJson) return { status, headers, body: errorsOf(`The site answered ${status}.`) };
  return { status, headers, body: json, ...(status === 429 && { points: 0 }) };
}

/**
 * The REST door of a real site, in place of the local Jira's: what the app may call by its scopes, and nothing that changes anything.
 * Every call is the account's whose credentials the client has; the app itself has none.
 */
export function createRemoteRest(options: {
  readonly client: SiteClient;
  /** Whose credentials the client has. */
  readonly accountId: string;
  readonly clock: Clock;
  readonly faults: Faults;
}): { readonly handle: HandleRest; readonly ledger: Ledger } {
  const { client, clock, faults } = options;
  const ledger = createLedger();

  const answer = async ({ request, match }: Visit<Endpoint>): Promise<Served> => {
    if (!isRead(match.endpoint.operation)) return unsent(403, READ_ONLY);
    if (request.accountId === null) {
      return unsent(403, 'Evenkeel is not installed on this site, so it cannot read it on its own.');
    }
    if (request.accountId !== options.accountId) {
      return unsent(401, 'Only the account that Evenkeel was started with reads this site.');
    }
    const { pathname, search } = new URL(request.path, client.address);
    const { method } = match;
    const reply = await client.send({
      method,
      path: pathname + search,
      headers: sentHeaders(request),
      body: request.body,
    });
    return servedOf(reply, client);
  };

  const handle = createDoor<Endpoint>({
    endpoints: ENDPOINTS,
    ledger,
    // The site has its own.
    limits: { check: () => ({ headers: {}, refusal: null }) },
    trouble: createTrouble(faults, async (milliseconds) => {
      await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    }),
    siteNow: () => clock.now(),
    realNow: () => performance.now(),
    isCovered: ({ operation }, held) => isCovered(operation, held),
    scopesOf: ({ operation }, held) => namedScopes(operation, held),
    refuseStranger: () => null,
    writesOf: () => [],
    answer,
    explain: (error) => {
      throw error;
    },
    refuse: (status, words) => refusal(status, [words]),
  });
  return { handle, ledger };
}
