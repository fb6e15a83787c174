import { expect, test } from 'vitest';

import german from '../../src/messages/de.json';
import english from '../../src/messages/en.json';
import { catalogueProblems } from '../builders/catalogue-problems';

test('the German words of exports, comments and lozenges are whole', () => {
  expect(
    catalogueProblems(english, german, 'de', new Set(['export.number', 'letter.high', 'letter.medium'])),
  ).toEqual([]);
});
