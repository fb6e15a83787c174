import { describe, expect, it } from 'vitest';

import { parseManifest, readManifest } from '#sandbox/forge/manifest';

import { manifestText } from './running-app';

const replaced = (what: string, by: string) =>
  manifestText((text) => {
    expect(text).toContain(what);
    return text.replace(what, by);
  });

describe('reading a manifest', () => {
  it('gives modules of any type, functions, resources and the rest in one form', () => {
    const manifest = parseManifest(manifestText());
    expect(
      manifest.modules['jira:projectPage']?.map(({ key, resource, resolver, title }) => ({
        key,
        resource,
        resolver,
        title,
      })),
    ).toEqual([
      { key: 'page', resource: 'screen', resolver: { function: 'resolver' }, title: 'Page' },
      { key: 'bare-page', resource: 'screen', resolver: undefined, title: 'No backend' },
    ]);
    expect(Object.keys(manifest.modules)).toEqual([
      'jira:projectPage',
      'consumer',
      'scheduledTrigger',
      'trigger',
    ]);
    expect(manifest.functions.get('consume')).toEqual({
      key: 'consume',
      handler: 'index.consume',
      timeoutSeconds: 1,
    });
    expect(manifest).toMatchObject({
      appId: '00000000-0000-0000-0000-000000000000',
      scopes: ['read:jira-work', 'storage:app'],
      consumers: [{ key: 'worker', queue: 'work', functionKey: 'consume' }],
      scheduledTriggers: [
        { key: 'hourly', interval: 'hour', isLicensedOnly: false },
        { isLicensedOnly: true },
      ],
      triggers: [{ events: ['avi:jira:updated:issue'], ignoresSelf: true }],
      isLicensingEnabled: true,
      backendEgress: [],
    });
    expect(manifest.entities[0]?.indexes).toEqual([
      { name: 'surname', partition: [], range: 'surname' },
      { name: 'by-age', partition: [], range: 'age' },
      { name: 'by-remote-and-surname-age', partition: ['remote', 'surname'], range: 'age' },
    ]);
  });

  it("reads the app's own manifest", () => {
    expect(readManifest('manifest.yml').resources.has('backlog-health')).toBe(true);
  });

  it('keeps a title in other languages and the size of the dialog', () => {
    const manifest = parseManifest(
      `${replaced('title: Page', 'title:\n        i18n: page.title\n      viewportSize: max')}
translations:
  resources:
    - key: en-US
      path: en.json
  fallback:
    default: en-US
`,
      () => '{"page.title": "Page"}',
    );
    expect(manifest.modules['jira:projectPage']?.[0]).toMatchObject({
      title: { i18n: 'page.title' },
      viewportSize: 'max',
    });
  });

  it.each([
    [
      'an unknown resource',
      replaced('resource: screen', 'resource: nowhere'),
      'modules.jira:projectPage[0].resource names "nowhere", which is not declared under resources.',
    ],
    [
      'an unknown function of a resolver',
      replaced('function: resolver', 'function: nobody'),
      'modules.jira:projectPage[0].resolver.function names "nobody", which is not declared under modules.function.',
    ],
    [
      'an unknown function of a consumer',
      replaced('function: consume', 'function: nobody'),
      'modules.consumer[0].function names "nobody"',
    ],
    [
      'a module key twice',
      replaced('key: bare-page', 'key: page'),
      'modules: the key "page" is declared twice.',
    ],
    [
      'a handler without a file',
      replaced('handler: index.resolver', 'handler: resolver'),
      'modules.function.0.handler: a handler is written file.export',
    ],
    [
      'an unknown interval',
      replaced('interval: hour', 'interval: minute'),
      'modules.scheduledTrigger.0.interval',
    ],
    [
      'an index on an unknown attribute',
      replaced('- age\n', '- shoe\n'),
      'app.storage.entities[0] (employee): index "by-age" names "shoe", which is no attribute.',
    ],
    [
      'an index on an untyped attribute',
      replaced('- age\n', '- extra\n'),
      'index "by-age" cannot use "extra": its type is any.',
    ],
    ['an index name twice', replaced('name: by-age', 'name: surname'), 'each index needs a name of its own'],
    [
      'an entity name with capitals',
      replaced('name: employee', 'name: Employee'),
      'app.storage.entities.0.name: an entity name has only a-z',
    ],
    [
      'a time limit over 900 seconds',
      replaced('timeoutSeconds: 1', 'timeoutSeconds: 901'),
      'modules.function.1.timeoutSeconds',
    ],
    ['no app', replaced('\napp:', '\nother:'), 'app: '],
    ['broken YAML', 'modules: [', 'manifest.yml: '],
  ])('names the place of %s', (_what, text, message) => {
    expect(() => parseManifest(text)).toThrow(message);
    expect(() => parseManifest(text)).toThrow(/^manifest\.yml: /);
  });

  it('says when there is no manifest', () => {
    expect(() => readManifest('nowhere/manifest.yml')).toThrow(
      'manifest.yml: cannot be read from nowhere/manifest.yml.',
    );
  });
});
