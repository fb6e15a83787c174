import { type FormEvent, useState } from 'react';

import { AdfView, type AdfNode } from '../parts/adf-view';
import { Avatar } from '../parts/avatar';
import { inWords } from '../parts/in-words';
import { useLoaded } from '../use-loaded';
import {
  comment,
  deleteComment,
  type PageData,
  type Person,
  readPeople,
  type WikiDocument,
} from './wiki-client';

/** A line with its mentions: `@` and the whole name of somebody on the site. */
function inlineOf(line: string, people: readonly Person[]): AdfNode[] {
  const found = people
    .map((person) => ({ person, at: line.indexOf(`@${person.displayName}`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const words = (text: string): AdfNode[] => (text === '' ? [] : [{ type: 'text', text }]);
  if (!found) return words(line);
  const { person, at } = found;
  const text = `@${person.displayName}`;
  return [
    ...words(line.slice(0, at)),
    { type: 'mention', attrs: { id: person.accountId, text } },
    ...inlineOf(line.slice(at + text.length), people),
  ];
}

/** Plain text as a document, a paragraph a line. */
export function documentOf(text: string, people: readonly Person[]): WikiDocument {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    type: 'doc',
    version: 1,
    content: lines.map((line) => ({ type: 'paragraph', content: inlineOf(line, people) })),
  };
}

/** A document whose mentions say the names of the accounts, as Confluence shows them whatever text they were written with. */
export function withNames(node: AdfNode, people: readonly Person[]): AdfNode {
  const account = node.type === 'mention' ? node.attrs?.['id'] : undefined;
  const person = people.find(({ accountId }) => accountId === account);
  return {
    ...node,
    ...(person && { attrs: { ...node.attrs, text: `@${person.displayName}` } }),
    ...(node.content && { content: node.content.map((child) => withNames(child, people)) }),
  };
}

function CommentForm({
  to,
  label,
  onDone,
}: {
  readonly to: Parameters<typeof comment>[0];
  readonly label: string;
  readonly onDone: () => void;
}) {
  const people = useLoaded(readPeople);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = documentOf(text, people.state === 'ready' ? people.value : []);
    comment(to, body).then(
      () => {
        setText('');
        setError(null);
        onDone();
      },
      (reason: unknown) => {
        setError(reason instanceof Error ? reason.message : String(reason));
      },
    );
  };
  return (
    <form className="comment-form" onSubmit={send}>
      <label>
        {label}
        <textarea
          rows={2}
          value={text}
          placeholder="@ and a whole name mentions somebody"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      {error !== null && <p role="alert">{error}</p>}
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}

type Comment = PageData['comments'][number];

function Entry({
  entry,
  page,
  people,
  onChanged,
}: {
  readonly entry: Comment;
  readonly page: PageData;
  readonly people: readonly Person[];
  readonly onChanged: () => void;
}) {
  const [isAnswering, setAnswering] = useState(false);
  const answers = page.comments.filter(({ parentId }) => parentId === entry.id);
  return (
    <li>
      <p>
        <Avatar person={entry.author} label="Author" /> <strong>{entry.author.displayName}</strong>{' '}
        <span className="muted">
          {inWords(new Date(entry.createdAt).toISOString())}
          {entry.version > 1 && ', edited'}
        </span>
      </p>
      <AdfView document={withNames(entry.body, people)} empty="" />
      <p className="comment-actions">
        {page.can.comment && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setAnswering(!isAnswering);
            }}
          >
            Reply
          </button>
        )}
        {entry.canDelete && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              deleteComment(entry.id).then(onChanged, onChanged);
            }}
          >
            Delete
          </button>
        )}
      </p>
      {isAnswering && (
        <CommentForm
          to={{ parentCommentId: entry.id }}
          label="Reply"
          onDone={() => {
            setAnswering(false);
            onChanged();
          }}
        />
      )}
      {answers.length > 0 && (
        <ul className="comments">
          {answers.map((answer) => (
            <Entry key={answer.id} entry={answer} page={page} people={people} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The comments at the foot of a page, and a form for another. */
export function Comments({ page, onChanged }: { readonly page: PageData; readonly onChanged: () => void }) {
  const first = page.comments.filter(({ parentId }) => parentId === null);
  const loaded = useLoaded(readPeople);
  const people = loaded.state === 'ready' ? loaded.value : [];
  return (
    <section className="wiki-comments" aria-label="Comments">
      <h2>Comments</h2>
      {first.length === 0 && <p className="muted">No comments.</p>}
      <ul className="comments">
        {first.map((entry) => (
          <Entry key={entry.id} entry={entry} page={page} people={people} onChanged={onChanged} />
        ))}
      </ul>
      {page.can.comment && (
        <CommentForm to={{ pageId: page.id }} label="Write a comment" onDone={onChanged} />
      )}
    </section>
  );
}
