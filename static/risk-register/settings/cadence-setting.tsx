import { LEVELS } from '#src/domain/risk/level';
import { LIMITS } from '#src/domain/risk/limits';
import type { RegisterFields } from '#src/domain/risk/register';

import { useRiskWords } from '../words/risk-words';

type Cadence = RegisterFields['cadence'];

/** Days between two reviews, level by level. */
export function CadenceSetting({
  cadence,
  onChange,
}: {
  cadence: Cadence;
  onChange: (cadence: Cadence) => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  return (
    <fieldset className="settings__part">
      <legend className="form__heading">{say('risk.settings.cadence')}</legend>
      <p className="room__text">{say('risk.settings.cadence-how')}</p>
      <div className="form__columns">
        {LEVELS.map((level) => (
          <label key={level} className="field">
            <span className="field__label">{words.level(level)}</span>
            <input
              type="number"
              className="field__input"
              min={1}
              max={LIMITS.cadence}
              step={1}
              value={Number.isNaN(cadence[level]) ? '' : cadence[level]}
              onChange={(event) => {
                onChange({ ...cadence, [level]: event.target.valueAsNumber });
              }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
