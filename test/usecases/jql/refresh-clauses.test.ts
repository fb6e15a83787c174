import { describe, expect, it } from 'vitest';

import type { Clause, Precomputation, PrecomputationUpdate } from '#src/ports/jql';
import { ReadFailure } from '#src/ports/read-failure';
import type { Computed } from '#src/usecases/jql/compute-clause';
import { refreshClauses, type RefreshClausesPorts } from '#src/usecases/jql/refresh-clauses';

const NOW = new Date('2026-10-12T08:00:00.000Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

const kept = (id: string, board: string, updated: number, functionName = 'ready'): Precomputation => ({
  id,
  clause: { functionName, operator: 'in', arguments: [board] },
  used: hoursAgo(1),
  updated: hoursAgo(updated),
});

interface World {
  readonly kept?: readonly Precomputation[];
  readonly isUsed?: boolean;
  readonly answer?: (clause: Clause) => Computed;
}

function run({ kept: rows = [], isUsed = true, answer }: World) {
  const done = { computed: [] as string[], updates: [] as PrecomputationUpdate[], listed: 0, notes: 0 };
  const reports: string[] = [];
  const claimed = new Set<string>();
  const due: { at: Date | null } = { at: null };
  const ports: RefreshClausesPorts = {
    use: {
      note: () => {
        done.notes += 1;
        return Promise.resolve();
      },
      isNoted: () => Promise.resolve(isUsed),
      readNextDue: () => Promise.resolve(due.at),
      saveNextDue: (at) => {
        due.at = at;
        return Promise.resolve();
      },
      claimHour: (hour) => {
        const key = hour.toISOString();
        if (claimed.has(key)) return Promise.resolve(false);
        claimed.add(key);
        return Promise.resolve(true);
      },
    },
    listPrecomputations: () => {
      done.listed += 1;
      return Promise.resolve(rows);
    },
    updatePrecomputations: (updates) => {
      done.updates.push(...updates);
      return Promise.resolve();
    },
    compute: (clause) => {
      done.computed.push(clause.arguments[0] ?? '');
      return Promise.resolve(answer?.(clause) ?? { kind: 'issues', ids: ['1'] });
    },
    write: (_clause, computed) =>
      computed.kind === 'issues' ? { jql: computed.ids.join() } : { error: computed.why },
    now: () => NOW,
    report: (event) => {
      reports.push(event);
    },
  };
  return { ports, done, reports, due, refresh: () => refreshClauses(ports, Infinity) };
}

describe('the refresh of kept answers', () => {
  it('asks nothing of Jira on a site that uses no function', async () => {
    const { refresh, done } = run({ isUsed: false, kept: [kept('a', 'One', 9)] });
    expect(await refresh()).toEqual({ updated: 0, left: 0 });
    expect(done).toMatchObject({ listed: 0, notes: 0 });
  });

  it('renews what is old, and leaves what is young', async () => {
    const { refresh, done } = run({ kept: [kept('young', 'One', 2), kept('old', 'Two', 7)] });
    expect(await refresh()).toEqual({ updated: 1, left: 0 });
    expect(done).toMatchObject({ updates: [{ id: 'old', value: '1' }], notes: 1 });
  });

  it('leaves what nobody used since for a day', async () => {
    const unused = (id: string, updated: number) => ({ ...kept(id, id, updated), used: hoursAgo(updated) });
    const { refresh, done } = run({ kept: [unused('half a day', 12), unused('a day', 24)] });
    await refresh();
    expect(done.computed).toEqual(['a day']);
  });

  it('does nothing more when the schedule is delivered twice', async () => {
    const { refresh, done } = run({ kept: [kept('old', 'Two', 7)] });
    await refresh();
    expect(await refresh()).toEqual({ updated: 0, left: 0 });
    expect(done).toMatchObject({ listed: 1, computed: ['Two'] });
  });

  it('looks again when the next one grows old, and at once where something was left', async () => {
    const all = run({ kept: [kept('young', 'One', 2), kept('old', 'Two', 7)] });
    await all.refresh();
    expect(all.due.at?.toISOString()).toBe('2026-10-12T11:00:00.000Z');
    const some = run({
      kept: [kept('old', 'Two', 7)],
      answer: () => ({ kind: 'refused', why: 'no-answer' }),
    });
    await some.refresh();
    expect(some.due.at).toEqual(NOW);
    const later = run({ kept: [kept('old', 'Two', 7)] });
    later.due.at = new Date(NOW.getTime() + 1);
    await later.refresh();
    expect(later.done.listed).toBe(0);
  });

  it('takes ten boards a run, those first that are oldest', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => kept(`k${at}`, `Board ${at}`, 7 + at));
    const { refresh, done } = run({ kept: rows });
    await refresh();
    expect(done.computed).toHaveLength(10);
    expect(done.computed[0]).toBe('Board 24');
  });

  it('stops where Jira has no capacity, and keeps what it has', async () => {
    const { refresh, done, reports } = run({
      kept: [kept('a', 'One', 9), kept('b', 'Two', 8), kept('c', 'Three', 7)],
      answer: (clause) =>
        clause.arguments[0] === 'Two' ? { kind: 'refused', why: 'no-capacity' } : { kind: 'issues', ids: [] },
    });
    expect(await refresh()).toEqual({ updated: 1, left: 2 });
    expect(done.computed).toEqual(['One', 'Two']);
    expect(reports).toEqual(['no-capacity-for-jql']);
  });

  it('says of a board that is gone that it is, and not of one that did not answer', async () => {
    const { refresh, done } = run({
      kept: [kept('gone', 'One', 9), kept('silent', 'Two', 8)],
      answer: (clause) => ({
        kind: 'refused',
        why: clause.arguments[0] === 'One' ? 'no-single-board' : 'no-answer',
      }),
    });
    expect(await refresh()).toEqual({ updated: 1, left: 1 });
    expect(done.updates).toEqual([{ id: 'gone', error: 'no-single-board' }]);
  });

  it('bears a refused update', async () => {
    const { ports, reports } = run({ kept: [kept('a', 'One', 9)] });
    const refusing = {
      ...ports,
      updatePrecomputations: () => Promise.reject(new ReadFailure('rate-limited', 'update')),
    };
    expect(await refreshClauses(refusing, Infinity)).toEqual({ updated: 0, left: 1 });
    expect(reports).toEqual(['jql-update-failed']);
  });
});
