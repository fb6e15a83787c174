import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { buildHealth, buildIssue, FINDINGS, NO_FORECAST, NO_WORDS } from '../health-builder';
import { renderHealth } from '../render-screen';

const tape = async () => await screen.findByRole('group', { name: 'Backlog in rank order' });
const focusedKey = () => document.activeElement?.getAttribute('aria-label')?.split(',')[0];

async function callout(): Promise<string> {
  const section = (await tape()).closest('section')!;
  return section.querySelector('.tape__callout')?.textContent ?? '';
}

describe('the tape', () => {
  test('has a link for each issue that says where it stands', async () => {
    renderHealth(buildHealth());

    const names = within(await tape())
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label'));

    expect(names.slice(0, 4)).toEqual([
      'AUR-101, Show the invoice number in the list, 5 points, ready, 1 of 6',
      'AUR-118, Export invoices as PDF/A for auditors, not ready: no estimate, 2 of 6',
      'AUR-119, Customers choose the invoice language, 3 points, ready, with a remark: thin description, 3 of 6',
      'AUR-131, Retry failed webhooks with back-off, 2 points, not ready: blocked, 4 of 6',
    ]);
  });

  test('says which sprint an issue is planned for', async () => {
    renderHealth(buildHealth({ issues: [buildIssue({ sprintId: 24, findings: [FINDINGS.blockedBelow] })] }));

    expect(
      within(await tape())
        .getByRole('link')
        .getAttribute('aria-label'),
    ).toBe('AUR-100, Summary of AUR-100, 3 points, not ready: blocked, planned for Aurora 24, 1 of 1');
    expect(await callout()).toContain('3 points · not ready: blocked · planned for Aurora 24');
  });

  test('is told in words', async () => {
    renderHealth(buildHealth());
    const id = (await tape()).getAttribute('aria-describedby')!;

    expect(document.getElementById(id)?.textContent).toContain(
      '6 items in rank order. The first is ready, then comes one that is not: AUR-118, no estimate. ' +
        'The next sprint may end after 22–27 points, the one after it after 43–52 points.',
    );
  });

  test('is told in words when nothing is missing and there is no forecast', async () => {
    renderHealth(buildHealth({ ...NO_FORECAST, issues: [buildIssue(), buildIssue({ key: 'AUR-2' })] }));
    const id = (await tape()).getAttribute('aria-describedby')!;

    expect(document.getElementById(id)?.textContent).toMatch(/^2 items in rank order, all ready. Left/);
    expect(await callout()).toBe('No hole: everything shown here is ready.');
  });

  test('names the first hole with its reason until another issue is pointed at', async () => {
    const { user } = renderHealth(buildHealth());
    expect(await callout()).toBe(
      'First hole:AUR-118Export invoices as PDF/A for auditorsnot ready: no estimate',
    );

    await user.hover(within(await tape()).getByRole('link', { name: /AUR-131/ }));
    expect(await callout()).toBe('AUR-131Retry failed webhooks with back-off2 points · not ready: blocked');
  });

  test('is one stop for the Tab key, and opens on the first hole', async () => {
    const { user } = renderHealth(buildHealth(), { surface: 'page' });
    const buttons = (await tape()).closest('main')!.querySelectorAll<HTMLElement>('.screen__actions button');
    buttons[buttons.length - 1]!.focus();

    await user.tab();
    expect(focusedKey()).toBe('AUR-118');

    await user.tab();
    expect(document.activeElement?.closest('.tape')).toBeNull();
  });

  test('is walked with the arrow keys', async () => {
    const { user } = renderHealth(buildHealth());
    within(await tape())
      .getByRole('link', { name: /AUR-118/ })
      .focus();

    const walk = async (keys: string) => {
      await user.keyboard(keys);
      return focusedKey();
    };

    expect(await walk('{ArrowRight}')).toBe('AUR-119');
    expect(await callout()).toContain('AUR-119');
    expect(await walk('{ArrowDown}')).toBe('AUR-131');
    expect(await walk('{ArrowDown}')).toBe('AUR-131');
    expect(await walk('{ArrowUp}')).toBe('AUR-118');
    expect(await walk('{ArrowLeft}')).toBe('AUR-101');
    expect(await walk('{ArrowLeft}')).toBe('AUR-101');
    expect(await walk('{End}')).toBe('AUR-150');
    expect(await walk('{Home}')).toBe('AUR-101');
  });

  test('starts a label at its line where there is no room to end it there', async () => {
    const { demand } = buildHealth();
    renderHealth(buildHealth({ demand: { ...demand!, one: { p50: 1, p85: 1 }, two: { p50: 40, p85: 40 } } }));
    const anchors = [...(await tape()).querySelectorAll('.tape__label')].map((label) =>
      label.getAttribute('text-anchor'),
    );
    expect(anchors).toEqual(['start', 'end']);
  });

  test('speaks of weeks where the board has no sprints', async () => {
    const { history } = buildHealth();
    renderHealth(
      buildHealth({ unit: 'items', hasSprints: false, history: { ...history, period: 'fortnight' } }),
    );
    const section = (await tape()).closest('section')!;
    const id = (await tape()).getAttribute('aria-describedby')!;

    expect(document.getElementById(id)?.textContent).toContain(
      'The next two weeks may end after 22–27 items, the two after them after 43–52 items.',
    );
    expect([...section.querySelectorAll('.tape__label-name')].map((label) => label.textContent)).toEqual([
      'two weeks end',
      'four weeks end',
    ]);
    expect(within(section).getByText('two weeks may end here (50%–85% sure)')).toBeDefined();
    expect(section.textContent).not.toMatch(/sprint/i);
  });

  test('does not call Jira’s own order a rank', async () => {
    const { board } = buildHealth();
    renderHealth(buildHealth({ board: { ...board, isRanked: false } }));
    const group = await screen.findByRole('group', { name: 'Backlog in Jira’s own order' });
    const id = group.getAttribute('aria-describedby')!;

    expect(document.getElementById(id)?.textContent).toMatch(/^6 items in Jira’s own order\. The first/);
  });

  test('shows a key alone while the summary is on its way', async () => {
    renderHealth(buildHealth({ words: NO_WORDS }));

    expect(await callout()).toBe('First hole:AUR-118not ready: no estimate');
    expect(
      within(await tape())
        .getAllByRole('link')[0]
        ?.getAttribute('aria-label'),
    ).toBe('AUR-101, 5 points, ready, 1 of 6');
  });

  test('opens the issue that is clicked', async () => {
    const { bridge, user } = renderHealth(buildHealth());
    await user.click(within(await tape()).getByRole('link', { name: /AUR-118/ }));

    expect(bridge.opened).toEqual(['/browse/AUR-118']);
  });

  test('explains only the marks that it shows', async () => {
    renderHealth(buildHealth({ issues: [buildIssue({ findings: [FINDINGS.blockedBelow] })] }));
    const section = (await tape()).closest('section')!;

    const entries = within(section)
      .getAllByRole('listitem')
      .map((entry) => entry.textContent);

    expect(entries).toEqual(['not ready', 'a sprint may end here (50%–85% sure)']);
    expect(within(section).getByText('the backlog ends after 3 points')).toBeDefined();
  });

  test('counts missing estimates only roughly', async () => {
    const issues = Array.from({ length: 40 }, (_, index) =>
      buildIssue({ key: `AUR-${index + 1}`, ...(index === 30 && { estimate: null, width: 3 }) }),
    );
    renderHealth(buildHealth({ issues }));
    await tape();

    expect(screen.getByText('19 more below (about 57 points)')).toBeDefined();
  });

  test('says what lies below its end', async () => {
    const issues = Array.from({ length: 40 }, (_, index) => buildIssue({ key: `AUR-${index + 1}` }));
    renderHealth(buildHealth({ issues }));
    await tape();

    expect(screen.getByText('19 more below (57 points)')).toBeDefined();
  });
});
