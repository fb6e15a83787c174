import type { FrameLocator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  accountOf,
  AURORA,
  openPanel,
  startBrowserSite,
  verdictOf,
  violationsOf,
  type BrowserSite,
} from './browser-site';

let local: BrowserSite;
beforeEach(async () => {
  local = await startBrowserSite();
});
afterEach(async () => {
  await local.close();
});

const settingsButton = (screen: FrameLocator) =>
  screen.getByRole('button', { name: 'Settings', exact: true });
const check = (screen: FrameLocator, name: string) =>
  screen.getByRole('dialog').getByRole('group', { name, exact: true });
const saveIn = (screen: FrameLocator) =>
  screen.getByRole('dialog').getByRole('button', { name: 'Save', exact: true });
const placeholderFlags = (screen: FrameLocator) =>
  screen.locator('.flag').filter({ hasText: 'Placeholder' }).count();

async function openSettings(screen: FrameLocator) {
  await verdictOf(screen).waitFor();
  await settingsButton(screen).click();
  const dialog = screen.getByRole('dialog', { name: 'Settings of this board' });
  await dialog.getByText('Refinement session').waitFor();
  return dialog;
}

describe('the settings of a board', () => {
  it('are changed by an admin, and seen by somebody else with who and when', async () => {
    const lead = await local.open(AURORA);
    const screen = await openPanel(lead.page);
    const dialog = await openSettings(screen);
    expect(await placeholderFlags(screen)).toBeGreaterThan(0);
    expect(await violationsOf(lead.page)).toEqual([]);
    await check(screen, 'Placeholder').getByLabel('On').uncheck();
    await saveIn(screen).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => await placeholderFlags(screen)).toBe(0);
    expect(await settingsButton(screen).evaluate((it) => it === document.activeElement)).toBe(true);
    expect(lead.complaints).toEqual([]);

    const developer = await local.open(AURORA, { role: 'developer', theme: 'dark', width: 400 });
    const theirs = await openPanel(developer.page);
    await theirs.getByText('Settings changed by Maren Lindqvist, just now').waitFor();
    expect(await placeholderFlags(theirs)).toBe(0);
    const view = await openSettings(theirs);
    await view.getByText('Only administrators of the project can change them.').waitFor();
    await view.getByText('Maren Lindqvist').first().waitFor();
    await view.getByText('Placeholder switched off').waitFor();
    expect(await view.getByRole('checkbox').count()).toBe(0);
    expect(await saveIn(theirs).count()).toBe(0);
    expect(await violationsOf(developer.page)).toEqual([]);
    await developer.page.keyboard.press('Escape');
    await view.waitFor({ state: 'detached' });
    expect(await settingsButton(theirs).evaluate((it) => it === document.activeElement)).toBe(true);
    expect(developer.complaints).toEqual([]);
  });

  it('changed by two admins at once keep both changes, and the slower one is told', async () => {
    const [lead, admin] = [await local.open(AURORA), await local.open(AURORA, { role: 'admin' })];
    const [mine, theirs] = [await openPanel(lead.page), await openPanel(admin.page)];
    await openSettings(mine);
    await openSettings(theirs);
    await check(theirs, 'Oversized').getByLabel('On').uncheck();
    await saveIn(theirs).click();
    await theirs.getByRole('dialog').waitFor({ state: 'detached' });

    await check(mine, 'Placeholder').getByLabel('On').uncheck();
    await saveIn(mine).click();
    const told = mine.getByRole('alert').filter({ hasText: 'Sunniva Berg changed the settings meanwhile' });
    await told.waitFor();
    expect(await told.innerText()).toContain('Oversized switched off');
    expect(await check(mine, 'Placeholder').getByLabel('On').isChecked()).toBe(false);
    expect(await check(mine, 'Oversized').getByLabel('On').isChecked()).toBe(false);
    expect(await violationsOf(lead.page)).toEqual([]);
    await saveIn(mine).click();
    await mine.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(async () => await placeholderFlags(mine)).toBe(0);
    expect(await mine.locator('.flag').filter({ hasText: 'Oversized' }).count()).toBe(0);
  });
});

describe('an item that somebody else changed meanwhile', () => {
  it('keeps what was typed, says what is there now, and lets the viewer decide', async () => {
    const { page, complaints } = await local.open(AURORA);
    const screen = await openPanel(page);
    await screen.getByRole('button', { name: 'Mend AUR-121' }).click();
    const forms = screen.getByRole('group', { name: 'Mend AUR-121' });
    const field = forms.getByLabel('Story Points');
    await field.fill('5');
    const issue = () => local.site.site.issue('AUR-121');
    const points = () => issue()?.customFields['customfield_10028'];
    local.site.site.editIssue(
      issue()?.id ?? '',
      { customFields: { customfield_10028: 3 } },
      { by: accountOf('developer') },
    );

    await field.press('Enter');
    await forms.getByText('It was changed meanwhile, so nothing was saved. It is now: 3.').waitFor();
    expect(await field.inputValue()).toBe('5');
    expect(points()).toBe(3);
    expect(await violationsOf(page)).toEqual([]);

    await forms.getByRole('button', { name: 'Set it to 5' }).click();
    await screen.locator('.undo').getByText('Estimate of AUR-121 set to 5.').first().waitFor();
    expect(points()).toBe(5);
    expect(complaints).toEqual([]);
  });
});
