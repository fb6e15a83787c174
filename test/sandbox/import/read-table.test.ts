import { describe, expect, it } from 'vitest';

import { decodeCsv } from '#sandbox/import/decode-csv';
import { readTable } from '#sandbox/import/read-table';

describe('reading a table', () => {
  it('looks for the delimiter outside of quoted column names', () => {
    expect(readTable('Summary;"Risk (a,b,c)"\nx;1')).toMatchObject({
      delimiter: ';',
      headers: ['Summary', 'Risk (a,b,c)'],
    });
  });

  it.each([
    ['commas', 'Summary,Points\na,1', ','],
    ['semicolons', 'Summary;Points\na;1', ';'],
    ['tabs', 'Summary\tPoints\na\t1', '\t'],
    ['a byte order mark and Windows line ends', '\uFEFFSummary,Points\r\na,1\r\n', ','],
  ])('understands %s', (_, text, delimiter) => {
    expect(readTable(text)).toEqual({
      delimiter,
      headers: ['Summary', 'Points'],
      rows: [{ line: 2, cells: ['a', '1'] }],
      skipped: [],
    });
  });

  it('says on which line a record begins, whatever came before', () => {
    const { rows } = readTable('Summary,Text\n\na,"one\ntwo, ""three"""\n\n\nb,four\n');
    expect(rows).toEqual([
      { line: 3, cells: ['a', 'one\ntwo, "three"'] },
      { line: 7, cells: ['b', 'four'] },
    ]);
  });

  it.each([
    [
      'a quotation mark that is never closed',
      'S,T\na,"x\nb,y\nc,z',
      2,
      'a quotation mark is opened and never closed',
    ],
    [
      'one inside quoted text',
      'S,T\na,"x "q" y"\nb,y\nc,z',
      2,
      'a quotation mark stands inside quoted text without being doubled',
    ],
    ['one inside plain text', 'S,T\nb,y\na,x"y\nc,z', 3, 'a quotation mark stands inside unquoted text'],
  ])('skips only the record with %s', (_, text, line, reason) => {
    const { rows, skipped } = readTable(text);
    expect(skipped).toEqual([{ line, reason: `Not read: ${reason}.` }]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['b', 'y'],
      ['c', 'z'],
    ]);
  });

  it.each([
    ['nothing', '', /is empty/],
    ['blank lines', ' \n\n', /is empty/],
    ['zero bytes', 'S\0u\0m\0', /UTF-16/],
    ['a broken first line', '"Sum"mary,b\na,b', /column names/],
    ['little but broken records', `S,T\n${'a,"x" y\n'.repeat(120)}`, /More than 100 records/],
  ])('refuses %s', (_, text, message) => {
    expect(() => readTable(text)).toThrow(message);
  });
});

describe('decoding a file', () => {
  const words = 'Summary\nPrüfung – „Übung“';
  const utf16 = (isBig: boolean, mark: number[]) => {
    const bytes = Buffer.from(words, 'utf16le');
    return new Uint8Array([...mark, ...(isBig ? bytes.swap16() : bytes)]);
  };
  it.each([
    ['UTF-8', new TextEncoder().encode(words)],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(words)])],
    ['UTF-16, little end first', utf16(false, [0xff, 0xfe])],
    ['UTF-16, big end first', utf16(true, [0xfe, 0xff])],
    ['UTF-16 without a mark', utf16(false, [])],
    [
      'Windows-1252',
      new Uint8Array(words.split('').map((c) => ({ '–': 0x96, '„': 0x84, '“': 0x93 })[c] ?? c.charCodeAt(0))),
    ],
  ])('reads %s', (_, bytes) => {
    expect(decodeCsv(bytes)).toBe(words);
  });

  it('refuses what is no text', () => {
    expect(() => decodeCsv(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8]))).toThrow(/not a text file/);
  });
});
