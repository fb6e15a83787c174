import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useDesk } from '../desk';
import { Room } from '../nav';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

import { ReasonForm } from './reason-form';
import { ReasonLine } from './reason-line';
import { useMortemActs } from './use-mortem-acts';
import { usePreMortem } from './use-pre-mortem';
import './pre-mortem.css';

/**
 * "What is one reason this might fail?" Everybody adds reasons, and likes those of others; who wrote what is neither shown nor kept.
 * Who may edit the register merges them, and turns them into risks.
 */
export function PreMortemRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { readOnly } = useDesk();
  const { reasons, failure, write } = usePreMortem();
  const { problem, spoken, add, like, merge, toRisk } = useMortemActs(write);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const id = useId();
  const canLead = readOnly === null;
  const chosen = (reasons ?? []).filter((reason) => picked.has(reason.id));
  const likes = (reasons ?? []).reduce((sum, reason) => sum + reason.likes, 0);
  const pick = (reasonId: string, isOn: boolean) => {
    const next = new Set(picked);
    if (isOn) next.add(reasonId);
    else next.delete(reasonId);
    setPicked(next);
  };

  return (
    <Room title={say('risk.pre-mortem')}>
      <p className="room__text">{say('risk.mortem.how')}</p>
      <p className="for-readers" role="status">
        {spoken}
      </p>
      <ReasonForm problemId={problem === null ? undefined : `${id}-problem`} onAdd={add} />
      {problem !== null && (
        <p id={`${id}-problem`} className="field__problem" role="alert">
          {problem}
        </p>
      )}
      {failure !== null && (
        <p className="remark">{say('risk.not-refreshed', { reason: troubleTitle(words, failure) })}</p>
      )}
      {reasons === null && failure === null && <p aria-busy="true">{say('risk.mortem.reading')}</p>}
      {reasons?.length === 0 && <p className="muted">{say('risk.mortem.none')}</p>}
      {reasons !== null && reasons.length > 0 && (
        <>
          <div className="mortem__bar">
            <h3 className="mortem__count">{say('risk.mortem.count', { count: reasons.length, likes })}</h3>
            {canLead && (
              <Button
                spacing="compact"
                isDisabled={chosen.length < 2}
                onClick={() => {
                  void merge(chosen).then((isMerged) => {
                    if (isMerged) setPicked(new Set());
                  });
                }}
              >
                {say('risk.mortem.merge', { count: chosen.length })}
              </Button>
            )}
          </div>
          <ul className="mortem__reasons">
            {reasons.map((reason) => (
              <ReasonLine
                key={reason.id}
                reason={reason}
                canLead={canLead}
                isPicked={picked.has(reason.id)}
                onPick={(isOn) => {
                  pick(reason.id, isOn);
                }}
                onLike={() => void like(reason)}
                onMakeRisk={() => void toRisk(reason)}
              />
            ))}
          </ul>
        </>
      )}
    </Room>
  );
}
