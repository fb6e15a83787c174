import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { onScale } from '#src/domain/risk/rating';
import { LIMITS } from '#src/domain/risk/limits';
import type { Risk, RiskState } from '#src/domain/risk/risk';
import type { Patch } from '#src/domain/risk/validate';

import { useDesk } from '../desk';
import { OwnerPicker } from '../parts/owner-picker';
import { categoryChoices } from '../risk/category-choices';
import { useRiskWords } from '../words/risk-words';

import type { InlineField } from './inline-edit';

/** States that need nothing but themselves; an acceptance is written in the whole form. */
const STATES = ['open', 'mitigating', 'happened', 'closed'] as const;

/** One field of a risk as a small form: Enter saves, Escape leaves it as it was. */
export function InlineForm({
  risk,
  field,
  label,
  isBusy,
  problem,
  onSave,
  onCancel,
}: {
  readonly risk: Risk;
  readonly field: InlineField;
  readonly label: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onSave: (patch: Patch) => void;
  readonly onCancel: () => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { register, opened } = useDesk();
  const { scale, categories } = register;
  const [title, setTitle] = useState(risk.title);
  const [categoryId, setCategoryId] = useState(risk.categoryId);
  const [state, setState] = useState<RiskState['kind']>(risk.state.kind);
  const [ownerId, setOwnerId] = useState(risk.ownerId);
  const [probability, setProbability] = useState(onScale(risk.probability, scale).step);
  const [impact, setImpact] = useState(onScale(risk.impact, scale).step);
  const id = useId();

  const patch = (): Patch => {
    switch (field) {
      case 'title':
        return { title };
      case 'categoryId':
        return { categoryId };
      case 'ownerId':
        return { ownerId };
      case 'exposure':
        return { probability: { step: probability, of: scale }, impact: { step: impact, of: scale } };
      case 'state':
        if (state === risk.state.kind || state === 'accepted') return {};
        return {
          state:
            state === 'open' || state === 'mitigating' ? { kind: state } : { kind: state, on: opened.today },
        };
    }
  };
  const described = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
  const steps = Array.from({ length: scale }, (_, index) => scale - index);
  const rating = (name: string, value: number, set: (step: number) => void, isFirst: boolean) => (
    <label className="inline-form__rating">
      <span className="field__label">{name}</span>
      <select
        className="field__input"
        autoFocus={isFirst}
        value={value}
        {...described}
        onChange={(event) => {
          set(Number(event.target.value));
        }}
      >
        {steps.map((each) => (
          <option key={each} value={each}>
            {words.stepOf(each)}
          </option>
        ))}
      </select>
    </label>
  );

  return (
    <form
      className="inline-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSave(patch());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {field === 'title' && (
        <input
          className="field__input"
          autoFocus
          aria-label={label}
          value={title}
          maxLength={LIMITS.title}
          {...described}
          onChange={(event) => {
            setTitle(event.target.value);
          }}
        />
      )}
      {field === 'categoryId' && (
        <select
          className="field__input"
          autoFocus
          aria-label={label}
          value={categoryId ?? ''}
          {...described}
          onChange={(event) => {
            setCategoryId(event.target.value === '' ? null : event.target.value);
          }}
        >
          {categoryChoices(categories, risk.categoryId).map((each) => (
            <option key={each} value={each ?? ''}>
              {words.category(each)}
            </option>
          ))}
        </select>
      )}
      {field === 'state' && (
        <select
          className="field__input"
          autoFocus
          aria-label={label}
          value={state}
          {...described}
          onChange={(event) => {
            setState(event.target.value as RiskState['kind']);
          }}
        >
          {risk.state.kind === 'accepted' && <option value="accepted">{words.state('accepted')}</option>}
          {STATES.map((each) => (
            <option key={each} value={each}>
              {words.state(each)}
            </option>
          ))}
        </select>
      )}
      {field === 'exposure' && (
        <>
          {rating(say('risk.field.probability'), probability, setProbability, true)}
          {rating(say('risk.field.impact'), impact, setImpact, false)}
        </>
      )}
      {field === 'ownerId' && (
        <OwnerPicker label={label} isLabelHidden hasFocus value={ownerId} onPick={setOwnerId} />
      )}
      {problem !== null && (
        <p id={`${id}-problem`} className="field__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="inline-form__buttons">
        <Button type="submit" appearance="primary" spacing="compact" isLoading={isBusy}>
          {say('risk.save')}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          {say('risk.cancel')}
        </Button>
      </div>
    </form>
  );
}
