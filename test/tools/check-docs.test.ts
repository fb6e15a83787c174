import { describe, expect, it } from 'vitest';

import { readDoc } from '#tools/check-docs';

const SHAPES = [
  { of: 'a title, which the screen has already', markdown: '# some-check', blocks: [] },
  {
    of: 'a heading',
    markdown: '## Why it matters',
    blocks: [{ kind: 'heading', parts: ['Why it matters'] }],
  },
  {
    of: 'a paragraph over two lines',
    markdown: 'One\ntwo &lt;three&gt; *four* **five** ~~six~~ `a < b`.',
    blocks: [
      {
        kind: 'paragraph',
        parts: [
          'One two <three> ',
          { kind: 'em', parts: ['four'] },
          ' ',
          { kind: 'strong', parts: ['five'] },
          ' ',
          { kind: 'del', parts: ['six'] },
          ' ',
          { kind: 'code', text: 'a < b' },
          '.',
        ],
      },
    ],
  },
  {
    of: 'a link',
    markdown: '[a study](https://example.org/)',
    blocks: [
      { kind: 'paragraph', parts: [{ kind: 'link', href: 'https://example.org/', parts: ['a study'] }] },
    ],
  },
  {
    of: 'a list within a list',
    markdown: '- one\n- two\n  1. three',
    blocks: [
      {
        kind: 'list',
        isOrdered: false,
        items: [
          [{ kind: 'paragraph', parts: ['one'] }],
          [
            { kind: 'paragraph', parts: ['two'] },
            { kind: 'list', isOrdered: true, items: [[{ kind: 'paragraph', parts: ['three'] }]] },
          ],
        ],
      },
    ],
  },
  {
    of: 'a table',
    markdown: '| option | default |\n| --- | --- |\n| `days` | 90 |',
    blocks: [
      {
        kind: 'table',
        head: [['option'], ['default']],
        rows: [[[{ kind: 'code', text: 'days' }], ['90']]],
      },
    ],
  },
  { of: 'code', markdown: '```\na &lt; b\n```', blocks: [{ kind: 'code', text: 'a &lt; b' }] },
] as const;

describe('a page of Markdown', () => {
  it.each(SHAPES)('has $of as data', ({ markdown, blocks }) => {
    expect(readDoc(markdown)).toEqual(blocks);
  });

  it.each([
    ['<script>alert(1)</script>', 'html'],
    ['text with <b>markup</b>', 'html'],
    ['![a picture](https://example.org/a.png)', 'image'],
    ['> quoted', 'blockquote'],
    ['[a trap](javascript:alert(1))', 'https'],
    ['caf&eacute;', '&eacute;'],
  ])('does not lose %s in silence', (markdown, reason) => {
    expect(() => readDoc(markdown)).toThrow(reason);
  });
});
