import { describe, expect, it } from 'vitest';

import { readMeter } from '#sandbox/api/meter';
import { createLedger } from '#sandbox/jira/rest/ledger';
import type { LedgerEntry } from '#sandbox/jira/rest.types';

const NOON = Date.UTC(2026, 10, 24, 12);
const USE = {
  invocations: 0,
  kvsReads: 0,
  kvsWrites: 0,
  kvsReadBytes: 0,
  kvsWrittenBytes: 0,
  invocationMs: 0,
};

function entry(change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    at: NOON + 1000,
    caller: 'user',
    accountId: 'lead',
    method: 'GET',
    operation: '/rest/api/3/field',
    status: 200,
    points: 2,
    scopes: [],
    startedMs: 0,
    endedMs: 10,
    invocationId: 'one',
    ...change,
  };
}

function ledgerOf(entries: readonly LedgerEntry[]) {
  const ledger = createLedger();
  for (const one of entries) ledger.record(one);
  return ledger;
}

const chain = (...spans: [number, number][]) =>
  spans.map(([startedMs, endedMs]) => entry({ startedMs, endedMs }));

describe('readMeter', () => {
  it('counts the points of the app since the top of the hour, and no one else’s', () => {
    const entries = [
      entry({ at: NOON - 1, points: 100 }),
      entry({ at: NOON, points: 1 }),
      entry({ caller: 'app', points: 10 }),
      entry({ caller: 'screen', points: 1000 }),
      entry({ caller: 'site', points: 1000 }),
      entry({ caller: 'client', points: 1000 }),
    ];
    expect(readMeter(ledgerOf(entries), null, NOON + 60_000, USE).pointsThisHour).toBe(11);
  });

  it('has no last open before the app was opened', () => {
    expect(readMeter(ledgerOf([entry()]), null, NOON, USE)).toMatchObject({
      lastOpen: null,
      lastInvocation: null,
    });
  });

  it('counts only what was called since the app was opened', () => {
    const ledger = ledgerOf([entry()]);
    const mark = ledger.mark();
    ledger.record(entry({ startedMs: 100, endedMs: 110, points: 7 }));
    ledger.record(entry({ startedMs: 120, endedMs: 130, caller: 'screen' }));
    expect(readMeter(ledger, mark, NOON, USE).lastOpen).toEqual({
      points: 7,
      calls: 1,
      roundTrips: 1,
      screenCalls: 1,
    });
  });

  it.each([
    ['nothing', chain(), 0],
    ['one call', chain([0, 10]), 1],
    ['calls side by side', chain([0, 10], [1, 11], [2, 12]), 1],
    ['calls one after another', chain([0, 10], [10, 20], [25, 30]), 3],
    ['a long call beside two short ones', chain([0, 100], [0, 10], [20, 30]), 2],
    ['a fan between two single calls', chain([0, 10], [11, 20], [11, 25], [12, 19], [26, 30]), 3],
  ])('counts the round trips of %s', (_name, entries, roundTrips) => {
    expect(readMeter(ledgerOf(entries), 0, NOON, USE).lastOpen).toHaveProperty('roundTrips', roundTrips);
  });

  it('names the cost of the last invocation alone', () => {
    const entries = [
      entry({ points: 50 }),
      entry({ invocationId: 'two', points: 3 }),
      entry({ invocationId: 'two', points: 4 }),
    ];
    expect(readMeter(ledgerOf(entries), 0, NOON, USE).lastInvocation).toEqual({
      points: 7,
      calls: 2,
      roundTrips: 1,
    });
  });
});
