import { useId } from 'react';

import type { MessageId } from '../ui/locale';
import { useWords } from '../ui/words';

import { daysInWords } from './parts/sprint-words';
import type { Opened, Sprint } from './state/opened';

const STATES = ['future', 'active', 'closed'] as const satisfies readonly Sprint['state'][];

const NAMES = {
  active: 'sprint.state.active',
  future: 'sprint.state.future',
  closed: 'sprint.state.closed',
} as const satisfies Record<Sprint['state'], MessageId>;

/** Which of the board's sprints is shown, by its state. */
export function SprintChooser({
  opened: { sprints, sprint },
  sprintId,
  onChoose,
}: {
  readonly opened: Opened;
  /** The one that is shown, or on its way. */
  readonly sprintId: number | null;
  readonly onChoose: (sprintId: number) => void;
}) {
  const words = useWords();
  const { say } = words;
  const id = useId();
  // One that was closed long ago is in no list.
  const all = sprint === null || sprints.some((one) => one.id === sprint.id) ? sprints : [...sprints, sprint];
  const chosen = all.find((one) => one.id === sprintId) ?? null;
  const days = chosen && daysInWords(words, chosen);
  if (all.length === 0) return null;
  return (
    <div className="sprint__choice">
      <span className="sprint__chooser">
        <label htmlFor={id}>{say('sprint.choose')}</label>
        <select
          id={id}
          className="sprint__select"
          value={chosen?.id ?? ''}
          onChange={({ target }) => {
            onChoose(Number(target.value));
          }}
        >
          {chosen === null && <option value="">{say('sprint.none-chosen')}</option>}
          {STATES.map((state) => {
            const some = all.filter((one) => one.state === state);
            return (
              some.length > 0 && (
                <optgroup key={state} label={say(NAMES[state])}>
                  {some.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </select>
      </span>
      {days !== null && chosen !== null && (
        <span className="sprint__days">{say('sprint.days', { days, state: say(NAMES[chosen.state]) })}</span>
      )}
    </div>
  );
}
