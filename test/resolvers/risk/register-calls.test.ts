import { beforeEach, describe, expect, it } from 'vitest';

import { addRisks, newRisk, registerWorld, uuid, type RegisterWorld } from './register-world';

let world: RegisterWorld;
beforeEach(() => {
  world = registerWorld();
});

const edit = (riskId: string, version: number, patch: object) => ({
  riskId,
  version,
  change: { kind: 'edit' as const, patch },
});

describe('a register on its page', () => {
  it('is not there until somebody writes, and leaves nothing behind when nobody does', async () => {
    const { ask, at, rowsOf } = world;
    const opened = await ask('open-register', {}, 'vic', at);
    expect(opened).toMatchObject({
      place: 'new',
      original: null,
      risks: [],
      canEdit: false,
      isLicensed: true,
      viewer: 'vic',
      today: '2026-06-01',
    });
    expect(rowsOf('register')).toHaveLength(0);
    expect((await ask('open-register', {}, 'lea', at)).canEdit).toBe(true);
  });

  it('keeps risks with their numbers, and sending them twice makes them once', async () => {
    const { ask, at, rowsOf } = world;
    const risks = [newRisk(1), newRisk(2), newRisk(3, { title: '' })];
    const made = await ask('create-risks', { risks }, 'lea', at);
    expect(made.register.nextNumber).toBe(3);
    expect(made.answers.map(({ result }) => result)).toEqual(['changed', 'changed', 'invalid']);
    const again = await ask('create-risks', { risks: risks.slice(0, 2) }, 'lea', at);
    expect(again.answers.map(({ result }) => result)).toEqual(['same', 'same']);
    const opened = await ask('open-register', {}, 'dev', at);
    expect(opened.place).toBe('here');
    expect(opened.risks.map(({ number, id, created }) => [number, id, created.by])).toEqual([
      [1, uuid(1), 'lea'],
      [2, uuid(2), 'lea'],
    ]);
    expect(opened.accounts).toEqual([{ accountId: 'dev', isActive: true }]);
    expect(rowsOf('risk-event')).toHaveLength(2);
    const [summary] = rowsOf('register-summary');
    const { cells } = (
      JSON.parse((summary!.value as { body: string }).body) as { summary: { cells: number[] } }
    ).summary;
    expect(cells).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0]);
  });

  it('merges edits that do not overlap, and shows theirs where they do', async () => {
    const { ask, at } = world;
    await addRisks(world, 1);
    const first = await ask(
      'change-risk',
      edit(uuid(1), 1, { title: 'Another title altogether' }),
      'lea',
      at,
    );
    expect(first).toMatchObject({ result: 'changed', risk: { version: 2 } });
    const merged = await ask('change-risk', edit(uuid(1), 1, { ownerId: 'lea' }), 'dev', at);
    expect(merged).toMatchObject({
      result: 'changed',
      risk: { version: 3, title: 'Another title altogether', ownerId: 'lea' },
      event: { act: { by: 'dev' }, changes: [{ field: 'ownerId', before: 'dev', after: 'lea' }] },
    });
    const conflict = await ask('change-risk', edit(uuid(1), 1, { title: 'Mine' }), 'dev', at);
    expect(conflict).toMatchObject({ result: 'conflict', theirs: { version: 3 } });
    const same = await ask('change-risk', edit(uuid(1), 2, { ownerId: 'lea' }), 'dev', at);
    expect(same).toMatchObject({ result: 'same', risk: { version: 3 } });
    const review = { riskId: uuid(1), version: 2, change: { kind: 'review', outcome: 'unchanged' } } as const;
    expect(await ask('change-risk', review, 'dev', at)).toMatchObject({ result: 'conflict' });
    const future = await ask('change-risk', edit(uuid(1), 9, { title: 'Mine' }), 'dev', at);
    expect(future).toMatchObject({ result: 'conflict' });
  });

  it('goes back to an older state, deletes and brings back', async () => {
    const { ask, at, refused } = world;
    await addRisks(world, 1);
    await ask('change-risk', edit(uuid(1), 1, { title: 'Second', dueOn: '2026-07-01' }), 'lea', at);
    await ask('change-risk', edit(uuid(1), 2, { title: 'Third' }), 'dev', at);
    const revert = (toVersion: number, version = 3) => ({
      riskId: uuid(1),
      version,
      change: { kind: 'revert' as const, toVersion },
    });
    expect(await ask('change-risk', revert(1), 'lea', at)).toMatchObject({
      result: 'changed',
      risk: { version: 4, title: 'Risk number 1 and its end', dueOn: null },
      event: { kind: 'reverted', toVersion: 1 },
    });
    expect(await refused('change-risk', revert(9, 4), 'lea', at)).toBe('not-found');
    const change = { riskId: uuid(1), version: 4, change: { kind: 'delete' } } as const;
    expect(await ask('change-risk', change, 'lea', at)).toMatchObject({ risk: { deleted: { by: 'lea' } } });
    expect(await ask('change-risk', edit(uuid(1), 5, { title: 'No' }), 'lea', at)).toEqual({
      result: 'refused',
      refusal: { kind: 'deleted' },
    });
    const back = { riskId: uuid(1), version: 5, change: { kind: 'undelete' } } as const;
    expect(await ask('change-risk', back, 'lea', at)).toMatchObject({ risk: { version: 6, deleted: null } });
    const history = await ask('list-history', { riskId: uuid(1), cursor: null }, 'vic', at);
    expect(history.events.map(({ kind, act }) => [kind, act.by])).toEqual([
      ['undeleted', 'lea'],
      ['deleted', 'lea'],
      ['reverted', 'lea'],
      ['edited', 'dev'],
      ['edited', 'lea'],
      ['created', 'lea'],
    ]);
  });

  it('pages through a long history', async () => {
    const { ask, at, refused, clock } = world;
    await addRisks(world, 1);
    for (let version = 1; version <= 60; version += 1) {
      clock.advance(1000);
      await ask('change-risk', edit(uuid(1), version, { title: `Title ${version}` }), 'lea', at);
    }
    const read = async (riskId: string | null) => {
      const versions: number[] = [];
      let cursor: string | null = null;
      do {
        const page: { events: { version: number }[]; cursor: string | null } = await ask(
          'list-history',
          { riskId, cursor },
          'vic',
          at,
        );
        versions.push(...page.events.map(({ version }) => version));
        cursor = page.cursor;
      } while (cursor !== null);
      return versions;
    };
    const all = Array.from({ length: 61 }, (_, index) => 61 - index);
    expect(await read(uuid(1))).toEqual(all);
    expect(await read(null)).toEqual(all);
    expect(await refused('list-history', { riskId: null, cursor: 'made up' }, 'vic', at)).toBe('bad-request');
    expect(await refused('list-history', { riskId: uuid(1), cursor: '-3' }, 'vic', at)).toBe('bad-request');
  });

  it('keeps the record of a review of two people', async () => {
    const { ask, at, clock } = world;
    await addRisks(world, 3);
    const startedAt = new Date(clock.now()).toISOString();
    expect(await ask('end-review', { startedAt }, 'lea', at)).toMatchObject({ session: null });
    const look = async (number: number, who: 'lea' | 'dev', outcome: 'unchanged' | 'worse') => {
      clock.advance(60_000);
      const change = { kind: 'review', outcome } as const;
      await ask('change-risk', { riskId: uuid(number), version: 1, change }, who, at);
    };
    await look(1, 'lea', 'unchanged');
    await look(2, 'dev', 'worse');
    const { session, register } = await ask('end-review', { startedAt }, 'lea', at);
    expect(session).toMatchObject({
      people: ['lea', 'dev'],
      looks: [
        { riskId: uuid(1), outcome: 'unchanged' },
        { riskId: uuid(2), outcome: 'worse' },
      ],
    });
    expect(register.lastReview).toEqual(session);
    clock.advance(60_000);
    await ask('change-risk', edit(uuid(3), 1, { title: 'After the review' }), 'dev', at);
    const opened = await ask('open-register', {}, 'vic', at);
    expect(opened.events.map(({ kind, riskId }) => [kind, riskId])).toEqual([['edited', uuid(3)]]);
    const history = await ask('list-history', { riskId: null, cursor: null }, 'vic', at);
    expect(history.registerEvents).toMatchObject([{ kind: 'review-ended', act: { by: 'lea' } }]);
  });

  it('tells of what was done a moment ago, while the lists lag behind', async () => {
    const { ask, at, clock, lag } = world;
    await addRisks(world, 2);
    clock.advance(60_000);
    lag.ms = 2_000;
    const startedAt = new Date(clock.now()).toISOString();
    const change = { kind: 'review', outcome: 'unchanged' } as const;
    await ask('change-risk', { riskId: uuid(1), version: 1, change }, 'lea', at);
    await ask('end-review', { startedAt }, 'lea', at);
    await ask('change-register', { version: 2, patch: { scale: 5 } }, 'lea', at);
    const history = async () => {
      const page = await ask('list-history', { riskId: null, cursor: null }, 'dev', at);
      return {
        own: page.registerEvents?.map(({ kind, version }) => [version, kind]),
        risks: page.events.map(({ kind, riskId }) => [kind, riskId]),
      };
    };
    const told = await history();
    expect(told.own).toEqual([
      [3, 'settings-changed'],
      [2, 'review-ended'],
    ]);
    expect(told.risks[0]).toEqual(['reviewed', uuid(1)]);
    clock.advance(60_000);
    expect(await history()).toEqual(told);
  });

  it('leaves old entries of its own to the page that they are on', async () => {
    const { ask, at, clock } = world;
    await addRisks(world, 1);
    await ask('change-register', { version: 1, patch: { scale: 5 } }, 'lea', at);
    clock.advance(60_000);
    for (let version = 1; version <= 26; version += 1) {
      clock.advance(1_000);
      await ask('change-risk', edit(uuid(1), version, { title: `Risk in version ${version}` }), 'lea', at);
    }
    const first = await ask('list-history', { riskId: null, cursor: null }, 'lea', at);
    expect(first.registerEvents).toBeUndefined();
    const second = await ask('list-history', { riskId: null, cursor: first.cursor }, 'lea', at);
    expect(second.registerEvents).toHaveLength(1);
  });

  it('opens a suggestion again when its risk is deleted at once, and settles it when it is brought back', async () => {
    const { ask, at } = world;
    const key = 'below-two-sprints/1';
    const origin = { kind: 'suggestion', key } as const;
    await ask('create-risks', { risks: [{ ...newRisk(1), origin }, newRisk(2)] }, 'lea', at);
    const settled = async () => (await ask('open-register', {}, 'lea', at)).settledKeys ?? [];
    expect(await settled()).toEqual([key]);
    const change = async (number: number, version: number, kind: 'delete' | 'undelete') =>
      await ask('change-risk', { riskId: uuid(number), version, change: { kind } }, 'lea', at);
    expect(await change(2, 1, 'delete')).not.toHaveProperty('settledKeys');
    expect(await change(1, 1, 'delete')).toMatchObject({ result: 'changed', settledKeys: [] });
    expect(await settled()).toEqual([]);
    expect(await change(1, 2, 'undelete')).toMatchObject({ result: 'changed', settledKeys: [key] });
    expect(await settled()).toEqual([key]);
    // It was there for a while, and somebody decided against it.
    expect(await change(1, 3, 'delete')).not.toHaveProperty('settledKeys');
    expect(await settled()).toEqual([key]);
  });

  it('changes its settings, and its summary with them', async () => {
    const { ask, at, rowsOf } = world;
    await addRisks(world, 2);
    const changed = await ask('change-register', { version: 1, patch: { scale: 5 } }, 'lea', at);
    expect(changed).toMatchObject({ result: 'changed', register: { scale: 5, version: 2 } });
    const [summary] = rowsOf('register-summary');
    const { body } = summary!.value as { body: string };
    expect(JSON.parse(body)).toMatchObject({ summary: { scale: 5 } });
    expect((JSON.parse(body) as { summary: { cells: number[] } }).summary.cells[12]).toBe(2);
    expect(await ask('change-register', { version: 1, patch: { scale: 3 } }, 'dev', at)).toMatchObject({
      result: 'conflict',
      register: { scale: 5 },
    });
    const cadence = { high: 0, medium: 14, low: 30 };
    expect(await ask('change-register', { version: 2, patch: { cadence } }, 'lea', at)).toMatchObject({
      result: 'invalid',
    });
    const categories = [...['technical-dependency', 'resource-gap', 'market-shift', 'own']].map((id) => ({
      id,
      name: id === 'own' ? 'Legal' : null,
    }));
    expect(await ask('change-register', { version: 2, patch: { categories } }, 'lea', at)).toMatchObject({
      result: 'changed',
    });
  });

  it('remembers reminders and dismissed suggestions, and which were accepted', async () => {
    const { ask, at } = world;
    expect(await ask('set-reminder', { isOn: true }, 'lea', at)).toEqual({ isReminding: true });
    await ask('dismiss-suggestion', { key: 'below-two-sprints 1' }, 'lea', at);
    const risk = { ...newRisk(1), origin: { kind: 'suggestion' as const, key: 'blocked-chain 1 7' } };
    await ask('create-risks', { risks: [risk] }, 'lea', at);
    expect(await ask('open-register', {}, 'vic', at)).toMatchObject({
      isReminding: true,
      settledKeys: ['below-two-sprints 1', 'blocked-chain 1 7'],
    });
  });

  it('says what over 500 risks is', { timeout: 60_000 }, async () => {
    const { ask, at } = world;
    await addRisks(world, 500);
    const { answers } = await ask('create-risks', { risks: [newRisk(501)] }, 'lea', at);
    expect(answers).toEqual([{ result: 'refused', refusal: { kind: 'register-full', limit: 500 } }]);
    const { value, storage, product } = await world.cost(() => ask('open-register', {}, 'vic', at));
    expect(value.risks).toHaveLength(500);
    expect([storage.length, product.length]).toEqual([7, 2]);
  });

  it('opens 200 risks with three calls to Confluence and Jira, and four to storage', async () => {
    const { site, scrum, ask, at, clock } = world;
    const issue = site.createIssue(
      { projectId: scrum.id, issueTypeId: '10001', summary: 'Cache the tax rates', dueDate: '2026-07-01' },
      { by: 'lea' },
    );
    await addRisks(world, 200, (number) => (number === 7 ? { issueIds: [issue.id, '999999'] } : {}));
    clock.advance(60_000);
    const { value, storage, product } = await world.cost(() => ask('open-register', {}, 'vic', at));
    expect(value.risks).toHaveLength(200);
    expect(storage).toHaveLength(4);
    expect(product.sort()).toEqual([
      'GET /wiki/api/v2/pages/{id}',
      'POST /rest/api/3/issue/bulkfetch',
      'POST /wiki/api/v2/users-bulk',
    ]);
    expect(value.mitigations).toEqual([
      {
        issueId: issue.id,
        isVisible: true,
        shown: { key: issue.key, summary: 'Cache the tax rates', status: 'To Do', statusCategory: 'new' },
        isDone: false,
        isReady: false,
        isScheduled: true,
        landsOn: '2026-07-01',
      },
      {
        issueId: '999999',
        isVisible: false,
        shown: null,
        isDone: false,
        isReady: null,
        isScheduled: null,
        landsOn: null,
      },
    ]);
  });

  it('opens without Jira and without names where they do not answer', async () => {
    const { ask, at, faults, logged } = world;
    await addRisks(world, 1, () => ({ issueIds: ['1'] }));
    faults.set({
      rest: ['/rest/api/3/issue', '/users-bulk'].map((match) => ({
        match,
        kind: 'rate-limited' as const,
        pages: 'all' as const,
        remaining: null,
      })),
    });
    const opened = await ask('open-register', {}, 'vic', at);
    expect(opened).toMatchObject({ mitigations: null, accounts: [], risks: [{ number: 1 }] });
    expect(logged.map(({ event }) => event).sort()).toEqual(['accounts-not-read', 'issues-not-read']);
  }, 40_000);
});

