import { useId, useState } from 'react';

import type { CheckSettingChoice } from '#src/contract/board-settings';

import { useWords } from '../../ui/words';
import { NumberField } from '../../ui/number-field';

import { FieldChoice } from './field-choice';
import type { OptionWording } from './option-words';
import type { Fields } from './settings-words';

type Value = CheckSettingChoice['options'][string];

const wordsIn = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);

/** A list of words, one a line. */
function WordList({
  label,
  words,
  onChange,
}: {
  readonly label: string;
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}) {
  const { say } = useWords();
  const id = useId();
  // Kept as typed: an empty line while typing must not vanish under the cursor.
  const [text, setText] = useState(words.join('\n'));
  return (
    <div className="settings__option">
      <label className="settings__label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="settings__input settings__input--lines"
        rows={3}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setText(target.value);
          onChange(wordsIn(target.value));
        }}
      />
      <p id={`${id}-hint`} className="settings__hint">
        {say('settings.one-a-line')}
      </p>
    </div>
  );
}

/** One option of a check. */
export function OptionField({
  wording,
  value,
  fields,
  onChange,
}: {
  readonly wording: OptionWording;
  readonly value: Value;
  readonly fields: Fields;
  readonly onChange: (value: Value) => void;
}) {
  const { say } = useWords();
  const label = say(wording.label);
  if (typeof value === 'number') {
    if (!('min' in wording)) return null;
    const scale = wording.kind === 'percent' ? 100 : 1;
    return (
      <div className="settings__option">
        <NumberField
          label={wording.kind === 'percent' ? say('settings.in-percent', { option: label }) : label}
          value={Math.round(value * scale)}
          min={wording.min}
          max={wording.max}
          onChange={(number) => {
            onChange(number / scale);
          }}
        />
      </div>
    );
  }
  return wording.kind === 'fields' ? (
    <FieldChoice label={label} fields={fields} chosen={value} onChange={onChange} />
  ) : (
    <WordList label={label} words={value} onChange={onChange} />
  );
}
