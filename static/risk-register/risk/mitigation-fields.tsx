import type { ReactNode } from 'react';

import { RESPONSES, type RiskField, type RiskFields } from '#src/domain/risk/risk';

import { useRiskWords } from '../words/risk-words';

import { DateField, Select } from './form-fields';
import { IssuePicker } from './issue-picker';
import { PlanField } from './plan-field';

/** What is done about a risk: how it is met, until when, by which plan and with which issues. */
export function MitigationFields({
  fields,
  start,
  describedBy,
  problemBeside,
  onChange,
}: {
  readonly fields: RiskFields;
  /** Where the form began. */
  readonly start: RiskFields;
  readonly describedBy: (field: RiskField) => string | undefined;
  readonly problemBeside: (field: RiskField) => ReactNode;
  readonly onChange: (part: Partial<RiskFields>) => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  return (
    <>
      <h3 className="form__heading">{say('risk.form.mitigation')}</h3>
      <div className="form__columns">
        <Select
          label={say('risk.field.response')}
          name="response"
          value={fields.response}
          choices={RESPONSES.map((value) => ({ value, label: words.response(value) }))}
          onChoose={(value) => {
            onChange({ response: value as RiskFields['response'] });
          }}
        />
        <DateField
          label={say('risk.field.due-on')}
          name="dueOn"
          value={fields.dueOn}
          onChange={(dueOn) => {
            onChange({ dueOn });
          }}
          problem={problemBeside('dueOn')}
        />
      </div>
      <PlanField
        start={start.plan}
        plan={fields.plan}
        describedBy={describedBy('plan')}
        problem={problemBeside('plan')}
        onChange={(plan) => {
          onChange({ plan });
        }}
      />
      <div className="field" data-field="issueIds">
        <IssuePicker
          issueIds={fields.issueIds}
          onChange={(issueIds) => {
            onChange({ issueIds });
          }}
        />
        {problemBeside('issueIds')}
      </div>
    </>
  );
}