describe('storage that lags behind', () => {
  it('shows what was written a moment ago, in as many calls', async () => {
    const { ask, at, lag, clock } = world;
    await addRisks(world, 30);
    clock.advance(600_000);
    lag.ms = 5_000;
    await ask('change-risk', edit(uuid(3), 1, { title: 'Changed just now' }), 'lea', at);
    clock.advance(1_000);
    await ask('create-risks', { risks: [newRisk(31)] }, 'lea', at);
    const { value, storage } = await world.cost(() => ask('open-register', {}, 'vic', at));
    expect(value.risks.map(({ number }) => number)).toEqual(
      Array.from({ length: 31 }, (_, index) => index + 1),
    );
    expect(value.risks[2]).toMatchObject({ title: 'Changed just now', version: 2 });
    expect(value.unread).toBeUndefined();
    expect(storage).toHaveLength(4);
    const history = await ask('list-history', { riskId: null, cursor: null }, 'vic', at);
    expect(history.events.slice(0, 2).map(({ kind }) => kind)).toEqual(['created', 'edited']);
  });

  it('reads by key what is too large to be remembered beside the register', async () => {
    const { ask, at, lag, clock } = world;
    await addRisks(world, 2);
    clock.advance(600_000);
    lag.ms = 5_000;
    const text = 'Long plan. '.repeat(900);
    const plan = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    };
    await ask('change-risk', edit(uuid(2), 1, { plan }), 'lea', at);
    const { value, storage } = await world.cost(() => ask('open-register', {}, 'vic', at));
    expect(value.risks[1]).toMatchObject({ version: 2, plan: { content: [{ content: [{ text }] }] } });
    expect(storage).toHaveLength(5);
  });

  it('ends a review with the looks of the last seconds', async () => {
    const { ask, at, lag, clock } = world;
    await addRisks(world, 2);
    clock.advance(600_000);
    lag.ms = 30_000;
    const startedAt = new Date(clock.now()).toISOString();
    const change = { kind: 'review', outcome: 'unchanged' } as const;
    await ask('change-risk', { riskId: uuid(1), version: 1, change }, 'dev', at);
    const { session } = await ask('end-review', { startedAt }, 'dev', at);
    expect(session?.looks).toHaveLength(1);
  });
});

