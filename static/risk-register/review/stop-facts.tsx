import type { Ref } from 'react';

import type { ReviewStop } from '#src/domain/risk/review';
import type { Risk } from '#src/domain/risk/risk';

import { useDesk } from '../desk';
import { LevelLozenge } from '../parts/level-lozenge';
import { MitigationCell } from '../table/mitigation-cell';
import { stateWords } from '../words/event-words';
import { findingWords } from '../words/finding-words';
import { useRiskWords } from '../words/risk-words';

import { SinceThen } from './since-then';

/** What a reviewer has to know to answer: why it is asked for, how it stands, and what happened since the last look. */
export function StopFacts({
  stop,
  risk,
  heading,
}: {
  readonly stop: ReviewStop;
  readonly risk: Risk;
  readonly heading: Ref<HTMLHeadingElement>;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { assessed, mitigations } = useDesk();
  const facts = assessed.get(risk.id) ?? null;
  // That it is overdue is said above it.
  const findings = (facts?.findings ?? []).filter(({ check }) => check !== 'review-overdue');
  return (
    <div className="review__risk">
      <p className="review__reason">
        <LevelLozenge level={stop.level} />{' '}
        {say('risk.review.reason', { reason: stop.reason, days: stop.due.daysOverdue })}
      </p>
      <h3 ref={heading} tabIndex={-1} className="review__title">
        {words.key(risk.id)} <bdi>{risk.title}</bdi>
      </h3>
      <p className="review__facts">
        {say('risk.exposure', {
          probability: words.step(risk.probability),
          impact: words.step(risk.impact),
        })}
        {' · '}
        {stateWords(words, risk.state)}
        {' · '}
        <bdi>{words.person(risk.ownerId)}</bdi>
      </p>
      <div className="review__mitigation">
        <MitigationCell
          risk={risk}
          assessed={facts}
          words={words}
          mitigations={mitigations}
          isLabelled={false}
        />
      </div>
      {findings.length > 0 && (
        <ul className="room__findings">
          {findings.map((finding) => (
            <li key={finding.check}>{findingWords(words, finding)}</li>
          ))}
        </ul>
      )}
      <SinceThen risk={risk} />
    </div>
  );
}
