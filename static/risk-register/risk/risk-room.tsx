import { useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { fieldsOf, type Risk, type RiskFields } from '#src/domain/risk/risk';

import { doneWords, useChange } from '../change-log';
import { useDesk } from '../desk';
import { NEW, Room, useNav } from '../nav';
import { useWhole } from '../state/left-out-plan';
import type { Outcome } from '../state/send-change';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

import { emptyRisk } from './empty-risk';
import { RiskFacts } from './risk-facts';
import { RiskForm } from './risk-form';

/** Writes a new risk, or changes one; who may not change it reads it. */
export function RiskRoom({ riskId }: { readonly riskId: string | null }) {
  const { byId, readOnly } = useDesk();
  const { say } = useRiskWords();
  const risk = riskId === null ? null : (byId.get(riskId) ?? null);
  if (riskId === null) return <NewRisk />;
  if (risk === null || risk.deleted !== null) {
    return (
      <Room title={say('risk.room.gone')}>
        <p>{say('risk.refusal.deleted')}</p>
      </Room>
    );
  }
  return <WholeRisk risk={risk} isReadOnly={readOnly !== null} />;
}

/** Opens the risk once its plan is there. */
function WholeRisk({ risk, isReadOnly }: { readonly risk: Risk; readonly isReadOnly: boolean }) {
  const words = useRiskWords();
  const { risk: whole, failure } = useWhole(risk);
  // What was open stays open when the list is read anew.
  const [first, setFirst] = useState<Risk | null>(null);
  if (first === null && whole !== null) setFirst(whole);
  if (isReadOnly && whole !== null) return <RiskFacts risk={whole} />;
  if (first !== null) return <EditRisk opened={first} />;
  return (
    <Room title={words.say('risk.room.edit', { risk: words.key(risk.id) })}>
      {failure === null ? (
        <p aria-busy="true">{words.say('risk.plan.reading')}</p>
      ) : (
        <p className="form__failure" role="alert">
          {words.say('risk.plan.not-read', { reason: troubleTitle(words, failure) })}
        </p>
      )}
    </Room>
  );
}

function NewRisk() {
  const words = useRiskWords();
  const { say } = words;
  const { register, acts, opened } = useDesk();
  const { back, drafts, keep } = useNav();
  const { noteAll } = useChange();
  // One id for as long as the same risk is tried: sent twice, it is made once.
  const [riskId, setRiskId] = useState(() => crypto.randomUUID());
  const [base] = useState(() => ({ ...emptyRisk(register), ownerId: opened.viewer }));
  const isAnother = useRef(false);
  const [round, setRound] = useState(0);
  const draft = drafts.get(NEW);

  const save = async (fields: RiskFields): Promise<Outcome | null> => {
    const [outcome] = await acts.create([{ id: riskId, fields, origin: { kind: 'written' } }]);
    // Where it is there already, an earlier attempt made it and its answer got lost.
    if (outcome?.kind !== 'done' && outcome?.kind !== 'same') return outcome ?? null;
    keep(NEW, null);
    if (outcome.kind === 'done') noteAll(doneWords(words, outcome), [outcome]);
    setRiskId(crypto.randomUUID());
    if (isAnother.current) setRound((last) => last + 1);
    else back();
    isAnother.current = false;
    return null;
  };
  return (
    <Room title={say('risk.room.new')}>
      <RiskForm
        key={round}
        base={base}
        start={draft?.fields ?? base}
        saveLabel={say('risk.form.add')}
        extra={
          <Button
            type="submit"
            appearance="subtle"
            onClick={() => {
              isAnother.current = true;
            }}
          >
            {say('risk.form.add-another')}
          </Button>
        }
        onSave={save}
        onCancel={() => {
          keep(NEW, null);
          back();
        }}
        onTouch={(fields) => {
          keep(NEW, fields === null ? null : { fields, base: null });
        }}
      />
    </Room>
  );
}

function EditRisk({ opened }: { readonly opened: Risk }) {
  const riskId = opened.id;
  const words = useRiskWords();
  const { say } = words;
  const { byId } = useDesk();
  const { back, go, drafts, keep } = useNav();
  const { change } = useChange();
  const now = byId.get(riskId);
  // The risk as it was when the form was opened: what others do meanwhile is merged when it is saved.
  const [base] = useState(() => drafts.get(riskId)?.base ?? opened);
  const [start] = useState(() => drafts.get(riskId)?.fields ?? fieldsOf(base));
  if (now === undefined) return null;
  const key = words.key(riskId);
  return (
    <Room
      title={say('risk.room.edit', { risk: key })}
      actions={
        <div className="room__actions">
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              go({ kind: 'history', riskId });
            }}
          >
            {say('risk.row.history')}
          </Button>
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              keep(riskId, null);
              back();
              void change(now, { kind: 'delete' });
            }}
          >
            {say('risk.row.delete')}
          </Button>
        </div>
      }
    >
      {now.version > base.version && <p className="remark">{say('risk.room.changed-meanwhile')}</p>}
      <RiskForm
        base={base}
        start={start}
        saveLabel={say('risk.save')}
        onSave={async (_fields, patch) => {
          if (Object.keys(patch).length === 0) {
            keep(riskId, null);
            back();
            return null;
          }
          const outcome = await change(base, { kind: 'edit', patch }, { isQuiet: true });
          if (outcome.kind === 'done' || outcome.kind === 'same') {
            keep(riskId, null);
            back();
            return null;
          }
          return outcome.kind === 'clash' ? null : outcome;
        }}
        onCancel={() => {
          keep(riskId, null);
          back();
        }}
        onTouch={(fields) => {
          keep(riskId, fields === null ? null : { fields, base });
        }}
      />
    </Room>
  );
}
