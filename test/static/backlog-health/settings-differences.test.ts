import { describe, expect, test } from 'vitest';

import type { BoardSettings } from '#src/contract/board-settings';
import { DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import { CHECKS } from '#src/domain/backlog/checks/index';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';

import { checksOf, differencesOf, withChange } from '../../../static/backlog-health/settings/differences';
import { optionsOf } from '../../../static/backlog-health/settings/option-words';

const DEFAULTS: BoardSettings = { checks: DEFAULT_SETTINGS, session: DEFAULT_SESSION };

const withOversized = (
  oversized: Partial<BoardSettings['checks']['oversized']>,
  base = DEFAULTS,
): BoardSettings => ({
  ...base,
  checks: { ...base.checks, oversized: { ...base.checks.oversized, ...oversized } },
});

describe('differences', () => {
  test('are none between settings that say the same', () => {
    expect(differencesOf(DEFAULTS, structuredClone(DEFAULTS))).toEqual([]);
  });

  test('name every place and what it is afterwards', () => {
    const other = {
      ...withOversized({ enabled: false, severity: 'info', options: { warnShare: 0.5, criticalShare: 2 } }),
      session: { minutes: 60, minutesPerItem: 5 },
    } as const;
    expect(differencesOf(DEFAULTS, other)).toEqual([
      { of: 'enabled', check: 'oversized', to: false },
      { of: 'severity', check: 'oversized', to: 'info' },
      { of: 'option', check: 'oversized', name: 'criticalShare', to: 2 },
      { of: 'session', name: 'minutes', to: 60 },
      { of: 'session', name: 'minutesPerItem', to: 5 },
    ]);
  });

  test('are put on top of other settings, and the rest stays', () => {
    const mine = withOversized({ options: { warnShare: 0.7, criticalShare: 1 } });
    const theirs = {
      ...withOversized({ enabled: false, options: { warnShare: 0.4, criticalShare: 3 } }),
      session: { minutes: 60, minutesPerItem: 8 },
    };
    expect(withChange(theirs, { from: DEFAULTS, to: mine })).toEqual({
      ...withOversized({ enabled: false, options: { warnShare: 0.7, criticalShare: 3 } }),
      session: { minutes: 60, minutesPerItem: 8 },
    });
  });
});

describe('options', () => {
  test('of every check have words', () => {
    const worded = Object.fromEntries(
      checksOf(DEFAULTS).map((id) => [id, optionsOf(id).map(([name]) => name)]),
    );
    const declared = Object.fromEntries(
      checksOf(DEFAULTS).map((id) => [id, Object.keys(CHECKS[id].options)]),
    );
    expect(worded).toEqual(declared);
  });

  test('start within the range that their fields take', () => {
    for (const id of checksOf(DEFAULTS)) {
      for (const [name, wording] of optionsOf(id)) {
        const value = DEFAULTS.checks[id].options[name];
        if (!('min' in wording)) expect(Array.isArray(value), `${id}.${name}`).toBe(true);
        else {
          const shown = Number(value) * (wording.kind === 'percent' ? 100 : 1);
          expect(
            Number.isInteger(shown) && shown >= wording.min && shown <= wording.max,
            `${id}.${name}`,
          ).toBe(true);
        }
      }
    }
  });
});
