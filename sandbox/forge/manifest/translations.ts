import { z } from 'zod';

import { ManifestError } from '#sandbox/forge/manifest/error';
import type { ManifestModule } from '#sandbox/forge/manifest/manifest.types';

const LOCALE = z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'a locale is written as in en-US');

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/translations/ */
export const TRANSLATIONS = z.object({
  resources: z.array(z.object({ key: LOCALE, path: z.string().min(1) })).min(1),
  fallback: z
    .record(z.string(), z.union([LOCALE, z.array(LOCALE)]))
    .refine(({ default: standard }) => typeof standard === 'string', 'fallback names one default'),
});

type Modules = Readonly<Record<string, readonly ManifestModule[]>>;
type Texts = Readonly<Record<string, unknown>>;

/** The texts of the manifest's modules, by language. */
export interface Translations {
  /**
   * Modules with the words of one language in the place of each `{i18n: key}`.
   * @param locale As Jira or Forge writes it, `de_DE` or `de-DE`; one without texts gets those that it falls back to.
   */
  readonly in: <M extends Modules>(modules: M, locale: string) => M;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By the whole key first, then along its dots. */
function textAt(texts: Texts, key: string): string | null {
  const nested = key.split('.').reduce<unknown>((at, part) => (isFields(at) ? at[part] : undefined), texts);
  const text = texts[key] ?? nested;
  return typeof text === 'string' ? text : null;
}

/** A value with every `{i18n: key}` in it replaced. */
function replaced(value: unknown, textOf: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, textOf));
  if (!isFields(value)) return value;
  if (typeof value['i18n'] === 'string') return textOf(value['i18n']);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, textOf)]));
}

function textsIn(path: string, read: (path: string) => string): Texts {
  try {
    const texts = JSON.parse(read(path)) as unknown;
    if (isFields(texts)) return texts;
  } catch (error) {
    throw new ManifestError(`translations: ${path} cannot be read.`, { cause: error });
  }
  throw new ManifestError(`translations: ${path} holds no texts by key.`);
}

/**
 * Reads a manifest's translations, held to what a deploy holds them to: the default language has a text for every key.
 *
 * @param source The manifest's `translations`; undefined where it has none, and then no module may name a key.
 * @param read Reads a file by its path below the manifest's folder.
 * @throws ManifestError
 */
export function readTranslations(
  source: z.infer<typeof TRANSLATIONS> | undefined,
  modules: Modules,
  read: (path: string) => string,
): Translations {
  const byLocale = new Map((source?.resources ?? []).map(({ key, path }) => [key, textsIn(path, read)]));
  const fallback = source?.fallback ?? {};
  const standard = String(fallback['default']);
  const missing = Object.values(fallback)
    .flat()
    .find((locale) => !byLocale.has(locale));
  if (missing !== undefined) throw new ManifestError(`translations: no resource has the key "${missing}".`);
  const textIn = (locales: readonly string[]) => (key: string) => {
    for (const locale of locales) {
      const text = textAt(byLocale.get(locale) ?? {}, key);
      if (text !== null) return text;
    }
    throw new ManifestError(`translations: "${key}" has no text in the default language.`);
  };
  const translate = <M extends Modules>(these: M, wanted: string): M => {
    const locale = wanted.replace('_', '-');
    return replaced(these, textIn([locale, ...[fallback[locale] ?? []].flat(), standard])) as M;
  };
  replaced(modules, textIn([standard]));
  return { in: translate };
}
