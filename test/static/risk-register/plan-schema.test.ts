import { describe, expect, test } from 'vitest';

import type { AdfNode } from '#src/domain/backlog/issue';
import { planFromText } from '#src/domain/risk/plan-text';
import { isSameJson } from '#src/domain/risk/same';

import { planFromEditor, planToEditor } from '../../../static/risk-register/risk/plan-document';
import { PLAN_SCHEMA } from '../../../static/risk-register/risk/plan-schema';

const doc = (...content: readonly unknown[]) => ({ type: 'doc', version: 1, content }) as unknown as AdfNode;
const text = (words: string, ...marks: readonly unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: readonly unknown[]) => ({ type: 'paragraph', content });

const PLANS: readonly { readonly of: string; readonly plan: AdfNode }[] = [
  { of: 'plain text', plan: planFromText('One\n\nTwo')! },
  {
    of: 'marks, one of them not known',
    plan: doc(
      paragraph(
        text('bold', { type: 'strong' }),
        text(' and linked', { type: 'link', attrs: { href: 'https://acme.example/a', title: 'A' } }),
        text(' red', { type: 'textColor', attrs: { color: '#ff0000' } }, { type: 'em' }),
        { type: 'hardBreak' },
        text('two lines'),
      ),
    ),
  },
  {
    of: 'lists in lists, with an order and ids',
    plan: doc(
      {
        type: 'orderedList',
        attrs: { order: 3 },
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', attrs: { localId: 'a1' }, content: [text('first')] },
              { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('deeper'))] }] },
            ],
          },
        ],
      },
      { type: 'heading', attrs: { level: 2 }, content: [text('Then')] },
      { type: 'codeBlock', attrs: { language: 'sql' }, content: [text('select 1')] },
      { type: 'rule' },
      { type: 'blockquote', content: [paragraph(text('quoted'))] },
    ),
  },
  {
    of: 'a table, a panel, media and what only another editor knows',
    plan: doc(
      paragraph(text('before '), { type: 'mention', attrs: { id: 'maria', text: '@Maria' } }, text(' and '), {
        type: 'date',
        attrs: { timestamp: '1796342400000' },
      }),
      {
        type: 'table',
        attrs: { layout: 'default' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: {}, content: [paragraph(text('cell'))] }],
          },
        ],
      },
      { type: 'panel', attrs: { panelType: 'info' }, content: [paragraph(text('mind'))] },
      {
        type: 'mediaSingle',
        attrs: { layout: 'center' },
        content: [{ type: 'media', attrs: { id: 'm', type: 'file', collection: 'c' } }],
      },
      {
        type: 'paragraph',
        marks: [{ type: 'alignment', attrs: { align: 'center' } }],
        content: [text('centred')],
      },
      { type: 'somethingNew', attrs: { a: [1, { b: null }] } },
    ),
  },
  {
    of: 'nesting that is not valid',
    plan: doc({ type: 'bulletList', content: [paragraph(text('no item'))] }, paragraph(text('fine'))),
  },
];

/** Marks are a set: the editor puts them into an order of its own, as Confluence's does. */
const withSortedMarks = (node: AdfNode): AdfNode => ({
  ...node,
  ...(node.marks && { marks: [...node.marks].sort((a, b) => (a.type < b.type ? -1 : 1)) }),
  ...(node.content && { content: node.content.map(withSortedMarks) }),
});

describe('a plan in the editor', () => {
  test.each(PLANS)('comes out as it went in: $of', ({ plan }) => {
    const document = planToEditor(plan);
    expect(() => {
      document.check();
    }).not.toThrow();
    const out = planFromEditor(document);
    expect(isSameJson(out && withSortedMarks(out), withSortedMarks(plan))).toBe(true);
  });

  test('without any is an empty paragraph, and stays none', () => {
    expect(planToEditor(null).childCount).toBe(1);
    expect(planFromEditor(planToEditor(null))).toBeNull();
  });

  test('keeps the rest when a part is rewritten', () => {
    const { plan } = PLANS[3]!;
    const document = planToEditor(plan);
    const rewritten = document.replace(
      0,
      document.firstChild!.nodeSize,
      PLAN_SCHEMA.node('doc', null, [PLAN_SCHEMA.node('paragraph', null, [PLAN_SCHEMA.text('after')])]).slice(
        0,
        7,
      ),
    );

    const out = planFromEditor(rewritten) as { readonly content: readonly unknown[] };
    expect(out.content[0]).toEqual(paragraph(text('after')));
    expect(isSameJson(out.content.slice(1), plan.content?.slice(1))).toBe(true);
  });
});
