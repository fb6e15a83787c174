import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BacklogHealthIssue } from '#src/contract/get-backlog-health';

import { buildHealth, buildIssue, FINDINGS, NO_FORECAST } from '../health-builder';
import { renderHealth } from '../render-screen';

const rowKeys = (): readonly (string | null)[] =>
  screen.queryAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

const toggle = async (name: RegExp) => await screen.findByRole('button', { name });

describe('the list', () => {
  test('shows what needs refining in rank order, and the rest on request', async () => {
    const { user } = renderHealth(buildHealth());
    await screen.findByRole('heading', { level: 2, name: 'What to refine' });
    expect(rowKeys()).toEqual(['AUR-118', 'AUR-119', 'AUR-131']);

    await user.click(screen.getByRole('checkbox', { name: 'Only what needs a look' }));
    expect(rowKeys()).toEqual(['AUR-101', 'AUR-118', 'AUR-119', 'AUR-131', 'AUR-140']);
  });

  test('names the sprint that an issue is planned for, where there is one', async () => {
    const sprint = { id: 24, name: 'Aurora 24' };
    renderHealth(
      buildHealth({
        issues: [
          buildIssue({ key: 'AUR-1', sprint, findings: [FINDINGS.noEstimate] }),
          buildIssue({ key: 'AUR-2', findings: [FINDINGS.noEstimate] }),
        ],
      }),
    );
    await toggle(/Next sprint/);

    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
      'not readyAUR-1 Aurora 24',
      'not readyAUR-2',
    ]);
  });

  test('heads each stretch with what fits, what is ready and what is left to do', async () => {
    renderHealth(buildHealth());
    await toggle(/Next sprint/);

    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Next sprint up to 27 points · 8 points ready · 1 to refine · 1 with a remark',
      'The sprint after up to 25 points more · 3 points ready · 1 to refine',
      'Beyond 1 item · 3 points ready · nothing to refine · 1 with a remark',
    ]);
  });

  test('folds and unfolds a stretch with the keyboard', async () => {
    const { user } = renderHealth(buildHealth());
    const next = await toggle(/Next sprint/);
    const beyond = await toggle(/Beyond/);
    expect(next.getAttribute('aria-expanded')).toBe('true');
    expect(beyond.getAttribute('aria-expanded')).toBe('false');

    next.focus();
    await user.keyboard('{Enter}');
    beyond.focus();
    await user.keyboard(' ');

    expect(next.getAttribute('aria-expanded')).toBe('false');
    expect(rowKeys()).toEqual(['AUR-131', 'AUR-150']);
  });

  test('counts what is ready as the verdict does: an empty estimate adds nothing', async () => {
    renderHealth(
      buildHealth({
        issues: [
          buildIssue({ key: 'AUR-1', estimate: 5, width: 5, horizon: 'next' }),
          buildIssue({ key: 'AUR-2', estimate: null, width: 3, horizon: 'next' }),
        ],
      }),
    );
    expect(await toggle(/Next sprint .* 5 points ready/)).toBeDefined();
  });

  test('says that all of a stretch is ready', async () => {
    renderHealth(buildHealth({ issues: [buildIssue(), buildIssue({ key: 'AUR-2' })] }));
    expect(await screen.findByText('All 2 items here are ready.')).toBeDefined();
  });

  test('is one stretch where there is no forecast', async () => {
    renderHealth(
      buildHealth({
        ...NO_FORECAST,
        issues: [buildIssue({ horizon: null, findings: [FINDINGS.blockedBelow] })],
      }),
    );
    expect(await toggle(/Backlog in rank order 1 item · 0 points ready · 1 to refine/)).toBeDefined();
    expect(rowKeys()).toEqual(['AUR-100']);
  });

  test('shows fifty at once', async () => {
    const issues = Array.from({ length: 120 }, (_, index) =>
      buildIssue({ key: `AUR-${index + 1}`, findings: [FINDINGS.thin] }),
    );
    const { user } = renderHealth(buildHealth({ issues }));
    await user.click(await screen.findByRole('button', { name: 'Show 50 more' }));
    expect(rowKeys()).toHaveLength(100);

    await user.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(rowKeys()).toHaveLength(120);
    expect(screen.queryByRole('button', { name: /Show/ })).toBeNull();
  });

  test('has no estimates where the board counts items', async () => {
    renderHealth(buildHealth({ unit: 'items' }));
    await toggle(/Next sprint up to 27 items/);
    expect(screen.queryAllByRole('columnheader', { name: 'Estimate' })).toHaveLength(0);
  });

  test('says how far the backlog was read', async () => {
    renderHealth(buildHealth({ read: { issues: 96, isWholeBacklog: false } }));
    expect(await screen.findByText(/The top 96 items were read/)).toBeDefined();
  });
});

