import { useId, type ReactNode } from 'react';

import { useRiskWords, type RiskWords } from '../words/risk-words';

/** What every field of the form has. */
interface FieldProps {
  readonly label: string;
  readonly name: string;
  /** What is wrong with it, drawn below. */
  readonly problem?: ReactNode;
}

/** A field with its label; `children` draws what is filled in, with the id that the label is for. */
function Field({
  label,
  problem,
  children,
}: Pick<FieldProps, 'label' | 'problem'> & { readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {problem}
    </div>
  );
}

/** How much room is left in a text, once it gets scarce. */
export function TextRoom({
  left,
  limit,
  say,
}: {
  readonly left: number;
  readonly limit: number;
  readonly say: RiskWords['say'];
}) {
  if (left > limit / 5) return null;
  return (
    <p className={left < 0 ? 'field__room field__room--over' : 'field__room'} aria-live="polite">
      {left < 0 ? say('risk.form.over', { count: -left }) : say('risk.form.left', { count: left })}
    </p>
  );
}

/** One line of text, and how much room is left in it. */
export function TextField({
  value,
  limit,
  example,
  isFirst = false,
  described,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string | null;
  readonly limit: number;
  readonly example?: string;
  /** Whether the form begins here. */
  readonly isFirst?: boolean;
  /** Attributes that tie the field to its problem. */
  readonly described: object;
  readonly onChange: (value: string) => void;
}) {
  const { say } = useRiskWords();
  return (
    <Field {...field}>
      {(id) => (
        <>
          <input
            id={id}
            name={field.name}
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
        </>
      )}
    </Field>
  );
}

/** One of several, with its label. */
export function Select({
  value,
  choices,
  onChoose,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Field {...field}>
      {(id) => (
        <select
          id={id}
          name={field.name}
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
      )}
    </Field>
  );
}

/** A day, or none. */
export function DateField({
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  return (
    <Field {...field}>
      {(id) => (
        <input
          id={id}
          name={field.name}
          type="date"
          className="field__input"
          value={value ?? ''}
          onChange={(event) => {
            onChange(event.target.value === '' ? null : event.target.value);
          }}
        />
      )}
    </Field>
  );
}
