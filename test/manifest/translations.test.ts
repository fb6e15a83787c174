import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { ROOT } from './app-copy';

interface Source {
  readonly modules: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly translations: {
    readonly resources: readonly { readonly key: string; readonly path: string }[];
    readonly fallback: { readonly default: string };
  };
}

const { modules, translations } = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as Source;

const files = translations.resources.map(({ key, path }) => ({
  locale: key,
  texts: JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Readonly<Record<string, unknown>>,
}));

/** Every `{i18n: key}` in a value. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('i18n' in value && typeof value.i18n === 'string') return [value.i18n];
  return Object.values(value).flatMap(keysIn);
}

const keys = [...new Set(keysIn(modules))].sort();

/** The schema of these takes no keys: their words are the same for everybody. */
const NOT_TRANSLATABLE: ReadonlySet<string> = new Set([
  'jira:jqlFunction',
  'dashboards:widget',
  'rovo:agent',
  'action',
]);

const SHOWN = ['title', 'tooltip', 'label', 'description'] as const;

describe('the words of the manifest', () => {
  it('are keys wherever the schema takes them', () => {
    const plain = Object.entries(modules)
      .filter(([type]) => !NOT_TRANSLATABLE.has(type))
      .flatMap(([, declared]) =>
        declared.flatMap((module) =>
          SHOWN.filter((name) => typeof module[name] === 'string').map(
            (name) => `${String(module['key'])}: ${name}`,
          ),
        ),
      );
    expect(plain).toEqual([]);
  });

  it.each(files.map(({ locale, texts }) => [locale, texts] as const))(
    'are all there in %s, and no more',
    (_, texts) => {
      expect(Object.keys(texts).sort()).toEqual(keys);
      expect(Object.values(texts).filter((text) => typeof text !== 'string' || text.trim() === '')).toEqual(
        [],
      );
    },
  );

  it('fall back to English', () => {
    expect(translations.fallback).toEqual({ default: 'en-US' });
  });
});