interface RowCase {
  readonly of: string;
  readonly issue: Partial<BacklogHealthIssue>;
  readonly standing: string;
  readonly flags: string;
  readonly facts: readonly string[];
}

const ROWS: readonly RowCase[] = [
  {
    of: 'two findings, the gravest first',
    issue: { estimate: null, findings: [FINDINGS.placeholder, FINDINGS.noEstimate] },
    standing: 'not ready',
    flags: 'No estimatePlaceholder',
    facts: ['“Story Points” is empty', 'the description still says “TBD: which archive format”'],
  },
  {
    of: 'an estimate above half a sprint',
    issue: { estimate: 13, findings: [FINDINGS.oversized] },
    standing: 'ready, with a remark',
    flags: 'Oversized',
    facts: ['13 points is over half of a usual sprint (22)'],
  },
  {
    of: 'an estimate above a whole sprint',
    issue: { estimate: 34, findings: [FINDINGS.oversizedSprint] },
    standing: 'not ready',
    flags: 'Oversized',
    facts: ['34 points is more than a whole usual sprint (22)'],
  },
  {
    of: 'a thin description',
    issue: { findings: [FINDINGS.thin] },
    standing: 'ready, with a remark',
    flags: 'Thin description',
    facts: ['6 words of description, fewer than 10'],
  },
  {
    of: 'a description without words',
    issue: { findings: [FINDINGS.wordless] },
    standing: 'ready, with a remark',
    flags: 'Thin description',
    facts: ['the description says nothing in words'],
  },
  {
    of: 'a placeholder in the summary',
    issue: { findings: [FINDINGS.placeholderInSummary] },
    standing: 'ready, with a remark',
    flags: 'Placeholder',
    facts: ['the summary still says “Pricing page ???”'],
  },
  {
    of: 'a blocker further down',
    issue: { findings: [FINDINGS.blockedBelow] },
    standing: 'not ready',
    flags: 'Blocked',
    facts: ['blocked by PLAT-77, which is ranked 41 places below'],
  },
  {
    of: 'two blockers',
    issue: { findings: [FINDINGS.blockedTwice] },
    standing: 'not ready',
    flags: 'Blocked',
    facts: [
      'blocked by PLAT-77, which is ranked 1 place below and OPS-3, which is not ahead of it in this backlog',
    ],
  },
];

describe('a row', () => {
  test.each(ROWS)('of $of', async ({ issue, standing, flags, facts }) => {
    renderHealth(buildHealth({ issues: [buildIssue({ key: 'AUR-9', summary: 'Wire it', ...issue })] }));

    const row = (await screen.findAllByRole('row')).at(-1)!;
    const [summary, , flagged] = within(row).getAllByRole('cell');

    expect(within(row).getByRole('rowheader').textContent).toBe(`${standing}AUR-9`);
    expect(summary?.firstChild?.textContent).toBe('Wire it');
    expect(
      within(row)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(facts);
    expect(flagged?.textContent).toBe(flags);
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
    renderHealth(buildHealth({ issues: [buildIssue({ summary, findings: [FINDINGS.thin] })] }));

    const table = await screen.findByRole('table');
    expect(within(table).getByText(summary)).toBeDefined();
    expect(table.querySelector('img')).toBeNull();
  });
});
