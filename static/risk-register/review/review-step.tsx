import { useCallback, useEffect, useRef, useState } from 'react';

import { outcomePatch, type Axis } from '#src/domain/risk/review-outcome';
import type { ReviewStop } from '#src/domain/risk/review';
import type { Patch } from '#src/domain/risk/validate';
import { onScale } from '#src/domain/risk/rating';
import { fieldsOf, type Risk } from '#src/domain/risk/risk';
import type { ReviewOutcome } from '#src/domain/risk/risk-event';

import { doneWords, useChange, useLog } from '../change-log';
import { useDesk } from '../desk';
import { RiskForm } from '../risk/risk-form';
import { useWhole } from '../state/left-out-plan';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import { ReviewAnswers } from './review-answers';
import { StopFacts } from './stop-facts';
import { useAnswerKeys } from './use-answer-keys';

/** One stop of the review: the risk, what happened to it since it was last looked at, and one key for each answer. */
export function ReviewStep({
  stop,
  risk,
  onDone,
  onLater,
}: {
  readonly stop: ReviewStop;
  readonly risk: Risk;
  readonly onDone: (riskId: string, outcome: ReviewOutcome) => void;
  readonly onLater: (riskId: string) => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { register, opened } = useDesk();
  const { change } = useChange();
  const { announce } = useLog();
  const [axis, setAxis] = useState<Axis | undefined>(undefined);
  const [isEditing, setIsEditing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What the reviewer looks at: another version means that somebody changed it under their eyes.
  const [seen, setSeen] = useState(risk);
  const { risk: whole } = useWhole(seen);
  const isOther = risk.version !== seen.version;
  const { scale } = register;

  useEffect(() => {
    if (!isEditing) heading.current?.focus();
  }, [isEditing]);

  const patchFor = (outcome: 'worse' | 'better') =>
    outcomePatch(seen, { outcome, axis }, opened.today, scale);
  const moves = (outcome: 'worse' | 'better'): string | null => {
    const answer = patchFor(outcome);
    if ('kind' in answer) return null;
    const moved = answer.patch.probability ? 'probability' : 'impact';
    const to = answer.patch[moved];
    return to === undefined
      ? null
      : say('risk.since.move', {
          axis: moved,
          from: words.step(onScale(seen[moved], scale)),
          to: words.step(to),
        });
  };

  const answer = useCallback(
    async (outcome: ReviewOutcome, patch?: Patch) => {
      setIsBusy(true);
      setProblem(null);
      const wish = { kind: 'review', outcome, ...(axis && { axis }), ...(patch && { patch }) } as const;
      const made = await change(seen, wish, { isQuiet: true });
      setIsBusy(false);
      if (made.kind === 'done') {
        announce(doneWords(words, made));
        onDone(seen.id, outcome);
      } else if (made.kind === 'clash') {
        // The risk is another than the one that was judged: it is shown as it is now, and asked for once more.
        const { theirs } = made.clash;
        const isReviewed =
          theirs.review.last !== null && theirs.review.last.version > (seen.review.last?.version ?? 0);
        if (!isReviewed) {
          setSeen(theirs);
          setProblem(say('risk.review.changed'));
        }
      } else {
        setProblem(notDoneWords(words, made));
      }
      return made;
    },
    [axis, change, seen, announce, words, onDone, say],
  );

  const give = useCallback(
    (outcome: ReviewOutcome) => {
      if (outcome === 'edit') setIsEditing(true);
      else void answer(outcome);
    },
    [answer],
  );
  const later = useCallback(() => {
    onLater(seen.id);
  }, [onLater, seen.id]);
  useAnswerKeys({ isOff: isEditing || isBusy, onAnswer: give, onLater: later });

  return (
    <div className="review">
      <StopFacts stop={stop} risk={seen} heading={heading} />
      {isOther && problem === null && (
        <p className="remark" role="status">
          {say('risk.review.changed')}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setSeen(risk);
            }}
          >
            {say('risk.review.show-now')}
          </button>
        </p>
      )}
      {problem !== null && (
        <p className="form__failure" role="alert">
          {problem}
        </p>
      )}
      {isEditing && whole === null && <p aria-busy="true">{say('risk.plan.reading')}</p>}
      {isEditing && whole !== null ? (
        <RiskForm
          base={fieldsOf(whole)}
          start={fieldsOf(whole)}
          saveLabel={say('risk.review.save-edit')}
          onSave={async (_fields, patch) => {
            const made = await answer('edit', patch);
            return made.kind === 'done' || made.kind === 'clash' ? null : made;
          }}
          onCancel={() => {
            setIsEditing(false);
          }}
          onTouch={() => undefined}
        />
      ) : (
        <ReviewAnswers
          worse={moves('worse')}
          better={moves('better')}
          axis={axis}
          isBusy={isBusy}
          onAnswer={give}
          onAxis={setAxis}
          onLater={later}
        />
      )}
    </div>
  );
}
