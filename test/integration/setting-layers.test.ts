import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SettingLayerAnswer } from '#src/contract/setting-layers';
import { type DemoIds, seedDemo } from '#sandbox/demo/seed';
import { NO_FAULTS } from '#sandbox/faults';
import type { LocalApp } from '#tools/local-app';

import { accountOf, bundleForTests, costOf, dataOf, failureOf, startWatchedApp } from './local-app';

const bundle = bundleForTests();

const [LEAD, ADMIN] = [accountOf('lead'), accountOf('admin')];
const SITE = { of: 'site' } as const;

let app: LocalApp<DemoIds>;
let boardId: number;
let project: { readonly of: 'project'; readonly projectId: string };

beforeAll(async () => {
  app = await startWatchedApp(bundle(), seedDemo);
  boardId = app.seeded.boards.aurora;
  project = { of: 'project', projectId: app.seeded.projects.aurora };
});

type Place = typeof SITE | typeof project | { readonly of: 'board'; readonly boardId: number };

const get = async (place: Place, accountId: string): Promise<SettingLayerAnswer> =>
  await dataOf(app, 'get-setting-layer', { place }, accountId);

const save = async (place: Place, layer: SettingLayerAnswer['layer'], accountId: string) => {
  const { version } = await get(place, accountId);
  return await dataOf(app, 'save-setting-layer', { place, version, layer }, accountId);
};

const board = () => ({ of: 'board', boardId }) as const;

const flagged = async (check: string, mayBeKept = true) => {
  const health = await dataOf(app, 'get-backlog-health', { boardId, mayBeKept }, accountOf('viewer'));
  return health.issues.filter(({ findings }) => findings.some((finding) => finding.check === check)).length;
};

describe('what is set above a board', () => {
  it('holds for the board, and what is nearer to it holds instead', async () => {
    expect(await flagged('missing-estimate')).toBeGreaterThan(0);
    await save(SITE, { 'check.missing-estimate.enabled': false, 'session.minutes': 60 }, ADMIN);
    expect(await flagged('missing-estimate')).toBe(0);

    const inherited = (await get(project, LEAD)).inherited;
    expect(inherited.values['check.missing-estimate.enabled']).toBe(false);
    expect(inherited.sources['check.missing-estimate.enabled']).toBe('site');
    await save(project, { 'check.missing-estimate.enabled': true }, LEAD);
    expect(await flagged('missing-estimate')).toBeGreaterThan(0);
    const above = (await get(board(), LEAD)).inherited.sources;
    expect(above).toMatchObject({ 'check.missing-estimate.enabled': 'project', 'session.minutes': 'site' });

    await save(board(), { 'check.missing-estimate.enabled': false }, LEAD);
    expect(await flagged('missing-estimate')).toBe(0);
    await save(board(), {}, LEAD);
    expect(await flagged('missing-estimate')).toBeGreaterThan(0);
  });

  it('is told with the board by the panel, and what the panel leaves alone goes on being inherited', async () => {
    const shown = await dataOf(app, 'get-board-settings', { boardId }, LEAD);
    expect(shown.settings.session.minutes).toBe(60);
    expect(shown.sources).toMatchObject({ 'session.minutes': 'site', 'check.abandoned.enabled': 'default' });
    const { checks } = shown.settings;
    const settings = {
      ...shown.settings,
      checks: { ...checks, abandoned: { ...checks.abandoned, enabled: false } },
    };
    await dataOf(app, 'save-board-settings', { boardId, version: shown.version, settings }, LEAD);
    expect((await get(board(), LEAD)).layer).toEqual({ 'check.abandoned.enabled': false });
  });

  it('costs a board that is open already no more points', async () => {
    await flagged('missing-estimate');
    const { points } = await costOf(app, async () => await flagged('missing-estimate'));
    expect(points).toBeLessThanOrEqual(5);
  });
});

