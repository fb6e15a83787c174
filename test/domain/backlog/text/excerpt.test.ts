import { describe, expect, it } from 'vitest';
import fc from 'fast-check';

import { OBJECT } from '#src/domain/backlog/text/adf-text';
import { excerptAround } from '#src/domain/backlog/text/excerpt';

const around = (text: string, marker: string, length: number) => {
  const start = text.indexOf(marker);
  return excerptAround(text, start, start + marker.length, length);
};

describe('excerptAround', () => {
  it.each([
    ['keeps a text that fits', 'Size: TBD', 80, 'Size: TBD'],
    ['keeps a text of exactly the length', 'Size: TBD', 9, 'Size: TBD'],
    ['cuts after whole words', 'TBD and then some more', 12, 'TBD and…'],
    ['cuts before whole words', 'all of this is TBD', 12, '…this is TBD'],
    ['cuts on both sides', 'one two three TBD four five six', 17, '…three TBD four…'],
    ['gives spare room to the longer side', 'a TBD four five six seven', 17, 'a TBD four five…'],
    ['cuts a word that has no room', 'incomprehensibilities TBD', 10, '…TBD'],
    ['joins lines and spaces', 'a\n  b TBD\t c', 80, 'a b TBD c'],
    ['shows where code stood', `set ${OBJECT} to TBD`, 80, 'set … to TBD'],
    ['cuts a marker longer than the room', 'TBDTBDTBD', 5, 'TBDT…'],
  ])('%s', (_says, text, length, excerpt) => {
    const marker = text.includes('TBDTBD') ? text : 'TBD';
    expect(around(text, marker, length)).toBe(excerpt);
  });

  it('never exceeds the length, and holds a marker that fits', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 10, max: 100 }), (before, after, length) => {
        const excerpt = excerptAround(`${before}TBD${after}`, before.length, before.length + 3, length);
        expect(excerpt.length).toBeLessThanOrEqual(length);
        expect(excerpt).toContain('TBD');
      }),
    );
  });
});
