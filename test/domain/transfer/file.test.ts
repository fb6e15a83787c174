import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  brokenRegisters,
  inOrderOfWriting,
  inParts,
  readFile,
  registerOf,
  writeFile,
  type FileRow,
} from '#src/domain/transfer/file';

const SITE = { kind: 'site' } as const;
const AT = '2026-10-12T08:00:00.000Z';
const row = (entity: string, key: string, value: FileRow['value'] = {}): FileRow => ({ entity, key, value });

const rows = fc.array(
  fc.record({
    entity: fc.constantFrom('risk', 'register', 'risk-event', 'board-day', 'register-summary'),
    key: fc.string({ minLength: 1 }),
    value: fc.dictionary(fc.string(), fc.jsonValue()),
  }),
);

describe('a file', () => {
  it('holds what was written into it', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const plain = JSON.parse(JSON.stringify(all)) as FileRow[];
        const read = readFile(writeFile({ kind: 'space', spaceId: '7' }, AT, plain));
        expect(read).toMatchObject({ file: { madeAt: AT, scope: { kind: 'space', spaceId: '7' } } });
        if ('file' in read) expect(JSON.stringify(read.file.rows)).toBe(JSON.stringify(plain));
      }),
    );
  });

  it.each([
    ['no JSON', 'hello', { kind: 'not-json' }],
    ['a list', '[]', { kind: 'other-format' }],
    ['JSON of something else', '{"format":"backup","rows":[]}', { kind: 'other-format' }],
    [
      'without a scope',
      JSON.stringify({ format: 'evenkeel-data', version: 1, madeAt: AT, rows: [] }),
      { kind: 'other-format' },
    ],
    [
      'of a newer version',
      JSON.stringify({ format: 'evenkeel-data', version: 2, madeAt: AT, scope: SITE, rows: [] }),
      { kind: 'newer-version', version: 2 },
    ],
    [
      'with a damaged row',
      JSON.stringify({
        format: 'evenkeel-data',
        version: 1,
        madeAt: AT,
        scope: SITE,
        rows: [row('risk', 'a'), { entity: 'risk' }],
      }),
      { kind: 'bad-row', row: 2 },
    ],
  ])('that is %s is not taken', (_what, text, problem) => {
    expect(readFile(text)).toEqual({ problem });
  });
});

describe('the order of writing', () => {
  it('has everything of a register before the register, and each row once with its place', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const placed = inOrderOfWriting(all);
        expect(placed.map(({ place }) => place).sort((a, b) => a - b)).toEqual(
          all.map((_, index) => index + 1),
        );
        const entities = placed.map(({ row: { entity } }) => entity);
        const first = entities.indexOf('register');
        if (first >= 0) expect(new Set(entities.slice(first))).toEqual(new Set(['register']));
      }),
    );
  });

  it('is cut into parts that fit, and loses nothing', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, most) => {
        const placed = inOrderOfWriting(all);
        const parts = inParts(placed, { bytes: 200, rows: most });
        expect(parts.flat()).toEqual(placed);
        for (const part of parts) {
          const bytes = part.reduce(
            (sum, { row: each }) => sum + Buffer.byteLength(JSON.stringify(each)) + 1,
            0,
          );
          expect(part.length === 1 || (part.length <= most && bytes <= 200)).toBe(true);
        }
      }),
    );
  });
});

describe('a register of a file', () => {
  const register = (versions: number) => row('register', 'r', { body: { versions } });
  const risk = (version: number) => row('risk', `r:${version}`, { registerId: 'r', version });
  const event = (riskId: string | undefined) =>
    row('risk-event', `e${String(riskId)}`, { registerId: 'r', riskId });

  it.each([
    ['whole', [register(2), risk(2), event('a'), event('b')], []],
    ['without risks', [register(0)], []],
    [
      'with an entry of its own',
      [register(1), risk(1), event('a'), row('risk-event', 'own', { registerId: 'r' })],
      [],
    ],
    ['with a risk that is newer than it', [register(1), risk(2), event('a'), event('b')], ['r']],
    ['of which an entry is missing', [register(2), risk(2), event('a')], ['r']],
    ['of which a risk is missing', [register(2), risk(1), event('a'), event('b')], ['r']],
  ])('that is %s is told', (_what, all, broken) => {
    expect(brokenRegisters(all)).toEqual(broken);
  });

  it('is known of its rows', () => {
    expect(registerOf(row('register-summary', 'r'))).toBe('r');
    expect(registerOf(row('pre-mortem-entry', 'r:like:1', { registerId: 'r' }))).toBe('r');
    expect(registerOf(row('board-day', '1:2026', { boardId: 1 }))).toBeNull();
  });
});
