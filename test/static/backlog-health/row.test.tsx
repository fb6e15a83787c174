import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BacklogHealthIssue } from '#src/contract/get-backlog-health';
import type { CheckId } from '#src/domain/backlog/finding';

import { buildHealth, buildIssue, buildWords, FINDINGS, NO_WORDS } from '../health-builder';
import { renderHealth } from '../render-screen';

interface RowCase {
  readonly of: string;
  readonly issue: Partial<BacklogHealthIssue>;
  readonly standing: string;
  readonly flags: string;
  readonly facts: readonly string[];
}

const WARNED = 'ready, with a remark';

const ROWS: readonly RowCase[] = [
  {
    of: 'two findings, the gravest first',
    issue: { estimate: null, findings: [FINDINGS.placeholder, FINDINGS.noEstimate] },
    standing: 'not ready',
    flags: 'No estimatePlaceholder',
    facts: [
      '“Story Points” is empty. Estimate it together; 0 says that it needs none.',
      'the description still says “TBD: which archive format”. Settle what is open, and write it down.',
    ],
  },
  {
    of: 'an estimate above half a sprint',
    issue: { estimate: 13, findings: [FINDINGS.oversized] },
    standing: WARNED,
    flags: 'Oversized',
    facts: [
      '13 points is over half of a usual sprint (22). Split it, so that each part fits into half a sprint.',
    ],
  },
  {
    of: 'an estimate above a whole sprint',
    issue: { estimate: 34, findings: [FINDINGS.oversizedSprint] },
    standing: 'not ready',
    flags: 'Oversized',
    facts: [
      '34 points is more than a whole usual sprint (22). Split it, so that each part fits into half a sprint.',
    ],
  },
  {
    of: 'a thin description',
    issue: { findings: [FINDINGS.thin] },
    standing: WARNED,
    flags: 'Thin description',
    facts: ['6 words of description, fewer than 10. Write two or three sentences: what is wanted, and why.'],
  },
  {
    of: 'a description without words',
    issue: { findings: [FINDINGS.wordless] },
    standing: WARNED,
    flags: 'Thin description',
    facts: ['the description says nothing in words. Write two or three sentences: what is wanted, and why.'],
  },
  {
    of: 'no acceptance criteria',
    issue: { findings: [FINDINGS.unverifiable] },
    standing: WARNED,
    flags: 'Unverifiable',
    facts: [
      '31 of your last 40 done stories said how they are verified; this one does not. Add two or three points that show when it is done.',
    ],
  },
  {
    of: 'a placeholder in the summary',
    issue: { findings: [FINDINGS.placeholderInSummary] },
    standing: WARNED,
    flags: 'Placeholder',
    facts: ['the summary still says “Pricing page ???”. Settle what is open, and write it down.'],
  },
  {
    of: 'a placeholder in a whole sentence, whose full stop is not said twice',
    issue: {
      findings: [
        {
          check: 'placeholder-text',
          severity: 'warn',
          facts: { where: 'description', excerpt: 'Who pays? TBD.' },
        },
      ],
    },
    standing: WARNED,
    flags: 'Placeholder',
    facts: ['the description still says “Who pays? TBD”. Settle what is open, and write it down.'],
  },
  {
    of: 'a placeholder whose words were not kept',
    issue: { findings: [FINDINGS.placeholderKept] },
    standing: WARNED,
    flags: 'Placeholder',
    facts: ['the description still has a placeholder in it. Settle what is open, and write it down.'],
  },
  {
    of: 'a blocker further down',
    issue: { findings: [FINDINGS.blockedBelow] },
    standing: 'not ready',
    flags: 'Blocked',
    facts: ['blocked by PLAT-77, which is ranked 41 places below. Move the blocker up, or drop the link.'],
  },
  {
    of: 'two blockers',
    issue: { findings: [FINDINGS.blockedTwice] },
    standing: 'not ready',
    flags: 'Blocked',
    facts: [
      'blocked by PLAT-77, which is ranked 1 place below and OPS-3, which is not ahead of it in this backlog. Move the blocker up, or drop the link.',
    ],
  },
  {
    of: 'a ready story that was left alone',
    issue: { findings: [FINDINGS.stale] },
    standing: WARNED,
    flags: 'Going stale',
    facts: [
      'ready, but untouched for 61 days (limit: 42). Read it once more: is it still true, and still wanted?',
    ],
  },
  {
    of: 'empty fields that the team requires',
    issue: { findings: [FINDINGS.fieldsEmpty] },
    standing: WARNED,
    flags: 'Field empty',
    facts: [
      '“Fix area” and “Due date” are empty, which your team requires. Fill in what your team has agreed on.',
    ],
  },
  {
    of: 'everything that is only noted',
    issue: {
      findings: [
        FINDINGS.noBenefit,
        FINDINGS.compound,
        FINDINGS.undecidedPriority,
        FINDINGS.noWhy,
        FINDINGS.abandoned,
        FINDINGS.alike,
        FINDINGS.inverted,
      ],
    },
    standing: 'ready',
    flags: 'Half a storyTwo in onePriority undecidedNo whyAbandonedDuplicateOutranked',
    facts: [
      'written as a user story, but without saying what for. Say who wants it and what they gain.',
      'asks for two things: “export the list and print the labels”. Make it two stories.',
      'still has the priority that every new item gets, Medium. Decide how it weighs against the others.',
      'neither it nor AUR-4 says why it is worth doing. Say in a sentence who gains what.',
      'untouched for 120 days (limit: 90). Close it, or say why it stays.',
      'its summary is very close to that of AUR-62. Compare the two: close one, or tell them apart.',
      'AUR-90, which has a lower priority, is ranked 14 places above. Move it up, or lower its priority.',
    ],
  },
  {
    of: 'the other grades of what is noted',
    issue: { findings: [FINDINGS.noRoleNorBenefit, FINDINGS.noWhyAlone, FINDINGS.same] },
    standing: 'ready',
    flags: 'Half a storyNo whyDuplicate',
    facts: [
      'written as a user story, but without saying for whom and what for. Say who wants it and what they gain.',
      'nothing says why it is worth doing, and it has no epic. Say in a sentence who gains what.',
      'its summary has the same words as that of AUR-62. Compare the two: close one, or tell them apart.',
    ],
  },
];

