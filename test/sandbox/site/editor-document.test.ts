// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { isDocument } from '#sandbox/rest/adf-schema';

import { documentOf as commentOf } from '../../../sandbox/site/wiki/comments';
import {
  configOfNode,
  configureMacro,
  contentOf,
  documentOf,
  duplicateMacro,
  emptyParagraph,
  insertMacro,
  localIdOfNode,
  plainTextOf,
  useEditorContent,
  withText,
} from '../../../sandbox/site/wiki/editor-document';

const STAMP = { extensionKey: 'app/env/static/register', title: 'Register', layout: 'block' } as const;
const text = (words: string) => withText(emptyParagraph, words);
const page = (...blocks: ReturnType<typeof text>[]) =>
  contentOf('Plan', { type: 'doc', version: 1, content: blocks });

describe('blocks', () => {
  it('are typed in when they are words alone; anything else is kept untouched', () => {
    const link = {
      type: 'text',
      text: 'x',
      marks: [{ type: 'link', attrs: { href: 'https://example.com' } }],
    };
    const kept = { type: 'paragraph', content: [link] };
    expect(plainTextOf(text('Hello'))).toBe('Hello');
    expect(plainTextOf({ type: 'heading', attrs: { level: 2 } })).toBe('');
    expect(plainTextOf(kept)).toBeNull();
    expect(plainTextOf({ type: 'bulletList' })).toBeNull();
    expect(documentOf(page(text('a'), kept)).content?.[1]).toBe(kept);
    expect(withText({ type: 'heading', attrs: { level: 3 } }, 'x')).toMatchObject({ attrs: { level: 3 } });
  });

  it('of an empty page are one paragraph', () => {
    expect(contentOf('', { type: 'doc', version: 1 }).blocks).toEqual([emptyParagraph]);
  });
});

describe('macros', () => {
  it('take the place of the paragraph with the slash, with a paragraph after them', () => {
    const inserted = insertMacro(page(text('a'), text('/reg')), 1, STAMP, 'm-1', { name: 'x' });
    expect(inserted.blocks.map(({ type }) => type)).toEqual(['paragraph', 'extension', 'paragraph']);
    expect(isDocument(documentOf(inserted))).toBe(true);
    const inline = insertMacro(page(text('/')), 0, { ...STAMP, layout: 'inline' }, 'm-1', undefined);
    expect(inline.blocks[0]).toMatchObject({ type: 'paragraph', content: [{ type: 'inlineExtension' }] });
  });

  it('are configured by their id, wherever they are; one that is gone is not', () => {
    const inserted = insertMacro(page(text('/')), 0, { ...STAMP, layout: 'inline' }, 'm-1', undefined);
    const configured = configureMacro(inserted, 'm-1', { name: 'y' }, null)!;
    expect(configOfNode(configured.blocks[0]!.content![0]!)).toEqual({ name: 'y' });
    expect(configureMacro(inserted, 'm-2', { name: 'y' }, null)).toBeNull();
  });

  it('get an id of their own when they are duplicated, and keep their parameters', () => {
    const one = insertMacro(page(text('/')), 0, STAMP, 'm-1', { name: 'x' });
    const two = duplicateMacro(one, 0, 'm-2');
    expect(two.blocks.slice(0, 2).map(localIdOfNode)).toEqual(['m-1', 'm-2']);
    expect(configOfNode(two.blocks[1]!)).toEqual({ name: 'x' });
    expect(two.blocks[1]!.attrs).toMatchObject({ parameters: { localId: 'm-2' } });
  });
});

describe('undo', () => {
  it('takes an insertion back alone, and letters together', () => {
    const { result } = renderHook(() => useEditorContent(page(text('a'))));
    act(() => {
      result.current.type(page(text('ab')));
    });
    act(() => {
      result.current.type(page(text('abc')));
    });
    act(() => {
      result.current.set(insertMacro(result.current.content, 0, STAMP, 'm-1', undefined));
    });
    expect(result.current.content.blocks[0]!.type).toBe('extension');
    act(() => {
      result.current.undo();
    });
    expect(plainTextOf(result.current.content.blocks[0]!)).toBe('abc');
    act(() => {
      result.current.undo();
    });
    expect(plainTextOf(result.current.content.blocks[0]!)).toBe('a');
    expect(result.current.canUndo).toBe(false);
  });
});

describe('a comment', () => {
  it('mentions people by @ and their whole name', () => {
    const people = [{ accountId: '1', displayName: 'Ada Admin' }];
    const document = commentOf('Ask @Ada Admin, please.\n\nOr @Bob.', people);
    expect(isDocument(document)).toBe(true);
    expect(document.content?.[0]?.content).toEqual([
      { type: 'text', text: 'Ask ' },
      { type: 'mention', attrs: { id: '1', text: '@Ada Admin' } },
      { type: 'text', text: ', please.' },
    ]);
    expect(document.content?.[1]?.content).toEqual([{ type: 'text', text: 'Or @Bob.' }]);
  });
});
