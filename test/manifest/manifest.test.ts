import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { CALLS } from '#src/contract/index';
import * as handlers from '#src/index';

import { ROOT } from './app-copy';

interface Module {
  readonly key: string;
  readonly resource?: string;
  /** Of a widget: the view in which it is set up. */
  readonly edit?: { readonly resource: string };
  readonly resolver?: { readonly function: string };
  readonly adfExport?: { readonly function: string };
  readonly dynamicProperties?: { readonly function: string };
  /** Of what runs in the background. */
  readonly function?: string;
  readonly handler?: string;
}

const manifest = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as {
  modules: Record<string, Module[]>;
  resources: { key: string; path: string }[];
  permissions: { content?: { styles?: string[] }; external?: unknown };
};
const { function: functions = [], ...modules } = manifest.modules;
const placed = Object.values(modules).flat();

describe('the manifest', () => {
  it.each(functions.map(({ key, handler }) => [key, handler ?? '']))(
    'has a handler for the function %s: %s',
    (_key, handler) => {
      const [file, name] = handler.split('.');
      expect(file).toBe('index');
      expect(handlers).toHaveProperty(name ?? '', expect.any(Function));
    },
  );

  it('names no function that no module uses, and uses none that it does not name', () => {
    const used = new Set(
      placed.flatMap((module) =>
        [
          module.resolver?.function,
          module.adfExport?.function,
          module.dynamicProperties?.function,
          module.function,
        ].filter((name) => name !== undefined),
      ),
    );
    expect([...used].sort()).toEqual(functions.map(({ key }) => key).sort());
  });

  it.each(manifest.resources.map(({ key, path }) => [key, path]))(
    'has a built page for the resource %s',
    (_key, path) => {
      expect(existsSync(join(ROOT, path, 'index.html'))).toBe(true);
    },
  );

  it('shows every resource somewhere, and shows none that it does not name', () => {
    const shown = new Set(
      placed.flatMap(({ resource, edit }) => [resource, edit?.resource].filter((one) => one !== undefined)),
    );
    expect([...shown].sort()).toEqual(manifest.resources.map(({ key }) => key).sort());
  });

  it('opens neither the Content-Security-Policy nor any address outside Atlassian', () => {
    expect(manifest.permissions.content).toBeUndefined();
    expect(manifest.permissions.external).toBeUndefined();
  });
});

describe('the contract', () => {
  it.each(Object.entries(CALLS))('gives %s a schema for both ways', (_call, { request, response }) => {
    expect(request.safeParse(undefined).success).toBe(false);
    expect(response.safeParse(undefined).success).toBe(false);
  });
});
