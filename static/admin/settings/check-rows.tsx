import { useId } from 'react';

import { OptionField } from '../../backlog-health/settings/option-field';
import { optionsOf } from '../../backlog-health/settings/option-words';
import { SEVERITIES, severityInWords } from '../../backlog-health/settings/settings-words';
import { checkName } from '../../findings/findings';
import type { CheckId } from '../../findings/finding';
import { useWords } from '../../ui/words';

import '../../backlog-health/settings/settings.css';
import { AS_GRADED_WORD } from './setting-keys';
import { SettingRow, valueOf, type Sheet } from './setting-row';

/** One check: on or off, how grave, and its options while it is on. */
export function CheckRows({ sheet, check }: { readonly sheet: Sheet; readonly check: CheckId }) {
  const words = useWords();
  const { say } = words;
  const id = useId();
  const name = checkName(words, check);
  const isOn = valueOf(sheet, `check.${check}.enabled`) === true;
  return (
    <fieldset className="layer__check" disabled={sheet.isLocked} aria-label={name}>
      <SettingRow sheet={sheet} settingKey={`check.${check}.enabled`}>
        {(value, onChange) => (
          <label className="layer__switch">
            <input
              type="checkbox"
              checked={value === true}
              onChange={({ target }) => {
                onChange(target.checked);
              }}
            />
            <span className="layer__name">{name}</span>
          </label>
        )}
      </SettingRow>
      {isOn && (
        <div className="layer__options">
          <SettingRow sheet={sheet} settingKey={`check.${check}.severity`}>
            {(value, onChange) => (
              <span className="layer__choice">
                <label htmlFor={`${id}-severity`}>{say('settings.severity.label')}</label>
                <select
                  id={`${id}-severity`}
                  className="layer__input"
                  value={String(value)}
                  onChange={({ target }) => {
                    onChange(target.value);
                  }}
                >
                  <option value={AS_GRADED_WORD}>{severityInWords(words, null)}</option>
                  {(Object.keys(SEVERITIES) as (keyof typeof SEVERITIES)[]).map((severity) => (
                    <option key={severity} value={severity}>
                      {severityInWords(words, severity)}
                    </option>
                  ))}
                </select>
              </span>
            )}
          </SettingRow>
          {optionsOf(check).map(([option, wording]) => (
            <SettingRow key={option} sheet={sheet} settingKey={`check.${check}.${option}`}>
              {(value, onChange) =>
                typeof value === 'number' || typeof value === 'object' ? (
                  <OptionField
                    wording={wording}
                    value={value}
                    fields={sheet.answer.fields}
                    onChange={onChange}
                  />
                ) : null
              }
            </SettingRow>
          ))}
        </div>
      )}
    </fieldset>
  );
}
