import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';

import { createRegisterApp, type RegisterPlatform } from '#src/app/register';
import { REGISTER_CALLS, type RegisterCall, type RequestOf, type ResponseOf } from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';
import type { LogEntry } from '#src/app';
import { registerResolvers } from '#src/resolvers/risk/register-calls';
import { createWikiRest } from '#sandbox/confluence/rest/create-wiki-rest';
import { createFaults } from '#sandbox/faults';
import { readManifest } from '#sandbox/forge/manifest';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { restAsUser } from '#tools/rest-as-user';
import { wikiRequests } from '#tools/wiki-rest';

import { forgeStorage } from '../../adapters/storage/forge-storage';
import { buildFields } from '../../builders/risk';
import { ROOT } from '../../manifest/app-copy';
import { buildWiki } from '../../sandbox/confluence/wiki.fixture';

/** Who calls: `lea` and `dev` edit the team's pages, `vic` views them, `out` sees nothing; null is not logged in. */
export type Who = 'lea' | 'dev' | 'vic' | 'out' | 'ada' | null;

export interface At {
  readonly pageId: string;
  readonly localId?: string;
  readonly license?: { readonly active: boolean };
  readonly accountType?: string;
  readonly timezone?: string;
}

/** A new risk's id, as a screen makes it. */
export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A new risk as a screen sends it. */
export const newRisk = (
  number: number,
  fields: Partial<RequestOf<'create-risks'>['risks'][number]['fields']> = {},
): RequestOf<'create-risks'>['risks'][number] => ({
  id: uuid(number),
  origin: { kind: 'written' },
  fields: JSON.parse(
    JSON.stringify({
      ...buildFields({ title: `Risk number ${number} and its end`, ownerId: 'dev' }),
      ...fields,
    }),
  ) as RequestOf<'create-risks'>['risks'][number]['fields'],
});

/**
 * The register's resolvers on Atlassian's storage client, the local storage, the local Confluence and the local Jira: everything
 * but the platform's own invocation. Nothing is doubled.
 */
export function registerWorld({ queryLagMs = 0 } = {}) {
  const world = buildWiki();
  const { clock, wiki, write, open, team } = world;
  const faults = createFaults();
  const siteUrl = 'http://site';
  const rest = createRest({ site: world.site, clock, faults, siteUrl });
  const wikiRest = createWikiRest({ site: wiki, clock, faults, siteUrl, ledger: rest.ledger });
  const { scopes } = readManifest(join(ROOT, 'manifest.yml'));
  const lag = { ms: queryLagMs };
  const nothing: (path: string) => void = () => undefined;
  const trouble = { before: nothing, after: nothing };
  const stored = forgeStorage({
    now: () => clock.now(),
    queryLagMs: () => lag.ms,
    before: (path) => {
      trouble.before(path);
    },
    after: (path) => {
      trouble.after(path);
    },
  });
  const logged: LogEntry[] = [];

  const platformFor = (who: Who): RegisterPlatform => ({
    jiraAsUser: () => restAsUser(rest, who ?? 'nobody', scopes),
    confluenceAsUser: () => wikiRequests(wikiRest, who ?? 'nobody', scopes),
    confluenceAsApp: () => wikiRequests(wikiRest, null, scopes),
    storage: stored.storage,
    now: () => new Date(clock.now()),
    random: () => 0,
    log: (entry) => logged.push(entry),
  });

  const contextOf = (who: Who, { pageId, localId = 'macro-1', license, accountType, timezone }: At) => ({
    accountId: who ?? 'unidentified',
    accountType: accountType ?? (who === null ? 'anonymous' : 'licensed'),
    localId,
    locale: 'en-US',
    timezone: timezone ?? 'UTC',
    extension: { content: { id: pageId, type: 'page' }, space: { id: '1', key: 'X' }, type: 'macro' },
    ...(license && { license }),
  });

  const call = async <C extends RegisterCall>(
    name: C,
    payload: unknown,
    who: Who,
    at: At,
  ): Promise<Answer<ResponseOf<C>>> => {
    const resolvers = registerResolvers(createRegisterApp(platformFor(who)));
    const answer = await resolvers[name]({ payload, context: contextOf(who, at) });
    // As it crosses from the platform to the screen.
    return JSON.parse(JSON.stringify(answer)) as Answer<ResponseOf<C>>;
  };

  /** A call that succeeds; its answer is held to the contract, with nothing beside it. */
  const ask = async <C extends RegisterCall>(
    name: C,
    payload: RequestOf<C>,
    who: Who,
    at: At,
  ): Promise<ResponseOf<C>> => {
    const answer = await call(name, payload, who, at);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    const parsed = REGISTER_CALLS[name].response.parse(answer.data);
    if (!isDeepStrictEqual(parsed, answer.data))
      throw new Error(`${name} answers more than its schema says.`);
    return answer.data;
  };

  /** The code of a call that fails. */
  const refused = async (name: RegisterCall, payload: unknown, who: Who, at: At) => {
    const answer = await call(name, payload, who, at);
    return answer.ok ? 'answered' : answer.error.code;
  };

  const page = write('Launch plan');
  const at: At = { pageId: page.id };
  return {
    ...world,
    ...stored,
    page,
    at,
    openSpace: open,
    teamSpace: team,
    rest,
    wikiRest,
    faults,
    lag,
    trouble,
    logged,
    scopes,
    platformFor,
    contextOf,
    call,
    ask,
    refused,
    /** Storage calls and product calls that something took. */
    async cost<Value>(work: () => Promise<Value>) {
      const [paths, mark] = [stored.paths.length, rest.ledger.mark()];
      const value = await work();
      return {
        value,
        storage: stored.paths.slice(paths),
        product: rest.ledger
          .entries({ since: mark })
          .map(({ method, operation }) => `${method} ${operation}`),
      };
    },
  };
}

export type RegisterWorld = ReturnType<typeof registerWorld>;

/** Makes so many risks, as many at a time as a call takes. */
export async function addRisks(
  { ask, at }: Pick<RegisterWorld, 'ask' | 'at'>,
  count: number,
  fieldsOf: (number: number) => Parameters<typeof newRisk>[1] = () => ({}),
): Promise<void> {
  for (let from = 1; from <= count; from += 20) {
    const numbers = Array.from({ length: Math.min(20, count - from + 1) }, (_, index) => from + index);
    await ask(
      'create-risks',
      { risks: numbers.map((number) => newRisk(number, fieldsOf(number))) },
      'lea',
      at,
    );
  }
}