describe('only those get to it who administer it', () => {
  it.each([
    ['site', 'lead'],
    ['site', 'developer'],
    ['site', 'viewer'],
    ['project', 'developer'],
    ['project', 'viewer'],
    ['project', 'outsider'],
    ['board', 'developer'],
    ['board', 'viewer'],
  ] as const)('the %s, a %s', async (of, role) => {
    const place = of === 'site' ? SITE : of === 'project' ? project : board();
    const before = await get(place, ADMIN);
    const code = of === 'project' && role === 'outsider' ? /no-access|not-found/ : /no-access/;
    const account = accountOf(role);
    const layer = { 'session.minutes': 30 };
    const calls = [
      await failureOf(app, 'get-setting-layer', { place }, account),
      await failureOf(app, 'save-setting-layer', { place, version: before.version, layer }, account),
      await failureOf(app, 'preview-settings', { place, layer, boardId }, account),
    ];
    for (const failure of calls) expect(failure.code).toMatch(code);
    expect(await get(place, ADMIN)).toMatchObject({ version: before.version, layer: before.layer });
  });

  it('a board that the caller may not see is not found', async () => {
    const place = board();
    expect(await failureOf(app, 'get-setting-layer', { place }, accountOf('outsider'))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a change', () => {
  it('is refused when another came in between, and remembered with who made it', async () => {
    const { version, layer } = await get(SITE, ADMIN);
    const changed = await save(SITE, { ...layer, 'session.minutes': 45 }, ADMIN);
    expect(changed.changes[0]).toMatchObject({ by: ADMIN, before: layer });
    const stale = { place: SITE, version, layer: {} };
    expect(await failureOf(app, 'save-setting-layer', stale, ADMIN)).toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['no setting', { 'check.unheard.enabled': true }],
    ['no value of it', { 'session.minutes': 5000 }],
    ['JQL', { 'check.required-field.fields': ['a = b'] }],
  ])('is refused when there is %s', async (_, layer) => {
    const { version } = await get(SITE, ADMIN);
    const failure = await failureOf(app, 'save-setting-layer', { place: SITE, version, layer }, ADMIN);
    expect(failure.code).toBe('bad-request');
    expect(failure.message).toContain(Object.keys(layer)[0]);
    expect(await get(SITE, ADMIN)).toMatchObject({ version });
  });

  it('is refused without a licence, and what is set is shown', async () => {
    const { version } = await get(SITE, ADMIN);
    app.faults.set({ license: 'inactive' });
    const payload = { place: SITE, version, layer: {} };
    expect(await failureOf(app, 'save-setting-layer', payload, ADMIN)).toMatchObject({ code: 'unlicensed' });
    expect(await get(SITE, ADMIN)).toMatchObject({ version, isLicensed: false });
    app.faults.set(NO_FAULTS);
  });
});

describe('a preview', () => {
  it('counts what would be flagged on the board, for the price of one reading, and changes nothing', async () => {
    const before = await get(project, LEAD);
    const ask = {
      place: project,
      layer: { ...before.layer, 'check.thin-description.minimum': 400 },
      boardId,
    };
    const { value: preview, points } = await costOf(app, () => dataOf(app, 'preview-settings', ask, LEAD));
    expect(preview).toMatchObject({ isElsewhere: false, isPartial: false });
    expect(preview.newlyFlagged).toBeGreaterThan(0);
    expect(points).toBeLessThanOrEqual(160);
    expect(await get(project, LEAD)).toEqual(before);

    const flaggedNow = await flagged('thin-description', false);
    await save(project, ask.layer, LEAD);
    const flaggedThen = await flagged('thin-description', false);
    expect(flaggedThen - flaggedNow).toBeGreaterThanOrEqual(preview.newlyFlagged);
    const same = await dataOf(app, 'preview-settings', ask, LEAD);
    expect(same).toMatchObject({ newlyFlagged: 0, noLongerFlagged: 0, issues: preview.issues });
  });

  it('says that a board of another project takes nothing from it', async () => {
    const ask = { place: project, layer: {}, boardId: app.seeded.boards.operations };
    expect(await dataOf(app, 'preview-settings', ask, ADMIN)).toMatchObject({ isElsewhere: true, issues: 0 });
  });
});

afterAll(() => {
  expect(app.host.logs()).toEqual([]);
});
