import { useState, type ComponentProps, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { LIMITS } from '#src/domain/risk/limits';
import type { RiskFields } from '#src/domain/risk/risk';
import type { Patch } from '#src/domain/risk/validate';

import { useDesk } from '../desk';
import { OwnerPicker } from '../parts/owner-picker';
import type { Outcome } from '../state/send-change';
import { useRiskWords } from '../words/risk-words';

import { ExposureFields } from './exposure-fields';
import { Select, TextField } from './form-fields';
import { MitigationFields } from './mitigation-fields';
import { ResidualField } from './residual-field';
import { StateField } from './state-field';
import { categoryChoices } from './category-choices';
import { useRiskForm } from './use-risk-form';
import './form.css';

/** The fields of a risk that are one line of text. */
type LineField = 'title' | 'cause' | 'event' | 'effect' | 'trigger';

/** The parts of a statement that is spelled out. */
const PARTS = ['cause', 'event', 'effect'] as const;

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
  const { categories } = register;
  const [isGuided, setIsGuided] = useState(PARTS.some((part) => (start[part] ?? '') !== ''));
  const { form, fields, setFields, failure, isBusy, save, describedBy, problemBeside } = useRiskForm({
    base,
    start,
    onSave,
    onTouch,
    onProblem: (field) => {
      if (PARTS.some((part) => part === field)) setIsGuided(true);
    },
  });
  const change = (part: Partial<RiskFields>) => {
    setFields((last) => ({ ...last, ...part }));
  };
  const text = (
    field: LineField,
    label: string,
    limit: number,
    more: Pick<ComponentProps<typeof TextField>, 'example' | 'isFirst'> = {},
  ) => {
    const problemId = describedBy(field);
    return (
      <TextField
        name={field}
        label={label}
        value={fields[field]}
        limit={limit}
        described={problemId === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': problemId }}
        problem={problemBeside(field)}
        onChange={(value) => {
          change({ [field]: value });
        }}
        {...more}
      />
    );
  };

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
      {text('title', say('risk.form.title'), LIMITS.title, {
        example: say('risk.new.example'),
        isFirst: true,
      })}
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
      <ExposureFields exposure={fields} problemBeside={problemBeside} onChange={change} />
      <div className="form__columns">
        <div className="field" data-field="ownerId">
          <OwnerPicker
            label={say('risk.field.owner')}
            value={fields.ownerId}
            onPick={(value) => {
              change({ ownerId: value });
            }}
          />
          {problemBeside('ownerId')}
        </div>
        <Select
          label={say('risk.field.category')}
          name="categoryId"
          value={fields.categoryId ?? ''}
          choices={categoryChoices(categories, fields.categoryId).map((id) => ({
            value: id ?? '',
            label: words.category(id),
          }))}
          onChoose={(value) => {
            change({ categoryId: value === '' ? null : value });
          }}
          problem={problemBeside('categoryId')}
        />
        <StateField
          state={fields.state}
          today={opened.today}
          onChange={(value) => {
            change({ state: value });
          }}
          problem={problemBeside('state')}
        />
      </div>
      <MitigationFields
        fields={fields}
        start={start}
        describedBy={describedBy}
        problemBeside={problemBeside}
        onChange={change}
      />
      {text('trigger', say('risk.form.trigger'), LIMITS.trigger)}
      <ResidualField
        residual={fields.residual}
        current={fields}
        onChange={(value) => {
          change({ residual: value });
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
        {extra}
        <Button appearance="subtle" onClick={onCancel}>
          {say('risk.cancel')}
        </Button>
      </div>
    </form>
  );
}
