/** The top of the editor: the title, and what can be done with the draft. */
export function EditorHead({
  title,
  status,
  canUndo,
  ...on
}: {
  readonly title: string;
  /** What became of the draft. */
  readonly status: string;
  readonly canUndo: boolean;
  readonly onTitle: (title: string) => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
  readonly onPublish: () => void;
}) {
  return (
    <header className="page-head editor-head">
      <h1 className="unseen">Edit page</h1>
      <input
        className="title-field"
        aria-label="Title"
        placeholder="Page title"
        maxLength={255}
        value={title}
        onChange={(event) => {
          on.onTitle(event.target.value);
        }}
      />
      <div className="head-actions">
        <span className="muted" role="status">
          {status}
        </span>
        <button type="button" className="button" disabled={!canUndo} onClick={on.onUndo}>
          Undo
        </button>
        <button type="button" className="button" onClick={on.onDiscard}>
          Discard draft
        </button>
        <button type="button" className="button" onClick={on.onClose}>
          Close
        </button>
        <button type="button" className="button" data-primary onClick={on.onPublish}>
          Publish
        </button>
      </div>
    </header>
  );
}
