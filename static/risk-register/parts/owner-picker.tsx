import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import { useDesk } from '../desk';
import { useRiskWords } from '../words/risk-words';

import { ownerChoices, type Choice } from './owner-choices';
import { usePeopleSearch, type PeopleSearch } from './use-people-search';

import './owner-picker.css';

const keyOf = (choice: Choice) => (choice.kind === 'person' ? choice.person.accountId : choice.kind);

/**
 * Chooses somebody by name: people of this register at once, the site's people as Confluence finds them. A combobox as the ARIA
 * practices have it. Where the search failed, what was typed stays in the field, also when it is left.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function OwnerPicker({
  label,
  isLabelHidden = false,
  hasFocus = false,
  value,
  nobody = 'risk.person.nobody',
  onPick,
  describedBy,
}: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** Whether it takes the focus when it appears. */
  readonly hasFocus?: boolean;
  /** accountId; null for nobody. */
  readonly value: string | null;
  readonly nobody?: 'risk.person.nobody' | 'risk.person.not-said';
  readonly onPick: (accountId: string | null) => void;
  readonly describedBy?: string | undefined;
}) {
  const words = useRiskWords();
  const { say, locale } = words;
  const { people, opened } = useDesk();
  const [text, setText] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const wanted = (text ?? '').trim();
  const search = usePeopleSearch(wanted);
  const hasFailed = search.state === 'failed';
  const known = { names: people.names, former: people.former, viewer: opened.viewer };
  const choices = ownerChoices(known, wanted, { people: search.people, hasFailed }, locale);
  const current = Math.min(at, choices.length - 1);
  const nameOf = (accountId: string | null) => (accountId === null ? '' : words.person(accountId));
  const isLeftFailed = hasFailed && !isOpen;

  useEffect(() => {
    if (!isOpen) return;
    const choice = list.current?.children[current];
    if (choice && 'scrollIntoView' in choice) choice.scrollIntoView({ block: 'nearest' });
  }, [isOpen, current]);

  const open = () => {
    setIsOpen(true);
    setAt(0);
  };
  const close = () => {
    setIsOpen(false);
    setText(null);
  };
  const pick = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    if (choice.kind === 'again') {
      search.again();
      return;
    }
    if (choice.kind === 'person') people.learn([choice.person]);
    onPick(choice.kind === 'person' ? choice.person.accountId : null);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows that end a composition belong to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open();
      else setAt(Math.max(0, Math.min(choices.length - 1, current + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      pick(choices[current]);
    } else if (event.key === 'Escape' && (isOpen || text !== null)) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <div className="picker">
      <label className={isLabelHidden ? 'for-readers' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field__input"
        role="combobox"
        autoComplete="off"
        autoFocus={hasFocus}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && choices.length > 0 ? `${id}-${current}` : undefined}
        aria-describedby={
          [describedBy, isLeftFailed ? `${id}-left` : undefined].filter(Boolean).join(' ') || undefined
        }
        placeholder={say(nobody)}
        value={text ?? nameOf(value)}
        onChange={(event) => {
          setText(event.target.value);
          open();
        }}
        onClick={() => {
          if (text === null) setText('');
          open();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setIsOpen(false);
          if (!hasFailed) setText(null);
        }}
      />
      <div className="picker__list" hidden={!isOpen}>
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={label}>
          {choices.map((choice, index) => (
            <div
              key={keyOf(choice)}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              className={index === current ? 'picker__choice picker__choice--at' : 'picker__choice'}
              onPointerDown={(event) => {
                // The field keeps the focus, so that it does not close before the choice is made.
                event.preventDefault();
                pick(choice);
              }}
            >
              {choice.kind === 'again' && say('risk.person.search-again')}
              {choice.kind === 'nobody' && say(nobody)}
              {choice.kind === 'person' && <bdi>{choice.person.name}</bdi>}
              {choice.kind === 'person' &&
                choice.person.accountId === opened.viewer &&
                ` ${say('risk.person.you')}`}
            </div>
          ))}
        </div>
        {isOpen && (
          <SearchNote search={search} count={choices.filter(({ kind }) => kind === 'person').length} />
        )}
      </div>
      {isLeftFailed && (
        <p id={`${id}-left`} className="field__problem">
          {say('risk.person.search-left', { owner: value === null ? say(nobody) : nameOf(value) })}
        </p>
      )}
    </div>
  );
}

/** Under the list: what the search is doing. Read aloud as it changes. */
function SearchNote({ search, count }: { readonly search: PeopleSearch; readonly count: number }) {
  const { say } = useRiskWords();
  // Who sees the list sees how many there are.
  const isSeen = search.state !== 'found' || count === 0;
  return (
    <div role="status" className={isSeen ? 'picker__note' : 'for-readers'}>
      {search.state === 'idle' && say('risk.person.type-a-name')}
      {search.state === 'searching' && say('risk.person.searching')}
      {search.state === 'found' && say('risk.person.found', { count })}
      {search.state === 'failed' && say('risk.person.search-failed')}
    </div>
  );
}
