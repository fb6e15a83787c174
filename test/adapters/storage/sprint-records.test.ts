import { describe, expect, it } from 'vitest';

import { createMemoryRecords } from '#src/adapters/memory/sprint-records';
import {
  loadClosedSprint,
  loadSprintRecords,
  saveClosedSprint,
  saveSprintRecords,
} from '#src/adapters/storage/sprint-records';
import type { IssueInSprint, KeptRecord } from '#src/ports/sprint-records';

import { buildRecord } from '../../builders/sprint';
import { forgeStorage } from './forge-storage';

const kept = (sprintId: number, basis = 'customfield_1/3/1/100'): KeptRecord => ({
  basis,
  record: buildRecord(sprintId),
});

function forgeRecords(accountId = '5b10:ann', forge = forgeStorage()) {
  const reported: unknown[] = [];
  const at = { storage: forge.storage, accountId, report: (error: unknown) => reported.push(error) };
  const sprints = { loadSprint: loadClosedSprint(at), saveSprint: saveClosedSprint(at) };
  return { load: loadSprintRecords(at), save: saveSprintRecords(at), ...sprints, forge, reported };
}

describe.each([
  ['memory', () => createMemoryRecords()],
  ['Forge storage', () => forgeRecords()],
])('records in %s', (_, create) => {
  it('come back as they were saved, those that are asked for', async () => {
    const { load, save } = create();
    await save(1, [kept(1), kept(2)]);
    expect(await load(1, [2, 3])).toEqual([kept(2)]);
    expect(await load(2, [1])).toEqual([]);
    expect(await load(1, [])).toEqual([]);
  });

  it('take the place of older ones', async () => {
    const { load, save } = create();
    await save(1, [kept(1)]);
    await save(1, [kept(1, 'another')]);
    expect((await load(1, [1])).map(({ basis }) => basis)).toEqual(['another']);
  });

  it('are any number', async () => {
    const { load, save } = create();
    const ids = Array.from({ length: 60 }, (__, index) => index + 1);
    await save(
      1,
      ids.map((id) => kept(id)),
    );
    expect(await load(1, ids)).toHaveLength(60);
  });
});

describe('records in Forge storage', () => {
  it('belong to one viewer, whom nothing stored names, and stay', async () => {
    const { save, forge } = forgeRecords();
    await save(1, [kept(1)]);
    expect(await forgeRecords('5b10:ben', forge).load(1, [1])).toEqual([]);
    const rows = forge.rowsOf('sprint-record');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.expireAt).toBeNull();
    expect(JSON.stringify(rows)).not.toContain('ann');
  });

  it.each([
    ['of an older shape', { shape: 0 }],
    ['of another board', { boardId: 5 }],
    ['without figures', { record: {} }],
    ['of another sprint', { sprintId: 2 }],
  ])('are left out when they are %s', async (_, change) => {
    const { load, save, forge, reported } = forgeRecords();
    await save(1, [kept(1)]);
    const [row] = forge.rowsOf('sprint-record');
    forge.put('sprint-record', row!.key, { ...(row!.value as object), ...change });
    expect(await load(1, [1])).toEqual([]);
    expect(reported).toEqual([]);
  });

  it('read as empty, and say so, while the storage does not answer', async () => {
    const down = new Error('storage is down');
    const reported: unknown[] = [];
    const storage = { batchGet: () => Promise.reject(down), batchSet: () => Promise.reject(down) };
    const at = { storage, accountId: 'ann', report: (error: unknown) => reported.push(error) };
    expect(await loadSprintRecords(at)(1, [1])).toEqual([]);
    await saveSprintRecords(at)(1, [kept(1)]);
    expect(reported).toEqual([down, down]);
  });
});

describe.each([
  ['memory', () => createMemoryRecords()],
  ['Forge storage', () => forgeRecords()],
])('a closed sprint with its issues in %s', (_, create) => {
  const issue: IssueInSprint = {
    issueId: '10001',
    key: 'EK-1',
    list: 'completed-outside',
    wasAdded: true,
    wasCarriedIn: false,
    estimateAtStart: null,
    estimateAtEnd: 0.5,
    becameDone: '2026-01-06T09:00:00.000Z',
    startedWork: null,
  };
  const whole = { ...kept(1), issues: [issue, { ...issue, issueId: '10002', key: 'EK-2' }] };

  it('comes back as it was saved, and its record among the others', async () => {
    const { load, loadSprint, saveSprint } = create();
    expect(await loadSprint(1, 1)).toBeNull();
    await saveSprint(1, whole);
    expect(await loadSprint(1, 1)).toEqual(whole);
    expect(await loadSprint(2, 1)).toBeNull();
    expect(await load(1, [1])).toEqual([kept(1)]);
  });

  it('is another thing than its record alone', async () => {
    const { loadSprint, save } = create();
    await save(1, [kept(1)]);
    expect(await loadSprint(1, 1)).toBeNull();
  });
});

describe('a closed sprint with its issues in Forge storage', () => {
  it('belongs to one viewer, and is nothing kept when it is of another shape', async () => {
    const { loadSprint, saveSprint, forge } = forgeRecords();
    await saveSprint(1, { ...kept(1), issues: [] });
    expect(await forgeRecords('5b10:ben', forge).loadSprint(1, 1)).toBeNull();
    for (const { key, value } of forge.rowsOf('sprint-record')) {
      forge.put('sprint-record', key, { ...(value as object), record: { issues: [[1]] } });
    }
    expect(await loadSprint(1, 1)).toBeNull();
  });

  it('is read anew each time where its issues are more than an entry holds', async () => {
    const { load, loadSprint, saveSprint } = forgeRecords();
    const issue = { list: 'removed', wasAdded: false, wasCarriedIn: false } as const;
    const none = { estimateAtStart: null, estimateAtEnd: null, becameDone: null, startedWork: null };
    const issues = Array.from({ length: 1_501 }, (_, id) => ({
      issueId: `${id}`,
      key: `EK-${id}`,
      ...issue,
      ...none,
    }));
    await saveSprint(1, { ...kept(1), issues });
    expect(await loadSprint(1, 1)).toBeNull();
    expect(await load(1, [1])).toHaveLength(1);
  });

  it('that holds as many issues as it may fits into an entry', async () => {
    const { loadSprint, saveSprint } = forgeRecords();
    const issues = Array.from({ length: 1_500 }, (_, id) => ({
      issueId: `${1_000_000 + id}`,
      key: `LONGPROJECT-${10_000 + id}`,
      list: 'completed-outside' as const,
      wasAdded: false,
      wasCarriedIn: false,
      estimateAtStart: 13.5,
      estimateAtEnd: 13.5,
      becameDone: '2026-01-06T09:00:00.000Z',
      startedWork: '2026-01-06T09:00:00.000Z',
    }));
    await saveSprint(1, { ...kept(1), issues });
    expect((await loadSprint(1, 1))?.issues).toHaveLength(1_500);
  });
});
