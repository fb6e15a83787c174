import { beforeEach, describe, expect, it } from 'vitest';

import { addRisks, newRisk, registerWorld, uuid, type RegisterWorld } from './register-world';

let world: RegisterWorld;
beforeEach(async () => {
  world = registerWorld();
  await addRisks(world, 3);
});

const copyOf = (title: string) => {
  const { wiki, page, teamSpace } = world;
  return wiki.copyPage(page.id, { title, spaceId: teamSpace.id }, { by: 'lea' });
};
const close = { riskId: uuid(2), version: 1, change: { kind: 'review', outcome: 'close' } } as const;

describe('a copied page', () => {
  it('shows nothing of the original until somebody chooses', async () => {
    const { ask, page } = world;
    const copy = { pageId: copyOf('Copy').id };
    expect(await ask('open-register', {}, 'vic', copy)).toMatchObject({
      place: 'copied',
      original: { pageId: page.id, title: 'Launch plan' },
      risks: [],
      register: { nextNumber: 1 },
      canEdit: false,
    });
  });

  it('starts a copy of the live risks, which go their own way', async () => {
    const { ask, at } = world;
    await ask('change-register', { version: 1, patch: { scale: 5 } }, 'lea', at);
    await ask('change-risk', close, 'lea', at);
    const copy = { pageId: copyOf('Copy').id };
    const adopted = await ask('adopt-register', { how: 'copy' }, 'dev', copy);
    expect(adopted).toMatchObject({ place: 'here', original: null, canEdit: true, register: { scale: 5 } });
    expect(adopted.risks.map(({ number, title, created }) => [number, title, created.by])).toEqual([
      [1, 'Risk number 1 and its end', 'dev'],
      [2, 'Risk number 3 and its end', 'dev'],
    ]);
    expect(adopted.risks[0]?.id).not.toBe(uuid(1));
    const history = await ask('list-history', { riskId: adopted.risks[0]!.id, cursor: null }, 'vic', copy);
    expect(history.events).toMatchObject([{ kind: 'created', origin: { kind: 'copy', riskId: uuid(1) } }]);
    const mine = { riskId: adopted.risks[0]!.id, version: 1, change: { kind: 'delete' } } as const;
    await ask('change-risk', mine, 'dev', copy);
    const original = await ask('open-register', {}, 'vic', at);
    expect(original.risks.map(({ deleted }) => deleted)).toEqual([null, null, null]);
    // Asked again, it changes nothing.
    const again = await ask('adopt-register', { how: 'copy' }, 'lea', copy);
    expect(again.risks).toHaveLength(2);
  });

  it('copies a large register whole, in several transactions, and goes on where it broke off', async () => {
    const { ask, trouble, call, rowsOf } = world;
    await addRisks(world, 60);
    const copy = { pageId: copyOf('Copy').id };
    let transactions = 0;
    trouble.before = (path) => {
      if (path === '/api/v1/transaction' && (transactions += 1) === 3)
        throw new Error('The storage is away.');
    };
    expect(await call('adopt-register', { how: 'copy' }, 'lea', copy)).toMatchObject({ ok: false });
    const half = rowsOf('risk').length - 60;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(60);
    expect(await ask('open-register', {}, 'lea', copy)).toMatchObject({ place: 'copied', risks: [] });
    const adopted = await ask('adopt-register', { how: 'copy' }, 'dev', copy);
    expect(adopted.place).toBe('here');
    expect(adopted.risks.map(({ title }) => title)).toEqual(
      Array.from({ length: 60 }, (_, index) => `Risk number ${index + 1} and its end`),
    );
    expect(rowsOf('risk')).toHaveLength(120);
  });

  it('can show the original, read only, to those who may see its page', async () => {
    const { ask, at, refused, wiki, page } = world;
    const copy = { pageId: copyOf('Copy').id };
    const shown = await ask('adopt-register', { how: 'show' }, 'lea', copy);
    expect(shown).toMatchObject({
      place: 'shown-from-elsewhere',
      original: { pageId: page.id, title: 'Launch plan' },
      canEdit: false,
    });
    expect(shown.risks).toHaveLength(3);
    const change = { riskId: uuid(1), version: 1, change: { kind: 'delete' } };
    expect(await refused('change-risk', change, 'lea', copy)).toBe('not-found');
    expect((await ask('list-history', { riskId: uuid(1), cursor: null }, 'vic', copy)).events).toHaveLength(
      1,
    );
    wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    expect(await ask('open-register', {}, 'vic', copy)).toMatchObject({
      place: 'shown-from-elsewhere',
      original: { pageId: page.id, title: null },
      register: null,
      risks: [],
      events: [],
    });
    expect((await ask('list-history', { riskId: uuid(1), cursor: null }, 'vic', copy)).events).toEqual([]);
    expect((await ask('open-register', {}, 'lea', at)).place).toBe('here');
    // What is written on the copy is the copy's own.
    await ask('create-risks', { risks: [newRisk(9)] }, 'lea', copy);
    expect(await ask('open-register', {}, 'lea', copy)).toMatchObject({
      place: 'here',
      risks: [{ number: 1 }],
    });
  });

  it('starts empty', async () => {
    const copy = { pageId: copyOf('Copy').id };
    expect(await world.ask('adopt-register', { how: 'start-empty' }, 'lea', copy)).toMatchObject({
      place: 'here',
      risks: [],
      original: null,
    });
  });

  it('gives nothing of an original that the viewer may not see', async () => {
    const { ask, refused, wiki, page } = world;
    const copy = { pageId: copyOf('Copy').id };
    wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    expect(await ask('open-register', {}, 'dev', copy)).toMatchObject({
      place: 'copied',
      original: { title: null },
      risks: [],
    });
    expect(await refused('adopt-register', { how: 'copy' }, 'dev', copy)).toBe('not-found');
    expect(await refused('adopt-register', { how: 'show' }, 'dev', copy)).toBe('not-found');
    expect((await ask('open-register', {}, 'dev', copy)).place).toBe('copied');
  });

  it('of a copy offers a register that the viewer may see', async () => {
    const { ask, wiki, page, teamSpace } = world;
    const first = copyOf('First copy');
    await ask('adopt-register', { how: 'copy' }, 'lea', { pageId: first.id });
    const second = wiki.copyPage(first.id, { title: 'Second', spaceId: teamSpace.id }, { by: 'lea' });
    wiki.restrictPage(page.id, { readers: { accountIds: ['lea'], groupIds: [] } });
    expect((await ask('open-register', {}, 'dev', { pageId: second.id })).original).toEqual({
      pageId: first.id,
      title: 'First copy',
      count: 3,
    });
  });
});

