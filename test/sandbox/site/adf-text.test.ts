import { describe, expect, it } from 'vitest';

import { toDocument, toText } from '../../../sandbox/site/parts/adf-text';

describe('description as plain text', () => {
  it.each([
    ['one paragraph', 'As a bookkeeper I want this.'],
    ['paragraphs', 'One.\n\nTwo.'],
    ['a line break', 'One\nTwo'],
    ['a heading and a list', '## Acceptance\n\n- The file opens\n- The total is right'],
  ])('keeps %s through a document and back', (_name, text) => {
    expect(toText(toDocument(text))).toBe(text);
  });

  it('makes headings and bullets what they are in a document', () => {
    expect(toDocument('# Why\n\n- a')).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Why' }] },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] },
          ],
        },
      ],
    });
  });

  it('makes an empty text no document', () => {
    expect(toDocument(' \n ')).toBeNull();
    expect(toText(null)).toBe('');
  });
});
