import { ALL_CHECKS, REGISTER_CHECK_IDS, RISK_CHECK_IDS } from '#src/domain/risk/checks/index';
import type { AnyCheckId } from '#src/domain/risk/finding';
import type { RegisterFields } from '#src/domain/risk/register';

import type { MessageId } from '../../ui/locale';

import { useRiskWords } from '../words/risk-words';

const CHECKS = {
  'no-mitigation': 'risk.check.no-mitigation',
  'mitigation-not-on-track': 'risk.check.mitigation-not-on-track',
  'mitigation-past-due': 'risk.check.mitigation-past-due',
  'no-owner': 'risk.check.no-owner',
  'open-acceptance': 'risk.check.open-acceptance',
  'review-overdue': 'risk.check.review-overdue',
  'near-certain': 'risk.check.near-certain',
  'residual-above-current': 'risk.check.residual-above-current',
  'residual-lowered-untouched': 'risk.check.residual-lowered-untouched',
  'rubber-stamp': 'risk.check.rubber-stamp',
  'duplicate-risk': 'risk.check.duplicate-risk',
  'vague-statement': 'risk.check.vague-statement',
  'empty-register': 'risk.check.empty-register',
} satisfies Record<AnyCheckId, MessageId>;

const CHECK_IDS: readonly AnyCheckId[] = [...RISK_CHECK_IDS, ...REGISTER_CHECK_IDS];
const SEVERITIES = ['critical', 'warn', 'info'] as const;

type Checks = RegisterFields['checks'];

/** What the register looks out for: each check on or off, its limit, and how loud it is. */
export function ChecksSetting({ checks, onChange }: { checks: Checks; onChange: (checks: Checks) => void }) {
  const { say } = useRiskWords();
  return (
    <fieldset className="settings__part">
      <legend className="form__heading">{say('risk.settings.checks')}</legend>
      <ul className="settings__checks">
        {CHECK_IDS.map((check) => (
          <CheckSetting
            key={check}
            check={check}
            setting={checks[check]}
            onChange={(part) => {
              onChange({ ...checks, [check]: { ...checks[check], ...part } });
            }}
          />
        ))}
      </ul>
    </fieldset>
  );
}

function CheckSetting({
  check,
  setting,
  onChange,
}: {
  check: AnyCheckId;
  setting: Checks[AnyCheckId];
  onChange: (part: object) => void;
}) {
  const { say } = useRiskWords();
  const options = Object.keys(ALL_CHECKS[check].options);
  return (
    <li className="settings__check">
      <label className="settings__choice">
        <input
          type="checkbox"
          checked={setting.enabled}
          onChange={(event) => {
            onChange({ enabled: event.target.checked });
          }}
        />
        {say(CHECKS[check])}
      </label>
      {setting.enabled &&
        options.map((option) => (
          <span key={option} className="settings__limit">
            <input
              type="number"
              className="field__input settings__number"
              aria-label={say('risk.settings.limit-of', { check: say(CHECKS[check]) })}
              min={1}
              value={(setting.options as Readonly<Record<string, number>>)[option] ?? ''}
              onChange={(event) => {
                const value = event.target.valueAsNumber;
                if (Number.isInteger(value) && value > 0) {
                  onChange({ options: { ...setting.options, [option]: value } });
                }
              }}
            />
            <span aria-hidden="true">{say('risk.settings.limit-unit', { option })}</span>
          </span>
        ))}
      {setting.enabled && (
        <select
          className="field__input settings__severity"
          aria-label={say('risk.settings.severity-of', { check: say(CHECKS[check]) })}
          value={setting.severity ?? ''}
          onChange={(event) => {
            onChange({ severity: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{say('risk.settings.severity-usual')}</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {say('risk.settings.severity', { severity })}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}
