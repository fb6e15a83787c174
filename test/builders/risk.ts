import type { AdfNode } from '#src/domain/backlog/issue';
import type { MitigatingIssue, RiskContext } from '#src/domain/risk/checks/define-check';
import { DEFAULT_CADENCE, newRegister, type Register } from '#src/domain/risk/register';
import type { Exposure, Rating, Scale } from '#src/domain/risk/rating';
import type { FieldChange, RiskDeed, RiskEvent } from '#src/domain/risk/risk-event';
import { fieldsOf, type Act, type Risk, type RiskFields } from '#src/domain/risk/risk';

/** The day of every test that does not say otherwise: a Tuesday. */
export const TODAY = '2026-11-24';

/** A step of three, or of another scale. */
export const rating = (step: number, of: Scale = 3): Rating => ({ step, of });

/** Probability and impact as steps. */
export const exposure = (probability: number, impact: number, of: Scale = 3): Exposure => ({
  probability: rating(probability, of),
  impact: rating(impact, of),
});

/** What somebody did at nine in the morning (UTC) of a day. */
export function act(on = TODAY, by = 'maria', time = '09:00:00.000'): Act {
  return { by, on, at: `${on}T${time}Z` };
}

/** A plan of one paragraph. */
export function plan(text: string): AdfNode {
  const document = {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
  return document;
}

/** A Medium risk with an owner and a plan: no check finds anything wrong with it. */
export function buildFields(changes: Partial<RiskFields> = {}): RiskFields {
  return {
    title: 'Support is not trained by launch and tickets pile up',
    cause: null,
    event: null,
    effect: null,
    categoryId: 'resource-gap',
    ...exposure(2, 2),
    response: 'mitigate',
    plan: plan('Train support in the week before the launch.'),
    issueIds: [],
    ownerId: 'maria',
    trigger: null,
    dueOn: null,
    state: { kind: 'mitigating' },
    residual: null,
    ...changes,
  };
}

/** The same as R-1 of a register, written today. */
export function buildRisk(changes: Partial<Risk> = {}): Risk {
  return {
    ...buildFields(),
    id: 'risk-1',
    registerId: 'register-1',
    number: 1,
    version: 1,
    created: act(),
    ratedOn: TODAY,
    review: { last: null, unchangedInARow: 0 },
    deleted: null,
    ...changes,
  };
}

/** Risks … with ids `risk-1`, `risk-2` …, each with its own changes. */
export function buildRisks(changes: readonly Partial<Risk>[]): readonly Risk[] {
  return changes.map((each, index) =>
    buildRisk({
      id: `risk-${index + 1}`,
      number: index + 1,
      title: TITLES[index % TITLES.length] ?? '',
      ...each,
    }),
  );
}

const TITLES = [
  'Tax API changes in January and invoices are rejected',
  'Support is not trained by launch and tickets pile up',
  'Translation is late and the German site launches in English',
  'Competitor ships e-invoicing first and pilot customers leave',
  'Load test finds slow exports and accountants wait for minutes',
  'Legal reviews the terms too late and the contract slips',
  'Only one person knows the export service',
];

/** A register as it comes. */
export function buildRegister(changes: Partial<Register> = {}): Register {
  return { ...newRegister('register-1'), ...changes };
}

/** The creation of a risk with these fields. */
export function createdEvent(risk: Risk = buildRisk(), by: Act = risk.created): RiskEvent {
  const { id: riskId, registerId, number } = risk;
  return {
    kind: 'created',
    number,
    origin: { kind: 'written' },
    fields: fieldsOf(risk),
    registerId,
    riskId,
    version: 1,
    act: by,
  };
}

/** An event of `risk-1`. */
export function event(version: number, deed: RiskDeed, by: Act = act(), riskId = 'risk-1'): RiskEvent {
  return { ...deed, registerId: 'register-1', riskId, version, act: by };
}

/** An edit of `risk-1`. */
export function edited(version: number, changes: readonly FieldChange[], by: Act = act()): RiskEvent {
  return event(version, { kind: 'edited', changes }, by);
}

/** A mitigating issue that is ready, scheduled and lands a week from now. */
export function buildMitigatingIssue(changes: Partial<MitigatingIssue> = {}): MitigatingIssue {
  return {
    isVisible: true,
    isDone: false,
    isReady: true,
    landsOn: '2026-12-01',
    isScheduled: true,
    ...changes,
  };
}

/** Around a Medium risk on three steps whose review is due in a week; everybody is active and Jira is there. */
export function buildRiskContext(changes: Partial<RiskContext> = {}): RiskContext {
  return {
    today: TODAY,
    scale: 3,
    cadence: DEFAULT_CADENCE,
    level: 'medium',
    due: { on: '2026-12-01', daysOverdue: 0 },
    accounts: new Map([
      ['maria', 'active'],
      ['jonas', 'active'],
      ['petra', 'deactivated'],
    ]),
    issues: new Map(),
    duplicateOf: null,
    ...changes,
  };
}
