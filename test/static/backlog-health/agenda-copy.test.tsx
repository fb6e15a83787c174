import { screen } from '@testing-library/react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { Agenda } from '../../../static/backlog-health/agenda/agenda';
import type { CopyDocument } from '../../../static/ui/copy/copy-document';
import { escapeMarkdown, markdownOf } from '../../../static/ui/copy/markdown';
import { richTextOf } from '../../../static/ui/copy/rich-text';

import { buildHealth, buildIssue, buildWords, FINDINGS } from '../health-builder';
import { axeFindings, renderAtDesk } from '../render-at-desk';

const HOSTILE = [
  '<img src=x onerror=alert(1)> & &lt;b&gt;',
  '[click](javascript:alert(1)) ![x](y)',
  '`code` | **bold** _it_ ~~no~~ \\',
  'one\r\n## two\u2028three\u0007',
  'abc\u202Egnp.exe',
];

const issues = [
  buildIssue({ key: 'AUR-1', estimate: 40, width: 40 }),
  ...HOSTILE.map((_, index) =>
    buildIssue({ key: `AUR-${index + 2}`, estimate: null, width: 3, findings: [FINDINGS.noEstimate] }),
  ),
];
const words = buildWords(issues, {
  issues: Object.fromEntries(
    HOSTILE.map((summary, index) => [String(index + 2), { summary, type: 'Story' }]),
  ),
});
const health = buildHealth({
  board: { ...buildHealth().board, name: 'Aurora *board*' },
  issues,
  words,
  ready: { amount: 38, items: 1 },
});

/** Clipboards of the two ways that browsers have; each test says which of them works. */
function stubClipboards(works: { readonly event: boolean; readonly permission: boolean }) {
  const copied: Record<string, string>[] = [];
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: () => {
      if (!works.event) return false;
      const kinds: Record<string, string> = {};
      const event = new Event('copy', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', {
        value: { setData: (type: string, value: string) => (kinds[type] = value) },
      });
      document.body.dispatchEvent(event);
      if (event.defaultPrevented) copied.push(kinds);
      return true;
    },
  });
  class Item {
    readonly kinds: Readonly<Record<string, Blob>>;
    constructor(kinds: Readonly<Record<string, Blob>>) {
      this.kinds = kinds;
    }
  }
  vi.stubGlobal('ClipboardItem', Item);
  const refused = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  const clipboard = {
    write: async ([item]: readonly Item[]) => {
      if (!works.permission) return await refused();
      const kinds = await Promise.all(
        Object.entries(item?.kinds ?? {}).map(async ([type, blob]) => [type, await blob.text()] as const),
      );
      copied.push(Object.fromEntries(kinds));
    },
    writeText: async (text: string) => {
      if (!works.permission) return await refused();
      copied.push({ 'text/plain': text });
    },
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'execCommand');
    Reflect.deleteProperty(navigator, 'clipboard');
  });
  return copied;
}

function renderWith(works: { readonly event: boolean; readonly permission: boolean }) {
  const { user } = renderAtDesk(health, () => <Agenda />);
  // After `userEvent.setup`, which brings a clipboard of its own.
  return { user, copied: stubClipboards(works) };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date());