describe('a value that cannot be read', () => {
  it('is said to be missing, stays where it is, and the rest opens', async () => {
    const { ask, at, rowsOf, put, logged, clock, refused } = world;
    // The last events could make up for a broken row: so many that this risk is not among them.
    await addRisks(world, 80);
    clock.advance(600_000);
    const row = rowsOf('risk').find(({ key }) => key.endsWith(uuid(2)))!;
    const broken = { ...(row.value as object), body: '{"title":"half"}' };
    put('risk', row.key, broken);
    const opened = await ask('open-register', {}, 'vic', at);
    expect(opened.risks).toHaveLength(79);
    expect(opened.risks.slice(0, 2).map(({ number }) => number)).toEqual([1, 3]);
    expect(opened.unread).toBe(1);
    expect(logged).toContainEqual({ event: 'stored-value-unreadable', entity: 'risk', key: row.key });
    expect(JSON.stringify(logged)).not.toContain('half');
    expect(await refused('change-risk', edit(uuid(2), 1, { title: 'X' }), 'lea', at)).toBe(
      'unexpected-answer',
    );
    const again = await ask('create-risks', { risks: [newRisk(81)] }, 'lea', at);
    expect(again.answers).toMatchObject([{ result: 'changed', risk: { number: 81 } }]);
    expect(rowsOf('risk').find(({ key }) => key === row.key)?.value).toEqual(broken);
  });
});
