import type { Axis } from '#src/domain/risk/review-outcome';
import type { ReviewOutcome } from '#src/domain/risk/risk-event';

import { useRiskWords } from '../words/risk-words';

import { LATER } from './use-answer-keys';

/** The answers, each with its key, and what it would do. */
export function ReviewAnswers({
  worse,
  better,
  axis,
  isBusy,
  onAnswer,
  onAxis,
  onLater,
}: {
  /** What would become of the rating, in words; null where it cannot go further that way. */
  readonly worse: string | null;
  readonly better: string | null;
  /** What moves when a risk got worse or better; undefined leaves it to the register. */
  readonly axis: Axis | undefined;
  readonly isBusy: boolean;
  readonly onAnswer: (outcome: ReviewOutcome) => void;
  readonly onAxis: (axis: Axis | undefined) => void;
  readonly onLater: () => void;
}) {
  const { say } = useRiskWords();
  const button = (outcome: ReviewOutcome, key: string, hint: string | null, isOff = false) => (
    <button
      type="button"
      className="review__answer"
      disabled={isBusy || isOff}
      aria-keyshortcuts={key}
      onClick={() => {
        onAnswer(outcome);
      }}
    >
      <kbd className="review__key">{key}</kbd>
      <span>
        {say('risk.review.answer', { outcome })}
        {hint !== null && <span className="review__hint"> {hint}</span>}
      </span>
    </button>
  );

  return (
    <>
      <div className="review__answers" role="group" aria-label={say('risk.review.answers')}>
        {button('unchanged', 'u', null)}
        {button('worse', 'w', worse ?? say('risk.refusal.already-highest'), worse === null)}
        {button('better', 'b', better ?? say('risk.refusal.already-lowest'), better === null)}
        {button('edit', 'e', null)}
        {button('happened', 'h', null)}
        {button('close', 'c', null)}
      </div>
      <div className="review__more">
        <fieldset className="review__axis">
          <legend>{say('risk.review.axis')}</legend>
          {([undefined, 'probability', 'impact'] as const).map((each) => (
            <label key={each ?? 'usual'}>
              <input
                type="radio"
                name="review-axis"
                checked={axis === each}
                onChange={() => {
                  onAxis(each);
                }}
              />
              {each === undefined ? say('risk.review.axis-usual') : say('risk.axis', { axis: each })}
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="link-button"
          aria-keyshortcuts={LATER}
          onClick={() => {
            onLater();
          }}
        >
          <kbd className="review__key">{LATER}</kbd> {say('risk.review.later')}
        </button>
      </div>
    </>
  );
}
