import { problemsIn, type Misfit } from '#src/domain/settings/declared';
import type { Layer } from '#src/domain/settings/layer';

/** Raise it when a setting changes its meaning, and read the older files here too. */
const VERSION = 1;

/** What is wrong with a file, and where. */
export interface FileProblem {
  /** Dotted, such as `settings.session.minutes`; empty: the file as a whole. */
  readonly path: string;
  readonly why: Misfit | 'not-json' | 'not-settings' | 'other-version';
}

export type ReadFile =
  | { readonly ok: true; readonly layer: Layer }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** What is set in one place as the text of a file, in the order of names so that two files can be compared. */
export function settingsFile(layer: Layer): string {
  const settings = Object.fromEntries(Object.entries(layer).sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ evenkeel: 'settings', version: VERSION, settings }, null, 2)}\n`;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const failed = (path: string, why: FileProblem['why']): ReadFile => ({
  ok: false,
  problems: [{ path, why }],
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads such a file back. One with a single place that cannot be is not taken at all. */
export function readSettingsFile(text: string): ReadFile {
  const file = parse(text);
  if (file === undefined) return failed('', 'not-json');
  if (!isFields(file) || file['evenkeel'] !== 'settings') return failed('evenkeel', 'not-settings');
  if (file['version'] !== VERSION) return failed('version', 'other-version');
  const settings = file['settings'];
  if (!isFields(settings)) return failed('settings', 'not-settings');
  const problems = problemsIn(settings).map(({ key, why }) => ({ path: `settings.${key}`, why }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, layer: settings as Layer };
}
