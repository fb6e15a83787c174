import { useId, type ReactNode } from 'react';

import { useWords } from '../ui/words';

import './chooser.css';

/** Something that can be chosen for a widget. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Tells it apart from others of the same name; empty where nothing does. */
  readonly hint: string;
}

interface ChooserProps {
  readonly words: {
    readonly find: string;
    readonly found: string;
    readonly chosen: string;
    readonly noneChosen: string;
    readonly noneFound: string;
  };
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly chosen: readonly Choice[];
  /** null while they are asked for. */
  readonly found: readonly Choice[] | null;
  /** Stands in place of what was found. */
  readonly trouble: ReactNode;
  readonly most: number;
  readonly onChange: (chosen: readonly Choice[]) => void;
}

/**
 * Chooses some of many by name: a field to search in, what it finds as boxes to tick, and above them what is chosen. Everything is
 * an ordinary control, in the order in which it is used.
 */
export function Chooser({ words, query, onQuery, chosen, found, trouble, most, onChange }: ChooserProps) {
  const { say } = useWords();
  const id = useId();
  const isFull = chosen.length >= most;
  const isChosen = (choice: Choice) => chosen.some((one) => one.id === choice.id);
  const remove = (choice: Choice) => {
    onChange(chosen.filter((one) => one.id !== choice.id));
  };
  return (
    <>
      <section className="chooser__part" aria-labelledby={`${id}-chosen`}>
        <h2 id={`${id}-chosen`} className="chooser__heading">
          {words.chosen}
        </h2>
        {chosen.length === 0 ? (
          <p className="chooser__hint">{words.noneChosen}</p>
        ) : (
          <ul className="chooser__chosen">
            {chosen.map((choice) => (
              <li key={choice.id}>
                <span>
                  <bdi>{choice.name}</bdi>
                  {choice.hint !== '' && <span className="chooser__hint"> {choice.hint}</span>}
                </span>
                <button
                  type="button"
                  className="widget__button"
                  aria-label={say('widget.edit.remove-named', { name: choice.name })}
                  onClick={(event) => {
                    // The button goes with its line.
                    event.currentTarget.closest('main')?.querySelector('input')?.focus();
                    remove(choice);
                  }}
                >
                  {say('widget.edit.remove')}
                </button>
              </li>
            ))}
          </ul>
        )}
        {isFull && <p className="chooser__hint">{say('widget.edit.full', { count: most })}</p>}
      </section>
      <section className="chooser__part">
        <label className="chooser__label" htmlFor={`${id}-find`}>
          {words.find}
        </label>
        <input
          id={`${id}-find`}
          className="chooser__field"
          type="search"
          value={query}
          autoComplete="off"
          onChange={(event) => {
            onQuery(event.currentTarget.value);
          }}
        />
        {trouble ?? (
          <fieldset className="chooser__found" aria-busy={found === null}>
            <legend className="for-readers">{words.found}</legend>
            {found === null && <p className="chooser__hint">{say('widget.edit.searching')}</p>}
            {found?.length === 0 && <p className="chooser__hint">{words.noneFound}</p>}
            {(found ?? []).map((choice) => (
              <label key={choice.id} className="chooser__choice">
                <input
                  type="checkbox"
                  checked={isChosen(choice)}
                  disabled={isFull && !isChosen(choice)}
                  onChange={() => {
                    if (isChosen(choice)) remove(choice);
                    else onChange([...chosen, choice]);
                  }}
                />
                <span>
                  <bdi>{choice.name}</bdi>
                  {choice.hint !== '' && <span className="chooser__hint"> {choice.hint}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </section>
    </>
  );
}
