import { LIMITS } from '#src/domain/risk/limits';
import { LEVELS, type Level } from '#src/domain/risk/level';
import {
  BUILT_IN_CATEGORIES,
  type Cadence,
  type Category,
  type Register,
  type RegisterFields,
} from '#src/domain/risk/register';
import type { ReviewSession } from '#src/domain/risk/review-session';
import type { Act } from '#src/domain/risk/risk';
import { isSameJson } from '#src/domain/risk/same';

type SettingChangeOf<F extends keyof RegisterFields> = {
  readonly [K in F]: {
    readonly field: K;
    readonly before: RegisterFields[K];
    readonly after: RegisterFields[K];
  };
}[F];

/** A setting of a register before and after. */
export type SettingChange = SettingChangeOf<keyof RegisterFields>;

/** One entry of a register's own history. `version` is the register's version after it. */
export type RegisterEvent = { readonly registerId: string; readonly version: number; readonly act: Act } & (
  | { readonly kind: 'settings-changed'; readonly changes: readonly SettingChange[] }
  | { readonly kind: 'review-ended'; readonly session: ReviewSession }
  /** `key` is that of a suggestion. */
  | { readonly kind: 'suggestion-dismissed'; readonly key: string }
);

export type RegisterChange =
  | { readonly kind: 'settings'; readonly patch: Partial<RegisterFields> }
  | { readonly kind: 'review-ended'; readonly session: ReviewSession }
  | { readonly kind: 'suggestion-dismissed'; readonly key: string };

/** Why a register's settings cannot be kept. */
export type RegisterProblem =
  | {
      readonly kind: 'cadence-out-of-range';
      readonly level: Level;
      readonly days: number;
      readonly limit: number;
    }
  | { readonly kind: 'too-many-categories'; readonly count: number; readonly limit: number }
  | { readonly kind: 'category-name-empty'; readonly categoryId: string }
  | {
      readonly kind: 'category-name-too-long';
      readonly categoryId: string;
      readonly length: number;
      readonly limit: number;
    }
  | { readonly kind: 'category-twice'; readonly categoryId: string }
  | { readonly kind: 'category-in-use'; readonly categoryId: string }
  | { readonly kind: 'built-in-category-missing'; readonly categoryId: string };

export type RegisterAnswer =
  | { readonly result: 'changed'; readonly register: Register; readonly event: RegisterEvent }
  | { readonly result: 'same' }
  | { readonly result: 'invalid'; readonly problems: readonly RegisterProblem[] };

const FIELDS: readonly (keyof RegisterFields)[] = ['scale', 'categories', 'cadence', 'checks', 'boardId'];

/**
 * Changes a register's settings, or notes that a review ended or that a suggestion was dismissed. Changing the scale touches no risk: ratings keep
 * the scale they were made on, and `scaleEffects` says beforehand what will look different.
 * @param usedCategoryIds Categories of its risks, deleted ones included: none of them can be taken away.
 */
export function applyRegisterChange(
  register: Register,
  change: RegisterChange,
  act: Act,
  usedCategoryIds: ReadonlySet<string>,
): RegisterAnswer {
  const next = { registerId: register.id, version: register.version + 1, act };
  if (change.kind === 'review-ended') {
    const { session } = change;
    const reviewed = { ...register, version: next.version, lastReview: session };
    return { result: 'changed', register: reviewed, event: { ...next, kind: 'review-ended', session } };
  }
  if (change.kind === 'suggestion-dismissed') {
    const { kind, key } = change;
    const noted = { ...register, version: next.version };
    return { result: 'changed', register: noted, event: { ...next, kind, key } };
  }
  const changes = FIELDS.flatMap((field) => {
    const after = change.patch[field];
    if (after === undefined || isSameJson(register[field], after)) return [];
    return [{ field, before: register[field], after } as SettingChange];
  });
  if (changes.length === 0) return { result: 'same' };
  const { categories, cadence } = change.patch;
  const problems = [
    ...(categories === undefined ? [] : categoryProblems(categories, usedCategoryIds)),
    ...(cadence === undefined ? [] : cadenceProblems(cadence)),
  ];
  if (problems.length > 0) return { result: 'invalid', problems };
  const values = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  const changed: Register = { ...register, ...values, version: next.version };
  return { result: 'changed', register: changed, event: { ...next, kind: 'settings-changed', changes } };
}

function cadenceProblems(cadence: Cadence): readonly RegisterProblem[] {
  const limit = LIMITS.cadence;
  return LEVELS.filter(
    (level) => !Number.isInteger(cadence[level]) || cadence[level] < 1 || cadence[level] > limit,
  ).map((level) => ({ kind: 'cadence-out-of-range', level, days: cadence[level], limit }));
}

function categoryProblems(
  categories: readonly Category[],
  usedCategoryIds: ReadonlySet<string>,
): readonly RegisterProblem[] {
  const ids = categories.map(({ id }) => id);
  const builtIn = BUILT_IN_CATEGORIES.map(({ id }) => id);
  const own = categories.filter(({ id }) => !builtIn.includes(id));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...(own.length > LIMITS.categories
      ? [{ kind: 'too-many-categories' as const, count: own.length, limit: LIMITS.categories }]
      : []),
    ...own.flatMap(nameProblems),
    ...twice.map((categoryId) => ({ kind: 'category-twice' as const, categoryId })),
    ...[...usedCategoryIds]
      .filter((id) => !ids.includes(id) && !builtIn.includes(id))
      .map((categoryId) => ({ kind: 'category-in-use' as const, categoryId })),
    ...builtIn
      .filter((id) => !ids.includes(id))
      .map((categoryId) => ({ kind: 'built-in-category-missing' as const, categoryId })),
  ];
}

function nameProblems({ id: categoryId, name }: Category): readonly RegisterProblem[] {
  const length = (name ?? '').trim().length;
  const limit = LIMITS.categoryName;
  if (length === 0) return [{ kind: 'category-name-empty', categoryId }];
  return length > limit ? [{ kind: 'category-name-too-long', categoryId, length, limit }] : [];
}
