import type { Exposure } from '#src/domain/risk/rating';

import { useDesk } from '../desk';
import { useRiskWords } from '../words/risk-words';

import { RatingField } from './rating-field';

/** What is expected to remain once the response has worked. */
export function ResidualField({
  residual,
  current,
  onChange,
}: {
  readonly residual: Exposure | null;
  readonly current: Exposure;
  readonly onChange: (residual: Exposure | null) => void;
}) {
  const { say } = useRiskWords();
  const { scale } = useDesk().register;
  if (residual === null) {
    return (
      <button
        type="button"
        className="link-button form__more"
        onClick={() => {
          onChange({ probability: current.probability, impact: current.impact });
        }}
      >
        {say('risk.form.add-residual')}
      </button>
    );
  }
  return (
    <fieldset className="form__guided">
      <legend className="field__label">{say('risk.form.residual')}</legend>
      <div className="form__columns">
        <RatingField
          name="residual-probability"
          legend={say('risk.field.probability')}
          value={residual.probability}
          scale={scale}
          onPick={(probability) => {
            onChange({ ...residual, probability });
          }}
        />
        <RatingField
          name="residual-impact"
          legend={say('risk.field.impact')}
          value={residual.impact}
          scale={scale}
          onPick={(impact) => {
            onChange({ ...residual, impact });
          }}
        />
      </div>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          onChange(null);
        }}
      >
        {say('risk.form.remove-residual')}
      </button>
    </fieldset>
  );
}
