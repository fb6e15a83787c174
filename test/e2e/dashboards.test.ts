import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  overflowOf,
  startBrowserSite,
  tabTo,
  violationsOf,
  type BrowserSite,
  type Looking,
  type Visit,
} from './browser-site';
import { insertRegister, pageCalled, registerOn } from './risk-journey';
import { addRisk, rowOf } from './risk-acts';

const DASHBOARD = '/dashboards/team';
const ROVO = '/rovo/chat';

let local: BrowserSite;
beforeAll(async () => {
  local = await startBrowserSite();
});
afterAll(async () => {
  await local.close();
});

const widgetOn = (page: Page, title: string): FrameLocator =>
  page.getByRole('region', { name: title, exact: true }).frameLocator('iframe');

/** What the widget says in one line; it is read aloud too. */
const verdictOf = (widget: FrameLocator, text: string) =>
  widget.getByRole('paragraph').filter({ hasText: text });

async function expectSound({ page, complaints }: Visit): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

async function openDashboard(as?: Looking): Promise<Visit> {
  const visit = await local.open(DASHBOARD, as);
  await visit.page.getByRole('heading', { level: 1, name: 'Team dashboard' }).waitFor();
  return visit;
}

describe('widgets on a dashboard', () => {
  it('are added and set up by keyboard alone, and keep what was saved', async () => {
    const visit = await openDashboard();
    const { page } = visit;
    await tabTo(page, page.getByRole('button', { name: 'Add widget' }));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /^Sprints ahead/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Edit Sprints ahead' });
    const edit = dialog.frameLocator('iframe');
    await edit.getByLabel('Find a board by name').focus();
    await page.keyboard.type('board');
    await edit.getByRole('checkbox', { name: /^Aurora board/ }).waitFor();
    await expectSound(visit);
    await edit.getByRole('checkbox', { name: /^Aurora board/ }).focus();
    await page.keyboard.press('Space');
    await edit.getByRole('checkbox', { name: /^Operations board/ }).focus();
    await page.keyboard.press('Space');
    await edit.getByRole('button', { name: 'Remove Operations board' }).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    const widget = widgetOn(page, 'Sprints ahead');
    await verdictOf(widget, 'Not two sprints ahead: 1 of 2 boards').waitFor();
    const rows = await widget.getByRole('listitem').allInnerTexts();
    expect(rows[0]).toMatch(/Aurora board\s+\d\.\d sprints\s+First hole: AUR-\d+/);
    expect(rows[1]).toContain('Operations board');
    const link = widget.getByRole('link', { name: 'Aurora board' });
    expect(await link.getAttribute('href')).toMatch(
      /projects\/AUR\/apps\/project-backlog-health\/boards\/1$/,
    );
    await expectSound(visit);
    await page.reload();
    await verdictOf(widgetOn(page, 'Sprints ahead'), 'Not two sprints ahead: 1 of 2 boards').waitFor();
    await visit.context.close();
  });

  it('show whoever looks what they may see, and no more', async () => {
    const visit = await openDashboard({ role: 'outsider', theme: 'dark', width: 400 });
    const widget = widgetOn(visit.page, 'Sprints ahead');
    await widget.getByText('A board you cannot see').waitFor();
    await widget.getByText('Operations board').waitFor();
    expect(await widget.locator('body').innerText()).not.toContain('Aurora');
    expect(await overflowOf(widget)).toBe(0);
    await expectSound(visit);
    await visit.context.close();
  });

  it('list the High risks of chosen spaces, keep nothing of an edit that is cancelled, and go when they are removed', async () => {
    const writer = await local.open(pageCalled(local, 'Aurora launch'));
    await insertRegister(writer.page);
    const register = registerOn(writer.page);
    await register.getByLabel('The first risk, in one line').fill('The tax service refuses our invoices');
    await register.getByRole('button', { name: 'Add', exact: true }).click();
    await rowOf(register, 'R-1').waitFor();
    await addRisk(register, {
      title: 'One of us alone knows it',
      probability: 'High',
      impact: 'High',
      owner: 'Noa',
    });
    await writer.context.close();

    const visit = await openDashboard();
    const { page } = visit;
    await page.getByRole('button', { name: 'Add widget' }).click();
    await page.getByRole('menuitem', { name: /^High risks/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit High risks' });
    await dialog.frameLocator('iframe').getByRole('checkbox', { name: 'Aurora AUR', exact: true }).check();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const widget = widgetOn(page, 'High risks');
    await widget.getByText('No space is chosen yet').waitFor();

    await page.getByRole('button', { name: 'More actions for High risks' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await dialog.frameLocator('iframe').getByRole('checkbox', { name: 'Aurora AUR', exact: true }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await verdictOf(widget, '1 High risk, all reviewed in time').waitFor();
    await widget.getByRole('link', { name: 'One of us alone knows it' }).waitFor();
    await widget.getByText('Owner: Noa Benayoun').waitFor();
    await expectSound(visit);

    await page.getByRole('button', { name: 'More actions for High risks' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('region', { name: 'High risks', exact: true }).waitFor({ state: 'detached' });
    await visit.context.close();
  });
});

describe('the chat with the agent', () => {
  it('shows what an action answers, and asks before one that changes something', async () => {
    const visit = await local.open(ROVO);
    const { page } = visit;
    await page.getByText('language model is not part of the local site').waitFor();
    await page.getByRole('button', { name: 'Are we two sprints ahead?' }).click();
    await page.getByLabel('Board (optional)').fill('Aurora board');
    await page.keyboard.press('Enter');
    const answers = page.getByRole('log', { name: 'Answers' });
    await answers.getByText('"answer": "sprints-ahead"').waitFor();

    await page.getByRole('button', { name: 'Add a risk to this page' }).click();
    await page.getByLabel(/^Open beside/).fill(pageCalled(local, 'Aurora launch'));
    await page.getByLabel('Risk', { exact: true }).fill('The certificate runs out');
    await page.getByRole('button', { name: 'Use this action' }).click();
    const confirm = page.getByRole('group', { name: 'Confirm' });
    await confirm.getByText('The certificate runs out').waitFor();
    await expectSound(visit);
    await confirm.getByRole('button', { name: 'Confirm' }).click();
    await answers.getByText('"answer": "added"').waitFor();
    await answers.getByText('"key": "R-3"').waitFor();
    await expectSound(visit);
    await visit.context.close();
  });
});
