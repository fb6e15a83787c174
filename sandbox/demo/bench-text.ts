import { bullets, doc, h, p } from '#sandbox/demo/adf';
import { pick } from '#sandbox/demo/random';
import type { Adf } from '#sandbox/jira/model';

type Random = () => number;

const VERBS = [
  'Show',
  'Export',
  'Import',
  'Filter',
  'Archive',
  'Merge',
  'Validate',
  'Send',
  'Undo',
  'Schedule',
];
const THINGS = [
  'invoices',
  'customers',
  'quotes',
  'receipts',
  'payments',
  'reminders',
  'items',
  'exports',
  'roles',
  'reports',
];
const WAYS = [
  'by month',
  'per customer',
  'on the phone',
  'with one click',
  'in bulk',
  'as a spreadsheet',
  'at night',
  'for read-only users',
  'without reloading',
  'in two languages',
];
const SENTENCES = [
  'The list must stay usable with twenty thousand rows and answer within a second.',
  'Support hears about this every week, mostly from customers with several employees.',
  'What was typed is kept when the connection is lost and sent once it is back.',
  'Amounts are shown in the format of the language that the owner works in.',
  'Nothing is deleted: archived records can be brought back from the same screen.',
  'The audit trail names who did it, when, and what it was before.',
  'A message says in plain words what went wrong and what to do about it.',
  'The second step only appears when the first one leaves something open.',
];

const any = <Value>(random: Random, values: readonly Value[]): Value =>
  pick(
    random,
    values.map((value) => [value, 1] as const),
  );

/** A summary that repeats rarely within ten thousand. */
export function benchSummary(random: Random, place: number): string {
  return `${any(random, VERBS)} ${any(random, THINGS)} ${any(random, WAYS)}${random() < 0.9 ? `, part ${place + 1}` : ''}`;
}

function sentences(random: Random, count: number): string {
  return Array.from({ length: count }, () => any(random, SENTENCES)).join(' ');
}

/** A description of up to about 3 KB: about one in seven is thin or missing, one in forty a placeholder. */
export function benchDescription(random: Random): Adf | null {
  const kind = pick(random, [
    ['none', 5],
    ['thin', 10],
    ['placeholder', 2.5],
    ['short', 42.5],
    ['full', 30],
    ['long', 10],
  ] as const);
  if (kind === 'none') return null;
  if (kind === 'thin') return doc(p('As discussed.'));
  if (kind === 'placeholder') return doc(p(`${sentences(random, 1)} TBD: ${any(random, WAYS)}.`));
  if (kind === 'short') return doc(p(sentences(random, 2)));
  const criteria = Array.from({ length: 3 + Math.floor(random() * 4) }, () => any(random, SENTENCES));
  const story = `As an owner I want to work with ${any(random, THINGS)} ${any(random, WAYS)} so that I save an evening.`;
  const paragraphs = Array.from({ length: kind === 'long' ? 5 : 1 }, () => p(sentences(random, 3)));
  return doc(p(story), ...paragraphs, h(3, 'Acceptance criteria'), bullets(...criteria));
}
