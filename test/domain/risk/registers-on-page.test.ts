import { describe, expect, it } from 'vitest';

import { registersOnPage } from '#src/domain/risk/registers-on-page';

const text = (words: string) => ({ type: 'text', text: words });
const heading = (words: string) => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] });
const macro = (localId: string, module = 'risk-register', type = 'extension') => ({
  type,
  attrs: {
    extensionType: 'com.atlassian.ecosystem',
    extensionKey: `app/environment/static/${module}`,
    localId,
  },
});
const page = (...content: readonly object[]) => ({ type: 'doc', version: 1, content }) as never;

describe('the registers of a page', () => {
  it('come in the order of the page, each under its heading', () => {
    const layout = { type: 'layoutSection', content: [{ type: 'layoutColumn', content: [macro('b')] }] };
    expect(
      registersOnPage(page(macro('a'), heading('Launch'), layout, heading('After it'), macro('c'))),
    ).toEqual([
      { localId: 'a', heading: null },
      { localId: 'b', heading: 'Launch' },
      { localId: 'c', heading: 'After it' },
    ]);
  });

  it('are those of the register alone', () => {
    const other = macro('x', 'launch-plan');
    const withoutId = macro('');
    const looksLike = macro('y', 'risk-register-2');
    expect(registersOnPage(page(other, withoutId, looksLike, { type: 'paragraph' }))).toEqual([]);
  });
});
