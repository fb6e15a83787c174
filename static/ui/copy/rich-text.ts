import type { CopyDocument, CopyItem } from './copy-document';

/** The same in two ways that go to the clipboard together. */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

const named = ({ key, summary }: CopyItem): string => [key, summary].filter(Boolean).join(' ');

function plainOf({ title, subtitle, items, sections = [], notes }: CopyDocument): string {
  const listed = items.map((item, index) =>
    [`${index + 1}. ${named(item)}`, `   ${item.address}`, ...item.lines.map((line) => `   - ${line}`)].join(
      '\n',
    ),
  );
  const parts = sections.map((section) =>
    [
      section.title,
      ...section.lines.map((line) => `- ${line}`),
      ...section.items.map((item) => `- ${[named(item), ...item.lines].join(' · ')}`),
    ].join('\n'),
  );
  return [title, subtitle, ...listed, ...parts, ...notes].join('\n\n').concat('\n');
}

/** What is handed on, for editors that take formatted text, such as Confluence or a mail. Nodes hold the texts, so none is read as markup. */
export function richTextOf(whole: CopyDocument): RichText {
  // A document of its own loads and runs nothing.
  const page = document.implementation.createHTMLDocument('');
  const make = (name: string, ...content: readonly (string | Node)[]): HTMLElement => {
    const element = page.createElement(name);
    element.append(...content);
    return element;
  };
  const link = ({ address, key }: CopyItem): HTMLElement => {
    const element = make('a', key);
    element.setAttribute('href', address);
    return element;
  };
  const items = whole.items.map((item) =>
    make('li', link(item), ` ${item.summary}`, make('ul', ...item.lines.map((line) => make('li', line)))),
  );
  const sections = (whole.sections ?? []).flatMap((section) => [
    make('h3', section.title),
    make(
      'ul',
      ...section.lines.map((line) => make('li', line)),
      ...section.items.map((item) => make('li', link(item), ` ${[item.summary, ...item.lines].join(' · ')}`)),
    ),
  ]);
  const body = make(
    'div',
    make('h2', whole.title),
    make('p', whole.subtitle),
    ...(items.length > 0 ? [make('ol', ...items)] : []),
    ...sections,
    ...whole.notes.map((note) => make('p', note)),
  );
  return { html: body.innerHTML, text: plainOf(whole) };
}
