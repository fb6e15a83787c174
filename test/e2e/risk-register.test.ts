import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startBrowserSite, violationsOf, type BrowserSite } from './browser-site';
import { EXPORTED, FOUR_WEEKS } from './four-weeks';
import {
  addRisk,
  back,
  beginReview,
  carry,
  choose,
  chooseFor,
  drag,
  lastChange,
  openRisk,
  retitle,
  review,
  rowOf,
  sentencesOf,
} from './risk-acts';
import {
  aWeekLater,
  expectSound,
  insertRegister,
  openRegister,
  pageCalled,
  registerOn,
  reload,
  remindersOn,
  type Reader,
} from './risk-journey';

let local: BrowserSite;
let lead: Reader;
let developer: Reader;
beforeAll(async () => {
  local = await startBrowserSite();
});
afterAll(async () => {
  await local.close();
});

describe('a register that two people keep for four weeks', () => {
  it('is on the page within a minute: /risk, publish, one line', async () => {
    const path = pageCalled(local, 'Aurora launch');
    const visit = await local.open(path);
    await insertRegister(visit.page);
    lead = { ...visit, register: registerOn(visit.page) };
    const { register } = lead;
    await register.getByRole('heading', { name: 'What might go wrong?' }).waitFor();
    await expectSound(lead);
    await register
      .getByLabel('The first risk, in one line')
      .fill('The tax service changes its API in January and invoices are refused');
    await register.getByRole('button', { name: 'Add', exact: true }).click();
    await rowOf(register, 'R-1').waitFor();
    await addRisk(register, {
      title: 'Nobody but Noa knows how cards are settled',
      probability: 'High',
      impact: 'High',
      owner: 'Noa',
    });
    await addRisk(register, {
      title: 'A competitor launches free invoices before us',
      probability: 'Low',
      impact: 'Medium',
    });
    await drag(lead, 'R-1', [3, 2]);
    await lastChange(register).getByText('R-1: probability raised from Medium to High').waitFor();
    const record = await review(lead, { 'R-1': 'u', 'R-2': 'u', 'R-3': 'b' });
    await record.getByText(/: one person looked at 3 risks\.$/).waitFor();
    await expectSound(lead);
    await back(register);
    await choose(register, 'Weekly reminder');
    await register.getByText(/^Reminder on: once a week/).waitFor();
  });

  it('week two: both write at once, and nothing is lost', async () => {
    await aWeekLater(local);
    developer = await openRegister(local, pageCalled(local, 'Aurora launch'), { role: 'developer' });
    await reload(lead);
    const [mine, theirs] = [lead.register, developer.register];
    // Fields that do not meet are merged.
    const merged = await openRisk(mine, 'R-2');
    await merged.getByLabel('Trigger: what would show that it is happening').fill('Noa is on leave');
    await carry(developer, 'R-2', ['ArrowDown']);
    await lastChange(theirs).getByText('R-2: probability lowered from High to Medium').waitFor();
    await merged.getByRole('button', { name: 'Save' }).click();
    await lastChange(mine).getByText('R-2: trigger written: “Noa is on leave”').waitFor();
    await mine.locator('td[data-probability="2"][data-impact="3"] [data-chip]', { hasText: 'R-2' }).waitFor();
    // Fields that meet are put side by side.
    const met = await openRisk(mine, 'R-1');
    await met.getByLabel('What may happen, in one line').fill('Invoices are refused from January on');
    await met.getByLabel('Response').selectOption('Mitigate');
    await retitle(theirs, 'R-1', 'The tax service refuses our invoices');
    await met.getByRole('button', { name: 'Save' }).click();
    await mine.getByRole('heading', { name: 'Two changes of R-1' }).waitFor();
    await expectSound(lead);
    const title = mine.getByRole('group', { name: 'Title' });
    await title.getByText('Invoices are refused from January on').waitFor();
    await mine.getByText('Kept from your change as it is: Response.').waitFor();
    await title.getByText('The tax service refuses our invoices').click();
    await mine.getByRole('button', { name: 'Save these choices' }).click();
    await rowOf(mine, 'R-1').getByText('The tax service refuses our invoices').waitFor();
    await rowOf(mine, 'R-1').getByText('Mitigate').waitFor();
    await reload(developer);
    await expectSound(developer);
    await beginReview(developer.register);
    await expectSound(developer);
    await developer.register.getByRole('button', { name: 'Leave the review' }).click();
    const record = await review(developer, { 'R-1': 'u', 'R-2': 'w' });
    await record.getByText('Noa Benayoun').waitFor();
    await back(theirs);
  });

  it('week three: what is decided, what happened and what is over', async () => {
    await aWeekLater(local);
    await reload(lead);
    const { register } = lead;
    await addRisk(register, { title: 'The payment provider raises its fees in spring' });
    await addRisk(register, { title: 'Support cannot answer in French', probability: 'High' });
    const form = await openRisk(register, 'R-3');
    await form.getByLabel('State').selectOption('Accepted');
    await form.getByLabel('Accepted until').fill('2031-03-31');
    await form.getByRole('textbox', { name: 'Mitigation plan' }).fill('Watch their prices; ours stay.');
    await expectSound(lead);
    await form.getByRole('button', { name: 'Save' }).click();
    await rowOf(register, 'R-3').getByText('Accepted until 31 Mar 2031 by Maren Lindqvist').waitFor();
    const record = await review(lead, { 'R-2': 'n', 'R-3': 'u', 'R-4': 'c', 'R-5': 'h' });
    await record.getByText(/: one person looked at 3 risks\.$/).waitFor();
    await back(register);
  });

  it('week four: reminded once a week, deleted and brought back, and restored', async () => {
    await aWeekLater(local);
    await reload(lead);
    const { page, register } = lead;
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByText('1 risk on this page is waiting for a review.').first().waitFor();
    await comments
      .getByText(/^@Noa Benayoun 1 review, overdue by \d days?$/)
      .first()
      .waitFor();
    const weeks = remindersOn(local, 'Aurora launch');
    expect(weeks.length).toBeGreaterThan(0);
    expect(new Set(weeks).size).toBe(weeks.length);
    await rowOf(register, 'R-2').getByText('7 days over').waitFor();
    await expectSound(lead);
    await chooseFor(register, 'R-1', 'Delete');
    await lastChange(register).getByText('R-1: Maren Lindqvist deleted it').waitFor();
    await choose(register, 'Deleted risks (1)');
    await register.getByText(/^Deleted by Maren Lindqvist, .*; can be brought back until/).waitFor();
    await expectSound(lead);
    await register.getByRole('button', { name: 'Bring back R-1' }).click();
    await back(register);
    await chooseFor(register, 'R-1', 'History');
    await register.getByRole('button', { name: 'Restore this state' }).last().click();
    await register.getByText('Maren Lindqvist put it back as it was first written').waitFor();
    await back(register);
    await review(lead, { 'R-1': 'u', 'R-2': 'b' });
    await back(register);
  });

  it('the history tells all of it in sentences, and can be narrowed', async () => {
    const { register } = lead;
    // What was written in the last seconds is not in it yet.
    await local.site.advance(60_000);
    await choose(register, 'History');
    await register.getByText('Maren Lindqvist put it back as it was first written').waitFor();
    await register.getByRole('button', { name: 'Show older' }).click();
    await register.getByText('R-1 Maren Lindqvist wrote it').waitFor();
    expect(await sentencesOf(register)).toEqual(FOUR_WEEKS);
    await expectSound(lead);
    await register.getByRole('combobox', { name: 'Who' }).selectOption('Noa Benayoun');
    await register.getByRole('combobox', { name: 'What' }).selectOption('Reviews');
    expect(await sentencesOf(register)).toEqual(
      FOUR_WEEKS.filter((sentence) => /Noa Benayoun (ended|reviewed)/.test(sentence)),
    );
  });

  it.each([
    ['pdf', 'Export to PDF'],
    ['word', 'Export to Word'],
  ])('the export holds the register, for %s', async (_type, entry) => {
    const { page, complaints } = await local.open(pageCalled(local, 'Aurora launch'));
    await page.getByRole('button', { name: 'More actions', exact: true }).first().click();
    await page.getByRole('menuitem', { name: entry }).click();
    const paper = page.getByRole('article', { name: 'Export' });
    await paper.getByText('3 risks: 0 High, 2 Medium, 1 Low.').waitFor();
    await paper.getByText(/^Last review: .*, 2 risks looked at by\s*@Maren Lindqvist\s*\.$/).waitFor();
    const rows = (await paper.getByRole('row').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
    expect(rows).toEqual(expect.arrayContaining(['High L M H', 'Medium L M R-1 M R-2', 'Low L R-3 L L']));
    const told = rows.filter((row) => /^R-\d/.test(row)).map((row) => row.replace(/ by \d.*? 20\d\d/, ''));
    expect(told).toEqual(EXPORTED.map((row) => expect.stringMatching(row) as string));
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
