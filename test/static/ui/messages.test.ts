import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';

import english from '../../../static/ui/messages/en.json';

const STATIC = join(import.meta.dirname, '../../../static');

const sources = readdirSync(STATIC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('build/'))
  .map((path) => readFileSync(join(STATIC, path), 'utf8'))
  .join('\n');

const ids = Object.keys(english);
/** Ids start with the name of a part of a screen that has messages. */
const parts = [...new Set(ids.map((id) => id.split('.')[0]))].join('|');
const named = new Set(
  [...sources.matchAll(new RegExp(`'((?:${parts})\\.[a-z.-]+)'`, 'g'))].map((match) => match[1]),
);

describe('the English catalogue', () => {
  test('has every message that the screens name', () => {
    expect([...named].filter((id) => id === undefined || !ids.includes(id))).toEqual([]);
  });

  test('has no message that no screen names', () => {
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });

  test('has no message that cannot be read', () => {
    const { formatters } = createIntl({ locale: 'en', messages: {} });
    const broken = Object.entries(english).filter(([, text]) => {
      try {
        formatters.getMessageFormat(text, 'en');
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  test('says nothing with white space around it or twice', () => {
    const texts = Object.values(english);
    expect(texts.filter((text) => text !== text.trim() || text === '')).toEqual([]);
  });
});
