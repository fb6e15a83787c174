import type { IssuePageData } from '../issue-data';
import { issuePath, goTo } from '../routing';
import { splitIssue } from '../sprint-client';
import { FormDialog, textIn } from '../wiki/form-dialog';
import { estimateOf } from './issue-row';

const numberIn = (form: FormData, name: string) =>
  textIn(form, name) === '' ? null : Number(textIn(form, name));

/** Splits an issue in two: what stays is estimated anew, the new part stands in the same sprint. */
export function SplitDialog({
  data,
  onClose,
}: {
  readonly data: IssuePageData;
  readonly onClose: () => void;
}) {
  const { issue, estimate } = data;
  const old = estimate ? estimateOf(issue, estimate.fieldId) : null;
  const field = (label: string, name: string, value: number | null) =>
    estimate && (
      <label>
        {label}
        <input name={name} type="number" min="0" step="any" defaultValue={value ?? ''} />
      </label>
    );
  return (
    <FormDialog
      title={`Split ${issue.key}`}
      submit="Split"
      onClose={onClose}
      onSubmit={async (form) => {
        const part = { summary: textIn(form, 'summary'), estimate: numberIn(form, 'part') };
        const [key] = await splitIssue(issue.id, [part], numberIn(form, 'rest'));
        onClose();
        if (key !== undefined) goTo(issuePath(key));
      }}
    >
      {field(`${estimate?.displayName ?? ''} of ${issue.key}`, 'rest', old)}
      <label>
        Summary of the new issue
        <input name="summary" required maxLength={255} defaultValue={issue.fields.summary} />
      </label>
      {field(`${estimate?.displayName ?? ''} of the new issue`, 'part', null)}
    </FormDialog>
  );
}
