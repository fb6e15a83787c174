import type { SpaceOperation } from '#sandbox/confluence/model';
import type { WikiSite } from '#sandbox/confluence/site';
import { bullets, doc, h, p } from '#sandbox/demo/adf';
import { accountsOf, DEVELOPERS } from '#sandbox/demo/install-people';
import { demoUser, type PersonKey } from '#sandbox/demo/people';
import { atTime, DAY, onWeekday, spread } from '#sandbox/demo/timeline';
import { AURORA_HOME, AURORA_PAGES, type PagePlan } from '#sandbox/demo/wiki/aurora-pages';

const VIEW: readonly SpaceOperation[] = ['read space', 'create comment'];
const EDIT: readonly SpaceOperation[] = [
  ...VIEW,
  'create page',
  'delete page',
  'archive page',
  'restrict_content space',
];
const ADMINISTER: readonly SpaceOperation[] = [...EDIT, 'delete comment', 'administer space'];

const grantTo = (accountIds: readonly string[], operations: readonly SpaceOperation[]) =>
  accountIds.flatMap((accountId) =>
    operations.map((operation) => ({ operation, holder: { type: 'user' as const, accountId } })),
  );

const AURORA_GRANTS = [
  ...grantTo(accountsOf('maren', 'sunniva'), ADMINISTER),
  ...grantTo(DEVELOPERS, EDIT),
  ...grantTo(accountsOf('priya'), VIEW),
];

const HELP_PAGES: readonly PagePlan[] = [
  {
    ref: 'first',
    title: 'Send your first invoice',
    by: 'noa',
    age: 60,
    body: doc(
      p('You need the address of your customer and the number from your tax office.'),
      bullets(
        'Choose New invoice.',
        'Choose the customer, or enter one.',
        'Add a line for each thing you did.',
        'Choose Send.',
      ),
    ),
  },
  {
    ref: 'late',
    title: 'When an invoice is not paid',
    by: 'noa',
    age: 52,
    body: doc(
      p('Aurora reminds your customer by itself, seven days after the invoice was due, if you let it.'),
      h(2, 'Switch reminders off'),
      p('Open the customer and choose No reminders.'),
    ),
  },
];

/** What the demo made, by the names that tests and the site use. */
export interface WikiDemoIds {
  readonly spaces: { readonly aurora: string; readonly help: string };
  /** Ids of the pages of Aurora by the names of their plans. */
  readonly pages: Readonly<Record<string, string>>;
}

/**
 * Fills an empty Confluence with the demo: a space of the Aurora team and one for everybody on the web, dated back from the
 * clock's now. Jira's demo people must be there. Two sites seeded at the same moment are equal.
 */
export function seedWiki(wiki: WikiSite): WikiDemoIds {
  const now = wiki.clock.now();
  const account = (key: PersonKey) => demoUser(key).accountId;
  const moment = (age: number, name: string) =>
    age < 1 ? now : atTime(onWeekday(now - age * DAY), 8, spread(name, 50));

  const write = (spaceId: string, plans: readonly PagePlan[]) => {
    const ids: Record<string, string> = {};
    for (const plan of plans) {
      const parentId = plan.under === undefined ? undefined : ids[plan.under];
      const page = wiki.createPage(
        {
          spaceId,
          title: plan.title,
          body: plan.body,
          status: plan.status === 'draft' ? 'draft' : 'current',
          ...(parentId !== undefined && { parentId }),
        },
        { by: account(plan.by), at: moment(plan.age, plan.ref) },
      );
      ids[plan.ref] = page.id;
      (plan.edits ?? []).forEach(({ by, age, body, note = '' }, index) => {
        const at = moment(age, `${plan.ref}${index}`);
        wiki.editPage(page.id, { body, version: index + 2, message: note }, { by: account(by), at });
      });
      for (const { by, age, body } of plan.comments ?? []) {
        wiki.addComment({ pageId: page.id }, body, { by: account(by), at: moment(age, plan.ref + by) });
      }
      if (plan.readers) {
        const readers = { accountIds: plan.readers.map(account), groupIds: [] };
        wiki.restrictPage(page.id, { readers });
      }
      if (plan.status === 'archived') wiki.archivePage(page.id);
    }
    return ids;
  };

  return wiki.batch(() => {
    const aurora = wiki.createSpace(
      {
        key: 'AUR',
        name: 'Aurora',
        description: 'The team that builds Aurora',
        grants: AURORA_GRANTS,
        home: { title: 'Aurora', body: AURORA_HOME },
      },
      { by: account('maren'), at: moment(180, 'aurora') },
    );
    const help = wiki.createSpace(
      {
        key: 'HELP',
        name: 'Aurora help',
        description: 'How Aurora is used, for everybody on the web',
        grants: [
          { operation: 'read space', holder: { type: 'anonymous' } },
          ...grantTo(accountsOf('maren', 'sunniva'), ADMINISTER),
          ...grantTo(DEVELOPERS, EDIT),
        ],
        home: {
          title: 'Help with Aurora',
          body: doc(p('Short answers. If yours is missing, write to support.')),
        },
      },
      { by: account('noa'), at: moment(90, 'help') },
    );
    const pages = write(aurora.id, AURORA_PAGES);
    write(help.id, HELP_PAGES);
    return { spaces: { aurora: aurora.id, help: help.id }, pages };
  });
}
