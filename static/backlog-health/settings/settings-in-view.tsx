import type { BoardSettingsAnswer } from '#src/contract/board-settings';

import { inOneBreath, useWords } from '../../ui/words';
import { checkName } from '../../findings/findings';
import type { CheckId } from '../health';

import { CheckDocs } from './check-docs';
import { checksOf, differencesOfCheck } from './differences';
import { checkInWords, severityInWords, sourceOf, usualInWords } from './settings-words';

function CheckInView({ check, answer }: { readonly check: CheckId; readonly answer: BoardSettingsAnswer }) {
  const words = useWords();
  const { fields } = answer;
  const setting = answer.settings.checks[check];
  const usual = answer.defaults.checks[check];
  const severity =
    setting.severity === null
      ? []
      : [words.say('settings.severity-value', { severity: severityInWords(words, setting.severity) })];
  return (
    <div className="settings__check">
      <h4 className="settings__name">{checkName(words, check)}</h4>
      <p className="settings__present">
        {inOneBreath([...checkInWords(words, check, setting, fields), ...severity])}
      </p>
      {differencesOfCheck(check, usual, setting).length > 0 && (
        <p className="settings__hint">
          {usualInWords(words, check, { usual, source: sourceOf(answer, check), setting, fields })}
        </p>
      )}
      <CheckDocs check={check} />
    </div>
  );
}

/** How the board is set, for those who may not change it. */
export function SettingsInView({ answer }: { readonly answer: BoardSettingsAnswer }) {
  const { say } = useWords();
  const { settings } = answer;
  return (
    <>
      <h3 className="settings__subtitle">{say('settings.session')}</h3>
      <p className="settings__present">
        {say('settings.session-value', {
          minutes: settings.session.minutes,
          each: settings.session.minutesPerItem,
        })}
      </p>
      <h3 className="settings__subtitle">{say('settings.checks')}</h3>
      {checksOf(settings).map((check) => (
        <CheckInView key={check} check={check} answer={answer} />
      ))}
    </>
  );
}
