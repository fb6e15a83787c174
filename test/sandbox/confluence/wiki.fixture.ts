import type { Holder, SpaceOperation } from '#sandbox/confluence/model';
import { createWikiRest } from '#sandbox/confluence/rest/create-wiki-rest';
import { createWikiSite } from '#sandbox/confluence/site';
import { type FaultSettings, createFaults } from '#sandbox/faults';
import { textAdf } from '#sandbox/jira/adf';
import type { LimitSettings } from '#sandbox/jira/rest/limits';
import type { RestRequest } from '#sandbox/jira/rest.types';
import { type Store, openStore } from '#sandbox/state/store';

import type { Asked } from '../jira/rest.fixture';
import { buildSite, DAY, MONDAY } from '../jira/site.fixture';

export { DAY, MONDAY };

const ALL: readonly SpaceOperation[] = [
  'read space',
  'create page',
  'delete page',
  'archive page',
  'create comment',
  'delete comment',
  'restrict_content space',
  'administer space',
];

const grant = (holder: Holder, ...operations: readonly SpaceOperation[]) =>
  operations.map((operation) => ({ operation, holder }));
const user = (accountId: string): Holder => ({ type: 'user', accountId });

/** Two spaces on the test site: TEAM for lea (all), dev (edits) and vic (views); OPEN for everybody on the web. */
export function buildWiki(store: Store = openStore(':memory:')) {
  const jira = buildSite(store);
  const { clock } = jira;
  const wiki = createWikiSite(store, clock, jira.site);
  const [existing] = wiki.all('spaces');
  const team =
    existing ??
    wiki.createSpace(
      {
        key: 'TEAM',
        name: 'Team',
        grants: [
          ...grant(user('lea'), ...ALL),
          ...grant(user('dev'), 'read space', 'create page', 'delete page', 'create comment'),
          ...grant({ type: 'group', groupId: 'viewers' }, 'read space', 'create comment'),
        ],
        home: { title: 'Team home', body: textAdf('Welcome.') },
      },
      { by: 'lea' },
    );
  jira.site.put('groups', { groupId: 'viewers', name: 'viewers', accountIds: ['vic'] });
  const open =
    wiki.spaceByKey('OPEN') ??
    wiki.createSpace(
      {
        key: 'OPEN',
        name: 'Open',
        grants: [...grant({ type: 'anonymous' }, 'read space'), ...grant(user('lea'), ...ALL)],
        home: { title: 'Open home', body: textAdf('Hello, world.') },
      },
      { by: 'lea' },
    );
  const write = (title: string, fields: Partial<Parameters<typeof wiki.createPage>[0]> = {}, by = 'lea') =>
    wiki.createPage({ spaceId: team.id, title, body: textAdf(`Words of ${title}.`), ...fields }, { by });
  return { ...jira, store, wiki, team, open, write };
}

export type World = ReturnType<typeof buildWiki>;

/** A REST door on the test site, with a stopwatch and a sleep of its own. */
export function buildWikiRest(
  settings: { limits?: Partial<LimitSettings>; faults?: Partial<FaultSettings> } = {},
) {
  const world = buildWiki();
  const machine = { now: 0, slept: [] as number[] };
  const faults = createFaults(settings.faults);
  const rest = createWikiRest({
    site: world.wiki,
    clock: world.clock,
    faults,
    siteUrl: 'http://site',
    realNow: () => machine.now,
    sleep: (milliseconds) => {
      machine.slept.push(milliseconds);
      return Promise.resolve();
    },
    ...(settings.limits && { limits: settings.limits }),
  });
  // The type parameter says what a test expects; the test checks it.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  const ask = async <Body = unknown>(call: string, asked: Asked = {}) => {
    const [method = 'GET', path = ''] = call.split(' ');
    const request: RestRequest = {
      method,
      path: `/wiki${path}`,
      headers: {},
      body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
      accountId: 'as' in asked ? asked.as : 'dev',
      caller: asked.caller ?? 'user',
      scopes: asked.scopes ? new Set(asked.scopes) : null,
    };
    const { status, headers, body } = await rest.handle(request, asked.invocationId);
    return { status, headers, body: (body === '' ? undefined : JSON.parse(body)) as Body };
  };
  return { ...world, rest, faults, machine, ask };
}

/** An ADF body as version 2 takes it. */
export const adfBody = (text: string) => ({
  representation: 'atlas_doc_format',
  value: JSON.stringify(textAdf(text)),
});
