import { Fragment } from 'react';

import { useDesk } from '../desk';
import { RiskKey } from '../parts/risk-key';
import { useRiskWords } from '../words/risk-words';

import { nextReview, reasonOf, reviewReasons, sinceLine, verdictTitle } from './verdict-words';
import './verdict.css';

/** More reasons than these are counted: the list below has them all. */
const REASONS = 5;

/** What needs somebody now, in one line, and why. */
export function Verdict() {
  const words = useRiskWords();
  const desk = useDesk();
  const { needs, needing } = desk.assessment;
  const shown = [
    ...needs.slice(0, REASONS).map((need) => reasonOf(words, need)),
    ...reviewReasons(words, desk),
  ];
  const left = needs.slice(REASONS).reduce((sum, { risks }) => sum + risks.length, 0);
  const since = sinceLine(words, desk);
  const next = needing === 0 && desk.queue.length === 0 ? nextReview(words, desk) : null;
  return (
    <div className="verdict">
      <h2 className={needing > 0 ? 'verdict__title verdict__title--needs' : 'verdict__title'}>
        {verdictTitle(words, desk)}
      </h2>
      {shown.length > 0 && (
        <ul className="verdict__reasons">
          {shown.map(({ riskIds, more, reason }) => (
            <li key={riskIds[0]} className="verdict__reason">
              {words.show('risk.verdict.reason', {
                risks: (
                  <>
                    {riskIds.map((id, index) => (
                      <Fragment key={id}>
                        {index > 0 && ', '}
                        <RiskKey riskId={id} />
                      </Fragment>
                    ))}
                    {more > 0 && ` ${words.say('risk.verdict.more', { count: more })}`}
                  </>
                ),
                reason,
              })}
            </li>
          ))}
          {left > 0 && <li className="verdict__reason">{words.say('risk.verdict.left', { count: left })}</li>}
        </ul>
      )}
      {(next !== null || since !== null) && (
        <p className="verdict__since">
          {next} {since}
        </p>
      )}
    </div>
  );
}
