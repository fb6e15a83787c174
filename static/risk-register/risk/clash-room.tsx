import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { resolveConflicts } from '#src/domain/risk/merge-edits';
import { fieldsOf, type RiskField } from '#src/domain/risk/risk';

import { useChange } from '../change-log';
import { Room, useNav } from '../nav';
import type { Clash, Wish } from '../state/send-change';
import { notDoneWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';
import { fieldName, valueWords } from '../words/value-words';
import './clash.css';

type Side = 'mine' | 'theirs';

/**
 * Two people changed the same fields: both versions side by side, field by field. Nothing is stored until a side is chosen for
 * each; fields that did not meet are merged as they are.
 */
export function ClashRoom({ clash }: { readonly clash: Clash }) {
  const words = useRiskWords();
  const { say } = words;
  const { back, keep, drafts } = useNav();
  const { change } = useChange();
  const { wish, base: seen, theirs, merge } = clash;
  const [choices, setChoices] = useState<Readonly<Partial<Record<RiskField, Side>>>>({});
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  if (merge === null) return null;
  const { conflicts, patch: others } = merge;
  const open = conflicts.filter(({ field }) => choices[field] === undefined).length;
  const merged = Object.keys(others) as readonly RiskField[];

  const save = async () => {
    const patch = resolveConflicts(merge, choices);
    if (Object.keys(patch).length === 0 && wish.kind === 'edit') {
      keep(theirs.id, null);
      back();
      return;
    }
    setIsBusy(true);
    setProblem(null);
    const outcome = await change(theirs, { ...wish, patch } as Wish, { isQuiet: true });
    setIsBusy(false);
    // Another clash comes in place of this one by itself.
    if (outcome.kind === 'clash') return;
    const reason = notDoneWords(words, outcome);
    setProblem(reason);
    if (reason === null) {
      keep(theirs.id, null);
      back();
    }
  };

  return (
    <Room
      title={say('risk.clash.title', { risk: words.key(theirs.id) })}
      onBack={() => {
        // Put off, not given up: what was written waits as a draft.
        if (!drafts.has(theirs.id) && 'patch' in wish) {
          keep(theirs.id, { fields: { ...fieldsOf(seen), ...wish.patch }, base: seen });
        }
        back();
      }}
    >
      <p className="room__text">{say('risk.clash.body')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (open === 0) void save();
        }}
      >
        {conflicts.map(({ field, base, mine, theirs: other }) => {
          const side = (which: Side, value: never, label: string) => (
            <label className={`clash__side${choices[field] === which ? ' clash__side--chosen' : ''}`}>
              <span className="clash__choice">
                <input
                  type="radio"
                  name={`${id}-${field}`}
                  checked={choices[field] === which}
                  onChange={() => {
                    setChoices((last) => ({ ...last, [field]: which }));
                  }}
                />
                {label}
              </span>
              <bdi className="clash__value">{valueWords(words, field, value)}</bdi>
            </label>
          );
          return (
            <fieldset key={field} className="clash">
              <legend className="clash__field">{fieldName(words, field)}</legend>
              {side('mine', mine as never, say('risk.clash.mine'))}
              {side('theirs', other as never, say('risk.clash.theirs'))}
              <p className="clash__before">
                {say('risk.clash.before', { value: valueWords(words, field, base as never) })}
              </p>
            </fieldset>
          );
        })}
        {merged.length > 0 && (
          <p className="room__text">
            {say('risk.clash.merged', { fields: words.list(merged.map((field) => fieldName(words, field))) })}
          </p>
        )}
        {problem !== null && (
          <p className="form__failure" role="alert">
            {say('risk.form.not-saved', { reason: problem })}
          </p>
        )}
        <div className="form__buttons">
          <Button type="submit" appearance="primary" isDisabled={open > 0} isLoading={isBusy}>
            {say('risk.clash.save')}
          </Button>
          <Button
            appearance="subtle"
            onClick={() => {
              keep(theirs.id, null);
              back();
            }}
          >
            {say('risk.clash.drop')}
          </Button>
          <span role="status" className="clash__open">
            {open > 0 ? say('risk.clash.open', { count: open }) : ''}
          </span>
        </div>
      </form>
    </Room>
  );
}
