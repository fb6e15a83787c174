import { describe, expect, it } from 'vitest';

import { AT, NOON, runApp } from './running-app';

describe('invoking a resolver', () => {
  it('gives the function its payload and the place it was called from', async () => {
    const { host, call } = await runApp();
    expect(await host.invoke({ functionKey: 'echo', payload: { a: [1, null] } }, AT, 'lead')).toEqual({
      a: [1, null],
    });
    expect((await call('context')).value).toMatchObject({
      accountId: 'lead',
      moduleKey: 'page',
      siteUrl: 'http://localhost:1',
      environmentType: 'DEVELOPMENT',
      installContext: expect.stringMatching(/^ari:cloud:jira::site\//) as string,
      license: { active: true },
      extension: { type: 'jira:projectPage', project: { key: 'A' } },
    });
    expect((await call('appContext')).value).toEqual({
      app: 'ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000',
      environmentType: 'DEVELOPMENT',
      moduleKey: 'page',
      license: { active: true },
      scopes: ['read:jira-work', 'storage:app'],
    });
  });

  it.each([
    ['active', { active: true }],
    ['inactive', { active: false }],
    ['missing', undefined],
  ] as const)('says of the licence what the site says: %s', async (license, expected) => {
    const { host, call } = await runApp({ faults: { license } });
    expect((await call<{ license?: unknown }>('context')).value?.license).toEqual(expected);
    expect(host.context(AT, 'lead', 'dark').license).toEqual(expected);
  });

  it('has no licence for an app without licensing', async () => {
    const { host } = await runApp({ manifest: (text) => text.replace('enabled: true', 'enabled: false') });
    expect(host.context(AT, 'lead', 'light').license).toBeUndefined();
  });

  it('tells a screen the language, the time zone and the theme', async () => {
    const { host } = await runApp({ settingsOf: () => ({ locale: 'de-DE', timezone: 'Europe/Berlin' }) });
    expect(host.context(AT, 'lead', 'dark')).toMatchObject({
      locale: 'de-DE',
      timezone: 'Europe/Berlin',
      theme: { colorMode: 'dark' },
      localId: expect.stringContaining('/static/page') as string,
    });
  });

  it.each([
    [
      'an unknown function',
      'nothing',
      {},
      "There was an error invoking the function - Resolver has no definition for 'nothing'.",
    ],
    ['a function that throws', 'fail', {}, 'There was an error invoking the function - the app is broken'],
    [
      'a payload over 500 KB',
      'echo',
      { text: 'x'.repeat(500 * 1024) },
      'payload of an invocation may have at most 500 KB; this one has 501 KB',
    ],
    [
      'a response over 5 MB',
      'fill',
      { bytes: 5 * 1024 * 1024 },
      'response of an invocation may have at most 5120 KB',
    ],
  ])('refuses %s', async (_what, functionKey, payload, message) => {
    const { host } = await runApp();
    await expect(host.invoke({ functionKey, payload }, AT, 'lead')).rejects.toThrow(message);
  });

  it('lets the largest payload and response through', async () => {
    const { host } = await runApp();
    const payload = 'x'.repeat(500 * 1024 - 2);
    expect(await host.invoke({ functionKey: 'echo', payload }, AT, 'lead')).toBe(payload);
    const bytes = 5 * 1024 * 1024 - 2;
    expect(await host.invoke({ functionKey: 'fill', payload: { bytes } }, AT, 'lead')).toHaveLength(bytes);
  });

  it.each([
    [
      'a module that is not declared',
      { moduleKey: 'other' },
      'declares no jira:projectPage with the key "other"',
    ],
    [
      'a module under another type',
      { moduleType: 'jira:globalPage' },
      'declares no jira:globalPage with the key "page"',
    ],
    [
      'a module without a resolver',
      { moduleKey: 'bare-page' },
      'names no resolver function for the module "bare-page"',
    ],
  ])('refuses %s', async (_what, place, message) => {
    const { host } = await runApp();
    await expect(host.invoke({ functionKey: 'echo' }, { ...AT, ...place }, 'lead')).rejects.toThrow(message);
  });

  it('stops a function at its time, and what it still does afterwards has no effect', async () => {
    const { host, call } = await runApp({ limits: { timeoutMs: 30 } });
    await expect(host.invoke({ functionKey: 'wait', payload: { ms: 60 } }, AT, 'lead')).rejects.toThrow(
      'The function timed out after 0.03 seconds.',
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await call('kvs', { method: 'get', args: ['after-time'] })).value).toBeUndefined();
  });

  it('gives the app the time of the site', async () => {
    const { call, clock } = await runApp();
    clock.advance(86_400_000);
    expect((await call('now')).value).toEqual({
      now: NOON + 86_400_000,
      date: NOON + 86_400_000,
      isDate: true,
      fixed: 5,
    });
  });

  it('keeps what the app logs, with its invocation', async () => {
    const { host } = await runApp();
    await host.invoke(
      { functionKey: 'log', payload: { level: 'warn', lines: [['a %s', 'b', { c: 1 }]] } },
      AT,
      'lead',
    );
    await host.invoke({ functionKey: 'log', payload: { lines: [['second']] } }, AT, 'lead');
    const [first, second, ...more] = host.logs();
    expect(first).toMatchObject({ at: NOON, level: 'warn', text: 'a b { c: 1 }' });
    expect(second).toMatchObject({ level: 'log', text: 'second' });
    expect(second?.invocationId).not.toBe(first?.invocationId);
    expect(more).toEqual([]);
  });

  it('drops log lines past a hundred of one invocation', async () => {
    const { host } = await runApp();
    const lines = Array.from({ length: 150 }, (_line, at) => [`line ${at}`]);
    await host.invoke({ functionKey: 'log', payload: { lines } }, AT, 'lead');
    expect(host.logs()).toHaveLength(101);
    expect(host.logs().at(-1)?.text).toBe('Too many log lines in one invocation: the rest is dropped.');
  });

  it('logs what a function throws', async () => {
    const { host } = await runApp();
    await host.invoke({ functionKey: 'fail' }, AT, 'lead').catch(() => undefined);
    expect(host.logs()[0]).toMatchObject({
      level: 'error',
      text: expect.stringContaining('the app is broken') as string,
    });
  });

  it('keeps the process warm between calls, loads anew on reload, and shares nothing between hosts', async () => {
    const { host } = await runApp();
    const other = await runApp();
    const count = async (of: typeof host) => await of.invoke({ functionKey: 'count' }, AT, 'lead');
    expect([await count(host), await count(host), await count(other.host)]).toEqual([1, 2, 1]);
    await host.reload();
    expect(await count(host)).toBe(1);
  });

  it('counts invocations', async () => {
    const { host } = await runApp();
    await host.invoke({ functionKey: 'echo' }, AT, 'lead');
    await host.invoke({ functionKey: 'wait', payload: { ms: 5 } }, AT, 'lead');
    expect(host.use().invocations).toBe(2);
    expect(host.use().invocationMs).toBeGreaterThanOrEqual(4);
  });

  it('refuses a bundle that lacks a handler of the manifest', async () => {
    await expect(
      runApp({ manifest: (text) => text.replace('index.heard', 'index.missing') }),
    ).rejects.toThrow('function "heard" names index.missing, but app.cjs exports no function "missing"');
  });
});
