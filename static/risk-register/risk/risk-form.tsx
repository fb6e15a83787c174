import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import type { AdfNode } from '#src/domain/backlog/issue';
import { differences } from '#src/domain/risk/differences';
import { levelOn } from '#src/domain/risk/level';
import { LIMITS } from '#src/domain/risk/limits';
import { planText } from '#src/domain/risk/plan-text';
import { onScale, type Rating } from '#src/domain/risk/rating';
import { RESPONSES, type RiskField, type RiskFields } from '#src/domain/risk/risk';
import { isNothingNew } from '#src/domain/risk/same';
import { normalise, validate, type FieldProblem, type Patch } from '#src/domain/risk/validate';

import { CrashGuard } from '../../ui/crash-guard';
import { Lozenge } from '../../ui/lozenge';

import { useDesk } from '../desk';
import { OwnerPicker } from '../parts/owner-picker';
import { useLatest } from '../parts/use-latest';
import type { Outcome } from '../state/send-change';
import { LEVEL_TONES } from '../table/risk-row';
import { notDoneWords, problemWords } from '../words/problem-words';
import { useRiskWords } from '../words/risk-words';

import { DateField, Select, TextRoom } from './form-fields';
import { IssuePicker } from './issue-picker';
import { ResidualField } from './residual-field';
import { StateField } from './state-field';
import './form.css';

const PlanEditor = lazy(async () => ({ default: (await import('./plan-editor')).PlanEditor }));

/** What differs from where the form began, as it is sent. */
export function touchedOf(base: RiskFields, fields: RiskFields): Patch {
  return Object.fromEntries(
    differences(base, normalise(fields), isNothingNew).map(({ field, after }) => [field, after]),
  );
}

/**
 * All fields of a risk. One is enough: the title. What is typed stays in the form until it is saved or given up, whatever happens to
 * the call.
 */
