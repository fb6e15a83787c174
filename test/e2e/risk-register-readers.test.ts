import { readFile } from 'node:fs/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startBrowserSite, type BrowserSite } from './browser-site';
import { addRisk, back, choose, openRisk, retitle, rowOf } from './risk-acts';
import {
  expectSound,
  insertRegister,
  openRegister,
  pageCalled,
  registerOn,
  reload,
  type Reader,
} from './risk-journey';

const PUBLIC_PAGE = 'Send your first invoice';
const NO_TROUBLE = { rest: [], license: 'active', offline: false } as const;

let local: BrowserSite;
let lead: Reader;
beforeAll(async () => {
  local = await startBrowserSite();
  const visit = await local.open(pageCalled(local, PUBLIC_PAGE));
  await insertRegister(visit.page);
  lead = { ...visit, register: registerOn(visit.page) };
  await lead.register.getByRole('button', { name: 'Add', exact: true }).waitFor();
});
afterEach(() => {
  local.site.faults.set(NO_TROUBLE);
});
afterAll(async () => {
  await local.close();
});

async function exported({ page, register }: Reader): Promise<string> {
  const download = page.waitForEvent('download');
  await choose(register, 'Export to CSV');
  return await readFile(await (await download).path(), 'utf8');
}

describe('a register between many hands', () => {
  it('collects reasons of both before the work, and shows and keeps nobody’s name', async () => {
    const { register } = lead;
    await register.getByRole('button', { name: 'a pre-mortem with your team' }).click();
    const prompt = 'What is one reason this might fail?';
    const add = async ({ register: at }: Reader, text: string) => {
      await at.getByLabel(prompt).fill(text);
      await at.getByLabel(prompt).press('Enter');
      await at.getByRole('listitem').filter({ hasText: text }).waitFor();
    };
    await add(lead, 'The tax office changes the form');
    const developer = await openRegister(local, pageCalled(local, PUBLIC_PAGE), { role: 'developer' });
    await developer.register.getByRole('button', { name: 'a pre-mortem with your team' }).click();
    await add(developer, 'The form of the tax office is another');
    await developer.register.getByRole('button', { name: /^Like: The tax office changes the form/ }).click();
    // Without a reload: what others wrote comes by itself.
    await register.getByText('2 reasons, 1 like').waitFor();
    await expectSound(lead);
    for (const at of [lead, developer]) {
      expect(await at.register.locator('main').innerText()).not.toMatch(/Maren|Noa/);
    }
    await register
      .getByRole('checkbox', { name: 'Pick for merging: The tax office changes the form' })
      .check();
    await register.getByRole('checkbox', { name: /^Pick for merging: The form/ }).check();
    await register.getByRole('button', { name: 'Merge the 2 picked' }).click();
    await register.getByText('(2 reasons)').waitFor();
    await register.getByRole('button', { name: 'Make a risk of: The tax office changes the form' }).click();
    await register.getByText('a risk now').waitFor();
    await back(register);
    await rowOf(register, 'R-1').getByText('The tax office changes the form').waitFor();
    await developer.context.close();
  });

  it('goes out as CSV and comes in again, with a preview before anything is written', async () => {
    const { register } = lead;
    await addRisk(register, { title: '=SUM(A1:A9) is no formula', probability: 'High' });
    const csv = await exported(lead);
    expect(csv).toContain('The tax office changes the form');
    // Nothing in it that a spreadsheet would compute.
    expect(csv).not.toMatch(/(^|,)"?=SUM/m);
    await choose(register, 'Import from CSV…');
    const broken =
      'Title,Probability,Impact,Weather\r\nThe server room floods,High,Low,wet\r\n,High,High,dry\r\nHail,often,Low,\r\n';
    await register
      .getByLabel('CSV file')
      .setInputFiles({ name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from(broken) });
    await register.getByText('2 rows of 3 can become risks, 1 with a remark.').waitFor();
    await register.getByText('Not read: Weather.').waitFor();
    await expectSound(lead);
    await register
      .getByLabel('CSV file')
      .setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await register.getByText(/^2 rows of 2 can become risks/).waitFor();
    await register.getByRole('button', { name: 'Import 2 risks' }).click();
    await register.getByRole('heading', { name: '4 risks of 4' }).waitFor();
    await rowOf(register, 'R-4').getByText('=SUM(A1:A9) is no formula').waitFor();
    await register.getByRole('region', { name: 'Last change' }).getByRole('button', { name: 'Undo' }).click();
    await register.getByRole('heading', { name: '2 risks of 2' }).waitFor();
  });

  it('keeps what was written when it cannot be saved, and when there is no connection', async () => {
    const { register, context } = lead;
    const form = await openRisk(register, 'R-2');
    await form.getByLabel('What may happen, in one line').fill('Written in vain?');
    local.site.faults.set({ rest: [{ match: '', kind: 'server-error', pages: 'all', remaining: null }] });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Not saved: Confluence does not answer. What you wrote is still here.').waitFor();
    local.site.faults.set(NO_TROUBLE);
    await context.setOffline(true);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Not saved: You are offline. What you wrote is still here.').waitFor();
    await context.setOffline(false);
    expect(await form.getByLabel('What may happen, in one line').inputValue()).toBe('Written in vain?');
    await expectSound(lead);
    await register.getByRole('button', { name: 'Back to the register' }).click();
    await register.getByText('Your changes to R-2 are not saved.').waitFor();
    await register.getByRole('button', { name: 'Go on writing' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await rowOf(register, 'R-2').getByText('Written in vain?').waitFor();
  });

  it('is read by viewers, by everybody on the web, and without a licence', async () => {
    const path = pageCalled(local, PUBLIC_PAGE);
    const says = {
      viewer: 'You can read this register. Whoever can edit the page can change it.',
      anonymous: 'You are not logged in, so you can only read this register.',
    } as const;
    for (const role of ['viewer', 'anonymous'] as const) {
      const reader = await openRegister(local, path, { role });
      await reader.register.getByText(says[role]).waitFor();
      expect(await reader.register.getByRole('button', { name: 'Add risk' }).count()).toBe(0);
      expect(await exported(reader)).toContain('Written in vain?');
      await expectSound(reader);
      await reader.context.close();
    }
    local.site.faults.set({ license: 'inactive' });
    await reload(lead);
    await lead.register.getByText(/^Evenkeel has no licence on this site/).waitFor();
    expect(await lead.register.getByRole('button', { name: 'Add risk' }).count()).toBe(0);
    expect(await exported(lead)).toContain('Written in vain?');
    await expectSound(lead);
  });

  it('stays with its page when the page is copied', async () => {
    await reload(lead);
    const copy = async (title: string) => {
      const visit = await local.open(pageCalled(local, PUBLIC_PAGE));
      const { page } = visit;
      await page.getByRole('button', { name: 'More actions', exact: true }).first().click();
      await page.getByRole('menuitem', { name: 'Copy' }).click();
      await page.getByLabel('Title').fill(title);
      await page.getByRole('button', { name: 'Copy', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const register = registerOn(page);
      await register.getByRole('button', { name: 'Start with an empty register' }).waitFor();
      return { ...visit, register };
    };
    const own = await copy('With risks of its own');
    await own.register.getByText(new RegExp(PUBLIC_PAGE)).waitFor();
    await expectSound(own);
    await own.register.getByRole('button', { name: 'Copy its risks to this page' }).click();
    await retitle(own.register, 'R-1', 'Changed in the copy');
    const shown = await copy('With the risks of the original');
    await shown.register.getByRole('button', { name: /^Show .* read only$/ }).click();
    await shown.register.getByText('Read only: this register belongs to another page.').waitFor();
    await rowOf(shown.register, 'R-1').getByText('The tax office changes the form').waitFor();
    await expectSound(shown);
    await reload(lead);
    await rowOf(lead.register, 'R-1').getByText('The tax office changes the form').waitFor();
  });
});
