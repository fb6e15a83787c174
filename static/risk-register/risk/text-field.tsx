import { useId, type ReactNode } from 'react';

import type { RiskFields } from '#src/domain/risk/risk';

import { useRiskWords } from '../words/risk-words';

import { TextRoom } from './form-fields';

/** The fields of a risk that are one line of text. */
export type LineField = 'title' | 'cause' | 'event' | 'effect' | 'trigger';

/** One line of text, and how much room is left in it. */
export function TextField({
  field,
  label,
  value,
  limit,
  example,
  isFirst = false,
  described,
  problem,
  onChange,
}: {
  readonly field: LineField;
  readonly label: string;
  readonly value: RiskFields[LineField];
  readonly limit: number;
  readonly example?: string;
  /** Whether the form begins here. */
  readonly isFirst?: boolean;
  /** Attributes that tie the field to its problem. */
  readonly described: object;
  readonly problem: ReactNode;
  readonly onChange: (value: string) => void;
}) {
  const { say } = useRiskWords();
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        name={field}
        className="field__input"
        autoComplete="off"
        autoFocus={isFirst}
        value={value ?? ''}
        placeholder={example}
        {...described}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <TextRoom left={limit - (value ?? '').trim().length} limit={limit} say={say} />
      {problem}
    </div>
  );
}
