import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { buildHealth, buildIssue, FINDINGS, NO_FORECAST } from '../health-builder';
import { renderHealth } from '../render-screen';

const rowKeys = (): readonly (string | null)[] =>
  screen.queryAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

const toggle = async (name: RegExp) => await screen.findByRole('button', { name });

describe('the list', () => {
  test('shows what needs refining, the unrefined first, and the rest on request', async () => {
    const { user } = renderHealth(buildHealth());
    await screen.findByRole('heading', { level: 2, name: 'What to refine' });
    expect(rowKeys()).toEqual(['AUR-118', 'AUR-119', 'AUR-131']);

    await user.click(screen.getByRole('checkbox', { name: 'Only what needs a look' }));
    expect(rowKeys()).toEqual(['AUR-118', 'AUR-119', 'AUR-101', 'AUR-131', 'AUR-140']);
  });

  test('names the sprint that an issue is planned for, where there is one', async () => {
    renderHealth(
      buildHealth({
        issues: [
          buildIssue({ key: 'AUR-1', sprintId: 24, findings: [FINDINGS.noEstimate] }),
          buildIssue({ key: 'AUR-2', findings: [FINDINGS.noEstimate] }),
        ],
      }),
    );
    await toggle(/Next sprint/);

    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
      'not ready AUR-1 rank 1 · Aurora 24',
      'not ready AUR-2 rank 2',
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
