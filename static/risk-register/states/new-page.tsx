import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../../ui/bridge-context';

import { doneWords, useChange } from '../change-log';
import { useDesk } from '../desk';
import { useNav } from '../nav';
import { Remarks } from '../remarks';
import { emptyRisk } from '../risk/empty-risk';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';
import { LIMITS } from '#src/domain/risk/limits';

/** A register without a risk: one field is enough for the first. */
export function NewPage() {
  const words = useRiskWords();
  const { say } = words;
  const { go } = useNav();
  const { register, readOnly, acts, opened } = useDesk();
  const { noteAll } = useChange();
  const isEditing = usePlatform().context.macro?.isEditing === true;
  const [title, setTitle] = useState('');
  // One id for as long as the same risk is tried: sent twice, it is made once.
  const [riskId, setRiskId] = useState(() => crypto.randomUUID());
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  if (readOnly !== null) {
    return (
      <div className="beginning">
        <h2 className="beginning__title">{say('risk.new.none')}</h2>
        {isEditing ? <p className="beginning__text">{say('risk.new.in-editor')}</p> : <Remarks />}
      </div>
    );
  }
  const add = async () => {
    if (isBusy) return;
    if (title.trim() === '') {
      setProblem(say('risk.problem.empty'));
      return;
    }
    setIsBusy(true);
    setProblem(null);
    const fields = { ...emptyRisk(register), title, ownerId: opened.viewer };
    const [outcome] = await acts.create([{ id: riskId, fields, origin: { kind: 'written' } }]);
    setIsBusy(false);
    if (outcome === undefined) return;
    setProblem(notDoneWords(words, outcome));
    // Where it is there already, an earlier attempt made it and its answer got lost.
    if (outcome.kind !== 'done' && outcome.kind !== 'same') return;
    setTitle('');
    setRiskId(crypto.randomUUID());
    if (outcome.kind === 'done') noteAll(doneWords(words, outcome), [outcome]);
  };
  return (
    <div className="beginning">
      <h2 className="beginning__title">{say('risk.new.title')}</h2>
      <form
        className="beginning__form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label className="field__label" htmlFor={id}>
          {say('risk.new.label')}
        </label>
        <div className="beginning__line">
          <input
            id={id}
            className="field__input"
            value={title}
            maxLength={LIMITS.title}
            placeholder={say('risk.new.example')}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) => {
              setTitle(event.target.value);
            }}
          />
          <Button type="submit" appearance="primary" isLoading={isBusy}>
            {say('risk.new.add')}
          </Button>
        </div>
        {problem !== null && (
          <p id={`${id}-problem`} className="field__problem" role="alert">
            {problem}
          </p>
        )}
      </form>
      <p className="beginning__text">
        {say('risk.new.or')}{' '}
        <button
          type="button"
          className="link-button"
          data-focus="new-pre-mortem"
          onClick={() => {
            go({ kind: 'pre-mortem' });
          }}
        >
          {say('risk.new.pre-mortem')}
        </button>
        {' · '}
        <button
          type="button"
          className="link-button"
          data-focus="new-import"
          onClick={() => {
            go({ kind: 'import' });
          }}
        >
          {say('risk.new.import')}
        </button>
      </p>
    </div>
  );
}
