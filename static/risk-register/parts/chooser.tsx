import { useId } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One part of a filter, with its label above it. */
export function Chooser({
  label,
  value,
  choices,
  isChosen = false,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Whether it narrows what is shown, which is to be seen at a glance. */
  readonly isChosen?: boolean;
  readonly onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="filters__chooser">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={isChosen ? 'field__input field__input--chosen' : 'field__input'}
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {choices.map(({ value: each, label: text }) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
