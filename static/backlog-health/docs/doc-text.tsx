import type { ReactNode } from 'react';

import { usePlatform } from '../../ui/bridge-context';

import type { Block, Inline } from './doc';
import './doc.css';

function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const { bridge } = usePlatform();
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      onClick={(event) => {
        event.preventDefault();
        void bridge.open(href);
      }}
    >
      {children}
    </a>
  );
}

function Part({ part }: { readonly part: Inline }) {
  if (typeof part === 'string') return <>{part}</>;
  switch (part.kind) {
    case 'code':
      return <code>{part.text}</code>;
    case 'em':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Parts parts={part.parts} />
        </strong>
      );
    case 'del':
      return (
        <del>
          <Parts parts={part.parts} />
        </del>
      );
    case 'link':
      return (
        <Link href={part.href}>
          <Parts parts={part.parts} />
        </Link>
      );
  }
}

function Parts({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, index) => <Part key={index} part={part} />);
}

function DocBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h5 className="doc__heading">
          <Parts parts={block.parts} />
        </h5>
      );
    case 'paragraph':
      return (
        <p>
          <Parts parts={block.parts} />
        </p>
      );
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <DocText blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <table className="doc__table">
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  <Parts parts={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <Parts parts={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

/** The text of a page, element by element. */
export function DocText({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <DocBlock key={index} block={block} />);
}
