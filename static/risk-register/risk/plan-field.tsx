import { lazy, Suspense, type ReactNode } from 'react';

import type { AdfNode } from '#src/domain/backlog/issue';
import { LIMITS } from '#src/domain/risk/limits';
import { planText } from '#src/domain/risk/plan-text';

import { CrashGuard } from '../../ui/crash-guard';

import { useRiskWords } from '../words/risk-words';

import { TextRoom } from './form-fields';

const PlanEditor = lazy(async () => ({ default: (await import('./plan-editor')).PlanEditor }));

/** The mitigation plan. Its editor is loaded here; a form whose editor does not come can still be saved, and keeps the plan. */
export function PlanField({
  start,
  plan,
  describedBy,
  problem,
  onChange,
}: {
  /** As it is when the form appears. */
  readonly start: AdfNode | null;
  readonly plan: AdfNode | null;
  readonly describedBy: string | undefined;
  readonly problem: ReactNode;
  readonly onChange: (plan: AdfNode | null) => void;
}) {
  const { say } = useRiskWords();
  const length = plan === null ? 0 : planText(plan).length;
  return (
    <div className="field" data-field="plan">
      <span className="field__label" aria-hidden="true">
        {say('risk.field.plan')}
      </span>
      <CrashGuard fallback={<p className="field__problem">{say('risk.plan.not-loaded')}</p>}>
        <Suspense fallback={<div className="plan plan--coming" aria-busy="true" />}>
          <PlanEditor
            plan={start}
            label={say('risk.field.plan')}
            describedBy={describedBy}
            onChange={onChange}
          />
        </Suspense>
      </CrashGuard>
      <TextRoom left={LIMITS.plan - length} limit={LIMITS.plan} say={say} />
      {problem}
    </div>
  );
}
