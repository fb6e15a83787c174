import { describe, expect, it } from 'vitest';

import { applyRegisterChange, type RegisterChange } from '#src/domain/risk/register-change';
import { BUILT_IN_CATEGORIES } from '#src/domain/risk/register';
import { act, buildRegister, TODAY } from '../../builders/risk';

const apply = (change: RegisterChange, used: readonly string[] = [], register = buildRegister()) =>
  applyRegisterChange(register, change, act(), new Set(used));
const settings = (patch: Extract<RegisterChange, { kind: 'settings' }>['patch']): RegisterChange => ({
  kind: 'settings',
  patch,
});
const own = (id: string, name: string | null = 'Legal') => ({ id, name });
const LEGAL = [...BUILT_IN_CATEGORIES, own('legal')];

describe('applyRegisterChange', () => {
  it('is an event with each setting before and after', () => {
    expect(apply(settings({ scale: 5, cadence: buildRegister().cadence }))).toEqual({
      result: 'changed',
      register: buildRegister({ scale: 5, version: 2 }),
      event: {
        kind: 'settings-changed',
        registerId: 'register-1',
        version: 2,
        act: act(),
        changes: [{ field: 'scale', before: 3, after: 5 }],
      },
    });
  });

  it('is nothing when everything is so already', () => {
    expect(apply(settings({ scale: 3, categories: [...BUILT_IN_CATEGORIES] }))).toEqual({ result: 'same' });
  });

  it('notes the review that ended', () => {
    const session = { startedAt: act().at, ended: act(), looks: [], people: [] };
    expect(apply({ kind: 'review-ended', session })).toMatchObject({
      register: { version: 2, lastReview: session },
      event: { kind: 'review-ended', version: 2, session },
    });
  });

  it('adds a category of its own, and lets it go unless a risk has it', () => {
    expect(apply(settings({ categories: LEGAL })).result).toBe('changed');
    const withLegal = buildRegister({ categories: LEGAL });
    expect(apply(settings({ categories: BUILT_IN_CATEGORIES }), [], withLegal).result).toBe('changed');
    expect(apply(settings({ categories: BUILT_IN_CATEGORIES }), ['legal'], withLegal)).toEqual({
      result: 'invalid',
      problems: [{ kind: 'category-in-use', categoryId: 'legal' }],
    });
  });

  it.each<[string, Parameters<typeof settings>[0], object]>([
    [
      'no days at all',
      { cadence: { high: 0, medium: 14, low: 30 } },
      { kind: 'cadence-out-of-range', level: 'high', days: 0, limit: 365 },
    ],
    [
      'more than a year',
      { cadence: { high: 7, medium: 14, low: 366 } },
      { kind: 'cadence-out-of-range', level: 'low', days: 366, limit: 365 },
    ],
    [
      'half a day',
      { cadence: { high: 7, medium: 0.5, low: 30 } },
      { kind: 'cadence-out-of-range', level: 'medium', days: 0.5, limit: 365 },
    ],
    [
      'a category without a name',
      { categories: [...BUILT_IN_CATEGORIES, own('a', ' ')] },
      { kind: 'category-name-empty', categoryId: 'a' },
    ],
    [
      'a name of 61',
      { categories: [...BUILT_IN_CATEGORIES, own('a', 'x'.repeat(61))] },
      { kind: 'category-name-too-long', categoryId: 'a', length: 61, limit: 60 },
    ],
    [
      'a category twice',
      { categories: [...LEGAL, own('legal', 'Law')] },
      { kind: 'category-twice', categoryId: 'legal' },
    ],
    [
      'a built-in one gone',
      { categories: BUILT_IN_CATEGORIES.slice(1) },
      { kind: 'built-in-category-missing', categoryId: 'technical-dependency' },
    ],
    [
      'too many',
      { categories: [...BUILT_IN_CATEGORIES, ...Array.from({ length: 31 }, (_, index) => own(`c${index}`))] },
      { kind: 'too-many-categories', count: 31, limit: 30 },
    ],
  ])('refuses %s', (_, patch, problem) => {
    expect(apply(settings(patch))).toEqual({ result: 'invalid', problems: [problem] });
  });

  it('keeps the last review through other changes', () => {
    const lastReview = { startedAt: act().at, ended: act(TODAY), looks: [], people: [] };
    expect(apply(settings({ scale: 5 }), [], buildRegister({ lastReview }))).toMatchObject({
      register: { lastReview },
    });
  });
});
