import { createContext, createElement, Fragment, type ReactNode, useContext } from 'react';

/** A node of an Atlassian Document Format document. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly AdfNode[];
}

/** How the macros of a document are shown; where nothing is said, by their names. */
export const MacroContext = createContext<((node: AdfNode) => ReactNode) | null>(null);

function Macro({ node }: { readonly node: AdfNode }) {
  const show = useContext(MacroContext);
  return show ? show(node) : <span className="chip">{attrText(node, 'text') || 'Macro'}</span>;
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

/** The highest heading of a document becomes one of level `top`, below that of the page's section. */
function headingShift(document: AdfNode, top: number): number {
  const levels = (document.content ?? []).filter(({ type }) => type === 'heading').map(levelOf);
  return levels.length === 0 ? 0 : top - Math.min(...levels);
}

const dayOf = (node: AdfNode) => {
  const day = new Date(Number(attrText(node, 'timestamp')));
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
};

/** The pixels of a cell's columns, together; undefined where the document leaves it to the reader. */
function widthOf({ attrs }: AdfNode): number | undefined {
  const widths: unknown = attrs?.['colwidth'];
  if (!Array.isArray(widths) || !widths.every((each) => typeof each === 'number')) return undefined;
  return widths.reduce((sum, each) => sum + each, 0);
}

/** A cell with its colour, width and spans, as exports of apps have them. */
function cellOf(node: AdfNode, shift: number): ReactNode {
  const span = (name: string) => Number(attrText(node, name) || 1);
  const background = attrText(node, 'background');
  const isColour = /^#[0-9a-f]{3,8}$/i.test(background);
  const width = widthOf(node);
  return createElement(
    node.type === 'tableHeader' ? 'th' : 'td',
    {
      colSpan: span('colspan'),
      rowSpan: span('rowspan'),
      style: { ...(isColour && { background }), ...(width !== undefined && { width }) },
      ...(isColour && { 'data-coloured': true }),
    },
    childrenOf(node, shift),
  );
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
    case 'tableHeader':
    case 'tableCell':
      return cellOf(node, shift);
    case 'extension':
    case 'inlineExtension':
    case 'bodiedExtension':
      return <Macro node={node} />;
    case 'date':
      return <span className="chip">{dayOf(node)}</span>;
    case 'panel':
      return <aside data-panel={attrText(node, 'panelType')}>{childrenOf(node, shift)}</aside>;
    case 'mention':
    case 'emoji':
    case 'status':
      return <span className="chip">{attrText(node, 'text') || attrText(node, 'shortName')}</span>;
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
export function AdfView({
  document,
  top = 3,
  empty = 'No description.',
}: {
  readonly document: AdfNode | null;
  /** The level of its highest heading on the page. */
  readonly top?: number;
  readonly empty?: string;
}) {
  if (!document?.content?.length) return <p className="muted">{empty}</p>;
  return <div className="adf">{shownNode(document, headingShift(document, top))}</div>;
}
