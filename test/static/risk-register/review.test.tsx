import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { buildFields, exposure } from '../../builders/risk';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf, type Page } from './render-register';

let register: FakeRegister;

const TITLES = [
  'Tax API changes in January and invoices are rejected',
  'Support is not trained by launch and tickets pile up',
  'Translation is late and the German site launches in English',
  'Competitor ships e-invoicing first and pilot customers leave',
];

beforeEach(() => {
  register = new FakeRegister({ fields: TITLES.map((title) => buildFields({ title, ...exposure(2, 2) })) });
  register.travel('2026-12-10');
});

async function startReview(as = 'maria') {
  const opened = openRegister(register, { visitor: { accountId: as, canEdit: true } });
  await opened.user.click(await opened.page.findByRole('button', { name: /^Review \d/ }));
  await opened.page.findByRole('group', { name: 'What do you say?' });
  return opened;
}

const stopIn = (page: Page) => page.getByRole('heading', { level: 3, name: /^R-\d/ }).textContent;

describe('the weekly review', () => {
  test('takes one key for each risk and ends with a record', async () => {
    const { user } = await startReview();
    expect(screen.getByText('0 of 4')).toBeTruthy();
    expect(stopIn(screen)).toBe(`R-1 ${TITLES[0]}`);

    for (const [key, number] of [
      ['u', 2],
      ['w', 3],
      ['b', 4],
    ] as const) {
      await user.keyboard(key);
      await screen.findByRole('heading', { level: 3, name: new RegExp(`^R-${number} `) });
    }
    await user.keyboard('c');
    await user.click(await screen.findByRole('button', { name: 'End the review' }));

    expect(await screen.findByText('Dec 10: one person looked at 4 risks.')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      `R-1 ${TITLES[0]}: unchanged`,
      `R-2 ${TITLES[1]}: worse`,
      `R-3 ${TITLES[2]}: better`,
      `R-4 ${TITLES[3]}: closed`,
    ]);
    expect(register.risk(2).probability.step).toBe(3);
    expect(register.risk(3).probability.step).toBe(1);
    expect(register.risk(4).state).toEqual({ kind: 'closed', on: '2026-12-10' });
    expect(register.register.lastReview?.looks).toHaveLength(4);
    expect(register.register.lastReview?.people).toEqual(['maria']);
  });

  test('moves the axis that is chosen, and says beforehand what would move', async () => {
    const { user } = await startReview();
    expect(screen.getByRole('button', { name: /^u Unchanged|Worse/i })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Worse/ }).textContent).toContain('probability Medium to High');

    await user.click(screen.getByRole('radio', { name: 'impact' }));
    expect(screen.getByRole('button', { name: /Worse/ }).textContent).toContain('impact Medium to High');
    await user.keyboard('w');

    await waitFor(() => {
      expect(register.risk(1)).toMatchObject({ probability: { step: 2 }, impact: { step: 3 } });
    });
  });

  test('leaves out what is not due, and shows what happened since the last look', async () => {
    for (const number of [1, 2, 3, 4]) {
      register.change('jonas', register.risk(number).id, { kind: 'review', outcome: 'unchanged' });
    }
    register.change('jonas', register.risk(3).id, { kind: 'edit', patch: { dueOn: '2027-01-15' } });
    await startReview();

    expect(screen.getByText('0 of 1')).toBeTruthy();
    expect(stopIn(screen)).toBe(`R-3 ${TITLES[2]}`);
    expect(await screen.findByText('Since Jonas Adeyemi looked at it, Dec 10')).toBeTruthy();
    expect(await screen.findByText(/Jonas Adeyemi changed it: mitigation due Jan 15, 2027/)).toBeTruthy();
  });

  test('does not take letters that are typed into a field for answers', async () => {
    const { user } = await startReview();
    await user.keyboard('e');
    const title = await screen.findByRole('textbox', { name: 'What may happen, in one line' });
    await user.clear(title);
    await user.type(title, 'when the bus comes');

    expect(register.risk(1).version).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Save as reviewed' }));
    await waitFor(() => {
      expect(register.risk(1).title).toBe('when the bus comes');
    });
    expect(register.events.at(-1)).toMatchObject({ kind: 'reviewed', outcome: 'edit' });
  });

  test('skips what somebody else reviews meanwhile, and records both', async () => {
    const mine = await startReview('maria');
    const theirs = await startReview('jonas');
    expect(stopIn(mine.page)).toBe(`R-1 ${TITLES[0]}`);
    expect(stopIn(theirs.page)).toBe(`R-1 ${TITLES[0]}`);

    await theirs.user.click(theirs.page.getByRole('button', { name: /Unchanged/ }));
    await waitFor(() => {
      expect(stopIn(theirs.page)).toBe(`R-2 ${TITLES[1]}`);
    });
    // Maria answers what she still sees: it is Jonas's review that stands, and she goes on.
    await mine.user.click(mine.page.getByRole('button', { name: /Worse/ }));
    await waitFor(() => {
      expect(stopIn(mine.page)).toBe(`R-2 ${TITLES[1]}`);
    });
    expect(register.risk(1)).toMatchObject({ version: 2, probability: { step: 2 } });
    expect(await mine.page.findByText('R-1 was reviewed by Jonas Adeyemi meanwhile.')).toBeTruthy();

    await mine.user.click(mine.page.getByRole('button', { name: /Unchanged/ }));
    await mine.page.findByRole('button', { name: 'End the review here' });
    await mine.user.click(mine.page.getByRole('button', { name: 'End the review here' }));
    expect(await mine.page.findByText('Dec 10: 2 people looked at 2 risks.')).toBeTruthy();
    expect(register.register.lastReview?.people).toEqual(['jonas', 'maria']);
  });

  test('asks again where somebody changed the risk under the eyes of the reviewer', async () => {
    const { user } = await startReview();
    register.change('jonas', register.risk(1).id, { kind: 'edit', patch: { impact: { step: 3, of: 3 } } });

    await user.keyboard('u');

    expect((await screen.findByRole('alert')).textContent).toContain('Somebody changed this risk just now');
    expect(register.risk(1).review.last).toBeNull();
    expect(screen.getByText(/probability Medium, impact High/, { selector: '.review__facts' })).toBeTruthy();
    await user.keyboard('u');
    await waitFor(() => {
      expect(register.risk(1).review.last?.by).toBe('maria');
    });
  });

  test('says why an answer was not taken, and stays', async () => {
    const { user } = await startReview();
    register.faults.set('change-risk', [{ code: 'unlicensed' }]);
    await user.keyboard('u');

    expect((await screen.findByRole('alert')).textContent).toBe('Evenkeel has no licence on this site');
    expect(stopIn(screen)).toBe(`R-1 ${TITLES[0]}`);
  });

  test('puts off what is not for now, and comes back to it', async () => {
    const { user } = await startReview();
    for (let count = 0; count < 4; count += 1) await user.keyboard('n');

    expect(await screen.findByText('Nothing was reviewed, 4 put off.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Look at the 4 put off' }));
    expect(await screen.findByRole('group', { name: 'What do you say?' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Leave the review' }));
    expect(await rowOf(1)).toBeTruthy();
    expect(register.register.lastReview).toBeNull();
    expect((document.activeElement as HTMLElement).dataset['focus']).toBe('review');
  });
});
