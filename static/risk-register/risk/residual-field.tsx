import type { ReactNode } from 'react';

import type { Exposure, Rating } from '#src/domain/risk/rating';

import { useRiskWords } from '../words/risk-words';

/** What is expected to remain once the response has worked. */
export function ResidualField({
  residual,
  current,
  rating,
  onChange,
}: {
  readonly residual: Exposure | null;
  readonly current: Exposure;
  readonly rating: (
    name: string,
    legend: string,
    value: Rating | null,
    pick: (rating: Rating) => void,
  ) => ReactNode;
  readonly onChange: (residual: Exposure | null) => void;
}) {
  const { say } = useRiskWords();
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
        {rating('residual-probability', say('risk.field.probability'), residual.probability, (value) => {
          onChange({ ...residual, probability: value });
        })}
        {rating('residual-impact', say('risk.field.impact'), residual.impact, (value) => {
          onChange({ ...residual, impact: value });
        })}
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
