import { describe, expect, it } from 'vitest';

import type { LogEntry } from '#src/app';
import { OVERVIEW_CALLS } from '#src/contract/index';
import { ReadFailure } from '#src/ports/read-failure';
import { rollUpResolvers } from '#src/resolvers/risk/roll-up';
import type { RollUpPorts } from '#src/usecases/risk/roll-up';

import { overviewOf, type WikiPage } from '../../builders/overview';

const PAGES: readonly WikiPage[] = [
  { id: '11' },
  { id: '12', readers: ['maria'] },
  { id: '17', spaceId: '2' },
];

const SPACE = { extension: { type: 'confluence:spacePage', space: { id: '1', key: 'TEAM' } } };
const SITE = { extension: { type: 'confluence:globalPage' } };
const MARIA = { accountId: 'maria', accountType: 'licensed', timezone: 'Europe/Berlin' };
const OF_SPACE = { spaceId: '1', cursor: null };
const OF_SITE = { spaceId: null, cursor: null };

/** The resolver over pages in memory. Who calls decides what is seen, as it does where Confluence is asked as the user. */
async function resolverOf(accountId = 'maria', broken: Partial<RollUpPorts> = {}) {
  const { portsFor, calls } = await overviewOf(PAGES);
  const logged: LogEntry[] = [];
  const { 'roll-up-registers': resolve } = rollUpResolvers({
    portsFor: () => ({ ...portsFor(accountId), ...broken }),
    now: () => new Date('2026-11-24T23:30:00.000Z'),
    log: (entry) => logged.push(entry),
  });
  const ask = async (payload: unknown, context: object) => await resolve({ payload, context });
  return { ask, calls, logged };
}

describe('roll-up-registers', () => {
  it.each([
    ['a space page', SPACE, OF_SPACE, ['11', '12']],
    ['the page of the site', SITE, OF_SITE, ['11', '12', '17']],
    [
      'a space page whose id comes as a number',
      { extension: { type: 'confluence:spacePage', space: { id: 2 } } },
      { spaceId: '2', cursor: null },
      ['17'],
    ],
  ])(
    'answers %s in the shape of the contract, on the day of the viewer',
    async (_, place, payload, pageIds) => {
      const { ask } = await resolverOf();
      const answer = await ask(payload, { ...MARIA, ...place });
      if (!answer.ok) throw new Error(answer.error.message);
      expect(OVERVIEW_CALLS['roll-up-registers'].response.parse(answer.data)).toEqual(answer.data);
      expect(answer.data).toMatchObject({ today: '2026-11-25', asOf: '2026-11-24T23:30:00.000Z' });
      expect(answer.data.registers.map(({ page }) => page.id).sort()).toEqual(pageIds);
    },
  );

  it('gives another viewer what they may see', async () => {
    const { ask } = await resolverOf('jonas');
    const answer = await ask(OF_SPACE, { ...MARIA, accountId: 'jonas', ...SPACE });
    expect(answer).toMatchObject({ ok: true, data: { registers: [{ page: { id: '11' } }] } });
  });

  it.each([
    ['somebody who is not logged in', { accountId: undefined }, SPACE, OF_SPACE, 'no-access'],
    ['the account of all who are not logged in', { accountId: 'unidentified' }, SITE, OF_SITE, 'no-access'],
    ['an anonymous account', { accountType: 'anonymous' }, SITE, OF_SITE, 'no-access'],
    ['a guest', { accountType: 'unlicensed' }, SPACE, OF_SPACE, 'no-access'],
    [
      'the screen of a macro',
      {},
      { extension: { type: 'macro', content: { id: '11' } } },
      OF_SPACE,
      'bad-request',
    ],
    [
      'a board of Jira',
      {},
      { extension: { type: 'jira:boardAction', board: { id: 7 } } },
      OF_SITE,
      'bad-request',
    ],
    ['a space page that asks for another space', {}, SPACE, { spaceId: '2', cursor: null }, 'bad-request'],
    ['a space page that asks for the site', {}, SPACE, OF_SITE, 'bad-request'],
    ['the page of the site that asks for a space', {}, SITE, OF_SPACE, 'bad-request'],
    ['a payload that is none', {}, SITE, undefined, 'bad-request'],
    ['a space that is no id', {}, SPACE, { spaceId: '1 or 1=1', cursor: null }, 'bad-request'],
  ])('refuses %s before anything is read', async (_, who, place, payload, code) => {
    const { ask, calls } = await resolverOf();
    expect(await ask(payload, { ...MARIA, ...who, ...place })).toMatchObject({ ok: false, error: { code } });
    expect(calls).toEqual({ queries: 0, pages: 0, spaces: 0 });
  });

  it('refuses a space that the viewer may not see', async () => {
    const { ask } = await resolverOf();
    const hidden = { extension: { type: 'confluence:spacePage', space: { id: '9', key: 'HID' } } };
    expect(await ask({ spaceId: '9', cursor: null }, { ...MARIA, ...hidden })).toMatchObject({
      ok: false,
      error: { code: 'no-access' },
    });
  });

  it('refuses a cursor that no page gave', async () => {
    const { ask, logged } = await resolverOf();
    expect(await ask({ spaceId: '1', cursor: 'made up' }, { ...MARIA, ...SPACE })).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(logged).toEqual([]);
  });

  it('says what Confluence said, and keeps what is not known to itself', async () => {
    const busy = new ReadFailure('rate-limited', 'pages: Confluence answered 429.', 9);
    const limited = await resolverOf('maria', { readPages: () => Promise.reject(busy) });
    expect(await limited.ask(OF_SPACE, { ...MARIA, ...SPACE })).toMatchObject({
      ok: false,
      error: { code: 'rate-limited', retryAfterSeconds: 9 },
    });
    const broken = await resolverOf('maria', {
      listSummaries: () => Promise.reject(new Error('Plan of the secret launch')),
    });
    const answer = await broken.ask(OF_SPACE, { ...MARIA, ...SPACE });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(broken.logged).toMatchObject([{ event: 'call-failed', call: 'roll-up-registers' }]);
    expect(JSON.stringify([answer, broken.logged])).not.toContain('secret');
  });
});