describe('the agenda as Markdown', () => {
  test('has title, date, time, links, what to settle and what it buys, and no markup of the issues', async () => {
    const { user, copied } = renderWith({ event: true, permission: false });
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));

    const line = 'Estimate it together; 0 says that it needs none.';
    const item = (index: number, summary: string, runway: string) =>
      [
        `${index}. [AUR-${index + 1}](https://acme.atlassian.net/browse/AUR-${index + 1}) ${summary}`,
        `   - ${line}`,
        `   - +3 points, then ready for ${runway} sprints`,
      ].join('\n');
    expect(copied).toEqual([
      {
        'text/plain': [
          '## Refine these 5 to be two sprints ahead',
          `Aurora \\*board\\* · ${today} · 40 of 90 minutes`,
          [
            item(1, '\\<img src=x onerror=alert(1)\\> & \\&lt;b\\&gt;', '1.5'),
            item(2, '\\[click\\](javascript:alert(1)) !\\[x\\](y)', '1.6'),
            item(3, '\\`code\\` \\| \\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\\\', '1.8'),
            item(4, 'one ## two three', '1.9'),
            item(5, 'abc gnp.exe', '2'),
          ].join('\n'),
          '',
        ]
          .join('\n\n')
          .replace(/\n\n$/, '\n'),
      },
    ]);
    expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('Copied.');
  });

  test.each([
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['+5 points', '+5 points'],
    ['1. first', '1\\. first'],
    ['2) second', '2\\) second'],
    ['> quoted', '\\> quoted'],
    ['===', '\\==='],
    ['#1 of 3', '#1 of 3'],
  ])('shows %s as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('keeps an address whole', () => {
    const agenda: CopyDocument = {
      title: 'T',
      subtitle: 'S',
      items: [{ key: 'A-1', address: 'https://x/browse/A-1)(', summary: '', lines: [] }],
      notes: ['N'],
    };
    expect(markdownOf(agenda)).toBe('## T\n\nS\n\n1. [A-1](https://x/browse/A-1%29%28)\n\nN\n');
  });
});

describe('the agenda as rich text', () => {
  test('holds the texts of issues as text', async () => {
    const { user, copied } = renderWith({ event: true, permission: false });
    await user.click(screen.getByRole('button', { name: 'Copy agenda' }));

    const html = copied[0]?.['text/html'] ?? '';
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('img, script, b, strong, code')).toHaveLength(0);
    expect(page.querySelector('h2')?.textContent).toBe('Refine these 5 to be two sprints ahead');
    expect(page.querySelector('p')?.textContent).toBe(`Aurora *board* · ${today} · 40 of 90 minutes`);
    const [first] = page.querySelectorAll('ol > li');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('https://acme.atlassian.net/browse/AUR-2');
    expect(first?.childNodes[1]?.textContent).toBe(' <img src=x onerror=alert(1)> & &lt;b&gt;');
    expect([...(first?.querySelectorAll('ul > li') ?? [])].map((line) => line.textContent)).toEqual([
      'Estimate it together; 0 says that it needs none.',
      '+3 points, then ready for 1.5 sprints',
    ]);
    expect(page.querySelectorAll('ol > li')).toHaveLength(5);
    expect(copied[0]?.['text/plain']).toContain(
      '1. AUR-2 <img src=x onerror=alert(1)> & &lt;b&gt;\n   https://acme.atlassian.net/browse/AUR-2\n',
    );
  });

  test('has notes, and no list where there is none', () => {
    const { html, text } = richTextOf({ title: 'A<b>', subtitle: 'S', items: [], notes: ['N&'] });
    expect(html).toBe('<h2>A&lt;b&gt;</h2><p>S</p><p>N&amp;</p>');
    expect(text).toBe('A<b>\n\nS\n\nN&\n');
  });
});

describe('copying', () => {
  test.each(['Copy agenda', 'Copy as Markdown'])(
    '%s asks for permission where the event fails',
    async (name) => {
      const { user, copied } = renderWith({ event: false, permission: true });
      await user.click(screen.getByRole('button', { name }));

      expect(await screen.findAllByText('Copied.')).toHaveLength(2);
      expect(Object.keys(copied[0] ?? {})).toEqual(
        name === 'Copy agenda' ? ['text/plain', 'text/html'] : ['text/plain'],
      );
    },
  );

  test.each(['Copy agenda', 'Copy as Markdown'])(
    '%s shows a text to copy by hand where both fail',
    async (name) => {
      const { user, copied } = renderWith({ event: false, permission: false });
      await user.click(screen.getByRole('button', { name }));

      const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /copied by hand/ });
      expect(copied).toEqual([]);
      expect(text.readOnly).toBe(true);
      expect(document.activeElement).toBe(text);
      expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length]);
      expect(text.value).toContain('Refine these 5 to be two sprints ahead');
      expect(await axeFindings()).toEqual([]);
    },
  );
});
