import { document, item, node } from '../builders/adf';
import { buildBacklog, buildBlocker, buildHistory } from '../builders/issue';

const SPRINT_12 = { id: 12, name: 'Aurora 12' };
const SPRINT_13 = { id: 13, name: 'Aurora 13' };
const TOLD = document(
  'As an accountant, I want this in the language of my customer, so that auditors accept it without a translation.',
);

/** Nine sprints of an uneven team: one lost to an outage, one with a half point. */
export const HISTORY = buildHistory([22, 18, 31, 11, 25, 19.5, 0, 23, 21], [9, 7, 12, 5, 10, 8, 0, 9, 8]);

/** A backlog as teams have them: a good top, holes further down, and every kind of finding. */
export const BACKLOG = buildBacklog([
  { estimate: 5, sprint: SPRINT_12, description: TOLD },
  { estimate: 3, sprint: SPRINT_12, description: TOLD },
  { estimate: 8, sprint: SPRINT_12, description: TOLD },
  { estimate: 0, sprint: SPRINT_12, summary: 'Tell support about the new invoice page in advance', description: null },
  { estimate: 5, sprint: SPRINT_12, description: document('Scope: TBD', 'Retry deliveries that fail, with growing pauses in between.') },
  { estimate: null, sprint: SPRINT_13, summary: 'Export invoices as PDF/A', description: document('TBD: which archive format') },
  {
    estimate: 2,
    sprint: SPRINT_13,
    description: TOLD,
    blockers: [buildBlocker({ key: 'AUR-14', summary: 'Sign PDF files', place: { kind: 'in-order', index: 13 } })],
  },
  {
    estimate: 3,
    sprint: SPRINT_13,
    description: TOLD,
    blockers: [
      buildBlocker({ key: 'AUR-1', place: { kind: 'in-order', index: 0 } }),
      buildBlocker({ key: 'PLAT-70', statusCategory: 'done' }),
      buildBlocker({ key: 'PLAT-71', statusCategory: 'indeterminate', place: { kind: 'ahead' } }),
    ],
  },
  { estimate: 13, description: TOLD },
  { estimate: 5, description: document(node('bulletList', item('opens in a new tab'), item('remembers the filter'))) },
  { estimate: null, issueType: { name: 'Epic', level: 1 }, summary: 'Archive', description: TOLD },
  { estimate: 3, description: TOLD, blockers: [buildBlocker()] },
  { estimate: 40, summary: 'Move all files to the new store', description: TOLD },
  { estimate: 5, description: TOLD },
  { estimate: null, summary: 'Import opening balances ???', description: null },
  { estimate: 2, description: document('As a <role>, I want <goal> so that <benefit>.') },
  { estimate: 3, description: TOLD },
]);
