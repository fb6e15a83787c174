import { demoUser, type PersonKey } from '#sandbox/demo/people';
import type { Adf } from '#sandbox/jira/model';

/** Builders for the few documents that wiki markup cannot say: task lists, coloured panels, emoji, dates, status. */
export const text = (words: string, ...marks: NonNullable<Adf['marks']>): Adf => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
export const link = (words: string, href: string): Adf => text(words, { type: 'link', attrs: { href } });
export const strong = (words: string): Adf => text(words, { type: 'strong' });

export const emoji = (shortName: string, character: string): Adf => ({
  type: 'emoji',
  attrs: { shortName, text: character },
});
export const mention = (key: PersonKey): Adf => {
  const { accountId, displayName } = demoUser(key);
  return { type: 'mention', attrs: { id: accountId, text: `@${displayName}` } };
};

type Inline = Adf | string;
const inline = (nodes: readonly Inline[]): Adf[] =>
  nodes.map((node) => (typeof node === 'string' ? text(node) : node));

export const p = (...nodes: Inline[]): Adf => ({ type: 'paragraph', content: inline(nodes) });
export const h = (level: number, words: string): Adf => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
export const bullets = (...items: readonly Inline[]): Adf => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
});
export const panel = (panelType: 'info' | 'note' | 'warning' | 'success', ...content: Adf[]): Adf => ({
  type: 'panel',
  attrs: { panelType },
  content,
});
export const codeBlock = (language: string, lines: string): Adf => ({
  type: 'codeBlock',
  attrs: { language },
  content: [text(lines)],
});
/** A checklist; `localId` names it within the document. */
export const tasks = (localId: string, ...items: readonly [isDone: boolean, words: string][]): Adf => ({
  type: 'taskList',
  attrs: { localId },
  content: items.map(([isDone, words], index) => ({
    type: 'taskItem',
    attrs: { localId: `${localId}-${index + 1}`, state: isDone ? 'DONE' : 'TODO' },
    content: [text(words)],
  })),
});
/** A table whose first row is its header. */
export const table = (...rows: readonly (readonly Inline[])[]): Adf => ({
  type: 'table',
  attrs: { isNumberColumnEnabled: false, layout: 'default' },
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      attrs: {},
      content: [p(cell)],
    })),
  })),
});
export const doc = (...content: Adf[]): Adf => ({ type: 'doc', version: 1, content });
