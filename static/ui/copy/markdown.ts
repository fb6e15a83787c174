import type { CopyDocument, CopyItem, CopySection } from './copy-document';

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

function linkIn({ key, address, summary }: CopyItem): string {
  return `[${escapeMarkdown(key)}](${addressIn(address)}) ${escapeMarkdown(summary)}`.trimEnd();
}

function sectionIn({ title, lines, items }: CopySection): string {
  const listed = [
    ...lines.map(escapeMarkdown),
    ...items.map((item) => [linkIn(item), ...item.lines.map(escapeMarkdown)].join(' · ')),
  ];
  return [`### ${escapeMarkdown(title)}`, listed.map((line) => `- ${line}`).join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

/** What is handed on, in Markdown, its keys as links. */
export function markdownOf({ title, subtitle, items, sections = [], notes }: CopyDocument): string {
  const listed = items.map((item, index) => {
    const number = `${index + 1}. `;
    const indent = ' '.repeat(number.length);
    return [
      `${number}${linkIn(item)}`,
      ...item.lines.map((line) => `${indent}- ${escapeMarkdown(line)}`),
    ].join('\n');
  });
  return [
    `## ${escapeMarkdown(title)}`,
    escapeMarkdown(subtitle),
    ...(listed.length > 0 ? [listed.join('\n')] : []),
    ...sections.map(sectionIn),
    ...notes.map(escapeMarkdown),
  ]
    .join('\n\n')
    .concat('\n');
}
