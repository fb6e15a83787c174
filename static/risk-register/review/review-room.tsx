import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';

import type { ReviewSession } from '#src/domain/risk/review-session';
import type { ReviewOutcome } from '#src/domain/risk/risk-event';

import { useLog } from '../change-log';
import { useDesk } from '../desk';
import { Room, useNav } from '../nav';
import { troubleTitle } from '../trouble';
import { SinceCard } from '../verdict/since-card';
import { useRiskWords } from '../words/risk-words';

import { ReviewStep } from './review-step';
import { ReviewRecord } from './review-record';
import './review.css';

/** How often other people's reviews are looked for while this one goes on. */
const LOOK_EVERY = 20_000;

/**
 * The weekly review: one stop for each risk that needs eyes. What somebody else reviews meanwhile falls out of it by itself, since
 * the queue is worked out anew from what is known now.
 */
export function ReviewRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { queue, acts, byId, opened } = useDesk();
  const { back } = useNav();
  const { note } = useLog();
  const [startedAt, setStartedAt] = useState<string | null>(null);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [mine, setMine] = useState<ReadonlyMap<string, ReviewOutcome>>(new Map());
  const [ended, setEnded] = useState<{ readonly session: ReviewSession | null } | null>(null);
  const [isEnding, setIsEnding] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const firstAsOf = useRef(opened.asOf);

  // The clock of the record is the backend's: its events are counted from the moment of this reading.
  useEffect(() => {
    let isOpen = true;
    void acts.read().then((read) => {
      if (isOpen) setStartedAt(read?.asOf ?? firstAsOf.current);
    });
    const timer = setInterval(() => {
      if (!document.hidden) void acts.read();
    }, LOOK_EVERY);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [acts]);

  const waiting = queue.filter(({ riskId }) => !later.has(riskId) && !mine.has(riskId));
  // The stop in view stays in view: others do not push in front of it when the register is read anew.
  const [at, setAt] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<{ readonly riskId: string; readonly by: string } | null>(null);
  const stop = waiting.find(({ riskId }) => riskId === at) ?? waiting[0];
  const stopId = stop?.riskId ?? null;
  if (startedAt !== null && stopId !== at) {
    const by = at === null ? undefined : byId.get(at)?.review.last?.by;
    const isMine = at === null || mine.has(at) || later.has(at);
    setAt(stopId);
    setSkipped(isMine || by === undefined ? null : { riskId: at, by });
  }

  const all = mine.size + waiting.length;
  const end = useCallback(async () => {
    if (startedAt === null) return;
    setIsEnding(true);
    setProblem(null);
    const result = await acts.endReview(startedAt);
    setIsEnding(false);
    if (!result.ok) {
      setProblem(say('risk.review.not-ended', { reason: troubleTitle(words, result.failure) }));
      return;
    }
    note(null);
    setEnded(result.data);
  }, [startedAt, acts, say, words, note]);

  const onDone = useCallback((riskId: string, outcome: ReviewOutcome) => {
    setMine((last) => new Map([...last, [riskId, outcome]]));
  }, []);
  const onLater = useCallback((riskId: string) => {
    setLater((last) => new Set([...last, riskId]));
  }, []);

  const record = useMemo(() => ended && <ReviewRecord session={ended.session} />, [ended]);
  if (ended !== null) {
    return (
      <Room title={say('risk.review.ended')} onBack={back}>
        {record}
        <div className="form__buttons">
          <Button appearance="primary" onClick={back}>
            {say('risk.review.back')}
          </Button>
        </div>
      </Room>
    );
  }
  if (startedAt === null) {
    return (
      <Room title={say('risk.review.title')}>
        <p>
          <Spinner size="small" /> {say('risk.review.starting')}
        </p>
      </Room>
    );
  }
  const risk = stop && byId.get(stop.riskId);
  return (
    <Room
      title={say('risk.review.title')}
      onBack={() => {
        if (mine.size > 0) void end().then(back);
        else back();
      }}
      backLabel={say('risk.review.leave')}
      actions={
        <div className="room__actions">
          <span className="review__count">{say('risk.review.count', { done: mine.size, all })}</span>
          <progress
            className="review__bar"
            value={mine.size}
            max={Math.max(1, all)}
            aria-label={say('risk.review.progress')}
          />
        </div>
      }
    >
      {problem !== null && (
        <p className="form__failure" role="alert">
          {problem}
        </p>
      )}
      <p className="review__skipped" role="status">
        {skipped !== null &&
          say('risk.review.by-other', {
            risk: words.key(skipped.riskId),
            person: words.person(skipped.by),
          })}
      </p>
      {stop !== undefined && risk !== undefined ? (
        <ReviewStep key={stop.riskId} stop={stop} risk={risk} onDone={onDone} onLater={onLater} />
      ) : (
        <div className="review__end">
          <p>
            {mine.size === 0 && later.size === 0
              ? say('risk.review.nothing')
              : say('risk.review.all-seen', { count: mine.size, later: later.size })}
          </p>
          <div className="form__buttons">
            <Button appearance="primary" isLoading={isEnding} autoFocus onClick={() => void end()}>
              {say('risk.review.end')}
            </Button>
            {later.size > 0 && (
              <Button
                onClick={() => {
                  setLater(new Set());
                }}
              >
                {say('risk.review.back-to-later', { count: later.size })}
              </Button>
            )}
          </div>
        </div>
      )}
      {stop !== undefined && (
        <div className="review__foot">
          <details className="review__since">
            <summary>{say('risk.review.register-since')}</summary>
            <SinceCard />
          </details>
          {mine.size > 0 && (
            <Button appearance="subtle" isLoading={isEnding} onClick={() => void end()}>
              {say('risk.review.end-now')}
            </Button>
          )}
        </div>
      )}
    </Room>
  );
}
