import { beforeEach, describe, expect, it } from 'vitest';

import { reportAccounts } from '#src/adapters/atlassian/report-accounts';
import { createCycleStore } from '#src/adapters/storage/privacy/cycle-store';
import { collectPeople, erasePeople } from '#src/adapters/storage/privacy/stored-people';
import { ReportRefused } from '#src/ports/privacy/report-accounts';
import { reportPeople, type ReportPeoplePorts } from '#src/usecases/privacy/report-people';

import { forgeStorage } from '../../adapters/storage/forge-storage';

const START = Date.parse('2026-10-12T08:00:00.000Z');
const DAY = 86_400_000;

const accountOf = (number: number) => `712020:${String(number).padStart(6, '0')}`;

let now: number;
let asked: (readonly string[])[];
let closed: Set<string>;
/** What stands between the app and Atlassian; throws what the client would reject with. */
let between: () => void;
let store: ReturnType<typeof forgeStorage>;
let ports: ReportPeoplePorts;

const run = async (minutes = 13) => await reportPeople(ports, now + minutes * 60_000);

/** Settings of boards, each changed once by somebody. */
function putChanges(count: number, from = 0) {
  for (let number = from; number < from + count; number += 1) {
    store.put('board-settings', String(number), {
      shape: 1,
      boardId: number,
      version: 2,
      settings: { checks: {} },
      changes: [
        { version: 2, by: accountOf(number), at: '2026-10-12T08:00:00.000Z', before: { checks: {} } },
      ],
    });
  }
}

const authors = () =>
  store
    .rowsOf('board-settings')
    .map(({ value }) => (value as { changes: { by: string }[] }).changes[0]?.by ?? '')
    .sort();

beforeEach(() => {
  now = START;
  asked = [];
  closed = new Set();
  between = () => undefined;
  store = forgeStorage({ now: () => now });
  ports = {
    cycles: createCycleStore(store.storage, (key) => {
      throw new Error(key);
    }),
    collect: collectPeople(store.storage),
    erase: erasePeople(store.storage),
    reportAccounts: reportAccounts(async (accounts) => {
      between();
      asked.push(accounts.map(({ accountId }) => accountId));
      return await Promise.resolve(
        accounts.flatMap(({ accountId }) =>
          closed.has(accountId) ? [{ accountId, status: 'closed' as const }] : [],
        ),
      );
    }),
    now: () => new Date(now),
  };
});

describe('a cycle', () => {
  it('reports each account once, at most 90 in a request, and then not for seven days', async () => {
    putChanges(200);
    expect(await run()).toMatchObject({ accounts: 200, closed: 0, rows: 0 });
    expect(asked.map(({ length }) => length)).toEqual([90, 90, 20]);
    expect(new Set(asked.flat()).size).toBe(200);
    for (let day = 1; day <= 6; day += 1) {
      now = START + day * DAY;
      expect(await run()).toBe('not-due');
    }
    now = START + 7 * DAY;
    expect(await run()).toMatchObject({ accounts: 200 });
    expect(asked).toHaveLength(6);
  });

  it('reports nothing when nobody is stored', async () => {
    expect(await run()).toMatchObject({ accounts: 0 });
    expect(asked).toEqual([]);
  });

  it('takes those that are closed out, and keeps no list of anybody afterwards', async () => {
    putChanges(3);
    closed.add(accountOf(1));
    expect(await run()).toMatchObject({ accounts: 3, closed: 1, rows: 1 });
    expect(authors()).toEqual([accountOf(0), accountOf(2), 'unknown']);
    expect(await store.storage.get('personal-data:accounts:0')).toBeUndefined();
    expect(JSON.stringify(await store.storage.get('personal-data:cycle'))).not.toContain('712020');
  });

  it('does not report somebody who has left again', async () => {
    putChanges(2);
    closed.add(accountOf(1));
    await run();
    now += 7 * DAY;
    await run();
    expect(asked).toEqual([[accountOf(0), accountOf(1)], [accountOf(0)]]);
  });

  it('takes out more closed accounts than one value can hold, walk by walk', async () => {
    putChanges(1_500);
    for (let number = 0; number < 1_500; number += 1) closed.add(accountOf(number));
    expect(await run()).toMatchObject({ accounts: 1_500, closed: 1_500, rows: 1_500 });
    expect(new Set(authors())).toEqual(new Set(['unknown']));
    expect(asked.flat()).toHaveLength(1_500);
  });
});

