import { document, item, node } from '../builders/adf';
import { buildBacklog, buildBlocker, buildHistory, buildParent } from '../builders/issue';

const SPRINT_12 = { id: 12, name: 'Aurora 12' };
const SPRINT_13 = { id: 13, name: 'Aurora 13' };
const TOLD = {
  description: document(
    'As an accountant, I want this in the language of my customer, so that auditors accept it without a translation.',
  ),
  hasCriteriaField: true,
};
const EPIC = buildParent();

/** Nine sprints of an uneven team: one lost to an outage, one with a half point. Most of its stories had criteria. */
export const HISTORY = buildHistory([22, 18, 31, 11, 25, 19.5, 0, 23, 21], [9, 7, 12, 5, 10, 8, 0, 9, 8]).map(
  (sprint) => ({
    ...sprint,
    stories: sprint.deliveredItems,
    storiesWithCriteria: Math.floor(sprint.deliveredItems * 0.9),
  }),
);

/** A backlog as teams have them: a good top, holes further down, and nearly every kind of finding. */
export const BACKLOG = buildBacklog([
  { estimate: 5, sprint: SPRINT_12, priorityId: '4', parent: EPIC, ...TOLD },
  { estimate: 3, sprint: SPRINT_12, priorityId: '2', ...TOLD },
  // Refined in summer, and not read since.
  { estimate: 8, sprint: SPRINT_12, priorityId: '2', updated: '2026-08-03T09:00:00.000Z', ...TOLD },
  {
    estimate: 0,
    sprint: SPRINT_12,
    issueType: { name: 'Task', level: 0 },
    summary: 'Tell support about the new invoice page in advance',
    description: null,
  },
  {
    estimate: 5,
    sprint: SPRINT_12,
    priorityId: '1',
    parent: EPIC,
    description: document('Scope: TBD', 'Retry deliveries that fail, with growing pauses in between.'),
  },
  {
    estimate: null,
    sprint: SPRINT_13,
    priorityId: '2',
    summary: 'Export invoices as PDF/A',
    description: document('TBD: which archive format'),
  },
  {
    estimate: 2,
    sprint: SPRINT_13,
    priorityId: '1',
    blockers: [buildBlocker({ key: 'AUR-14', summary: 'Sign PDF files', place: { kind: 'in-order', index: 13 } })],
    ...TOLD,
  },
  {
    estimate: 3,
    sprint: SPRINT_13,
    priorityId: '2',
    blockers: [
      buildBlocker({ key: 'AUR-1', place: { kind: 'in-order', index: 0 } }),
      buildBlocker({ key: 'PLAT-70', statusCategory: 'done' }),
      buildBlocker({ key: 'PLAT-71', statusCategory: 'indeterminate', place: { kind: 'ahead' } }),
    ],
    ...TOLD,
  },
  { estimate: 13, priorityId: '3', blockers: [buildBlocker({ key: 'PLAT-80' })], ...TOLD },
  {
    estimate: 5,
    priorityId: '4',
    description: document(node('bulletList', item('opens in a new tab'), item('remembers the filter'))),
  },
  { estimate: null, priorityId: '3', issueType: { name: 'Epic', level: 1 }, summary: 'Archive', ...TOLD },
  { estimate: 3, priorityId: '2', blockers: [buildBlocker()], ...TOLD },
  // Ranked far below a low priority, and a bug that is told by its steps.
  {
    estimate: 40,
    priorityId: '1',
    issueType: { name: 'Bug', level: 0 },
    summary: 'Files vanish while they move to the new store',
    description: document('Move two files of one gigabyte at once: the second one is gone afterwards.'),
  },
  { estimate: 5, priorityId: '2', ...TOLD },
  { estimate: null, priorityId: '3', summary: 'Import opening balances ???', description: null },
  { estimate: 2, priorityId: '4', description: document('As a <role>, I want <goal> so that <benefit>.') },
  // Written down a second time, in other words of the same kind, and forgotten.
  {
    estimate: 3,
    priorityId: '3',
    summary: 'Tell the support in advance about a new invoice page',
    updated: '2026-06-01T09:00:00.000Z',
    ...TOLD,
  },
  { estimate: 3, priorityId: null, summary: 'PDF/A: export invoices as', updated: '2026-08-26T09:00:00.000Z' },
]);
