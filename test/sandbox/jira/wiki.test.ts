import { expect, test } from 'vitest';

import { adfText } from '#sandbox/jira/adf';
import type { Adf } from '#sandbox/jira/model';
import { adfToWiki } from '#sandbox/jira/rest/beans/wiki';

const doc = (...content: Adf[]): Adf => ({ type: 'doc', version: 1, content });
const text = (value: string, ...marks: NonNullable<Adf['marks']>): Adf => ({
  type: 'text',
  text: value,
  marks,
});
const block = (type: string, content: Adf[], attrs: Record<string, unknown> = {}): Adf => ({
  type,
  attrs,
  content,
});
const paragraph = (...content: Adf[]) => block('paragraph', content);
const item = (...content: Adf[]) => block('listItem', content);

const CASES: [name: string, document: Adf, wiki: string, plain: string][] = [
  [
    'headings and paragraphs',
    doc(
      block('heading', [text('Goal')], { level: 2 }),
      paragraph(text('One'), { type: 'hardBreak' }, text('two')),
    ),
    'h2. Goal\n\nOne\ntwo',
    'Goal\nOne\ntwo\n',
  ],
  [
    'marks and links',
    doc(
      paragraph(
        text('bold', { type: 'strong' }),
        text(' and '),
        text('there', { type: 'link', attrs: { href: 'https://example.com' } }),
      ),
    ),
    '*bold* and [there|https://example.com]',
    'bold and there\n',
  ],
  [
    'lists inside lists',
    doc(
      block('bulletList', [
        item(paragraph(text('one')), block('orderedList', [item(paragraph(text('deep')))])),
        item(paragraph(text('two'))),
      ]),
    ),
    '* one\n*# deep\n* two',
    'one\ndeep\ntwo\n',
  ],
  [
    'code',
    doc(block('codeBlock', [text('let x;')], { language: 'js' })),
    '{code:js}\nlet x;\n{code}',
    'let x;\n',
  ],
  [
    'tables and panels',
    doc(
      block('table', [
        block('tableRow', [block('tableHeader', [paragraph(text('A'))])]),
        block('tableRow', [block('tableCell', [paragraph(text('1'))])]),
      ]),
      block('panel', [paragraph(text('note'))]),
    ),
    '||A||\n|1|\n\n{panel}\nnote\n{panel}',
    'A\n1\nnote\n',
  ],
  [
    'mentions and emoji',
    doc(
      paragraph({ type: 'mention', attrs: { id: 'dev', text: '@Dev' } }, text(' '), {
        type: 'emoji',
        attrs: { shortName: ':smile:' },
      }),
    ),
    '[~accountid:dev] :smile:',
    '@Dev :smile:\n',
  ],
  ['nothing', doc(), '', ''],
];

test.each(CASES)('a document with %s as wiki text and as words', (_name, document, wiki, plain) => {
  expect(adfToWiki(document)).toBe(wiki);
  expect(adfText(document)).toBe(plain);
});
