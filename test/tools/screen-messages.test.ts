import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import english from '../../static/ui/messages/en.json';
import { messagesOf } from '#tools/screen-messages';

let folder = '';

afterEach(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
  folder = '';
});

describe('the messages of a screen', () => {
  test('are those that its sources name', () => {
    folder = mkdtempSync(join(tmpdir(), 'screen-'));
    mkdirSync(join(folder, 'part'));
    mkdirSync(join(folder, 'build'));
    writeFileSync(join(folder, 'app.tsx'), "say('a.one')");
    writeFileSync(join(folder, 'part', 'row.ts'), "const id = 'a.two-words';");
    writeFileSync(join(folder, 'build', 'old.ts'), "say('a.built')");
    const catalogue = { 'a.one': '1', 'a.one-more': '2', 'a.two-words': '3', 'a.built': '4' };

    expect(messagesOf(folder, catalogue)).toEqual({ 'a.one': '1', 'a.two-words': '3' });
  });

  test('bring those of the folders that it imports from, and none of the other screens', () => {
    const ids = Object.keys(messagesOf('static/risk-register', english));

    expect(ids).toContain('risk.title');
    expect(ids).toContain('failure.retry');
    expect(ids.filter((id) => id.startsWith('verdict.'))).toEqual([]);
    expect(Object.keys(messagesOf('static/backlog-health', english))).toContain('verdict.short');
  });
});
