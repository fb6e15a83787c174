import { useEffect, useState } from 'react';

import { changesSince } from '#src/domain/risk/changes-since';
import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import { usePlatform } from '../../ui/bridge-context';
import { attempt } from '../../ui/failure';

import { useDesk } from '../desk';
import { eventWords } from '../words/event-words';
import { useRiskWords } from '../words/risk-words';
import { riskEventsOf } from '../state/wire';

/** What happened to a risk since somebody last looked at it. */
export function SinceThen({ risk }: { readonly risk: Risk }) {
  const words = useRiskWords();
  const { say, day } = words;
  const { events } = useDesk();
  const { bridge } = usePlatform();
  const [read, setRead] = useState<readonly RiskEvent[] | null>(null);
  const { last } = risk.review;

  // The register brings what happened since its own last review; a risk that was left out there goes further back.
  const known = changesSince(
    events.filter(({ riskId }) => riskId === risk.id),
    last?.at ?? null,
  );
  const expected = risk.version - (last?.version ?? 0);
  const isShort = known.length < expected;
  const { id } = risk;
  useEffect(() => {
    if (!isShort) return undefined;
    let isWanted = true;
    void attempt(() => bridge.call('list-history', { riskId: id, cursor: null })).then((result) => {
      if (isWanted && result.ok) setRead(riskEventsOf(result.data.events));
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, id, isShort]);

  const shown = isShort && read !== null ? changesSince(read, last?.at ?? null) : known;
  return (
    <div className="review__then">
      <h4 className="review__then-title">
        {last === null
          ? say('risk.review.never-reviewed', { date: day(risk.created.on) })
          : say('risk.review.since', { person: words.person(last.by), date: day(last.on) })}
      </h4>
      {shown.length === 0 ? (
        <p className="muted">{say(isShort ? 'risk.review.reading' : 'risk.review.no-change')}</p>
      ) : (
        <ul className="review__events">
          {shown.map((event) => {
            const { deed, changes } = eventWords(words, event);
            return (
              <li key={event.version}>
                {deed}
                {changes.length > 0 && `: ${words.list(changes)}`}{' '}
                <span className="muted">{day(event.act.on)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
