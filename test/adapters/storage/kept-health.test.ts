import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { createMemoryHealth } from '#src/adapters/memory/kept-health';
import { forgetHealth, loadHealth, saveHealth, type HealthStorage } from '#src/adapters/storage/kept-health';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import type { FactsByCheck, Finding } from '#src/domain/backlog/finding';
import type { KeptHealth } from '#src/ports/kept-health';

import { buildBacklog } from '../../builders/issue';
import { buildKeptHealth } from '../../builders/kept-health';
import { forgeStorage } from './forge-storage';

function forgeHealth(storage: HealthStorage, accountId = '5b10:ann') {
  const reported: unknown[] = [];
  const kept = { storage, accountId, report: (error: unknown) => reported.push(error) };
  return { load: loadHealth(kept), save: saveHealth(kept), forget: forgetHealth(kept), reported };
}

/** What each check may have observed, without words. */
const FACTS: FactsByCheck = {
  'missing-estimate': {},
  oversized: { estimate: 13, medianSprint: 20.5, limit: 10.25 },
  'thin-description': { words: 3, minimum: 10, hasLongSummary: false },
  unverifiable: { stories: 40, withCriteria: 36 },
  'missing-benefit': { missing: ['role', 'benefit'] },
  'compound-story': { excerpt: null },
  'placeholder-text': { where: 'summary', excerpt: null },
  'open-blocker': {
    blockers: [
      { key: 'PLAT-77', placesBelow: null },
      { key: 'AUR-9', placesBelow: 4 },
    ],
  },
  'default-priority': { priorityId: '3' },
  'missing-why': { parentKey: 'AUR-900' },
  'stale-ready': { days: 50, limit: 42 },
  abandoned: { days: 120, limit: 90 },
  'near-duplicate': { key: 'AUR-2', isSame: true },
  'rank-inversion': { key: 'AUR-3', placesAbove: 12 },
  'required-field': { fieldIds: ['labels', 'customfield_10100'] },
};

/** An answer in which one issue has a finding of every check, and a check that could not tell. */
function withEveryFinding(): KeptHealth {
  const kept = buildKeptHealth();
  const findings = CHECK_IDS.map((check) => ({ check, severity: 'info', facts: FACTS[check] }) as Finding);
  const [first, ...others] = kept.assessment.issues;
  const busy = { ...first!, findings, undecided: [{ check: 'unverifiable', reason: 'error' }] as const };
  return { ...kept, assessment: { ...kept.assessment, issues: [busy, ...others] } };
}

function withUnevenLimits(): KeptHealth {
  const kept = buildKeptHealth();
  const findings: Finding[] = [
    { check: 'abandoned', severity: 'info', facts: { days: 3, limit: 2.5 } },
    { check: 'thin-description', severity: 'warn', facts: { words: 1, minimum: 1.5, hasLongSummary: false } },
  ];
  const [first, ...others] = kept.assessment.issues;
  return { ...kept, assessment: { ...kept.assessment, issues: [{ ...first!, findings }, ...others] } };
}

describe.each([
  ['in memory', createMemoryHealth],
  ['in Forge storage', () => forgeHealth(forgeStorage().storage)],
])('a kept answer %s', (_, create) => {
  it('is let go of when it holds no more, and nothing is let go of where none is kept', async () => {
    const { load, save, forget } = create();
    await save(1, buildKeptHealth());
    await save(2, buildKeptHealth());
    await forget(1);
    await forget(1);
    expect(await load(1)).toBeNull();
    expect(await load(2)).not.toBeNull();
  });

  it.each([
    ['of a few issues', buildKeptHealth()],
    ['of an empty backlog', buildKeptHealth({ activeSprintIds: [], hasSprints: false }, [])],
    ['with findings of every check', withEveryFinding()],
    [
      'with what the viewer changed',
      buildKeptHealth({ ownChanges: [{ issueId: '10002', updated: '2026-11-24T09:30:00.123Z' }] }),
    ],
    ['judged by limits that are not whole', withUnevenLimits()],
    [
      'of several projects, parents, people and sprints',
      buildKeptHealth(
        {},
        buildBacklog([
          { key: 'AUR-1', sprint: { id: 31, name: 'Next' }, assigneeId: '5b10:cem' },
          { key: 'OPS-7', estimate: 0.5, priorityId: null },
          { key: 'AUR-2', estimate: null, issueType: { name: 'Epic', level: 1 } },
        ]),
      ),
    ],
  ])('comes back as it was: %s', async (_case, kept) => {
    const { load, save } = create();
    await save(1, kept);
    expect(await load(1)).toEqual(kept);
  });

  it('is that of its board, and the last one', async () => {
    const { load, save } = create();
    expect(await load(1)).toBeNull();
    await save(1, buildKeptHealth());
    expect(await load(2)).toBeNull();
    await save(1, buildKeptHealth({ basis: 'newer' }));
    expect(await load(1)).toMatchObject({ basis: 'newer' });
  });
});

