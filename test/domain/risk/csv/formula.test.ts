import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { neutralise, unneutralise } from '#src/domain/risk/csv/formula';

describe('neutralise', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\nx', "'\nx"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ["'tis late", "'tis late"],
    ['', ''],
    ['R-7', 'R-7'],
  ])('%j is written as %j, and read back', (cell, written) => {
    expect(neutralise(cell)).toBe(written);
    expect(unneutralise(written)).toBe(cell);
  });

  it('gives back every text, and leaves none that starts a formula', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '\r', '\n', ' ', 'a', '＝'),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (cell) => {
        const written = neutralise(cell);
        expect(unneutralise(written)).toBe(cell);
        expect(written).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
      }),
      { seed: 11, numRuns: 2_000 },
    );
  });
});
