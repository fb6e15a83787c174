import { useWords } from '../../ui/words';

import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';

import { NumberField } from '../../ui/number-field';

import { CheckSetting } from './check-setting';
import { checksOf } from './differences';
import { sourceOf } from './settings-words';

/** Every setting as fields. */
export function SettingsFields({
  draft,
  answer,
  isDisabled,
  onChange,
}: {
  readonly draft: BoardSettings;
  readonly answer: BoardSettingsAnswer;
  readonly isDisabled: boolean;
  readonly onChange: (draft: BoardSettings) => void;
}) {
  const { say } = useWords();
  const { checks, session } = draft;
  return (
    <fieldset className="settings__all" disabled={isDisabled} aria-label={say('settings.title')}>
      <fieldset className="settings__check">
        <legend>
          <h3 className="settings__subtitle">{say('settings.session')}</h3>
        </legend>
        <div className="settings__row">
          <NumberField
            label={say('settings.minutes')}
            value={session.minutes}
            min={10}
            max={480}
            onChange={(minutes) => {
              onChange({ ...draft, session: { ...session, minutes } });
            }}
          />
          <NumberField
            label={say('settings.minutes-per-item')}
            value={session.minutesPerItem}
            min={1}
            max={120}
            onChange={(minutesPerItem) => {
              onChange({ ...draft, session: { ...session, minutesPerItem } });
            }}
          />
        </div>
      </fieldset>
      <h3 className="settings__subtitle">{say('settings.checks')}</h3>
      {checksOf(draft).map((check) => (
        <CheckSetting
          key={check}
          check={check}
          setting={checks[check]}
          usual={answer.defaults.checks[check]}
          source={sourceOf(answer, check)}
          fields={answer.fields}
          onChange={(setting) => {
            onChange({ ...draft, checks: { ...checks, [check]: setting } });
          }}
        />
      ))}
    </fieldset>
  );
}
