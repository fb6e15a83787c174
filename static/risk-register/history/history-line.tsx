import type { Risk } from '#src/domain/risk/risk';

import { useChange } from '../change-log';
import { RiskKey } from '../parts/risk-key';
import { eventWords, registerEventWords } from '../words/event-words';
import { useRiskWords } from '../words/risk-words';

import { isOwn } from './entry-kinds';
import type { HistoryEntry } from './use-history';

/** One thing that happened, in words, with the way back to it. */
export function HistoryLine({
  event,
  risk,
  canRestore,
  onRestored,
}: {
  readonly event: HistoryEntry;
  /** The risk whose history this is; null for that of the register. */
  readonly risk: Risk | null;
  readonly canRestore: boolean;
  readonly onRestored: () => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { change } = useChange();
  const moment = (
    <time className="muted" dateTime={event.act.at} title={words.moment(event.act.at)}>
      {words.time(event.act.at)}
    </time>
  );
  if (isOwn(event)) {
    return (
      <li className="history__event">
        <p className="history__deed">
          {registerEventWords(words, event)} {moment}
        </p>
      </li>
    );
  }
  const { deed, changes } = eventWords(words, event);
  const isNow = risk !== null && event.version === risk.version;
  return (
    <li className="history__event">
      <p className="history__deed">
        {risk === null && (
          <>
            <RiskKey riskId={event.riskId} />{' '}
          </>
        )}
        {deed} {moment}
      </p>
      {changes.length > 0 && (
        <ul className="history__changes">
          {changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {canRestore && risk !== null && !isNow && event.kind !== 'deleted' && (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            void change(risk, { kind: 'revert', toVersion: event.version }).then(onRestored);
          }}
        >
          {say('risk.history.restore')}
          <span className="for-readers">
            {' '}
            {say('risk.history.restore-to', { moment: words.moment(event.act.at) })}
          </span>
        </button>
      )}
      {isNow && <span className="muted">{say('risk.history.now')}</span>}
    </li>
  );
}
