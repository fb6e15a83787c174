import { onScale, type Rating, type Scale } from '#src/domain/risk/rating';

import { useRiskWords } from '../words/risk-words';

/** A probability or an impact, one step after the other. */
export function RatingField({
  name,
  legend,
  value,
  scale,
  onPick,
}: {
  readonly name: string;
  readonly legend: string;
  readonly value: Rating;
  readonly scale: Scale;
  readonly onPick: (rating: Rating) => void;
}) {
  const words = useRiskWords();
  const steps = Array.from({ length: scale }, (_, index) => index + 1);
  return (
    <fieldset className="steps">
      <legend className="field__label">{legend}</legend>
      <div className="steps__row">
        {steps.map((step) => (
          <label key={step} className="steps__step">
            <input
              type="radio"
              name={name}
              checked={onScale(value, scale).step === step}
              onChange={() => {
                onPick({ step, of: scale });
              }}
            />
            <span>{words.stepOf(step)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
