import type { Clock } from '#sandbox/clock';
import { createWikiViewer } from '#sandbox/confluence/permissions';
import type { WikiCall, WikiEndpoint } from '#sandbox/confluence/rest/endpoint';
import { errorBody, explainWiki, wikiRefusal } from '#sandbox/confluence/rest/errors';
import { CONTENT } from '#sandbox/confluence/rest/v1/content';
import { PERMISSION_CHECK } from '#sandbox/confluence/rest/v1/permission-check';
import { RESTRICTIONS } from '#sandbox/confluence/rest/v1/restrictions';
import { CONTENT_SEARCH } from '#sandbox/confluence/rest/v1/search';
import { USER_SEARCH } from '#sandbox/confluence/rest/v1/user-search';
import { OLD_USERS } from '#sandbox/confluence/rest/v1/users';
import { WIKI_COMMENTS } from '#sandbox/confluence/rest/v2/comments';
import { PAGE_LISTS } from '#sandbox/confluence/rest/v2/page-lists';
import { PAGES } from '#sandbox/confluence/rest/v2/pages';
import { PROPERTIES } from '#sandbox/confluence/rest/v2/properties';
import { SPACES } from '#sandbox/confluence/rest/v2/spaces';
import { WIKI_USERS } from '#sandbox/confluence/rest/v2/users';
import type { WikiSite } from '#sandbox/confluence/site';
import type { Faults } from '#sandbox/faults';
import { createLedger, type Ledger } from '#sandbox/jira/rest/ledger';
import { createLimits, JIRA_LIMITS, type LimitSettings, type LimitWords } from '#sandbox/jira/rest/limits';
import { parseBody } from '#sandbox/jira/rest/responses';
import { createTrouble, type TroubleWords } from '#sandbox/jira/rest/trouble';
import type { HandleRest } from '#sandbox/jira/rest.types';
import { createDoor, type Visit } from '#sandbox/rest/door';

export interface WikiRestOptions {
  readonly site: WikiSite;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Base address of the site, without a trailing slash. */
  readonly siteUrl: string;
  /** Jira's, where the calls of both products are counted together. */
  readonly ledger?: Ledger;
  readonly limits?: Partial<LimitSettings>;
  readonly realNow?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

export interface WikiRest {
  readonly handle: HandleRest;
  readonly ledger: Ledger;
}

/** Every endpoint that is simulated. What is not here answers 501. */
export const WIKI_ENDPOINTS: readonly WikiEndpoint[] = [
  ...SPACES,
  ...PAGES,
  ...PAGE_LISTS,
  ...WIKI_COMMENTS,
  ...PROPERTIES,
  ...WIKI_USERS,
  ...CONTENT,
  ...PERMISSION_CHECK,
  ...RESTRICTIONS,
  ...OLD_USERS,
  ...CONTENT_SEARCH,
  ...USER_SEARCH,
];

const TOO_MANY = errorBody('/wiki/api/v2', 429, 'Rate limit exceeded');

const LIMIT_WORDS: LimitWords = {
  product: 'confluence',
  quota: 'confluence-quota-global-based',
  burst: 'confluence-burst-based',
  perIssue: 'confluence-burst-based',
  body: TOO_MANY,
};

const TROUBLE_WORDS: TroubleWords = {
  limited: { reason: 'confluence-burst-based', body: TOO_MANY },
  error: (status, words) => wikiRefusal('/wiki/api/v2', status, words),
};

/**
 * The hourly quota is Atlassian's and the same as Jira's, counted apart. How many calls a second Confluence takes is published
 * nowhere: calls are counted and none is refused for that, unless a test sets a limit.
 */
const WIKI_LIMITS: Partial<LimitSettings> = {
  pointsPerHour: JIRA_LIMITS.pointsPerHour,
  readsPerSecond: Number.MAX_SAFE_INTEGER,
  writesPerSecond: Number.MAX_SAFE_INTEGER,
};

const isHeld = (held: ReadonlySet<string>) => (set: readonly string[]) =>
  set.every((scope) => held.has(scope));

/** Opens Confluence's REST door: `/wiki/api/v2` and `/wiki/rest/api`. */
export function createWikiRest(options: WikiRestOptions): WikiRest {
  const { site, clock, faults, siteUrl } = options;
  const realNow = options.realNow ?? (() => performance.now());
  const sleep =
    options.sleep ?? ((milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const ledger = options.ledger ?? createLedger();
  const now = () => clock.now();
  const limits = createLimits(ledger, now, realNow, { ...WIKI_LIMITS, ...options.limits }, LIMIT_WORDS);
  const pathOf = ({ request }: Visit<WikiEndpoint>) => new URL(request.path, 'http://site.invalid').pathname;

  const callOf = (visit: Visit<WikiEndpoint>): WikiCall => ({
    site,
    viewer: createWikiViewer(site, visit.request.accountId),
    now: now(),
    base: `${siteUrl}/wiki`,
    path: pathOf(visit),
    params: visit.match.params,
    query: visit.query,
    body: parseBody(visit.request.body),
  });

  const handle = createDoor<WikiEndpoint>({
    endpoints: WIKI_ENDPOINTS,
    ledger,
    limits,
    trouble: createTrouble(faults, sleep, TROUBLE_WORDS),
    siteNow: now,
    realNow,
    isCovered: ({ scopes }, held) => held === null || scopes.some(isHeld(held)),
    scopesOf: ({ scopes }, held) => (held === null ? undefined : scopes.find(isHeld(held))) ?? scopes[0],
    refuseStranger: (visit) => {
      const isKnown = createWikiViewer(site, visit.request.accountId).accountId !== undefined;
      if (isKnown || visit.match.endpoint.isPublic === true) return null;
      const path = pathOf(visit);
      // Version 2 says the same as of something that does not exist; version 1 says who is meant.
      return path.startsWith('/wiki/rest/')
        ? wikiRefusal(path, 403, 'Current user not permitted to use Confluence')
        : wikiRefusal(path, 404, 'Not Found');
    },
    writesOf: () => [],
    answer: (visit) => visit.match.endpoint.handle(callOf(visit)),
    explain: (error, visit) => explainWiki(error, pathOf(visit)),
    refuse: (status, words, path) => wikiRefusal(path, status, words),
  });
  return { handle, ledger };
}
