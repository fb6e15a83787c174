import { bullets, doc, h, mention, p, panel, strong, table, tasks } from '#sandbox/demo/adf';
import type { PersonKey } from '#sandbox/demo/people';
import type { Adf } from '#sandbox/jira/model';

/** A page of the demo. Ages are days before the site was filled. */
export interface PagePlan {
  readonly ref: string;
  readonly title: string;
  readonly body: Adf;
  readonly by: PersonKey;
  readonly age: number;
  /** The page it is below; the home page when it is left out. */
  readonly under?: string;
  readonly edits?: readonly {
    readonly by: PersonKey;
    readonly age: number;
    readonly body: Adf;
    readonly note?: string;
  }[];
  readonly comments?: readonly { readonly by: PersonKey; readonly age: number; readonly body: Adf }[];
  readonly status?: 'draft' | 'archived';
  readonly readers?: readonly PersonKey[];
}

export const AURORA_HOME: Adf = doc(
  p('Aurora is invoicing for companies of one to twenty people. This space is for the team that builds it.'),
  h(2, 'Where to look'),
  bullets(
    'What is next: the board in Jira. This space holds what a board cannot: why, and what we agreed.',
    'What could go wrong with the launch: the page Aurora launch.',
    'How we work: Team agreements.',
  ),
  panel('info', p('Help for customers is in a space of its own, which everybody on the web can read.')),
);

const LAUNCH_FIRST: Adf = doc(
  p('We open Aurora to everybody who is on the waiting list, about 1,400 companies.'),
  h(2, 'What has to hold'),
  bullets('Invoices can be sent, paid and corrected.', 'The tax report is right for Germany and France.'),
);

const LAUNCH: Adf = doc(
  p(
    'We open Aurora to everybody who is on the waiting list, about 1,400 companies, in three waves of a week each.',
  ),
  h(2, 'What has to hold'),
  bullets(
    'Invoices can be sent, paid and corrected.',
    'The tax report is right for Germany and France.',
    'Support answers within a working day while the waves are running.',
  ),
  h(2, 'Waves'),
  table(
    ['Wave', 'Who', 'Companies'],
    ['1', 'Asked for it twice or more', '120'],
    ['2', 'Germany', '580'],
    ['3', 'France and the rest', '700'],
  ),
  h(2, 'Risks'),
  p('What could stop us or hurt a customer, who looks after it, and what we do about it.'),
);

export const AURORA_PAGES: readonly PagePlan[] = [
  {
    ref: 'launch',
    title: 'Aurora launch',
    body: LAUNCH_FIRST,
    by: 'maren',
    age: 34,
    edits: [
      {
        by: 'tomasz',
        age: 21,
        body: doc(...(LAUNCH_FIRST.content ?? []), p('Payment by card is in from the first day.')),
        note: 'Card payments',
      },
      { by: 'maren', age: 8, body: LAUNCH, note: 'Three waves instead of one day' },
    ],
    comments: [
      { by: 'noa', age: 7, body: doc(p('Is support told that the first wave starts on a Monday?')) },
      {
        by: 'maren',
        age: 6,
        body: doc(p('Not yet. ', mention('priya'), ' can you take that up with them?')),
      },
    ],
  },
  {
    ref: 'checklist',
    title: 'Launch checklist',
    under: 'launch',
    by: 'noa',
    age: 19,
    body: doc(
      p('Ticked when somebody has seen it work on the production system.'),
      tasks(
        'launch',
        [true, 'Alarms reach the person on duty'],
        [true, 'A backup has been restored, not only written'],
        [false, 'The waiting list has been cleaned of test addresses'],
        [false, 'Terms and prices are approved'],
      ),
    ),
  },
  {
    ref: 'pricing',
    title: 'Pricing page: words',
    under: 'launch',
    by: 'maren',
    age: 3,
    status: 'draft',
    body: doc(
      p('One price, per company and month. What we say to those who ask for a free plan is still open.'),
    ),
  },
  {
    ref: 'decisions',
    title: 'Decisions',
    by: 'tomasz',
    age: 120,
    body: doc(p('One page each. A decision that no longer holds says so at its top, and stays.')),
  },
  {
    ref: 'cents',
    title: 'Amounts are whole cents',
    under: 'decisions',
    by: 'tomasz',
    age: 118,
    body: doc(
      p('Amounts are kept as whole cents, in every table and every message.'),
      h(2, 'Why'),
      p('Two customers got invoices that were one cent off, and each cost us an hour and an apology.'),
      h(2, 'What it costs'),
      p(
        'Prices per unit with more than two decimals are rounded per line. ',
        strong('The tax office accepts that.'),
      ),
    ),
  },
  {
    ref: 'agreements',
    title: 'Team agreements',
    by: 'maren',
    age: 150,
    body: doc(
      bullets(
        'Refinement is on Tuesdays, an hour, and ends on time.',
        'A story goes into a sprint when two of us would know what to build.',
        'Whoever is blocked says so on the same day.',
      ),
    ),
  },
  {
    ref: 'contract',
    title: 'Contract with the payment provider',
    by: 'maren',
    age: 40,
    readers: ['maren', 'sunniva'],
    body: doc(
      p(
        'Fees and dates of notice. Not for the whole team, since the fees are under an agreement of secrecy.',
      ),
    ),
  },
  {
    ref: 'beta',
    title: 'Beta programme',
    by: 'noa',
    age: 140,
    status: 'archived',
    body: doc(p('Who took part in the beta, and what we promised them. The beta ended in spring.')),
  },
];
