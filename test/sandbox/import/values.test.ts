import { describe, expect, it } from 'vitest';

import { readComment, readInstant, readNumber } from '#sandbox/import/values';

const iso = (text: string) => {
  const instant = readInstant(text);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('a date', () => {
  it.each([
    ['02/Jan/24 3:04 PM', '2024-01-02T15:04:00.000Z'],
    ['02/Jan/24 12:04 AM', '2024-01-02T00:04:00.000Z'],
    ['02/Jan/2024 3:04 PM', '2024-01-02T15:04:00.000Z'],
    ['02/Jan/2024 15:04', '2024-01-02T15:04:00.000Z'],
    ['02/Jan/24', '2024-01-02T00:00:00.000Z'],
    ['2024-01-02 15:04', '2024-01-02T15:04:00.000Z'],
    ['2024-01-02 15:04:05', '2024-01-02T15:04:05.000Z'],
    ['2024-01-02 15:04:05.0', '2024-01-02T15:04:05.000Z'],
    ['2024-01-02', '2024-01-02T00:00:00.000Z'],
    ['2024-01-02T15:04:05.678+01:00', '2024-01-02T14:04:05.678Z'],
    ['2024-01-02T15:04:05.678+0100', '2024-01-02T14:04:05.678Z'],
    ['2024-01-02T15:04:05Z', '2024-01-02T15:04:05.000Z'],
    ['yesterday', null],
    ['31/Feb/24 3:04 PM', null],
    ['02.01.2024', null],
  ])('%s is %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });
});

describe('a number', () => {
  it.each([
    ['3', 3],
    ['3.0', 3],
    ['0', 0],
    ['0,5', 0.5],
    [' 13 ', 13],
    ['-1', null],
    ['5 points', null],
    ['1,250', null],
  ])('%j is %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });
});

describe('a comment', () => {
  it.each([
    [
      '02/Jan/24 3:04 PM;5b10a;Text; with more',
      { created: Date.UTC(2024, 0, 2, 15, 4), author: '5b10a', text: 'Text; with more' },
    ],
    ['02/Jan/24 3:04 PM;;Text', { created: Date.UTC(2024, 0, 2, 15, 4), author: null, text: 'Text' }],
    ['Just; some; text', { created: null, author: null, text: 'Just; some; text' }],
  ])('%s', (cell, expected) => {
    expect(readComment(cell)).toEqual(expected);
  });
});
