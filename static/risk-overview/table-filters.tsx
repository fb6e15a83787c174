import { useId, useRef } from 'react';

import type { Scale } from '#src/domain/risk/rating';

import type { MessageId } from '../ui/locale';

import type { Choice, Show } from './state/arrange';
import { useOverviewWords } from './words';

const SHOWS = [
  ['all', 'overview.show.all'],
  ['overdue', 'overview.show.overdue'],
  ['high', 'overview.show.high'],
  ['unreviewed', 'overview.show.unreviewed'],
] as const satisfies readonly (readonly [Show, MessageId])[];

function Chip({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) {
  const { say } = useOverviewWords();
  return (
    <button type="button" className="filter-chip" onClick={onRemove}>
      {words}
      <span aria-hidden="true"> ×</span>
      <span className="for-readers"> {say('overview.remove')}</span>
    </button>
  );
}

/** What the table is narrowed to, and the ways to narrow it. */
export function TableFilters({
  choice,
  scale,
  ownerName,
  onChange,
}: {
  readonly choice: Choice;
  readonly scale: Scale;
  /** Of the chosen owner; null where none is. */
  readonly ownerName: string | null;
  readonly onChange: (part: Partial<Choice>) => void;
}) {
  const { say, step } = useOverviewWords();
  const [text, show] = [useId(), useId()];
  const { cell } = choice;
  const search = useRef<HTMLInputElement>(null);
  // The chip goes with its filter; the focus needs another place.
  const remove = (part: Partial<Choice>) => {
    search.current?.focus();
    onChange(part);
  };
  return (
    <div className="table-filters">
      <div className="table-filters__field">
        <label htmlFor={text}>{say('overview.find')}</label>
        <input
          ref={search}
          id={text}
          type="search"
          value={choice.text}
          onChange={(event) => {
            onChange({ text: event.target.value });
          }}
        />
      </div>
      <div className="table-filters__field">
        <label htmlFor={show}>{say('overview.show')}</label>
        <select
          id={show}
          value={choice.show}
          onChange={(event) => {
            const chosen = SHOWS.find(([key]) => key === event.target.value);
            onChange({ show: chosen?.[0] ?? 'all' });
          }}
        >
          {SHOWS.map(([key, message]) => (
            <option key={key} value={key}>
              {say(message)}
            </option>
          ))}
        </select>
      </div>
      {cell !== null && (
        <Chip
          words={say('overview.chosen-place', {
            probability: step(cell.probability, scale),
            impact: step(cell.impact, scale),
          })}
          onRemove={() => {
            remove({ cell: null });
          }}
        />
      )}
      {ownerName !== null && (
        <Chip
          words={say('overview.chosen-owner', { owner: ownerName })}
          onRemove={() => {
            remove({ owner: null });
          }}
        />
      )}
    </div>
  );
}
