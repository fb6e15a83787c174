import { createElement, Fragment, type ReactNode } from 'react';

/** A node of an Atlassian Document Format document. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly AdfNode[];
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  taskList: 'ul',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  panel: 'aside',
  expand: 'section',
};

const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  strike: 's',
  underline: 'u',
};

const attrText = (node: AdfNode, name: string) => {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Text with its marks. A link shows only where it leads to the web. */
function marked(node: AdfNode): ReactNode {
  let shown: ReactNode = node.text ?? '';
  for (const mark of node.marks ?? []) {
    const tag = MARKS[mark.type];
    const href = mark.attrs?.['href'];
    if (tag) shown = createElement(tag, null, shown);
    else if (mark.type === 'link' && typeof href === 'string' && /^https?:\/\//i.test(href)) {
      shown = (
        <a href={href} target="_blank" rel="noreferrer noopener">
          {shown}
        </a>
      );
    }
  }
  return shown;
}

const levelOf = (node: AdfNode) => Number(attrText(node, 'level') || 1);

/** The highest heading of a document becomes an h3, below the h2 of the page's section. */
function headingShift(document: AdfNode): number {
  const levels = (document.content ?? []).filter(({ type }) => type === 'heading').map(levelOf);
  return levels.length === 0 ? 0 : 3 - Math.min(...levels);
}

function childrenOf(node: AdfNode, shift: number): ReactNode {
  return node.content?.map((child, index) => <Fragment key={index}>{shownNode(child, shift)}</Fragment>);
}

function shownNode(node: AdfNode, shift: number): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'heading':
      return createElement(`h${Math.min(6, levelOf(node) + shift)}`, null, childrenOf(node, shift));
    case 'codeBlock':
      return (
        <pre>
          <code>{childrenOf(node, shift)}</code>
        </pre>
      );
    case 'table':
      return (
        <table>
          <tbody>{childrenOf(node, shift)}</tbody>
        </table>
      );
    case 'taskItem':
      return (
        <li className="task">
          <input type="checkbox" disabled checked={attrText(node, 'state') === 'DONE'} aria-label="Done" />{' '}
          {childrenOf(node, shift)}
        </li>
      );
    case 'mention':
    case 'emoji':
    case 'status':
    case 'date':
      return (
        <span className="chip">
          {attrText(node, 'text') || attrText(node, 'shortName') || attrText(node, 'timestamp')}
        </span>
      );
    case 'inlineCard':
    case 'blockCard':
      return <span className="chip">{attrText(node, 'url')}</span>;
    case 'media':
    case 'mediaInline':
      return <span className="chip">Attachment {attrText(node, 'alt')}</span>;
    default: {
      const tag = TAGS[node.type];
      return tag ? createElement(tag, null, childrenOf(node, shift)) : childrenOf(node, shift);
    }
  }
}

/** Shows an Atlassian document: the common nodes as what they are, the rest as their text. */
export function AdfView({ document }: { readonly document: AdfNode | null }) {
  if (!document?.content?.length) return <p className="muted">No description.</p>;
  return <div className="adf">{shownNode(document, headingShift(document))}</div>;
}
