import type { AgendaDocument } from './agenda-document';

/** The agenda in two ways that go to the clipboard together. */
export interface RichText {
  readonly html: string;
  readonly text: string;
}

function plainOf({ title, subtitle, items, notes }: AgendaDocument): string {
  const listed = items.map(({ key, address, summary, lines }, index) =>
    [
      `${index + 1}. ${[key, summary].filter(Boolean).join(' ')}`,
      `   ${address}`,
      ...lines.map((line) => `   - ${line}`),
    ].join('\n'),
  );
  return [title, subtitle, ...listed, ...notes].join('\n\n').concat('\n');
}

/** The agenda for editors that take formatted text, such as Confluence or a mail. Nodes hold the texts, so none is read as markup. */
export function richTextOf(agenda: AgendaDocument): RichText {
  // A document of its own loads and runs nothing.
  const page = document.implementation.createHTMLDocument('');
  const make = (name: string, ...content: readonly (string | Node)[]): HTMLElement => {
    const element = page.createElement(name);
    element.append(...content);
    return element;
  };
  const link = (address: string, key: string): HTMLElement => {
    const element = make('a', key);
    element.setAttribute('href', address);
    return element;
  };
  const items = agenda.items.map(({ key, address, summary, lines }) =>
    make('li', link(address, key), ` ${summary}`, make('ul', ...lines.map((line) => make('li', line)))),
  );
  const whole = make(
    'div',
    make('h2', agenda.title),
    make('p', agenda.subtitle),
    ...(items.length > 0 ? [make('ol', ...items)] : []),
    ...agenda.notes.map((note) => make('p', note)),
  );
  return { html: whole.innerHTML, text: plainOf(agenda) };
}
