import Button from '@atlaskit/button/new';

import { isRestorable } from '#src/domain/risk/apply-change';
import { addDays } from '#src/domain/risk/calendar';
import { LIMITS } from '#src/domain/risk/limits';

import { useChange } from '../change-log';
import { useDesk } from '../desk';
import { Room } from '../nav';
import { useRiskWords } from '../words/risk-words';

import './deleted-room.css';

/** Risks that were deleted and can be brought back. */
export function DeletedRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { deleted, readOnly, opened } = useDesk();
  const { change } = useChange();
  const shown = deleted.filter((risk) => isRestorable(risk, opened.today));
  return (
    <Room title={say('risk.deleted.title')}>
      <p className="room__text">{say('risk.deleted.how', { days: LIMITS.deletedDays })}</p>
      {shown.length === 0 && <p className="muted">{say('risk.deleted.none')}</p>}
      <ul className="deleted">
        {shown.map((risk) => (
          <li key={risk.id} className="deleted__risk">
            <div>
              {words.key(risk.id)} <bdi>{risk.title}</bdi>
              {risk.deleted !== null && (
                <p className="muted">
                  {say('risk.deleted.by', {
                    person: words.person(risk.deleted.by),
                    date: words.day(risk.deleted.on),
                    until: words.day(addDays(risk.deleted.on, LIMITS.deletedDays)),
                  })}
                </p>
              )}
            </div>
            {readOnly === null && (
              <Button
                spacing="compact"
                aria-label={say('risk.deleted.restore-which', { risk: words.key(risk.id) })}
                onClick={() => void change(risk, { kind: 'undelete' })}
              >
                {say('risk.deleted.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Room>
  );
}
