import { useId, type ReactNode } from 'react';

import type { useRiskWords } from '../words/risk-words';

/** How much room is left in a text, once it gets scarce. */
export function TextRoom({
  left,
  limit,
  say,
}: {
  readonly left: number;
  readonly limit: number;
  readonly say: ReturnType<typeof useRiskWords>['say'];
}) {
  if (left > limit / 5) return null;
  return (
    <p className={left < 0 ? 'field__room field__room--over' : 'field__room'} aria-live="polite">
      {left < 0 ? say('risk.form.over', { count: -left }) : say('risk.form.left', { count: left })}
    </p>
  );
}

/** One of several, with its label. */
export function Select({
  label,
  name,
  value,
  choices,
  onChoose,
  problem,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
  readonly problem?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        className="field__input"
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {problem}
    </div>
  );
}

/** A day, or none. */
export function DateField({
  label,
  name,
  value,
  onChange,
  problem,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly problem?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="date"
        className="field__input"
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.target.value === '' ? null : event.target.value);
        }}
      />
      {problem}
    </div>
  );
}
