import type { ReactNode } from 'react';

import type { RiskState, StateKind } from '#src/domain/risk/risk';

import { useDesk } from '../desk';
import { OwnerPicker } from '../parts/owner-picker';
import { useRiskWords } from '../words/risk-words';

import { DateField, Select } from './form-fields';

const STATES: readonly StateKind[] = ['open', 'mitigating', 'accepted', 'happened', 'closed'];

/** The state with what belongs to it: by whom and until when it is accepted, or when it ended. */
export function StateField({
  state,
  today,
  onChange,
  problem,
}: {
  readonly state: RiskState;
  readonly today: string;
  readonly onChange: (state: RiskState) => void;
  readonly problem: ReactNode;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { opened } = useDesk();
  const choose = (kind: string) => {
    if (kind === state.kind) return;
    if (kind === 'open' || kind === 'mitigating') onChange({ kind });
    else if (kind === 'accepted') onChange({ kind, by: opened.viewer, until: null });
    else if (kind === 'happened' || kind === 'closed') onChange({ kind, on: today });
  };
  return (
    <div className="form__state">
      <Select
        label={say('risk.field.state')}
        name="state"
        value={state.kind}
        choices={STATES.map((value) => ({ value, label: words.state(value) }))}
        onChoose={choose}
        problem={problem}
      />
      {state.kind === 'accepted' && (
        <>
          <OwnerPicker
            label={say('risk.form.accepted-by')}
            nobody="risk.person.not-said"
            value={state.by}
            onPick={(by) => {
              onChange({ ...state, by });
            }}
          />
          <DateField
            label={say('risk.form.accepted-until')}
            name="until"
            value={state.until}
            onChange={(until) => {
              onChange({ ...state, until });
            }}
          />
        </>
      )}
      {(state.kind === 'happened' || state.kind === 'closed') && (
        <DateField
          label={say('risk.form.ended-on')}
          name="on"
          value={state.on}
          onChange={(on) => {
            if (on !== null) onChange({ ...state, on });
          }}
        />
      )}
    </div>
  );
}
