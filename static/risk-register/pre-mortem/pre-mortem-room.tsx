import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { draftFromReason, PRE_MORTEM_LIMITS, type Reason } from '#src/domain/risk/pre-mortem';

import { Lozenge } from '../../ui/lozenge';

import { useDesk } from '../desk';
import { Room } from '../nav';
import { RiskKey } from '../parts/risk-key';
import { emptyRisk } from '../risk/empty-risk';
import { troubleTitle } from '../trouble';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import { usePreMortem, type Written } from './use-pre-mortem';
import './pre-mortem.css';

/**
 * "What is one reason this might fail?" Everybody adds reasons, and likes those of others; who wrote what is neither shown nor kept.
 * Who may edit the register merges them, and turns them into risks.
 */
export function PreMortemRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { readOnly, register, acts } = useDesk();
  const { reasons, failure, write } = usePreMortem();
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  // One id for as long as the same reason is tried: sent twice, it is there once.
  const reasonId = useRef(crypto.randomUUID());
  // The same for risks made of reasons.
  const riskIds = useRef(new Map<string, string>());
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const canLead = readOnly === null;
  const chosen = (reasons ?? []).filter((reason) => picked.has(reason.id));
  const likes = (reasons ?? []).reduce((sum, reason) => sum + reason.likes, 0);

  const reasonWhyNot = (written: Written): string | null => {
    if (written.kind === 'written') return null;
    if (written.kind === 'failed') return troubleTitle(words, written.failure);
    const { problem: found } = written;
    switch (found.kind) {
      case 'empty':
        return say('risk.mortem.empty');
      case 'too-long':
        return say('risk.problem.too-long', { limit: found.limit, over: found.length - found.limit });
      case 'too-many':
        return say('risk.mortem.too-many', { limit: found.limit });
    }
  };
  const add = async () => {
    if (isBusy) return;
    if (text.trim() === '') {
      setProblem(say('risk.mortem.empty'));
      return;
    }
    setIsBusy(true);
    const reason = reasonWhyNot(await write({ kind: 'reason', id: reasonId.current, text }));
    setIsBusy(false);
    setProblem(reason);
    if (reason !== null) return;
    reasonId.current = crypto.randomUUID();
    setText('');
    setSpoken(say('risk.mortem.added'));
    field.current?.focus();
  };
  const like = async (reason: Reason) => {
    setProblem(
      reasonWhyNot(await write({ kind: 'like', reasonId: reason.id, isLiked: !reason.isLikedByViewer })),
    );
  };
  const merge = async () => {
    const reasonIds = [...chosen].sort((a, b) => b.likes - a.likes).map((reason) => reason.id);
    const why = reasonWhyNot(await write({ kind: 'merge', id: crypto.randomUUID(), reasonIds, text: null }));
    setProblem(why);
    if (why !== null) return;
    setPicked(new Set());
    setSpoken(say('risk.mortem.merged', { count: reasonIds.length }));
  };
  const toRisk = async (reason: Reason) => {
    const { categoryId, probability, impact } = emptyRisk(register);
    const riskId = riskIds.current.get(reason.id) ?? crypto.randomUUID();
    riskIds.current.set(reason.id, riskId);
    const fields = draftFromReason(reason, categoryId, { probability, impact });
    const [outcome] = await acts.create([
      { id: riskId, fields, origin: { kind: 'pre-mortem', reasonId: reason.id } },
    ]);
    if (outcome === undefined) return;
    setProblem(notDoneWords(words, outcome));
    if (outcome.kind !== 'done' && outcome.kind !== 'same') return;
    setSpoken(say('risk.mortem.made', { number: String(outcome.risk.number) }));
    await write({ kind: 'risk', reasonId: reason.id, riskId });
  };

  return (
    <Room title={say('risk.pre-mortem')}>
      <p className="room__text">{say('risk.mortem.how')}</p>
      <p className="for-readers" role="status">
        {spoken}
      </p>
      <form
        className="mortem__form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label className="mortem__prompt" htmlFor={id}>
          {say('risk.mortem.prompt')}
        </label>
        <textarea
          ref={field}
          id={id}
          className="field__input mortem__text"
          rows={2}
          maxLength={PRE_MORTEM_LIMITS.text}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void add();
          }}
        />
        <Button type="submit" appearance="primary" isLoading={isBusy}>
          {say('risk.mortem.add')}
        </Button>
      </form>
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
                  void merge();
                }}
              >
                {say('risk.mortem.merge', { count: chosen.length })}
              </Button>
            )}
          </div>
          <ul className="mortem__reasons">
            {reasons.map((reason) => (
              <li key={reason.id} className="mortem__reason">
                {canLead && (
                  <input
                    type="checkbox"
                    aria-label={say('risk.mortem.pick', { text: reason.text })}
                    checked={picked.has(reason.id)}
                    onChange={(event) => {
                      const next = new Set(picked);
                      if (event.target.checked) next.add(reason.id);
                      else next.delete(reason.id);
                      setPicked(next);
                    }}
                  />
                )}
                <div className="mortem__words">
                  <bdi>{reason.text}</bdi>
                  {reason.reasonIds.length > 1 && (
                    <span className="muted">
                      {' '}
                      {say('risk.mortem.of-several', { count: reason.reasonIds.length })}
                    </span>
                  )}
                  {reason.riskIds.map((riskId) => (
                    <span key={riskId}>
                      {' '}
                      <Lozenge tone="success">{say('risk.mortem.is-risk')}</Lozenge>{' '}
                      <RiskKey riskId={riskId} />
                    </span>
                  ))}
                </div>
                <button
                  type="button"
                  className="mortem__like"
                  aria-pressed={reason.isLikedByViewer}
                  aria-label={say('risk.mortem.like', { count: reason.likes, text: reason.text })}
                  onClick={() => void like(reason)}
                >
                  <svg
                    className="mortem__heart"
                    width="14"
                    height="14"
                    viewBox="0 0 14 14"
                    aria-hidden="true"
                  >
                    <path d="M7 12.2 1.9 7.1a3.1 3.1 0 1 1 4.4-4.4l.7.7.7-.7a3.1 3.1 0 1 1 4.4 4.4z" />
                  </svg>{' '}
                  {reason.likes}
                </button>
                {canLead && reason.riskIds.length === 0 && (
                  <Button
                    spacing="compact"
                    aria-label={say('risk.mortem.to-risk-which', { text: reason.text })}
                    onClick={() => {
                      void toRisk(reason);
                    }}
                  >
                    {say('risk.mortem.to-risk')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Room>
  );
}
