import { type FormEvent, useId, useState } from 'react';

import type { Inputs, RovoAction } from './home-client';

/** Reads the form: what is left empty is not said. */
function inputsOf(form: HTMLFormElement, { inputs }: RovoAction): Inputs {
  const values = new FormData(form);
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { type }]): [string, string | number | boolean][] => {
      const value = values.get(name);
      if (type === 'boolean') return value === null ? [] : [[name, true]];
      if (typeof value !== 'string' || value.trim() === '') return [];
      return [[name, type === 'string' ? value : Number(value)]];
    }),
  );
}

/** The inputs of an action, as the manifest declares them. An action that changes something is confirmed before it runs. */
export function ActionForm({
  action,
  isBusy,
  onUse,
}: {
  readonly action: RovoAction;
  readonly isBusy: boolean;
  readonly onUse: (inputs: Inputs, isConfirmed: boolean) => void;
}) {
  const id = useId();
  const [asked, setAsked] = useState<Inputs | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const inputs = inputsOf(event.currentTarget, action);
    if (action.actionVerb === 'GET') onUse(inputs, false);
    else setAsked(inputs);
  };
  if (asked !== null) {
    return (
      <section className="rovo-confirm" role="group" aria-label="Confirm">
        <p>
          <strong>{action.name}</strong> changes something. Go on?
        </p>
        <dl>
          {Object.entries(asked).map(([name, value]) => (
            <div key={name}>
              <dt>{action.inputs[name]?.title ?? name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
        <p className="rovo-buttons">
          <button
            type="button"
            className="button"
            data-primary
            autoFocus
            onClick={() => {
              setAsked(null);
              onUse(asked, true);
            }}
          >
            Confirm
          </button>
          <button
            type="button"
            className="menu-button"
            onClick={() => {
              setAsked(null);
            }}
          >
            Cancel
          </button>
        </p>
      </section>
    );
  }
  return (
    <form className="rovo-form" aria-label={action.name} onSubmit={submit}>
      {Object.entries(action.inputs).map(([name, { title, type, required, description }]) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>
            {title}
            {required ? '' : ' (optional)'}
          </label>
          <input
            id={`${id}-${name}`}
            name={name}
            type={type === 'boolean' ? 'checkbox' : type === 'string' ? 'text' : 'number'}
            required={required && type !== 'boolean'}
            aria-describedby={`${id}-${name}-hint`}
            {...(type === 'integer' && { step: 1 })}
          />
          <p id={`${id}-${name}-hint`} className="muted">
            {description}
          </p>
        </div>
      ))}
      <button type="submit" className="button" data-primary disabled={isBusy}>
        Use this action
      </button>
    </form>
  );
}
