import { useCallback, useEffect, useRef, useState } from 'react';

import { outcomePatch, type Axis } from '#src/domain/risk/review-outcome';
import type { ReviewStop } from '#src/domain/risk/review';
import type { Patch } from '#src/domain/risk/validate';
import { onScale } from '#src/domain/risk/rating';
import { fieldsOf, type Risk } from '#src/domain/risk/risk';
import type { ReviewOutcome } from '#src/domain/risk/risk-event';

import { Lozenge } from '../../ui/lozenge';

import { doneWords, useChange, useLog } from '../change-log';
import { useDesk } from '../desk';
import { RiskForm } from '../risk/risk-form';
import { useWhole } from '../state/left-out-plan';
import { MitigationCell } from '../table/mitigation-cell';
import { LEVEL_TONES } from '../table/risk-row';
import { stateWords } from '../words/event-words';
import { findingWords } from '../words/finding-words';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import { SinceThen } from './since-then';

const KEYS: Readonly<Record<string, ReviewOutcome>> = {
  u: 'unchanged',
  w: 'worse',
  b: 'better',
  e: 'edit',
  h: 'happened',
  c: 'close',
};

const LATER = 'n';

/** Whether keys are being typed into something. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(radio|checkbox|button)$/.test(target.type))
  );
}

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
  const { register, assessed, mitigations, opened } = useDesk();
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
  const facts = assessed.get(risk.id) ?? null;

  // That it is overdue is said above it.
  const findings = (facts?.findings ?? []).filter(({ check }) => check !== 'review-overdue');

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

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isEditing || isBusy || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector('[role=menu]') !== null) return;
      const key = event.key.toLowerCase();
      const outcome = KEYS[key];
      if (outcome === undefined && key !== LATER) return;
      event.preventDefault();
      if (key === LATER) onLater(seen.id);
      else if (outcome === 'edit') setIsEditing(true);
      else if (outcome !== undefined) void answer(outcome);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [isEditing, isBusy, answer, onLater, seen.id]);

  const button = (outcome: ReviewOutcome, key: string, hint: string | null, isOff = false) => (
    <button
      type="button"
      className="review__answer"
      disabled={isBusy || isOff}
      aria-keyshortcuts={key}
      onClick={() => {
        if (outcome === 'edit') setIsEditing(true);
        else void answer(outcome);
      }}
    >
      <kbd className="review__key">{key}</kbd>
      <span>
        {say('risk.review.answer', { outcome })}
        {hint !== null && <span className="review__hint"> {hint}</span>}
      </span>
    </button>
  );
  const [worse, better] = [moves('worse'), moves('better')];

  return (
    <div className="review">
      <div className="review__risk">
        <p className="review__reason">
          <Lozenge tone={LEVEL_TONES[stop.level]}>{words.level(stop.level)}</Lozenge>{' '}
          {say('risk.review.reason', { reason: stop.reason, days: stop.due.daysOverdue })}
        </p>
        <h3 ref={heading} tabIndex={-1} className="review__title">
          {words.key(seen.id)} <bdi>{seen.title}</bdi>
        </h3>
        <p className="review__facts">
          {say('risk.exposure', {
            probability: words.step(seen.probability),
            impact: words.step(seen.impact),
          })}
          {' · '}
          {stateWords(words, seen.state)}
          {' · '}
          <bdi>{words.person(seen.ownerId)}</bdi>
        </p>
        <div className="review__mitigation">
          <MitigationCell risk={seen} assessed={facts} words={words} mitigations={mitigations} />
        </div>
        {findings.length > 0 && (
          <ul className="room__findings">
            {findings.map((finding) => (
              <li key={finding.check}>{findingWords(words, finding)}</li>
            ))}
          </ul>
        )}
        <SinceThen risk={seen} />
      </div>
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
                      setAxis(each);
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
                onLater(seen.id);
              }}
            >
              <kbd className="review__key">{LATER}</kbd> {say('risk.review.later')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
