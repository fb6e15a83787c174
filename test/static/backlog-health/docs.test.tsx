import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { render, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import docs from 'virtual:check-docs';
import type { CheckId } from '#src/domain/backlog/finding';

import { DocText } from '../../../static/backlog-health/docs/doc-text';
import type { Block } from '../../../static/backlog-health/docs/doc';
import { PlatformProvider } from '../../../static/ui/bridge-context';
import { CONTEXT, fakeBridge } from '../fake-bridge';

const FOLDER = join(import.meta.dirname, '../../../docs/checks');
const ids = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, '') as CheckId);

function renderBlocks(blocks: readonly Block[]) {
  const bridge = fakeBridge({});
  render(
    <PlatformProvider bridge={bridge} context={CONTEXT}>
      <DocText blocks={blocks} />
    </PlatformProvider>,
  );
  return bridge;
}

/** The words of a page, whatever marks them in Markdown and on the screen. */
const words = (text: string) =>
  text
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the page of a check', () => {
  test.each(ids)('%s is shown with every word', (id) => {
    const markdown = readFileSync(join(FOLDER, `${id}.md`), 'utf8');
    renderBlocks(docs[id]!);

    const shown = words(document.body.textContent.replaceAll(/\s+/g, ' '));
    const written = words(markdown.replace(/^# .*\n/, ''));
    // Cells and headings stand side by side as text, so that the words are compared without what is between them.
    expect(shown.join('')).toBe(written.join(''));
    expect(screen.getAllByRole('heading', { level: 5 }).map((heading) => heading.textContent)).toEqual([
      'What it finds',
      'Why it matters',
      'How it decides',
      'Options',
      'When to ignore it',
    ]);
  });

  test('has tables, lists and code as such', () => {
    renderBlocks(docs['thin-description']!);

    const table = within(screen.getByRole('table'));
    expect(table.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'option',
      'default',
      'meaning',
    ]);
    expect(table.getAllByRole('row')).toHaveLength(3);
    expect(table.getByText('minimum').tagName).toBe('CODE');
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(3);
    expect(screen.getByText(/“?As a <role>, I want/)).toBeDefined();
  });

  test('opens a link in a new tab', () => {
    const bridge = renderBlocks([
      { kind: 'paragraph', parts: [{ kind: 'link', href: 'https://example.org/', parts: ['a study'] }] },
    ]);
    screen.getByRole('link', { name: 'a study' }).click();
    expect(bridge.opened).toEqual(['https://example.org/']);
  });
});
