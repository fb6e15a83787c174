import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';

import { buildFields } from '../../builders/risk';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { CONTEXT } from './context';
import { LAUNCH, MITIGATIONS } from './risks';

async function violations(): Promise<readonly string[]> {
  // Contrast needs real colours.
  const { violations: found, passes } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(passes.length).toBeGreaterThan(10);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});

describe('a new page', () => {
  test('has a register after one field', async () => {
    const register = new FakeRegister();
    const { user } = openRegister(register);
    await screen.findByRole('heading', { name: 'What might go wrong?' });
    expect(await violations()).toEqual([]);

    await user.type(
      screen.getByRole('textbox', { name: 'The first risk, in one line' }),
      'The tax API changes in January{Enter}',
    );

    expect(await rowOf(1)).toBeTruthy();
    expect(register.risk(1)).toMatchObject({ title: 'The tax API changes in January', ownerId: 'maria' });
    expect(screen.getByRole('button', { name: 'Add risk' })).toBeTruthy();
  });

  test('keeps what was typed when it could not be saved', async () => {
    const register = new FakeRegister();
    register.faults.set('create-risks', [{ code: 'no-access' }]);
    const { user } = openRegister(register);
    const field = await screen.findByRole('textbox', { name: 'The first risk, in one line' });
    await user.type(field, 'The tax API changes{Enter}');

    expect((await screen.findByRole('alert')).textContent).toBe('You cannot open this register');
    expect((field as HTMLInputElement).value).toBe('The tax API changes');
  });

  test('starts from a pre-mortem or a file as well', async () => {
    const { user } = openRegister(new FakeRegister());
    await user.click(await screen.findByRole('button', { name: 'a pre-mortem with your team' }));
    expect(await screen.findByRole('heading', { name: 'Pre-mortem' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Back to the register' }));
    await user.click(screen.getByRole('button', { name: 'a CSV file' }));
    expect(await screen.findByRole('heading', { name: 'Import from CSV' })).toBeTruthy();
  });

  test('says in the editor where to write the first risk', async () => {
    openRegister(new FakeRegister(), { context: { macro: { ...CONTEXT.macro!, isEditing: true } } });
    expect(await screen.findByText('Publish the page, then write the first risk here.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('a copied page', () => {
  const copied = (title: string | null = 'Aurora launch') =>
    new FakeRegister({
      fields: LAUNCH,
      place: 'copied',
      original: { pageId: '12', title, count: title === null ? null : LAUNCH.length },
    });

  test.each([
    { choice: 'Copy its risks to this page', then: /risks? needs? you/ },
    { choice: 'Show the other page’s register, read only', then: /risks? needs? somebody/ },
    { choice: 'Start with an empty register', then: 'What might go wrong?' },
  ])('offers: $choice', async ({ choice, then }) => {
    const { user } = openRegister(copied());
    expect(
      await screen.findByText(
        '“Aurora launch” has one with 9 risks: this page was copied from it, or both were made from the same template. Whatever you choose, the other page’s register stays as it is.',
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(await violations()).toEqual([]);

    await user.click(screen.getByRole('button', { name: choice }));
    expect(await screen.findByRole('heading', { name: then })).toBeTruthy();
  });

  test('does nothing by surprise when choosing fails', async () => {
    const register = copied();
    register.faults.set('adopt-register', [{ code: 'no-access' }]);
    const { user } = openRegister(register);
    await user.click(await screen.findByRole('button', { name: 'Start with an empty register' }));

    expect((await screen.findByRole('alert')).textContent).toBe(
      'Nothing was changed: You cannot open this register.',
    );
    expect(register.place).toBe('copied');
  });

  test('tells readers that an editor decides', async () => {
    openRegister(copied(), { visitor: { accountId: 'sam', canEdit: false } });
    expect(await screen.findByText('Somebody who can edit this page decides.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start with an empty register' })).toBeNull();
  });

  test('of a page that the viewer may not see can only start empty', async () => {
    openRegister(copied(null));
    expect(
      await screen.findByRole('heading', { name: 'This page has no register of its own yet' }),
    ).toBeTruthy();
    expect(screen.getByText(/^A page that you cannot see has one: /)).toBeTruthy();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Start with an empty register',
    ]);
  });
});

describe('reading only', () => {
  const register = () => new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
  const changing = () =>
    screen
      .queryAllByRole('button')
      .map(({ textContent }) => textContent)
      .filter((text) => /Add risk|^Review \d|Change |Save|Delete/.test(text));

  test.each([
    {
      who: 'a viewer',
      visitor: { accountId: 'sam', canEdit: false },
      said: /Whoever can edit the page can change it/,
    },
    {
      who: 'an anonymous viewer',
      visitor: { accountId: null, canEdit: false },
      said: /You are not logged in/,
    },
  ])('says why to $who', async ({ visitor, said }) => {
    openRegister(register(), { visitor });
    expect(await screen.findByText(said)).toBeTruthy();
    await rowOf(1);
    expect(changing()).toEqual([]);
    expect(screen.queryAllByRole('checkbox', { name: /^Select/ })).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('without a licence, in the editor, and of another page', async () => {
    const unlicensed = register();
    unlicensed.isLicensed = false;
    openRegister(unlicensed);
    expect(
      await screen.findByText(/Evenkeel has no licence on this site\. You can read and export/),
    ).toBeTruthy();
    await rowOf(1);
    expect(changing()).toEqual([]);
    document.body.innerHTML = '';

    openRegister(register(), { context: { macro: { ...CONTEXT.macro!, isEditing: true } } });
    expect(await screen.findByText(/You are editing the page/)).toBeTruthy();
    document.body.innerHTML = '';

    const elsewhere = register();
    elsewhere.place = 'shown-from-elsewhere';
    elsewhere.original = { pageId: '12', title: 'Aurora launch', count: LAUNCH.length };
    const { user, bridge } = openRegister(elsewhere);
    await user.click(await screen.findByRole('link', { name: 'Aurora launch' }));
    expect(bridge.opened).toEqual(['/wiki/pages/viewpage.action?pageId=12']);
  });
});

describe('trouble', () => {
  test.each([
    { fault: { code: 'no-access' } as const, heading: 'You cannot open this register', canRetry: false },
    { fault: { code: 'not-found' } as const, heading: 'You cannot open this register', canRetry: false },
    {
      fault: { code: 'internal', reference: 'r1' } as const,
      heading: 'Something went wrong in Evenkeel',
      canRetry: true,
    },
    { fault: 'lost' as const, heading: 'Confluence does not answer', canRetry: true },
    { fault: { code: 'a-new-code' } as never, heading: 'Confluence does not answer', canRetry: true },
  ])('says what happened: $heading', async ({ fault, heading, canRetry }) => {
    const register = new FakeRegister({ fields: LAUNCH });
    register.faults.set('open-register', [fault]);
    const { user } = openRegister(register);

    expect(await screen.findByRole('heading', { name: heading })).toBeTruthy();
    expect(await violations()).toEqual([]);
    const retry = screen.queryByRole('button', { name: 'Try again' });
    expect(retry !== null).toBe(canRetry);
    if (retry === null) return;
    await user.click(retry);
    expect(await rowOf(1)).toBeTruthy();
  });

  test('keeps the register in view when it cannot be read anew', async () => {
    const register = new FakeRegister({ fields: LAUNCH });
    const { user } = openRegister(register);
    await rowOf(1);
    register.faults.set('open-register', ['lost']);
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Refresh' }));

    expect(
      (await screen.findAllByText(/Not refreshed: Confluence does not answer\./)).length,
    ).toBeGreaterThan(0);
    expect(await rowOf(1)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => {
      expect(screen.queryByText(/Not refreshed/)).toBeNull();
    });
  });

  test('says that Jira did not answer, and works on', async () => {
    const register = new FakeRegister({ fields: LAUNCH, mitigations: null });
    openRegister(register);
    expect(
      await screen.findByText('Jira did not answer, so nothing is said about mitigating issues.'),
    ).toBeTruthy();
    expect(await rowOf(1)).toBeTruthy();
  });

  test('a full register says so before anything is typed', async () => {
    const fields = Array.from({ length: 500 }, (_, index) =>
      buildFields({ title: `Risk number ${index} of very many` }),
    );
    openRegister(new FakeRegister({ fields }));
    expect(await screen.findByText(/This register holds 500 risks, and cannot take more/)).toBeTruthy();
  });
});

describe('axe finds nothing', () => {
  test.each([
    { room: 'the register', open: null, heading: '2 risks need you.' },
    { room: 'a new risk', open: 'Add risk', heading: 'New risk' },
    { room: 'the review', open: /^Review \d/, heading: 'Review' },
    { room: 'the pre-mortem', open: 'Pre-mortem', heading: 'Pre-mortem' },
  ])('in $room', async ({ open, heading }) => {
    const register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
    const { user } = openRegister(register);
    await rowOf(1);
    if (open !== null) await user.click(screen.getByRole('button', { name: open }));
    await screen.findByRole('heading', { name: heading });
    // What loads when first used.
    await waitFor(() => {
      expect(document.querySelectorAll('[aria-busy=true]')).toHaveLength(0);
    });

    expect(await violations()).toEqual([]);
  });

  test.each(['History', 'Import from CSV…', 'Settings'])('in %s, and in the open menu', async (item) => {
    const { user } = openRegister(new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS }));
    await rowOf(1);
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('menuitem', { name: item }));
    await waitFor(() => {
      expect(document.querySelectorAll('[aria-busy=true]')).toHaveLength(0);
    });
    expect(await violations()).toEqual([]);
  });

  test('in a field that is open in its cell, with several selected', async () => {
    const { user } = openRegister(new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS }));
    await rowOf(1);
    await user.click(screen.getByRole('checkbox', { name: 'Select R-2' }));
    await screen.findByRole('group', { name: '1 risk selected' });
    await user.click(screen.getByRole('button', { name: /Change Owner of R-7/ }));
    const field = await screen.findByRole('combobox', { name: 'Owner of R-7' });
    await user.click(field);

    expect(await violations()).toEqual([]);
  });
});
