import { useState } from 'react';

import Button from '@atlaskit/button/new';

import type { Risk, RiskState } from '#src/domain/risk/risk';

import { useChange } from '../change-log';
import { useDesk } from '../desk';
import { OwnerPicker } from '../parts/owner-picker';
import { categoryChoices } from '../risk/category-choices';
import type { Outcome, Wish } from '../state/send-change';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import './bulk-bar.css';

type Kind = 'owner' | 'category' | 'state' | 'review' | 'delete';

const KINDS: readonly Kind[] = ['owner', 'category', 'state', 'review', 'delete'];
const STATES = ['open', 'mitigating', 'happened', 'closed'] as const;
/** Kind to the backend and to the viewer: more at once is no faster. */
const AT_ONCE = 3;

/** Changes several risks together; what could not be changed stays selected. */
export function BulkBar({
  chosen,
  onDone,
}: {
  readonly chosen: readonly Risk[];
  /** Told which are left selected. */
  readonly onDone: (left: readonly string[]) => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { register, acts, opened } = useDesk();
  const { noteAll } = useChange();
  const [kind, setKind] = useState<Kind>('owner');
  const [ownerId, setOwnerId] = useState<string | null>(opened.viewer);
  const [categoryId, setCategoryId] = useState(register.categories[0]?.id ?? null);
  const [state, setState] = useState<(typeof STATES)[number]>('mitigating');
  const [progress, setProgress] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const count = chosen.length;

  const wish = (): Wish => {
    switch (kind) {
      case 'owner':
        return { kind: 'edit', patch: { ownerId } };
      case 'category':
        return { kind: 'edit', patch: { categoryId } };
      case 'state': {
        const to: RiskState =
          state === 'open' || state === 'mitigating' ? { kind: state } : { kind: state, on: opened.today };
        return { kind: 'edit', patch: { state: to } };
      }
      case 'review':
        return { kind: 'review', outcome: 'unchanged' };
      case 'delete':
        return { kind: 'delete' };
    }
  };
  const apply = async () => {
    setProblems([]);
    setProgress(0);
    const outcomes = new Map<string, Outcome>();
    const waiting = [...chosen];
    const work = async () => {
      for (let risk = waiting.shift(); risk !== undefined; risk = waiting.shift()) {
        outcomes.set(risk.id, await acts.wish(risk, wish()));
        setProgress(outcomes.size);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    setProgress(null);
    const done = [...outcomes.values()].flatMap((outcome) => (outcome.kind === 'done' ? [outcome] : []));
    const failed = chosen.flatMap((risk) => {
      const outcome = outcomes.get(risk.id);
      const reason = outcome === undefined ? null : notDoneWords(words, outcome);
      return reason === null ? [] : [{ risk, reason }];
    });
    if (done.length > 0) noteAll(say('risk.bulk.done', { count: done.length, kind }), done);
    setProblems(
      failed.map(({ risk, reason }) => say('risk.log.not-done', { risk: words.key(risk.id), reason })),
    );
    onDone(failed.map(({ risk }) => risk.id));
  };

  return (
    <div className="bulk" role="group" aria-label={say('risk.bulk.title', { count })}>
      <strong className="bulk__count">{say('risk.bulk.title', { count })}</strong>
      <label className="bulk__field">
        <span className="for-readers">{say('risk.bulk.what')}</span>
        <select
          className="field__input"
          value={kind}
          disabled={progress !== null}
          onChange={(event) => {
            setKind(event.target.value as Kind);
          }}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {say('risk.bulk.kind', { kind: each })}
            </option>
          ))}
        </select>
      </label>
      {kind === 'owner' && (
        <div className="bulk__field">
          <OwnerPicker label={say('risk.field.owner')} isLabelHidden value={ownerId} onPick={setOwnerId} />
        </div>
      )}
      {kind === 'category' && (
        <select
          className="field__input bulk__field"
          aria-label={say('risk.field.category')}
          value={categoryId ?? ''}
          onChange={(event) => {
            setCategoryId(event.target.value === '' ? null : event.target.value);
          }}
        >
          {categoryChoices(register.categories, null).map((each) => (
            <option key={each} value={each ?? ''}>
              {words.category(each)}
            </option>
          ))}
        </select>
      )}
      {kind === 'state' && (
        <select
          className="field__input bulk__field"
          aria-label={say('risk.field.state')}
          value={state}
          onChange={(event) => {
            setState(event.target.value as (typeof STATES)[number]);
          }}
        >
          {STATES.map((each) => (
            <option key={each} value={each}>
              {words.state(each)}
            </option>
          ))}
        </select>
      )}
      <Button
        spacing="compact"
        appearance={kind === 'delete' ? 'danger' : 'primary'}
        isDisabled={progress !== null}
        onClick={() => void apply()}
      >
        {say(kind === 'delete' ? 'risk.bulk.delete' : 'risk.bulk.apply')}
      </Button>
      <Button
        spacing="compact"
        appearance="subtle"
        isDisabled={progress !== null}
        onClick={() => {
          onDone([]);
        }}
      >
        {say('risk.bulk.clear')}
      </Button>
      <span className="bulk__progress" role="status">
        {progress === null ? '' : say('risk.bulk.progress', { done: progress, count })}
      </span>
      {problems.length > 0 && (
        <ul className="bulk__problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