describe('a run that does not finish', () => {
  it('is gone on with where a request failed, and no account is reported twice', async () => {
    putChanges(200);
    closed.add(accountOf(150));
    let calls = 0;
    between = () => {
      calls += 1;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the platform's client rejects with the response itself
      if (calls === 2) throw new Response('', { status: 429, headers: { 'retry-after': '60' } });
    };
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReportRefused);
    expect(error).toMatchObject({ status: 429, retryAfterSeconds: 60 });
    now += DAY;
    expect(await run()).toMatchObject({ accounts: 200, closed: 1, rows: 1 });
    expect(asked.flat()).toHaveLength(200);
    expect(authors()).not.toContain(accountOf(150));
  });

  it('is gone on with after its time was over, in each phase', async () => {
    putChanges(1_200);
    for (let number = 0; number < 40; number += 1) closed.add(accountOf(number));
    // Time passes with every look at the storage: a run gets a few stretches far.
    const { collect, erase } = ports;
    const slow =
      <In extends readonly unknown[], Out>(work: (...input: In) => Promise<Out>) =>
      async (...input: In) => {
        now += 30_000;
        return await work(...input);
      };
    ports = { ...ports, collect: slow(collect), erase: slow(erase) };
    const ends: unknown[] = [];
    while (ends.length < 40 && (ends.length === 0 || ends.at(-1) === 'out-of-time')) {
      ends.push(await run(1));
      now += DAY;
    }
    expect(ends.length).toBeGreaterThan(10);
    expect(ends.at(-1)).toMatchObject({ accounts: 1_200, closed: 40, rows: 40 });
    expect(asked.flat()).toHaveLength(1_200);
    expect(authors().filter((by) => by === 'unknown')).toHaveLength(40);
  });

  it('leaves the work to a run that has it, and takes it over when that one is gone', async () => {
    putChanges(2);
    expect(await ports.cycles.take(new Date(now), new Date(now + 60_000))).toBe(true);
    expect(await run()).toBe('taken');
    now += 61_000;
    expect(await run()).toMatchObject({ accounts: 2 });
    expect(asked).toHaveLength(1);
  });

  it('reports once when a schedule arrives twice at the same time', async () => {
    putChanges(5);
    await Promise.all([run(), run()]);
    expect(asked.flat()).toHaveLength(5);
  });

  it('begins an entity again when its cursor has grown too old', async () => {
    putChanges(150);
    await ports.cycles.save({
      startedAt: new Date(START).toISOString(),
      phase: 'collect',
      place: { kind: 'board-settings', cursor: 'of another time' },
      lists: 0,
      accounts: 0,
      reported: 0,
      closed: [],
      closedInAll: 0,
      rows: 0,
      last: null,
    });
    expect(await run()).toMatchObject({ accounts: 150 });
  });
});

describe('a storage that has taken what it takes a minute', () => {
  it('is waited for', async () => {
    putChanges(150);
    closed.add(accountOf(7));
    const waits: number[] = [];
    let queries = 0;
    const busy = forgeStorage({
      now: () => now,
      before: (path) => {
        if (path !== '/api/v1/entity/query') return;
        queries += 1;
        if (queries % 5 !== 0) return;
        throw Object.assign(new Error('Too many requests.'), { responseDetails: { status: 429 } });
      },
    });
    for (const { key, value } of store.rowsOf('board-settings'))
      busy.put('board-settings', key, value as object);
    const sleep = async (milliseconds: number) => {
      waits.push(milliseconds);
      await Promise.resolve();
    };
    ports = {
      ...ports,
      cycles: createCycleStore(busy.storage, () => undefined),
      collect: collectPeople(busy.storage, sleep),
      erase: erasePeople(busy.storage, sleep),
    };
    expect(await run()).toMatchObject({ accounts: 150, closed: 1, rows: 1 });
    expect(waits.length).toBeGreaterThan(2);
  });
});
