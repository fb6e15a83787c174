import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { boardSettingsOf, valuesOf } from '#src/domain/settings/board-settings';
import { DECLARED, misfitOf, problemsIn, USUAL } from '#src/domain/settings/declared';
import {
  differencesBetween,
  effectiveOf,
  layerFromValues,
  withDifferences,
  withoutValue,
  withValue,
  type Layer,
  type NamedLayer,
} from '#src/domain/settings/layer';

import { AS_THEY_COME } from '#src/usecases/settings-as-they-come';

const KEYS = Object.keys(USUAL);

/** A value that suits the setting. */
function valueOf(key: string): fc.Arbitrary<Layer[string]> {
  const declared = DECLARED.get(key);
  switch (declared?.kind) {
    case 'number':
      return fc.integer({ min: Math.ceil(declared.min), max: Math.min(declared.max, 500) });
    case 'choice':
      return fc.constantFrom(...declared.values);
    case 'list':
      return fc.uniqueArray(fc.constantFrom('labels', 'customfield_1', 'duedate'));
    case 'switch':
    case undefined:
      return fc.boolean();
  }
}

const layer: fc.Arbitrary<Layer> = fc
  .uniqueArray(fc.constantFrom(...KEYS), { maxLength: 12 })
  .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), valueOf(key)))))
  .map((entries) => Object.fromEntries(entries));

const key = fc.constantFrom(...KEYS);

const layersOf = (site: Layer, project: Layer, board: Layer): readonly NamedLayer[] => [
  { of: 'site', layer: site },
  { of: 'project', layer: project },
  { of: 'board', layer: board },
];

describe('layers of settings', () => {
  it('hold the innermost value, say where it comes from, and know every setting', () => {
    fc.assert(
      fc.property(layer, layer, layer, (site, project, board) => {
        const { values, sources } = effectiveOf(USUAL, layersOf(site, project, board));
        expect(Object.keys(values)).toEqual(KEYS);
        for (const name of KEYS) {
          expect(values[name]).toEqual(board[name] ?? project[name] ?? site[name] ?? USUAL[name]);
          const from = [
            board[name] !== undefined && 'board',
            project[name] !== undefined && 'project',
            site[name] !== undefined && 'site',
          ];
          expect(sources[name]).toBe(from.find((source) => source !== false) ?? 'default');
        }
      }),
    );
  });

  it('inherit again what is reset, and nothing else', () => {
    fc.assert(
      fc.property(layer, layer, key, (above, own, name) => {
        const before = effectiveOf(USUAL, layersOf({}, above, own)).values;
        const after = effectiveOf(USUAL, layersOf({}, above, withoutValue(own, name))).values;
        expect(after[name]).toEqual(above[name] ?? USUAL[name]);
        for (const other of KEYS) if (other !== name) expect(after[other]).toEqual(before[other]);
      }),
    );
  });

  it('are as before when a value is set and reset', () => {
    fc.assert(
      fc.property(layer, key, (own, name) => {
        const without = withoutValue(own, name);
        expect(withoutValue(withValue(without, name, false), name)).toEqual(without);
      }),
    );
  });

  it('differ by what leads from one to the other, and back', () => {
    fc.assert(
      fc.property(layer, layer, (from, to) => {
        expect(withDifferences(from, differencesBetween(from, to))).toEqual(to);
        expect(withDifferences(to, differencesBetween(to, from))).toEqual(from);
        expect(differencesBetween(from, from)).toEqual([]);
      }),
    );
  });

  it('are got back from all values that were shown and changed', () => {
    fc.assert(
      fc.property(layer, layer, layer, (above, own, edits) => {
        const inherited = effectiveOf(USUAL, layersOf({}, above, {})).values;
        const before = effectiveOf(USUAL, layersOf({}, above, own)).values;
        const wanted = { ...before, ...edits };
        const next = layerFromValues(wanted, { layer: own, before, inherited });
        expect(effectiveOf(USUAL, layersOf({}, above, next)).values).toEqual(wanted);
        expect(layerFromValues(before, { layer: own, before, inherited })).toEqual(own);
      }),
    );
  });

  it('leave names of an older version out', () => {
    const layers = layersOf({ 'check.that-was.enabled': true, constructor: 'x' }, {}, {});
    expect(effectiveOf(USUAL, layers).values).toEqual(USUAL);
  });
});

describe('every setting', () => {
  it.each([...DECLARED])('comes as it may be: %s', (_, declared) => {
    expect(misfitOf(declared, declared.usual)).toBeNull();
  });

  it('together says what judging takes as it comes, and is read back', () => {
    expect(boardSettingsOf(USUAL)).toEqual(AS_THEY_COME);
    expect(valuesOf(AS_THEY_COME)).toEqual(USUAL);
    fc.assert(
      fc.property(layer, (own) => {
        const { values } = effectiveOf(USUAL, layersOf(own, {}, {}));
        expect(valuesOf(boardSettingsOf(values))).toEqual(values);
      }),
    );
  });

  it('is one by name and kind', () => {
    expect(
      problemsIn({
        'check.abandoned.enabled': 'yes',
        'check.abandoned.severity': 'bad',
        'check.abandoned.days': -1,
        'check.required-field.fields': ['labels,votes'],
        'check.unheard.enabled': true,
        'session.minutes': 9,
        'session.minutesPerItem': 1.5,
        'check.unverifiable.words': 'criteria',
        __proto__: null,
      }),
    ).toEqual([
      { key: 'check.abandoned.enabled', why: 'not-on-or-off' },
      { key: 'check.abandoned.severity', why: 'not-a-choice' },
      { key: 'check.abandoned.days', why: 'out-of-range' },
      { key: 'check.required-field.fields', why: 'not-a-field' },
      { key: 'check.unheard.enabled', why: 'unknown-setting' },
      { key: 'session.minutes', why: 'out-of-range' },
      { key: 'session.minutesPerItem', why: 'not-whole' },
      { key: 'check.unverifiable.words', why: 'not-a-list' },
    ]);
  });
});