describe('pages made from one template', () => {
  const macro = { pageId: '', localId: 'of-the-template' };
  const pages = () => {
    const { write } = world;
    return [
      { ...macro, pageId: write('Launch of June').id },
      { ...macro, pageId: write('Launch of July').id },
    ] as const;
  };

  it('have nothing to do with each other while neither has a register', async () => {
    const { ask } = world;
    for (const at of pages()) {
      expect(await ask('open-register', {}, 'lea', at)).toMatchObject({ place: 'new', original: null });
    }
  });

  it('look as copies do once one has a register, and the other starts empty with its own', async () => {
    const { ask } = world;
    const [june, july] = pages();
    await ask('create-risks', { risks: [newRisk(8)] }, 'lea', june);
    expect(await ask('open-register', {}, 'dev', july)).toMatchObject({
      place: 'copied',
      original: { pageId: june.pageId, title: 'Launch of June' },
    });
    expect(await ask('adopt-register', { how: 'start-empty' }, 'dev', july)).toMatchObject({
      place: 'here',
      original: null,
      risks: [],
    });
    await ask('create-risks', { risks: [newRisk(9)] }, 'dev', july);
    expect((await ask('open-register', {}, 'lea', june)).risks.map(({ id }) => id)).toEqual([uuid(8)]);
    expect((await ask('open-register', {}, 'lea', july)).risks.map(({ id }) => id)).toEqual([uuid(9)]);
  });
});

describe('a register’s page', () => {
  it('may hold two macros, each with its own', async () => {
    const { ask, at } = world;
    const other = { ...at, localId: 'macro-2' };
    expect(await ask('open-register', {}, 'lea', other)).toMatchObject({ place: 'new', risks: [] });
    await ask('create-risks', { risks: [newRisk(8)] }, 'lea', other);
    expect((await ask('open-register', {}, 'lea', other)).risks).toHaveLength(1);
    expect((await ask('open-register', {}, 'lea', at)).risks).toHaveLength(3);
  });

  it('takes its figures along to another space', async () => {
    const { ask, at, wiki, page, openSpace, rowsOf } = world;
    const spaces = () =>
      rowsOf('register-summary').map(({ value }) => (value as { spaceId: string }).spaceId);
    expect(spaces()).toEqual([page.spaceId]);
    wiki.movePage(page.id, { spaceId: openSpace.id, parentId: null });
    expect(await ask('open-register', {}, 'lea', at)).toMatchObject({ place: 'here', risks: { length: 3 } });
    expect(spaces()).toEqual([openSpace.id]);
  });

  it('may be deleted and restored', async () => {
    const { ask, at, wiki, page, refused } = world;
    wiki.trashPage(page.id);
    expect(await refused('open-register', {}, 'lea', at)).toBe('not-found');
    wiki.restorePage(page.id);
    expect((await ask('open-register', {}, 'lea', at)).risks).toHaveLength(3);
  });

  it('may be archived: then it is for reading', async () => {
    const { ask, at, wiki, page } = world;
    wiki.archivePage(page.id);
    expect(await ask('open-register', {}, 'lea', at)).toMatchObject({ canEdit: false, risks: { length: 3 } });
  });
});

describe('a macro in a template', () => {
  it('has no register, and pages made from it get their own', async () => {
    const { platformFor, contextOf, at } = world;
    const { registerResolvers } = await import('#src/resolvers/risk/register-calls');
    const { createRegisterApp } = await import('#src/app/register');
    const context = { ...contextOf('lea', at), extension: { type: 'macro', template: { id: '77' } } };
    const resolvers = registerResolvers(createRegisterApp(platformFor('lea')));
    expect(await resolvers['open-register']({ payload: {}, context })).toMatchObject({
      ok: true,
      data: { place: 'new', canEdit: false, risks: [] },
    });
    expect(await resolvers['create-risks']({ payload: { risks: [newRisk(1)] }, context })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});
