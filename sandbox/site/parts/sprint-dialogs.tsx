import { useCallback } from 'react';

import type { Sprint } from '../jira-client';
import {
  completeSprint,
  deleteSprint,
  editSprint,
  readSprintReport,
  reopenSprint,
  startSprint,
} from '../sprint-client';
import { useLoaded } from '../use-loaded';
import { FormDialog, textIn } from '../wiki/form-dialog';

interface SprintDialogProps {
  readonly sprint: Sprint;
  readonly onClose: () => void;
  /** After the sprint was changed. */
  readonly onDone: () => void;
}

const FORTNIGHT = 14 * 86_400_000;
const MINUTES = 'YYYY-MM-DDTHH:MM'.length;

/** As the control wants it; times of the site are in UTC. */
const toControl = (instant: number) => new Date(instant).toISOString().slice(0, MINUTES);
const fromControl = (text: string) => new Date(`${text}Z`).toISOString();

function Words({ sprint }: { readonly sprint: Sprint }) {
  return (
    <>
      <label>
        Sprint name
        <input name="name" required maxLength={30} defaultValue={sprint.name} />
      </label>
      <label>
        Sprint goal
        <textarea name="goal" rows={3} defaultValue={sprint.goal ?? ''} />
      </label>
    </>
  );
}

const wordsIn = (form: FormData) => ({ name: textIn(form, 'name'), goal: textIn(form, 'goal') });

/** Starts a sprint with the dates it is given. `now` is site time, epoch milliseconds. */
export function StartSprintDialog({
  sprint,
  now,
  onClose,
  onDone,
}: SprintDialogProps & { readonly now: number }) {
  return (
    <FormDialog
      title="Start sprint"
      submit="Start"
      onClose={onClose}
      onSubmit={async (form) => {
        await startSprint(sprint.id, {
          ...wordsIn(form),
          startDate: fromControl(textIn(form, 'startDate')),
          endDate: fromControl(textIn(form, 'endDate')),
        });
        onDone();
      }}
    >
      <Words sprint={sprint} />
      <div className="form-row">
        <label>
          Start date (UTC)
          <input name="startDate" type="datetime-local" required defaultValue={toControl(now)} />
        </label>
        <label>
          End date (UTC)
          <input name="endDate" type="datetime-local" required defaultValue={toControl(now + FORTNIGHT)} />
        </label>
      </div>
    </FormDialog>
  );
}

/** Changes the name and the goal. */
export function EditSprintDialog({ sprint, onClose, onDone }: SprintDialogProps) {
  return (
    <FormDialog
      title="Edit sprint"
      submit="Update"
      onClose={onClose}
      onSubmit={async (form) => {
        await editSprint(sprint.id, wordsIn(form));
        onDone();
      }}
    >
      <Words sprint={sprint} />
    </FormDialog>
  );
}

/** Completes a sprint and asks where its open issues go. */
export function CompleteSprintDialog({
  sprint,
  others,
  boardId,
  onClose,
  onDone,
}: SprintDialogProps & { readonly others: readonly Sprint[]; readonly boardId: number }) {
  const report = useLoaded(
    useCallback(async () => await readSprintReport(boardId, sprint.id), [boardId, sprint.id]),
  );
  const issues = report.state === 'ready' ? report.value.issues : [];
  const open = issues.filter(({ list }) => list === 'not-completed').length;
  const done = issues.filter(({ list }) => list.startsWith('completed')).length;
  return (
    <FormDialog
      title={`Complete ${sprint.name}`}
      submit="Complete sprint"
      onClose={onClose}
      onSubmit={async (form) => {
        await completeSprint(sprint.id, textIn(form, 'moveOpenTo'));
        onDone();
      }}
    >
      <p role="status">
        {report.state === 'loading' ? 'Counting…' : `Completed issues: ${done}. Open issues: ${open}.`}
      </p>
      <label>
        Move open issues to
        <select name="moveOpenTo" defaultValue={others[0]?.id ?? 'new'}>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="new">New sprint</option>
          <option value="backlog">Backlog</option>
        </select>
      </label>
    </FormDialog>
  );
}

/** Deletes a future sprint after a question. */
export function DeleteSprintDialog({ sprint, onClose, onDone }: SprintDialogProps) {
  return (
    <FormDialog
      title={`Delete ${sprint.name}?`}
      submit="Delete sprint"
      onClose={onClose}
      onSubmit={async () => {
        await deleteSprint(sprint.id);
        onDone();
      }}
    >
      <p>Its issues go to the backlog.</p>
    </FormDialog>
  );
}

/** Reopens a closed sprint after a question. */
export function ReopenSprintDialog({ sprint, onClose, onDone }: SprintDialogProps) {
  return (
    <FormDialog
      title={`Reopen ${sprint.name}?`}
      submit="Reopen"
      onClose={onClose}
      onSubmit={async () => {
        await reopenSprint(sprint.id);
        onDone();
      }}
    >
      <p>It will be active again, with its issues from the backlog and from future sprints.</p>
    </FormDialog>
  );
}
