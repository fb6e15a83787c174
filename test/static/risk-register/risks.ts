import type { RiskFields } from '#src/domain/risk/risk';

import { buildFields, exposure, plan } from '../../builders/risk';

/** Nine risks of a launch, most of them with something to see. */
export const LAUNCH: readonly RiskFields[] = [
  buildFields({
    title: 'Tax API changes in January and invoices are rejected',
    ...exposure(3, 3),
    categoryId: 'technical-dependency',
    plan: plan('Adapter behind a flag'),
    issueIds: ['126'],
    dueOn: '2026-12-01',
  }),
  buildFields({
    title: 'Support is not trained by launch and tickets pile up',
    ...exposure(2, 2),
    plan: plan('Training in the week before the launch'),
    ownerId: 'jonas',
    issueIds: ['31'],
  }),
  buildFields({
    title: 'Translation is late and the German site launches in English',
    ...exposure(2, 3),
    plan: plan('Two translators on call'),
  }),
  buildFields({
    title: 'Competitor ships e-invoicing first and pilot customers leave',
    ...exposure(2, 2),
    categoryId: 'market-shift',
    response: 'accept',
    plan: plan('Two pilots signed'),
    state: { kind: 'accepted', by: 'petra', until: '2027-02-01' },
    ownerId: 'petra',
  }),
  buildFields({
    title: 'Load test finds slow exports and accountants wait for minutes',
    ...exposure(2, 2),
    ownerId: 'sam',
  }),
  buildFields({
    title: 'Legal reviews the terms too late and the contract slips',
    ...exposure(1, 2),
    ownerId: 'jonas',
  }),
  buildFields({
    title: 'Only one person knows the export service and two weeks are lost when absent',
    ...exposure(3, 3),
    response: 'none',
    plan: null,
    ownerId: null,
    state: { kind: 'open' },
  }),
  buildFields({
    title: 'Office moves in the launch week and nobody can work',
    ...exposure(1, 1),
    ownerId: 'sam',
  }),
  buildFields({ title: 'Holiday freeze shortens testing and bugs reach customers', ...exposure(3, 1) }),
];

/** What Jira says of their mitigations. */
export const MITIGATIONS = [
  {
    issueId: '126',
    isVisible: true,
    shown: { key: 'AUR-126', summary: 'Adapter', status: 'To Do', statusCategory: 'new' as const },
    isDone: false,
    isReady: false,
    isScheduled: true,
    landsOn: '2026-12-06',
  },
  {
    issueId: '31',
    isVisible: true,
    shown: { key: 'SUP-31', summary: 'Training', status: 'Done', statusCategory: 'done' as const },
    isDone: true,
    isReady: true,
    isScheduled: true,
    landsOn: null,
  },
];