describe('in Forge storage', () => {
  it('belongs to one viewer, whom its key does not name, and goes away after 7 days', async () => {
    const { storage, rowsOf } = forgeStorage();
    await forgeHealth(storage, '5b10:ann').save(1, buildKeptHealth());
    expect(await forgeHealth(storage, '5b10:ben').load(1)).toBeNull();
    const [row] = rowsOf('kept-health');
    expect(JSON.stringify(row)).not.toContain('ann');
    expect(row!.expireAt! - row!.createdAt).toBe(7 * 86_400_000);
  });

  it('has no words of an issue, even when it was given some', async () => {
    const { storage } = forgeStorage();
    const { load, save } = forgeHealth(storage);
    const kept = buildKeptHealth();
    const [first, ...others] = kept.assessment.issues;
    const finding: Finding = {
      check: 'placeholder-text',
      severity: 'warn',
      facts: { where: 'summary', excerpt: 'Secret merger' },
    };
    await save(1, {
      ...kept,
      assessment: { ...kept.assessment, issues: [{ ...first!, findings: [finding] }, ...others] },
    });
    const loaded = await load(1);
    expect(loaded!.assessment.issues[0]!.findings).toEqual([
      { ...finding, facts: { where: 'summary', excerpt: null } },
    ]);
  });

  it.each([
    ['of another shape', { shape: 0 }],
    ['that is no text of ours', { packed: 'bm90IG91cnM=' }],
  ])('counts as nothing, and is reported, when it is a value %s', async (_, change) => {
    const { storage, rowsOf, put } = forgeStorage();
    const { load, save, reported } = forgeHealth(storage);
    await save(1, buildKeptHealth());
    const [row] = rowsOf('kept-health');
    put('kept-health', row!.key, { ...(row!.value as object), ...change });
    expect(await load(1)).toBeNull();
    expect(reported).toHaveLength(1);
  });

  it('counts as nothing, and is reported, when it speaks of a check that is no more', async () => {
    const { storage, rowsOf, put } = forgeStorage();
    const { load, save, reported } = forgeHealth(storage);
    await save(1, buildKeptHealth());
    const [row] = rowsOf('kept-health');
    const { packed, ...value } = row!.value as { readonly packed: string };
    const text = brotliDecompressSync(Buffer.from(packed, 'base64')).toString();
    expect(text).toContain('"missing-why"');
    const older = brotliCompressSync(text.replaceAll('"missing-why"', '"missing-how"'));
    put('kept-health', row!.key, { ...value, packed: older.toString('base64') });
    expect(await load(1)).toBeNull();
    expect(reported).toHaveLength(1);
  });

  it('counts as nothing when it is of another board', async () => {
    const { storage, rowsOf, put } = forgeStorage();
    const { load, save } = forgeHealth(storage);
    await save(1, buildKeptHealth());
    const [row] = rowsOf('kept-health');
    put('kept-health', row!.key, { ...(row!.value as object), boardId: 2 });
    expect(await load(1)).toBeNull();
  });

  it.each([
    [60, 4_000],
    [500, 10_000],
  ])('takes few bytes: %i issues', async (count, most) => {
    const { storage, writtenBytes } = forgeStorage();
    const issues = buildBacklog(
      Array.from({ length: count }, (_, index) => ({
        id: String(1_000_000 + ((index * 7_919) % 900_000)),
        key: `AUR-${1_000 + ((index * 613) % 9_000)}`,
        estimate: index % 3 === 0 ? null : index % 8,
        assigneeId: `712020:0a1b2c3d-${index % 9}`,
        priorityId: String(1 + (index % 5)),
        description: index % 2 === 0 ? null : undefined,
        updated: new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString(),
      })),
    );
    await forgeHealth(storage).save(1, buildKeptHealth({}, issues));
    expect(writtenBytes()).toBeLessThan(most);
  });

  it('is left out while the storage does not answer, which is reported', async () => {
    const down = new Error('storage is down');
    const refuse = () => Promise.reject(down);
    const storage = { entity: () => ({ get: refuse, set: refuse, delete: refuse }) };
    const { load, save, forget, reported } = forgeHealth(storage);
    await save(1, buildKeptHealth());
    expect(await load(1)).toBeNull();
    await forget(1);
    expect(reported).toEqual([down, down, down]);
  });
});
