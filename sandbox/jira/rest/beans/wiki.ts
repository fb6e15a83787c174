import type { Adf } from '#sandbox/jira/model';

const WRAP: Readonly<Record<string, readonly [string, string]>> = {
  strong: ['*', '*'],
  em: ['_', '_'],
  strike: ['-', '-'],
  underline: ['+', '+'],
  code: ['{{', '}}'],
};

const textAttr = (node: Pick<Adf, 'attrs'>, name: string) => {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

function inline(node: Adf): string {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce((text, mark) => {
        if (mark.type === 'link') return `[${text}|${textAttr(mark, 'href')}]`;
        const [open, close] = WRAP[mark.type] ?? ['', ''];
        return `${open}${text}${close}`;
      }, node.text ?? '');
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `[~accountid:${textAttr(node, 'id')}]`;
    case 'inlineCard':
      return `[${textAttr(node, 'url')}]`;
    case 'emoji':
      return textAttr(node, 'text') || textAttr(node, 'shortName');
    case 'status':
      return `*[ ${textAttr(node, 'text')} ]*`;
    case 'date':
      return textAttr(node, 'timestamp');
    default:
      return (node.content ?? []).map(inline).join('');
  }
}

const inlineAll = (node: Adf) => (node.content ?? []).map(inline).join('');

function list(node: Adf, marks: string): string {
  return (node.content ?? [])
    .flatMap((item) => item.content ?? [])
    .map((child) => {
      if (child.type === 'bulletList') return list(child, `${marks}*`);
      if (child.type === 'orderedList') return list(child, `${marks}#`);
      return `${marks} ${block(child).replaceAll('\n', ' ')}`;
    })
    .join('\n');
}

function row(node: Adf): string {
  const cells = node.content ?? [];
  const mark = cells.some(({ type }) => type === 'tableHeader') ? '||' : '|';
  const words = cells.map((cell) => (cell.content ?? []).map(block).join(' ').replaceAll('\n', ' ') || ' ');
  return `${mark}${words.join(mark)}${mark}`;
}

function block(node: Adf): string {
  switch (node.type) {
    case 'heading':
      return `h${textAttr(node, 'level') || '1'}. ${inlineAll(node)}`;
    case 'bulletList':
      return list(node, '*');
    case 'orderedList':
      return list(node, '#');
    case 'taskList':
    case 'decisionList':
      return (node.content ?? []).map((item) => `* ${inlineAll(item)}`).join('\n');
    case 'codeBlock': {
      const language = textAttr(node, 'language');
      return `{code${language === '' ? '' : `:${language}`}}\n${inlineAll(node)}\n{code}`;
    }
    case 'blockquote':
      return `{quote}${blocks(node)}{quote}`;
    case 'panel':
      return `{panel}\n${blocks(node)}\n{panel}`;
    case 'rule':
      return '----';
    case 'table':
      return (node.content ?? []).map(row).join('\n');
    case 'expand':
    case 'nestedExpand':
    case 'mediaSingle':
    case 'mediaGroup':
    case 'layoutSection':
    case 'layoutColumn':
      return blocks(node);
    default:
      return inlineAll(node) || inline(node);
  }
}

const blocks = (node: Adf): string =>
  (node.content ?? [])
    .map(block)
    .filter((text) => text !== '')
    .join('\n\n');

/** A document as Jira's wiki text: the form in which the software API gives descriptions and comments. */
export function adfToWiki(document: Adf): string {
  return blocks(document);
}
