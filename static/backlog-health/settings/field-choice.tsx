import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';

import { fieldName, type Fields } from './settings-words';

/** Fields of the site, chosen by name. */
export function FieldChoice({
  label,
  fields,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly fields: Fields;
  /** By id. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { say, locale } = useWords();
  const [next, setNext] = useState('');
  const select = useRef<HTMLSelectElement>(null);
  const id = useId();
  const others = fields
    .filter((field) => !chosen.includes(field.id))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <div className="settings__option" role="group" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className="settings__label">
        {label}
      </span>
      {chosen.length > 0 && (
        <ul className="settings__chosen">
          {chosen.map((field) => (
            <li key={field} className="settings__chosen-field">
              <bdi>{fieldName(fields, field)}</bdi>
              <Button
                appearance="subtle"
                spacing="compact"
                aria-label={say('settings.remove-field', { field: fieldName(fields, field) })}
                onClick={() => {
                  select.current?.focus();
                  onChange(chosen.filter((other) => other !== field));
                }}
              >
                {say('settings.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="settings__adding">
        <select
          ref={select}
          className="settings__input"
          aria-label={say('settings.field-of', { option: label })}
          value={next}
          onChange={({ target }) => {
            setNext(target.value);
          }}
        >
          <option value="">{say('settings.choose-field')}</option>
          {others.map((field) => (
            <option key={field.id} value={field.id}>
              {field.name}
            </option>
          ))}
        </select>
        <Button
          aria-label={say('settings.add-field', { option: label })}
          onClick={() => {
            select.current?.focus();
            if (next === '') return;
            onChange([...chosen, next]);
            setNext('');
          }}
        >
          {say('settings.add')}
        </Button>
      </div>
    </div>
  );
}
