import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { BoardSettingsAnswer, CheckSettingChoice } from '#src/contract/board-settings';

import { useWords } from '../../ui/words';
import { KnownVerdict } from '../flags/known-verdict';
import { checkName } from '../../findings/findings';
import type { CheckId } from '../health';

import { CheckDocs } from './check-docs';
import { OptionField } from './option-field';
import { optionsOf } from './option-words';
import { SEVERITIES, severityInWords, usualInWords, type Fields } from './settings-words';

type Severity = CheckSettingChoice['severity'];

const severityIn = (value: string): Severity =>
  value === 'critical' || value === 'warn' || value === 'info' ? value : null;

const isSame = (one: CheckSettingChoice, other: CheckSettingChoice) =>
  JSON.stringify(one) === JSON.stringify(other);

/** One check as an admin sets it: on or off, how grave, its options, and the way back to how it comes. */
export function CheckSetting({
  check,
  setting,
  usual,
  source,
  fields,
  onChange,
}: {
  readonly check: CheckId;
  readonly setting: CheckSettingChoice;
  /** As the check runs where the board sets nothing of it, and where that comes from. */
  readonly usual: CheckSettingChoice;
  readonly source: BoardSettingsAnswer['sources'][string];
  readonly fields: Fields;
  readonly onChange: (setting: CheckSettingChoice) => void;
}) {
  const words = useWords();
  const { say } = words;
  const id = useId();
  // A reset fills the fields anew, half-typed numbers included.
  const [resets, setResets] = useState(0);
  const options = optionsOf(check);
  const isUsual = isSame(setting, usual);
  return (
    <fieldset className="settings__check" {...(isUsual ? {} : { 'aria-describedby': `${id}-usual` })}>
      <legend>
        <h4 className="settings__name">{checkName(words, check)}</h4>
      </legend>
      <div className="settings__row">
        <label className="settings__switch">
          <input
            type="checkbox"
            checked={setting.enabled}
            onChange={({ target }) => {
              onChange({ ...setting, enabled: target.checked });
            }}
          />
          {say('settings.is-on')}
        </label>
        <span className="settings__severity">
          <label className="settings__label" htmlFor={`${id}-severity`}>
            {say('settings.severity.label')}
          </label>
          <select
            id={`${id}-severity`}
            className="settings__input settings__input--short"
            value={setting.severity ?? ''}
            disabled={!setting.enabled}
            onChange={({ target }) => {
              onChange({ ...setting, severity: severityIn(target.value) });
            }}
          >
            <option value="">{severityInWords(words, null)}</option>
            {(Object.keys(SEVERITIES) as (keyof typeof SEVERITIES)[]).map((severity) => (
              <option key={severity} value={severity}>
                {severityInWords(words, severity)}
              </option>
            ))}
          </select>
        </span>
        <KnownVerdict check={check} />
        {!isUsual && (
          <Button
            appearance="subtle"
            spacing="compact"
            aria-label={say('settings.reset-check', { source, check: checkName(words, check) })}
            onClick={(event) => {
              // The button goes with the difference; the switch of the same check takes the focus.
              event.currentTarget.closest('fieldset')?.querySelector('input')?.focus();
              setResets(resets + 1);
              onChange(usual);
            }}
          >
            {say('settings.reset', { source })}
          </Button>
        )}
      </div>
      {setting.enabled && options.length > 0 && (
        <div key={resets} className="settings__options">
          {options.map(([name, wording]) => {
            const value = setting.options[name];
            return value === undefined ? null : (
              <OptionField
                key={name}
                wording={wording}
                value={value}
                fields={fields}
                onChange={(next) => {
                  onChange({ ...setting, options: { ...setting.options, [name]: next } });
                }}
              />
            );
          })}
        </div>
      )}
      {!isUsual && (
        <p id={`${id}-usual`} className="settings__hint">
          {usualInWords(words, check, { usual, source, setting, fields })}
        </p>
      )}
      {isUsual && source !== 'default' && (
        <p className="settings__hint">{say('settings.inherited', { source })}</p>
      )}
      <CheckDocs check={check} />
    </fieldset>
  );
}
