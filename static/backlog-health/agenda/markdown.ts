import type { AgendaDocument } from './agenda-document';

const SPECIAL = /[\\`*_[\]<>|~]/g;
const ENTITY = /&(?=#?\w+;)/g;
/** What starts a heading, a list, a quotation or a line below a heading; numbers of lists have their own rule. */
const BLOCK_START = /^(?=[-+=#]+(?:\s|$))/;
const LIST_NUMBER = /^(\d+)(?=[.)](?:\s|$))/;

/** Text that Markdown (CommonMark, with GitHub's tables and strikes) shows as it is. It must be of one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(ENTITY, '\\&')
    .replace(BLOCK_START, '\\')
    .replace(LIST_NUMBER, '$1\\');
}

/** Parentheses would end the address early. */
const addressIn = (address: string): string => address.replace(/\(/g, '%28').replace(/\)/g, '%29');

/** The agenda in Markdown, its keys as links. */
export function markdownOf({ title, subtitle, items, notes }: AgendaDocument): string {
  const listed = items.map(({ key, address, summary, lines }, index) => {
    const number = `${index + 1}. `;
    const indent = ' '.repeat(number.length);
    const head = `${number}[${escapeMarkdown(key)}](${addressIn(address)}) ${escapeMarkdown(summary)}`;
    return [head.trimEnd(), ...lines.map((line) => `${indent}- ${escapeMarkdown(line)}`)].join('\n');
  });
  return [
    `## ${escapeMarkdown(title)}`,
    escapeMarkdown(subtitle),
    ...(listed.length > 0 ? [listed.join('\n')] : []),
    ...notes.map(escapeMarkdown),
  ]
    .join('\n\n')
    .concat('\n');
}
