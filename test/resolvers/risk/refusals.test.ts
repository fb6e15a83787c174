import { beforeEach, describe, expect, it } from 'vitest';

import { REGISTER_CALLS, type RegisterCall } from '#src/contract/index';

import { addRisks, newRisk, registerWorld, uuid, type RegisterWorld, type Who } from './register-world';

/** Something that each call takes on a register with risk 1 in it. */
const PAYLOADS: { readonly [C in RegisterCall]: unknown } = {
  'open-register': {},
  'create-risks': { risks: [newRisk(9)] },
  'change-risk': {
    riskId: uuid(1),
    version: 1,
    change: { kind: 'edit', patch: { title: 'Taken over by me' } },
  },
  'change-register': { version: 1, patch: { scale: 5 } },
  'end-review': { startedAt: '2026-06-01T00:00:00.000Z' },
  'adopt-register': { how: 'start-empty' },
  'list-history': { riskId: null, cursor: null },
  'set-reminder': { isOn: true },
  'suggest-risks': {},
  'dismiss-suggestion': { key: 'one-person 1 2' },
  'read-pre-mortem': {},
  'write-pre-mortem': { entry: { kind: 'merge', id: uuid(1), reasonIds: [uuid(2), uuid(3)], text: null } },
};

const NAMES = Object.keys(REGISTER_CALLS) as RegisterCall[];
const READING: readonly RegisterCall[] = [
  'open-register',
  'list-history',
  'suggest-risks',
  'read-pre-mortem',
];
const CHANGING = NAMES.filter((name) => !READING.includes(name));

const ENTITIES = ['register', 'risk', 'risk-event', 'register-summary', 'shown-register', 'pre-mortem-entry'];

let world: RegisterWorld;
const kept = () => JSON.stringify(ENTITIES.map((entity) => world.rowsOf(entity)));
let before: string;

beforeEach(async () => {
  world = registerWorld();
  await addRisks(world, 1);
  before = kept();
});

describe.each(NAMES)('%s', (name) => {
  it('is answered to somebody who may do it', async () => {
    expect(await world.refused(name, PAYLOADS[name], 'lea', world.at)).toBe('answered');
  });

  it.each<[string, Who, (w: RegisterWorld) => void, string]>([
    ['who may not see the space', 'out', () => {}, 'not-found'],
    [
      'whom the page is hidden from',
      'vic',
      ({ wiki, page }) => wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } }),
      'not-found',
    ],
    ['of a page that is in the trash', 'lea', ({ wiki, page }) => wiki.trashPage(page.id), 'not-found'],
  ])('is refused to somebody %s, and nothing is written', async (_, who, make, code) => {
    make(world);
    expect(await world.refused(name, PAYLOADS[name], who, world.at)).toBe(code);
    expect(kept()).toBe(before);
  });

  it('is refused to somebody who is not logged in, on a page that is not public', async () => {
    const code = READING.includes(name) ? 'not-found' : 'no-access';
    expect(await world.refused(name, PAYLOADS[name], null, world.at)).toBe(code);
    expect(kept()).toBe(before);
  });

  it.each([
    [null],
    [undefined],
    ['x'],
    [{ risks: [] }],
    [
      {
        ...(PAYLOADS[name] as object),
        version: -1,
        risks: 7,
        entry: 1,
        how: 'x',
        isOn: 'yes',
        key: '',
        cursor: 5,
        startedAt: 'now',
        riskId: 'a',
      },
    ],
  ])('takes no payload that is not as agreed: %#', async (payload) => {
    const isOpen = ['open-register', 'suggest-risks', 'read-pre-mortem'].includes(name);
    const isObject = typeof payload === 'object' && payload !== null;
    const code = isOpen && isObject ? 'answered' : 'bad-request';
    expect(await world.refused(name, payload, 'lea', world.at)).toBe(code);
    expect(kept()).toBe(before);
  });

  it('is refused where the platform names no macro', async () => {
    const { contextOf, at } = world;
    for (const localId of ['', 7 as unknown as string]) {
      expect(contextOf('lea', { ...at, localId }).localId).toBe(localId);
      expect(await world.refused(name, PAYLOADS[name], 'lea', { ...at, localId })).toBe('bad-request');
    }
    expect(await world.refused(name, PAYLOADS[name], 'lea', { ...at, pageId: '1/../2' })).toBe('bad-request');
    expect(kept()).toBe(before);
  });
});

describe.each(CHANGING)('%s', (name) => {
  it.each<[string, Who, (w: RegisterWorld) => void]>([
    ['may only view the space', 'vic', () => {}],
    [
      'is not among the editors of the page',
      'dev',
      ({ wiki, page }) => wiki.restrictPage(page.id, { editors: { accountIds: ['lea'], groupIds: [] } }),
    ],
    ['edits no archived page', 'lea', ({ wiki, page }) => wiki.archivePage(page.id)],
  ])('is refused to somebody who %s, and nothing is written', async (_, who, make) => {
    make(world);
    expect(await world.refused(name, PAYLOADS[name], who, world.at)).toBe('no-access');
    expect(kept()).toBe(before);
  });

  it('is refused without a licence', async () => {
    const at = { ...world.at, license: { active: false } };
    expect(await world.refused(name, PAYLOADS[name], 'lea', at)).toBe('unlicensed');
    expect(kept()).toBe(before);
  });

  it('writes to no other macro’s register', async () => {
    const other = world.write('Another page');
    await world.call(name, PAYLOADS[name], 'lea', { pageId: other.id, localId: 'macro-9' });
    const { risks, register } = await world.ask('open-register', {}, 'lea', world.at);
    expect(risks).toMatchObject([{ version: 1 }]);
    expect(register).toMatchObject({ version: 1, nextNumber: 2 });
  });
});

