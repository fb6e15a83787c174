import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';
import { NO_FAULTS } from '#sandbox/faults';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
import type { LocalApp } from '#tools/local-app';

import {
  accountOf,
  bundleForTests,
  costOf,
  dataOf,
  failureOf,
  startWatchedApp,
  uncoveredWatchedCalls,
} from './local-app';

const bundle = bundleForTests();

const LEAD = accountOf('lead');
const ADMIN = accountOf('admin');

let app: LocalApp<DemoIds>;
let boardId: number;

beforeAll(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
});

afterAll(() => {
  expect(uncoveredWatchedCalls()).toEqual([]);
});

const get = async (accountId = LEAD): Promise<BoardSettingsAnswer> =>
  await dataOf(app, 'get-board-settings', { boardId }, accountId);

const save = async (version: number, settings: BoardSettings, accountId = LEAD) =>
  await dataOf(app, 'save-board-settings', { boardId, version, settings }, accountId);

function withoutCheck(settings: BoardSettings, check: keyof BoardSettings['checks']): BoardSettings {
  return {
    ...settings,
    checks: { ...settings.checks, [check]: { ...settings.checks[check], enabled: false } },
  };
}

describe("a board's settings", () => {
  it('are as they come at first, for everybody who sees the board', async () => {
    const { value: first, points } = await costOf(app, () => get());
    expect(first).toMatchObject({ version: 0, changes: [], canChange: true });
    expect(first.settings).toEqual(first.defaults);
    expect(first.fields.map(({ id }) => id)).toContain('labels');
    expect(first.fields.map(({ id }) => id)).not.toContain('status');
    expect(points).toBeLessThanOrEqual(7);
    expect(await get(accountOf('developer'))).toMatchObject({ canChange: false });
    expect(await get(accountOf('viewer'))).toMatchObject({ canChange: false });
    expect(await failureOf(app, 'get-board-settings', { boardId }, accountOf('outsider'))).toMatchObject({
      code: 'not-found',
    });
  });

  it('are changed by those who administer the project, seen by the others, and taken back', async () => {
    const found = 'missing-estimate';
    const checksIn = async (accountId: string, mayBeKept: boolean) => {
      const health = await dataOf(app, 'get-backlog-health', { boardId, mayBeKept }, accountId);
      return { health, checks: health.issues.flatMap(({ findings }) => findings.map(({ check }) => check)) };
    };
    const viewer = accountOf('viewer');
    expect((await checksIn(viewer, false)).checks).toContain(found);
    const { settings, version } = await get();
    const changed = await save(version, withoutCheck(settings, found));
    expect(changed).toMatchObject({ version: version + 1, changes: [{ by: LEAD, before: settings }] });

    const after = await checksIn(viewer, true);
    expect(after.health).toMatchObject({ isKept: false, adjusted: { by: LEAD } });
    expect(after.checks).not.toContain(found);
    expect((await checksIn(viewer, true)).health.isKept).toBe(true);

    const before = changed.changes[0]?.before;
    if (!before) throw new Error('The change is not remembered.');
    const back = await save(changed.version, before, ADMIN);
    expect(back.settings).toEqual(settings);
    expect(back.changes.map(({ by }) => by)).toEqual([ADMIN, LEAD]);
    expect((await checksIn(viewer, true)).checks).toContain(found);
  });

  it.each(['developer', 'viewer', 'outsider'] as const)('are not changed by a %s', async (role) => {
    const { settings, version } = await get();
    const payload = { boardId, version, settings: withoutCheck(settings, 'abandoned') };
    const { code } = await failureOf(app, 'save-board-settings', payload, accountOf(role));
    expect(code).toBe(role === 'outsider' ? 'not-found' : 'no-access');
    expect(await get()).toMatchObject({ version, settings });
  });

  it('are not changed over the head of somebody else, in turn or at once', async () => {
    const { settings, version } = await get();
    await save(version, withoutCheck(settings, 'abandoned'));
    const stale = { boardId, version, settings: withoutCheck(settings, 'oversized') };
    expect(await failureOf(app, 'save-board-settings', stale, ADMIN)).toMatchObject({ code: 'conflict' });
    const next = { ...stale, version: version + 1 };
    const both = (await Promise.all([
      app.call('save-board-settings', next, LEAD),
      app.call('save-board-settings', { ...next, settings }, ADMIN),
    ])) as { ok: boolean; error?: { code: string } }[];
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)?.error?.code).toBe('conflict');
    expect(await get()).toMatchObject({ version: version + 2 });
  });

  it('are not changed without a licence, but shown', async () => {
    const { settings, version } = await get();
    app.faults.set({ license: 'inactive' });
    const payload = { boardId, version, settings: withoutCheck(settings, 'near-duplicate') };
    expect(await failureOf(app, 'save-board-settings', payload, LEAD)).toMatchObject({ code: 'unlicensed' });
    expect(await get()).toMatchObject({ version });
    app.faults.set(NO_FAULTS);
  });

  it('hold for one board', async () => {
    const operations = { boardId: app.seeded.boards.operations };
    expect(await dataOf(app, 'get-board-settings', operations, LEAD)).toMatchObject({ version: 0 });
  });

  it('log nothing', () => {
    expect(app.host.logs()).toEqual([]);
  });
});
