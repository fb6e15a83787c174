import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { screenOf, startBrowserSite, type BrowserSite, type Looking } from './browser-site';
import { addRisk, review, rowOf } from './risk-acts';
import { aWeekLater, expectSound, insertRegister, pageCalled, registerOn, type Reader } from './risk-journey';

const SPACE = '/wiki/spaces/AUR/apps/space-risks';
const SITE = '/wiki/apps/site-risks';
const SCREEN = 'main';

let local: BrowserSite;

/** A register on a page, with some risks: its first, of the lead's, Medium. */
async function keepRegister(title: string, first: string, owner: string | null): Promise<Reader> {
  const visit = await local.open(pageCalled(local, title));
  await insertRegister(visit.page);
  const reader = { ...visit, register: registerOn(visit.page) };
  await reader.register.getByLabel('The first risk, in one line').fill(first);
  await reader.register.getByRole('button', { name: 'Add', exact: true }).click();
  await rowOf(reader.register, 'R-1').waitFor();
  if (owner !== null) {
    const risk = { title: 'Only one of us knows this part', probability: 'High', impact: 'High', owner };
    await addRisk(reader.register, risk);
  }
  return reader;
}

beforeAll(async () => {
  local = await startBrowserSite();
  const launch = await keepRegister('Aurora launch', 'The tax service refuses our invoices', 'Noa');
  await review(launch, { 'R-1': 'u', 'R-2': 'u' });
  await keepRegister('Contract with the payment provider', 'The provider gives notice in spring', null);
  await keepRegister('Send your first invoice', 'Customers do not find the button', null);
  await aWeekLater(local);
  await aWeekLater(local);
});
afterAll(async () => {
  await local.close();
});

async function openOverview(path: string, as?: Looking): Promise<Reader> {
  const visit = await local.open(path, as);
  const register = screenOf(visit.page);
  await register.locator('.overview__verdict').waitFor();
  await register.getByText('reading on…').waitFor({ state: 'detached' });
  return { ...visit, register };
}

const pagesIn = async (screen: FrameLocator) =>
  await screen
    .getByRole('table', { name: 'Registers' })
    .getByRole('rowheader')
    .getByRole('link')
    .allInnerTexts();

describe('the registers of a space', () => {
  it('show on one page what needs somebody, where and whose it is', async () => {
    const visit = await openOverview(SPACE);
    const { register: screen } = visit;
    await screen
      .getByRole('heading', { name: '2 registers, 3 risks: 1 High, 1 review overdue by 7 days.' })
      .waitFor();
    expect(await pagesIn(screen)).toEqual(['Aurora launch', 'Contract with the payment provider']);
    const launch = screen.getByRole('row').filter({ hasText: 'Aurora launch' });
    await launch.getByText('by 7 days').waitFor();
    await screen.getByText('High: 1 in every week').waitFor();
    await expectSound(visit, SCREEN);
    // A place of the map narrows the table, and an owner does.
    await screen.getByRole('button', { name: /^1 risk, High/ }).click();
    await screen.getByText('1 of 2 registers').waitFor();
    await screen.getByRole('button', { name: 'Remove this filter' }).click();
    await screen
      .getByRole('region', { name: 'Who owns them' })
      .getByRole('button', { name: /Noa Benayoun/ })
      .click();
    await screen.getByText('Owner: Noa Benayoun').waitFor();
    expect(await pagesIn(screen)).toEqual(['Aurora launch']);
    await screen.getByLabel('Show').selectOption('Never reviewed');
    await screen.getByText('No register is like that.').waitFor();
    await screen.getByRole('button', { name: 'Show all registers' }).click();
    const [opened] = await Promise.all([
      visit.context.waitForEvent('page'),
      screen.getByRole('link', { name: 'Aurora launch' }).click(),
    ]);
    await registerOn(opened).getByText('The tax service refuses our invoices').waitFor();
  });

  it('are those that the viewer may see, and no more is told of the others', async () => {
    const visit = await openOverview(SPACE, { role: 'developer', theme: 'dark' });
    expect(await pagesIn(visit.register)).toEqual(['Aurora launch']);
    await visit.register.getByRole('heading', { name: /^1 register, 2 risks/ }).waitFor();
    expect(await visit.register.locator('main').innerText()).not.toContain('Contract');
  });
});

describe('the registers of the site', () => {
  it('are those of all spaces, each with its space', async () => {
    const visit = await openOverview(SITE);
    const { register: screen } = visit;
    await screen.getByRole('heading', { name: /^3 registers, 4 risks: 1 High/ }).waitFor();
    expect(new Set(await pagesIn(screen))).toEqual(
      new Set(['Aurora launch', 'Contract with the payment provider', 'Send your first invoice']),
    );
    await screen.getByRole('cell', { name: 'Aurora help' }).waitFor();
    await expectSound(visit, SCREEN);
  });
});
