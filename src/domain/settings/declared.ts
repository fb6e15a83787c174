import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import type { OptionValues } from '#src/domain/backlog/checks/define-check';
import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import type { CheckId } from '#src/domain/backlog/finding';
import type { Layer, SettingValue } from '#src/domain/settings/layer';

/** What a value must be. Of a list: ids of fields, or words. */
export type Kind =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isWhole: boolean }
  | { readonly kind: 'list'; readonly of: 'words' | 'fields' };

/** One setting: how it comes, and what it may be. */
export type Declared = Kind & { readonly usual: SettingValue };

/** The severity that leaves it to the check how grave each case is. */
export const AS_GRADED = 'as-graded';

export const SEVERITY_CHOICES = [AS_GRADED, 'critical', 'warn', 'info'] as const;

/** Nothing in a check is counted in more. */
const MOST = 100_000;

export const enabledKey = (check: CheckId) => `check.${check}.enabled`;
export const severityKey = (check: CheckId) => `check.${check}.severity`;
export const optionKey = (check: CheckId, option: string) => `check.${check}.${option}`;

function declaredOption(name: string, usual: OptionValues[string]): Declared {
  if (typeof usual === 'number') return { kind: 'number', min: 0, max: MOST, isWhole: false, usual };
  return { kind: 'list', of: name === 'fields' ? 'fields' : 'words', usual };
}

function settingsOfCheck(check: CheckId): readonly (readonly [string, Declared])[] {
  const { meta, options } = CHECKS[check];
  const declared: OptionValues = options;
  return [
    [enabledKey(check), { kind: 'switch', usual: meta.enabledByDefault }],
    [severityKey(check), { kind: 'choice', values: SEVERITY_CHOICES, usual: AS_GRADED }],
    ...Object.entries(declared).map(
      ([name, usual]) => [optionKey(check, name), declaredOption(name, usual)] as const,
    ),
  ];
}

/** Every setting by its name, in the order in which they are shown. */
export const DECLARED: ReadonlyMap<string, Declared> = new Map<string, Declared>([
  ...CHECK_IDS.flatMap(settingsOfCheck),
  ['session.minutes', { kind: 'number', min: 10, max: 480, isWhole: true, usual: DEFAULT_SESSION.minutes }],
  [
    'session.minutesPerItem',
    { kind: 'number', min: 1, max: 120, isWhole: true, usual: DEFAULT_SESSION.minutesPerItem },
  ],
]);

/** Every setting as the app comes. */
export const USUAL: Layer = Object.fromEntries([...DECLARED].map(([key, { usual }]) => [key, usual]));

/** Why a value cannot be set. */
export type Misfit =
  | 'unknown-setting'
  | 'not-on-or-off'
  | 'not-a-choice'
  | 'not-a-number'
  | 'not-whole'
  | 'out-of-range'
  | 'not-a-list'
  | 'too-many'
  | 'not-a-text'
  | 'too-long'
  | 'not-a-field';

/** A place in a layer that cannot be, and why. */
export interface LayerProblem {
  readonly key: string;
  readonly why: Misfit;
}

const MOST_ITEMS = 50;
const LONGEST = 200;
/** Ids of fields go into requests to Jira. */
const FIELD_ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

function misfitOfItem(item: unknown, of: 'words' | 'fields'): Misfit | null {
  if (typeof item !== 'string' || item.trim() === '') return 'not-a-text';
  if (item.length > LONGEST) return 'too-long';
  return of === 'fields' && !FIELD_ID.test(item) ? 'not-a-field' : null;
}

/** Why a value is none of this kind; null when it is one. */
export function misfitOf(declared: Kind, value: unknown): Misfit | null {
  switch (declared.kind) {
    case 'switch':
      return typeof value === 'boolean' ? null : 'not-on-or-off';
    case 'choice':
      return declared.values.some((choice) => choice === value) ? null : 'not-a-choice';
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
      if (value < declared.min || value > declared.max) return 'out-of-range';
      return declared.isWhole && !Number.isInteger(value) ? 'not-whole' : null;
    }
    case 'list': {
      if (!Array.isArray(value)) return 'not-a-list';
      if (value.length > MOST_ITEMS) return 'too-many';
      return value.map((item) => misfitOfItem(item, declared.of)).find((why) => why !== null) ?? null;
    }
  }
}

/** Every place of a layer that cannot be, by name. */
export function problemsIn(layer: Readonly<Record<string, unknown>>): readonly LayerProblem[] {
  return Object.keys(layer).flatMap((key) => {
    const declared = DECLARED.get(key);
    const why = declared === undefined ? 'unknown-setting' : misfitOf(declared, layer[key]);
    return why === null ? [] : [{ key, why }];
  });
}

/** The part of a layer that can be: what an older version of the app stored may name what is no more. */
export function fitting(layer: Readonly<Record<string, unknown>>): Layer {
  const odd = new Set(problemsIn(layer).map(({ key }) => key));
  return Object.fromEntries(Object.entries(layer).filter(([key]) => !odd.has(key))) as Layer;
}
