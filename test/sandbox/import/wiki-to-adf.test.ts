import { describe, expect, it } from 'vitest';

import { wikiToAdf } from '#sandbox/import/wiki-to-adf';
import type { Adf } from '#sandbox/jira/model';

const text = (words: string, ...marks: Adf['marks'] & object): Adf => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const p = (...content: Adf[]): Adf => ({ type: 'paragraph', content });
const item = (...content: Adf[]): Adf => ({ type: 'listItem', content });
const cell = (type: string, words: Adf): Adf => ({ type, content: [p(words)] });
const row = (...content: Adf[]): Adf => ({ type: 'tableRow', content });
const strong = { type: 'strong' };

const CASES: readonly [name: string, wiki: string, content: Adf[]][] = [
  ['a heading', 'h2. Title', [{ type: 'heading', attrs: { level: 2 }, content: [text('Title')] }]],
  ['paragraphs', 'One\n\nTwo', [p(text('One')), p(text('Two'))]],
  ['line breaks, Windows ones too', 'One\r\nTwo', [p(text('One'), { type: 'hardBreak' }, text('Two'))]],
  [
    'marks',
    '*bold* _em_ {{code}} -gone-',
    [
      p(
        text('bold', strong),
        text(' '),
        text('em', { type: 'em' }),
        text(' '),
        text('code', { type: 'code' }),
        text(' '),
        text('gone', { type: 'strike' }),
      ),
    ],
  ],
  [
    'nested lists',
    '* a\n** b\n* c',
    [
      {
        type: 'bulletList',
        content: [
          item(p(text('a')), { type: 'bulletList', content: [item(p(text('b')))] }),
          item(p(text('c'))),
        ],
      },
    ],
  ],
  [
    'numbered lists',
    '# a\n# b',
    [{ type: 'orderedList', attrs: { order: 1 }, content: [item(p(text('a'))), item(p(text('b')))] }],
  ],
  [
    'a table',
    '||Name||Amount||\n|Vogt|12|',
    [
      {
        type: 'table',
        attrs: { isNumberColumnEnabled: false, layout: 'default' },
        content: [
          row(cell('tableHeader', text('Name', strong)), cell('tableHeader', text('Amount', strong))),
          row(cell('tableCell', text('Vogt')), cell('tableCell', text('12'))),
        ],
      },
    ],
  ],
  [
    'code',
    '{code:java}\nint x = a[1] * 2;\n{code}',
    [{ type: 'codeBlock', attrs: { language: 'java' }, content: [text('int x = a[1] * 2;')] }],
  ],
  [
    'unformatted text with its spaces',
    '{noformat}\nat a.B(B.java:1)\n    at *c*\n{noformat}',
    [{ type: 'codeBlock', content: [text('at a.B(B.java:1)\n    at *c*')] }],
  ],
  [
    'a panel',
    '{panel:title=Note}\nMind this\n{panel}',
    [
      {
        type: 'panel',
        attrs: { panelType: 'info' },
        content: [p(text('Note', strong)), p(text('Mind this'))],
      },
    ],
  ],
  ['a quotation', 'bq. Said', [{ type: 'blockquote', content: [p(text('Said'))] }]],
  [
    'a link',
    'See [the page|https://example.com/a]',
    [p(text('See '), text('the page', { type: 'link', attrs: { href: 'https://example.com/a' } }))],
  ],
  [
    'an emoji that was meant',
    'Works (/) now',
    [
      p(
        text('Works '),
        {
          type: 'emoji',
          attrs: { shortName: ':check_mark:', id: 'atlassian-check_mark', text: ':check_mark:' },
        },
        text(' now'),
      ),
    ],
  ],
  ['a star inside a log line', 'cpus(*):4; mem(*):7168', [p(text('cpus(*):4; mem(*):7168'))]],
  ['a parameter in SQL', 'call(:P_ID, 1)', [p(text('call(:P_ID, 1)'))]],
  ['an attached image by its name', '!screen.png!', [p(text('screen.png'))]],
  [
    'a mention of somebody unknown',
    'Ask [~jsmith]',
    [p(text('Ask '), { type: 'mention', attrs: { id: 'jsmith', text: '@jsmith' } })],
  ],
];

describe('wiki markup', () => {
  it.each(CASES)('becomes ADF: %s', (_, wiki, content) => {
    expect(wikiToAdf(wiki)).toEqual({ adf: { type: 'doc', version: 1, content }, isPlain: false });
  });

  it('names the people of the site in mentions, by account or by name', () => {
    const resolve = (id: string) => (id === '5b10' ? { accountId: '5b10', displayName: 'Noa' } : undefined);
    expect(wikiToAdf('[~accountid:5b10]', resolve).adf?.content).toEqual([
      p({ type: 'mention', attrs: { id: '5b10', text: '@Noa' } }),
    ]);
  });

  it.each([[''], ['  \n ']])('is null without text: %j', (wiki) => {
    expect(wikiToAdf(wiki)).toEqual({ adf: null, isPlain: false });
  });

  it('keeps the words of a stack trace outside of code', () => {
    const trace =
      'java.lang.NullPointerException\n\tat com.aurora.A.b(A.java:88)\n\tat com.aurora.C.<init>(C.java:1)';
    const { adf } = wikiToAdf(trace);
    expect(JSON.stringify(adf)).toContain('com.aurora.A.b(A.java:88)');
    expect(JSON.stringify(adf)).toContain('com.aurora.C.<init>(C.java:1)');
  });
});
