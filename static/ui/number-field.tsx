import { useId, useState } from 'react';

import { useWords } from './words';

import './number-field.css';

/** A small field for a whole number. What is no such number stays in the field and is told; `onChange` gets good ones only. */
export function NumberField({
  label,
  value,
  min,
  max,
  isDisabled = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}) {
  const { say } = useWords();
  const id = useId();
  /** What is in the field while it is no number that holds. */
  const [odd, setOdd] = useState<string | null>(null);
  return (
    <span className="number-field">
      <label className="number-field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="number-field__input"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        disabled={isDisabled}
        value={odd ?? String(value)}
        aria-invalid={odd !== null}
        {...(odd === null ? {} : { 'aria-describedby': `${id}-problem` })}
        onChange={({ target }) => {
          const typed = Number(target.value);
          const isGood = target.value !== '' && Number.isInteger(typed) && typed >= min && typed <= max;
          setOdd(isGood ? null : target.value);
          if (isGood) onChange(typed);
        }}
      />
      {odd !== null && (
        <span id={`${id}-problem`} className="number-field__problem">
          {say('number.whole', { min, max })}
        </span>
      )}
    </span>
  );
}