export function RiskForm({
  base,
  start,
  saveLabel,
  extra,
  onSave,
  onCancel,
  onTouch,
}: {
  /** The fields as they are stored, or as a new risk begins. */
  readonly base: RiskFields;
  /** Where the form begins: a draft that was left, or the same as `base`. */
  readonly start: RiskFields;
  readonly saveLabel: string;
  readonly extra?: ReactNode;
  /** Sends it. An outcome that says why not is shown here. */
  readonly onSave: (fields: RiskFields, patch: Patch) => Promise<Outcome | null>;
  readonly onCancel: () => void;
  /** Told of every change; null when the form says what is stored. */
  readonly onTouch: (fields: RiskFields | null) => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { register, opened } = useDesk();
  const { scale, categories } = register;
  const [fields, setFields] = useState(start);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isGuided, setIsGuided] = useState(
    [start.cause, start.event, start.effect].some((part) => part !== null && part !== ''),
  );
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const told = useLatest(onTouch);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    told.current(Object.keys(touchedOf(base, fields)).length === 0 ? null : fields);
  }, [base, fields, told]);

  const set = <F extends RiskField>(field: F, value: RiskFields[F]) => {
    setFields((last) => ({ ...last, [field]: value }));
  };
  const setPlan = useCallback((plan: AdfNode | null) => {
    setFields((last) => ({ ...last, plan }));
  }, []);
  const problemOf = (field: RiskField) => {
    const found = problems.filter((problem) => problem.field === field);
    return found.length === 0 ? null : words.list(found.map((problem) => problemWords(words, problem)));
  };
  const problemId = (field: RiskField) => `${id}-${field}-problem`;
  const described = (field: RiskField) =>
    problemOf(field) === null ? {} : { 'aria-invalid': true, 'aria-describedby': problemId(field) };
  const problemBeside = (field: RiskField): ReactNode => {
    const text = problemOf(field);
    return text === null ? null : (
      <p id={problemId(field)} className="field__problem">
        {text}
      </p>
    );
  };

  const show = (found: readonly FieldProblem[]) => {
    setProblems(found);
    const first = found[0]?.field;
    if (first === undefined) return;
    if (first === 'cause' || first === 'event' || first === 'effect') setIsGuided(true);
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>(`[name="${first}"], [data-field="${first}"] input`)?.focus();
    });
  };
  const save = async () => {
    if (isBusy) return;
    setFailure(null);
    const patch = touchedOf(base, fields);
    const found = validate(fields.title.trim() === '' ? { ...patch, title: '' } : patch, register);
    show(found);
    if (found.length > 0) {
      setFailure(say('risk.form.invalid', { count: found.length }));
      return;
    }
    setIsBusy(true);
    const outcome = await onSave(fields, patch);
    setIsBusy(false);
    if (outcome === null) return;
    if (outcome.kind === 'invalid') show(outcome.problems);
    const reason = notDoneWords(words, outcome);
    setFailure(reason === null ? null : say('risk.form.not-saved', { reason }));
  };

  const text = (
    field: 'title' | 'cause' | 'event' | 'effect' | 'trigger',
    label: string,
    limit: number,
    hint?: string,
  ) => (
    <div className="field">
      <label className="field__label" htmlFor={`${id}-${field}`}>
        {label}
      </label>
      <input
        id={`${id}-${field}`}
        name={field}
        className="field__input"
        autoComplete="off"
        autoFocus={field === 'title'}
        value={fields[field] ?? ''}
        placeholder={hint}
        {...described(field)}
        onChange={(event) => {
          set(field, event.target.value);
        }}
      />
      <TextRoom left={limit - (fields[field] ?? '').trim().length} limit={limit} say={say} />
      {problemBeside(field)}
    </div>
  );
  const steps = Array.from({ length: scale }, (_, index) => index + 1);
  const rating = (name: string, legend: string, value: Rating | null, pick: (rating: Rating) => void) => (
    <fieldset className="steps">
      <legend className="field__label">{legend}</legend>
      <div className="steps__row">
        {steps.map((step) => (
          <label key={step} className="steps__step">
            <input
              type="radio"
              name={name}
              checked={value !== null && onScale(value, scale).step === step}
              onChange={() => {
                pick({ step, of: scale });
              }}
            />
            <span>{words.stepOf(step)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
  const level = levelOn(fields, scale);
  const planLength = fields.plan === null ? 0 : planText(fields.plan).length;

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      {text('title', say('risk.form.title'), LIMITS.title, say('risk.new.example'))}
      {isGuided ? (
        <fieldset className="form__guided">
          <legend className="field__label">{say('risk.form.guided')}</legend>
          {text('cause', say('risk.form.cause'), LIMITS.part)}
          {text('event', say('risk.form.event'), LIMITS.part)}
          {text('effect', say('risk.form.effect'), LIMITS.part)}
        </fieldset>
      ) : (
        <button
          type="button"
          className="link-button form__more"
          onClick={() => {
            setIsGuided(true);
          }}
        >
          {say('risk.form.spell-out')}
        </button>
      )}
      <div className="form__columns">
        <div>
          {rating('probability', say('risk.field.probability'), fields.probability, (value) => {
            set('probability', value);
          })}
          {problemBeside('probability')}
        </div>
        <div>
          {rating('impact', say('risk.field.impact'), fields.impact, (value) => {
            set('impact', value);
          })}
          {problemBeside('impact')}
        </div>
        <p className="form__level" aria-live="polite">
          {say('risk.field.level')}: <Lozenge tone={LEVEL_TONES[level]}>{words.level(level)}</Lozenge>
        </p>
      </div>
      <div className="form__columns">
        <div className="field" data-field="ownerId">
          <OwnerPicker
            label={say('risk.field.owner')}
            value={fields.ownerId}
            onPick={(value) => {
              set('ownerId', value);
            }}
          />
          {problemBeside('ownerId')}
        </div>
        <Select
          label={say('risk.field.category')}
          name="categoryId"
          value={fields.categoryId}
          choices={[
            ...(categories.some((each) => each.id === fields.categoryId) ? [] : [fields.categoryId]),
            ...categories.map((each) => each.id),
          ].map((value) => ({ value, label: words.category(value) }))}
          onChoose={(value) => {
            set('categoryId', value);
          }}
          problem={problemBeside('categoryId')}
        />
        <StateField
          state={fields.state}
          today={opened.today}
          onChange={(value) => {
            set('state', value);
          }}
          problem={problemBeside('state')}
        />
      </div>
      <h3 className="form__heading">{say('risk.form.mitigation')}</h3>
      <div className="form__columns">
        <Select
          label={say('risk.field.response')}
          name="response"
          value={fields.response}
          choices={RESPONSES.map((value) => ({ value, label: words.response(value) }))}
          onChoose={(value) => {
            set('response', value as RiskFields['response']);
          }}
        />
        <DateField
          label={say('risk.field.due-on')}
          name="dueOn"
          value={fields.dueOn}
          onChange={(value) => {
            set('dueOn', value);
          }}
          problem={problemBeside('dueOn')}
        />
      </div>
      <div className="field" data-field="plan">
        <span className="field__label" aria-hidden="true">
          {say('risk.field.plan')}
        </span>
        <CrashGuard fallback={<p className="field__problem">{say('risk.plan.not-loaded')}</p>}>
          <Suspense fallback={<div className="plan plan--coming" aria-busy="true" />}>
            <PlanEditor
              plan={start.plan}
              label={say('risk.field.plan')}
              describedBy={problemOf('plan') === null ? undefined : problemId('plan')}
              onChange={setPlan}
            />
          </Suspense>
        </CrashGuard>
        <TextRoom left={LIMITS.plan - planLength} limit={LIMITS.plan} say={say} />
        {problemBeside('plan')}
      </div>
      <div className="field" data-field="issueIds">
        <IssuePicker
          issueIds={fields.issueIds}
          onChange={(value) => {
            set('issueIds', value);
          }}
        />
        {problemBeside('issueIds')}
      </div>
      {text('trigger', say('risk.form.trigger'), LIMITS.trigger)}
      <ResidualField
        residual={fields.residual}
        current={fields}
        rating={rating}
        onChange={(value) => {
          set('residual', value);
        }}
      />
      {failure !== null && (
        <p className="form__failure" role="alert">
          {failure}
        </p>
      )}
      <div className="form__buttons">
        <Button type="submit" appearance="primary" isLoading={isBusy}>
          {saveLabel}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {say('risk.cancel')}
        </Button>
        {extra}
      </div>
    </form>
  );
}
