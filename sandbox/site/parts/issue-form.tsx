import { type FormEvent, useEffect, useRef, useState } from 'react';

import type { IssuePageData } from '../issue-data';
import { editIssue } from '../jira-client';
import type { AdfNode } from './adf-view';
import { toDocument, toText } from './adf-text';
import { estimateOf } from './issue-row';

/** What the form holds, as its controls give it. */
function readForm(form: HTMLFormElement) {
  const values = new FormData(form);
  const text = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    summary: text('summary'),
    estimate: text('estimate'),
    priority: text('priority'),
    description: text('description'),
  };
}

/** Only what was changed is sent, so that an edit leaves formatting alone that the plain text does not show. */
function changesOf(data: IssuePageData, old: ReturnType<typeof readForm>, form: ReturnType<typeof readForm>) {
  return {
    ...(form.summary !== old.summary && { summary: form.summary }),
    ...(form.priority !== old.priority && { priority: { id: form.priority } }),
    ...(form.description !== old.description && { description: toDocument(form.description) }),
    ...(data.estimate &&
      form.estimate !== old.estimate && {
        [data.estimate.fieldId]: form.estimate === '' ? null : Number(form.estimate),
      }),
  };
}

/** Edits an issue in place. The description is edited as plain text. */
export function IssueForm({
  data,
  onDone,
}: {
  readonly data: IssuePageData;
  readonly onDone: (hasChanged: boolean) => void;
}) {
  const { issue, estimate, priorities } = data;
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const points = estimate ? estimateOf(issue, estimate.fieldId) : null;
  const old = {
    summary: issue.fields.summary,
    estimate: points === null ? '' : String(points),
    priority: issue.fields.priority?.id ?? '',
    description: toText((issue.fields['description'] ?? null) as AdfNode | null),
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSaving) return;
    const changes = changesOf(data, old, readForm(event.currentTarget));
    if (Object.keys(changes).length === 0) {
      onDone(false);
      return;
    }
    setSaving(true);
    editIssue(issue.key, changes).then(
      () => {
        onDone(true);
      },
      (reason: unknown) => {
        setSaving(false);
        setError(reason instanceof Error ? reason.message : String(reason));
      },
    );
  };
  return (
    <form className="issue-form" onSubmit={save}>
      <label>
        Summary
        <input ref={first} name="summary" required maxLength={255} defaultValue={old.summary} />
      </label>
      <div className="form-row">
        {estimate && (
          <label>
            {estimate.displayName}
            <input name="estimate" type="number" min="0" step="any" defaultValue={old.estimate} />
          </label>
        )}
        <label>
          Priority
          <select name="priority" defaultValue={old.priority}>
            {old.priority === '' && <option value="">None</option>}
            {priorities.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        Description
        <textarea name="description" rows={14} defaultValue={old.description} />
      </label>
      {error !== null && <p role="alert">{error}</p>}
      <p className="form-buttons">
        {/* Not disabled while saving, which would take the focus away. */}
        <button type="submit" className="button" data-primary aria-disabled={isSaving}>
          Save
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onDone(false);
          }}
        >
          Cancel
        </button>
      </p>
    </form>
  );
}