const rowOf = async (key: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(`${key} `) })).closest('tr')!;

async function showAll(user: { readonly click: (element: Element) => Promise<void> }): Promise<void> {
  await user.click(await screen.findByRole('checkbox', { name: 'Only what needs a look' }));
}

describe('a row', () => {
  test.each(ROWS)('of $of', async ({ issue, standing, flags, facts }) => {
    const issues = [buildIssue({ key: 'AUR-9', ...issue })];
    const { user } = renderHealth(buildHealth({ issues }));
    await showAll(user);

    const row = await rowOf('AUR-9');
    const [summary, , flagged] = within(row).getAllByRole('cell');

    expect(within(row).getByRole('rowheader').textContent).toBe(`${standing} AUR-9 rank 1`);
    expect(summary?.firstChild?.textContent).toBe('Summary of AUR-9');
    expect(
      within(row)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(facts);
    expect(flagged?.textContent).toBe(flags);
  });

  test('of every check: none is without words', () => {
    const flagged = ROWS.flatMap(({ issue }) => (issue.findings ?? []).map(({ check }) => check));
    const all = {
      'missing-estimate': true,
      oversized: true,
      'thin-description': true,
      unverifiable: true,
      'missing-benefit': true,
      'compound-story': true,
      'placeholder-text': true,
      'open-blocker': true,
      'default-priority': true,
      'missing-why': true,
      'stale-ready': true,
      abandoned: true,
      'near-duplicate': true,
      'rank-inversion': true,
      'required-field': true,
    } satisfies Record<CheckId, true>;
    expect(new Set(flagged)).toEqual(new Set(Object.keys(all)));
  });

  test('without words has the key and facts without names, and nothing undefined', async () => {
    const findings = [FINDINGS.fieldsEmpty, FINDINGS.undecidedPriority, FINDINGS.placeholderKept];
    const issues = [buildIssue({ key: 'AUR-9', sprintId: 24, assigneeId: 'ada', findings })];
    renderHealth(buildHealth({ issues, words: NO_WORDS }));

    const row = await rowOf('AUR-9');
    expect(within(row).getByRole('rowheader').textContent).toBe(`${WARNED} AUR-9 rank 1`);
    expect(
      within(row)
        .getAllByRole('listitem')
        .map((item) => item.textContent.split('. ')[0]),
    ).toEqual([
      '2 fields are empty that your team requires',
      'the description still has a placeholder in it',
      'still has the priority that every new item gets',
    ]);
    expect(screen.getByRole('main').textContent).not.toContain('undefined');
  });

  test('has a place, not a rank, where the board has none', async () => {
    const { board } = buildHealth();
    renderHealth(buildHealth({ board: { ...board, isRanked: false } }));
    expect((await rowOf('AUR-118')).textContent).toContain('AUR-118 place 2');
  });

  test('names a field without a name where items are counted', async () => {
    const { board } = buildHealth();
    const issues = [buildIssue({ key: 'AUR-9', estimate: null, findings: [FINDINGS.noEstimate] })];
    renderHealth(buildHealth({ issues, board: { ...board, estimationField: null } }));
    expect((await rowOf('AUR-9')).textContent).toContain('“Estimate” is empty.');
  });

  test('opens its issue, and a blocker, in Jira', async () => {
    const { bridge, user } = renderHealth(
      buildHealth({ issues: [buildIssue({ key: 'AUR-9', findings: [FINDINGS.blockedBelow] })] }),
    );
    const table = await screen.findByRole('table');
    const link = within(table).getByRole('link', { name: 'AUR-9' });
    expect(link.getAttribute('href')).toBe('https://acme.atlassian.net/browse/AUR-9');
    expect(link.getAttribute('target')).toBe('_blank');

    await user.click(link);
    await user.click(within(table).getByRole('link', { name: 'PLAT-77' }));

    expect(bridge.opened).toEqual(['/browse/AUR-9', '/browse/PLAT-77']);
  });

  test('shows an untrusted summary as text', async () => {
    const summary = '<img src=x onerror=alert(1)> {amount, plural}';
    const issues = [buildIssue({ findings: [FINDINGS.thin] })];
    const words = buildWords(issues, { issues: { '100': { summary, type: 'Story' } } });
    renderHealth(buildHealth({ issues, words }));

    const table = await screen.findByRole('table');
    expect(within(table).getByText(summary)).toBeDefined();
    expect(table.querySelector('img')).toBeNull();
  });
});
