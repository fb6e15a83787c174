import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import { usePlatform } from '../../ui/bridge-context';

import { useDesk } from '../desk';
import { findPeople, type Person } from '../state/people';
import { useRiskWords } from '../words/risk-words';

const WAIT_FOR_TYPING = 250;
const SHORTEST = 2;
const SHOWN = 8;

/**
 * Chooses somebody by name: people of this register at once, the site's people as Confluence finds them. A combobox as the ARIA
 * practices have it.
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
  const { bridge } = usePlatform();
  const nameOf = (accountId: string | null) => (accountId === null ? '' : words.person(accountId));
  const [text, setText] = useState<string | null>(null);
  const [answer, setAnswer] = useState<{
    readonly to: string;
    readonly people: readonly Person[] | null;
  } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const wanted = (text ?? '').trim();

  useEffect(() => {
    if (wanted.length < SHORTEST) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      findPeople(bridge, wanted).then(
        (some) => {
          if (isWanted) setAnswer({ to: wanted, people: some });
        },
        () => {
          if (isWanted) setAnswer({ to: wanted, people: null });
        },
      );
    }, WAIT_FOR_TYPING);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [bridge, wanted]);

  // While more is typed, what was found last stays in view.
  const found = wanted.length < SHORTEST ? [] : (answer?.people ?? []);
  const isFailed = answer?.to === wanted && answer.people === null;
  const known = [...people.names].map(([accountId, name]) => ({ accountId, name }));
  const mine = known.filter(({ accountId }) => accountId === opened.viewer);
  const collator = new Intl.Collator(locale);
  const others = known
    .filter(({ accountId }) => accountId !== opened.viewer)
    .sort((a, b) => collator.compare(a.name, b.name));
  const matching = [...mine, ...others].filter(({ name }) =>
    name.toLowerCase().includes(wanted.toLowerCase()),
  );
  const choices: readonly (Person | null)[] = [
    ...(wanted === '' ? [null] : []),
    ...matching.slice(0, SHOWN),
    ...found.filter(({ accountId }) => !matching.some((each) => each.accountId === accountId)),
  ];

  const pick = (person: Person | null) => {
    if (person !== null) people.learn([person]);
    onPick(person?.accountId ?? null);
    setText(null);
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        setIsOpen(true);
        setAt(isOpen ? Math.min(choices.length - 1, at + 1) : 0);
      },
      ArrowUp: () => {
        setAt(Math.max(0, at - 1));
      },
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      move();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const choice = choices[at];
      if (choice !== undefined) pick(choice);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
      setText(null);
    }
  };

  return (
    <div className="picker">
      <label className={isLabelHidden ? 'for-readers' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className="field__input"
        role="combobox"
        autoComplete="off"
        autoFocus={hasFocus}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && choices.length > 0 ? `${id}-${at}` : undefined}
        aria-describedby={describedBy}
        placeholder={say(nobody)}
        value={text ?? nameOf(value)}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setIsOpen(true);
        }}
        onClick={() => {
          setText('');
          setAt(0);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setIsOpen(false);
          setText(null);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="picker__list" hidden={!isOpen}>
        {choices.map((person, index) => (
          <div
            key={person?.accountId ?? 'nobody'}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={index === at ? 'picker__choice picker__choice--at' : 'picker__choice'}
            onPointerDown={(event) => {
              // The field keeps the focus, so that it does not close before the choice is made.
              event.preventDefault();
              pick(person);
            }}
          >
            <bdi>{person === null ? say(nobody) : person.name}</bdi>
            {person !== null && person.accountId === opened.viewer && ` ${say('risk.person.you')}`}
          </div>
        ))}
        {choices.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled="true" className="picker__choice muted">
            {say(isFailed ? 'risk.person.search-failed' : 'risk.person.none-found')}
          </div>
        )}
      </div>
    </div>
  );
}