describe.each(READING)('%s', (name) => {
  it('goes on without a licence', async () => {
    const at = { ...world.at, license: { active: false } };
    expect(await world.refused(name, PAYLOADS[name], 'lea', at)).toBe('answered');
  });
});

it('says of a register without a licence that it is for reading', async () => {
  const at = { ...world.at, license: { active: false } };
  expect(await world.ask('open-register', {}, 'lea', at)).toMatchObject({ isLicensed: false, canEdit: true });
});

it('does not take a copy’s word for being one', async () => {
  const origin = { kind: 'copy', registerId: uuid(5), riskId: uuid(6) };
  const risks = [{ ...newRisk(9), origin }];
  expect(await world.refused('create-risks', { risks }, 'lea', world.at)).toBe('bad-request');
});

describe('on a page that is public', () => {
  it('everybody on the web reads, and nobody there writes', async () => {
    const { write, openSpace, ask, refused } = world;
    const page = write('Open plan', { spaceId: openSpace.id });
    const at = { pageId: page.id, localId: 'macro-2' };
    await ask('create-risks', { risks: [newRisk(1, { issueIds: ['1'] })] }, 'lea', at);
    expect(await ask('open-register', {}, null, at)).toMatchObject({
      place: 'here',
      risks: [{ number: 1 }],
      mitigations: null,
      accounts: [],
      canEdit: false,
      viewer: null,
    });
    for (const name of CHANGING) {
      expect(await refused(name, PAYLOADS[name], null, at)).toBe('no-access');
    }
    world.wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    for (const name of READING) expect(await refused(name, PAYLOADS[name], null, at)).toBe('not-found');
  });
});

describe('a guest, whom the platform lets nobody act as', () => {
  it('sees and edits what Confluence lets that very account see and edit', async () => {
    const { refused, ask, at, page, wiki } = world;
    const guest = { ...at, accountType: 'unlicensed' };
    const asUser = await world.cost(() => ask('open-register', {}, 'dev', guest));
    expect(asUser.value).toMatchObject({ canEdit: true, risks: [{ number: 1 }], mitigations: [] });
    expect(asUser.product).toContain('POST /wiki/rest/api/content/{id}/permission/check');
    expect(await refused('change-risk', PAYLOADS['change-risk'], 'dev', guest)).toBe('answered');
    expect(await refused('change-risk', PAYLOADS['change-risk'], 'vic', guest)).toBe('no-access');
    wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    expect(await refused('open-register', {}, 'dev', guest)).toBe('not-found');
  });
});

describe('a pre-mortem', () => {
  const reason = (number: number, text = `Reason ${number}`) => ({
    entry: { kind: 'reason' as const, id: uuid(number), text },
  });

  it('is open to all who see the page; what becomes of it is for its editors', async () => {
    const { ask, at, refused, rowsOf } = world;
    await ask('write-pre-mortem', reason(1), 'vic', at);
    await ask('write-pre-mortem', reason(2), 'dev', at);
    const like = { entry: { kind: 'like', reasonId: uuid(1), isLiked: true } } as const;
    const liked = await ask('write-pre-mortem', like, 'vic', at);
    expect(liked).toMatchObject({
      result: 'written',
      reasons: [
        { id: uuid(1), likes: 1, isLikedByViewer: true },
        { id: uuid(2), likes: 0 },
      ],
    });
    const merge = {
      entry: { kind: 'merge' as const, id: uuid(3), reasonIds: [uuid(1), uuid(2)], text: 'Both' },
    };
    expect(await refused('write-pre-mortem', merge, 'vic', at)).toBe('no-access');
    expect(await ask('write-pre-mortem', merge, 'lea', at)).toMatchObject({
      reasons: [{ id: uuid(1), text: 'Both', likes: 1, isLikedByViewer: false }],
    });
    expect(await refused('write-pre-mortem', reason(4), 'out', at)).toBe('not-found');
    expect(await refused('write-pre-mortem', reason(4), null, at)).toBe('no-access');
    expect(JSON.stringify(rowsOf('pre-mortem-entry'))).not.toMatch(/vic|dev|lea|2026/);
  });

  it('keeps a reason as its author wrote it', async () => {
    const { ask, at } = world;
    await ask('write-pre-mortem', reason(1, 'Mine'), 'vic', at);
    expect(await ask('write-pre-mortem', reason(1, 'Not mine'), 'dev', at)).toMatchObject({
      reasons: [{ text: 'Mine' }],
    });
    expect(await ask('read-pre-mortem', {}, 'lea', at)).toMatchObject({ reasons: [{ text: 'Mine' }] });
    expect(await ask('write-pre-mortem', reason(2, '  '), 'dev', at)).toMatchObject({
      result: 'invalid',
      problem: { kind: 'empty' },
    });
  });
});
