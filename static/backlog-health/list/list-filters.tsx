import { useId, useRef, type RefObject } from 'react';

import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';
import type { CheckId, Health } from '../health';

import {
  assigneeChoices,
  checkChoices,
  epicChoices,
  hasChoice,
  type Choice,
  type ListFilter,
} from './list-filter';
import './filters.css';

/** Stands for taking everything: no value of a choice has it. */
const EVERYTHING = ' everything';

/** A select of the browser's own: keyboard, screen reader and touch screen know it. */
function Chooser<Value extends string>({
  name,
  everything,
  chosen,
  choices,
  select,
  onChoose,
}: {
  readonly name: string;
  /** The entry that takes everything. */
  readonly everything: string;
  readonly chosen: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly select?: RefObject<HTMLSelectElement>;
  readonly onChoose: (value: Value | null) => void;
}) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="filters__chooser">
      <label className="filters__name" htmlFor={id}>
        {name}
      </label>
      <select
        id={id}
        ref={select}
        className={chosen === null ? 'filters__select' : 'filters__select filters__select--chosen'}
        value={chosen ?? EVERYTHING}
        onChange={({ target }) => {
          onChoose(choices.find(({ value }) => value === target.value)?.value ?? null);
        }}
      >
        <option value={EVERYTHING}>{everything}</option>
        {choices.map(({ value, name: choice, count }) => (
          <option key={value} value={value}>
            {say('list.choice', { name: choice, count })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the list is narrowed to, and how many items that leaves. */
export function ListFilters({
  health,
  filter,
  shown,
  onFilter,
}: {
  readonly health: Health;
  readonly filter: ListFilter;
  /** How many issues are listed. */
  readonly shown: number;
  readonly onFilter: (filter: ListFilter) => void;
}) {
  const words = useWords();
  const { say } = words;
  const first = useRef<HTMLSelectElement>(null);
  return (
    <div className="filters" role="group" aria-label={say('list.filters')}>
      <Chooser<CheckId>
        name={say('list.check')}
        everything={say('list.every-check')}
        chosen={filter.check}
        choices={checkChoices(words, health, filter)}
        select={first}
        onChoose={(check) => {
          onFilter({ ...filter, check });
        }}
      />
      <Chooser
        name={say('list.assignee')}
        everything={say('list.everybody')}
        chosen={filter.assigneeId}
        choices={assigneeChoices(words, health, filter)}
        onChoose={(assigneeId) => {
          onFilter({ ...filter, assigneeId });
        }}
      />
      <Chooser
        name={say('list.epic')}
        everything={say('list.every-epic')}
        chosen={filter.parentId}
        choices={epicChoices(words, health, filter)}
        onChoose={(parentId) => {
          onFilter({ ...filter, parentId });
        }}
      />
      <label className="filters__only">
        <input
          type="checkbox"
          checked={filter.onlyNeedsLook}
          onChange={({ target }) => {
            onFilter({ ...filter, onlyNeedsLook: target.checked });
          }}
        />
        {say('list.filter')}
      </label>
      <p className="filters__shown" role="status">
        {say('list.shown', { shown, all: health.issues.length })}
      </p>
      {hasChoice(filter) && (
        <div className="filters__clear">
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              // The button goes, and the focus must not go with it.
              first.current?.focus();
              onFilter({ ...filter, check: null, assigneeId: null, parentId: null });
            }}
          >
            {say('list.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}
