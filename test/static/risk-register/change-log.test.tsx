import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH } from './risks';

let register: FakeRegister;
beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH });
});

const bar = () => screen.queryByRole('region', { name: 'Last change' });

/** Gives R-6 another title in its row, and waits for the way back. */
async function retitled() {
  const opened = openRegister(register);
  const { user } = opened;
  const row = within(await rowOf(6));
  await user.click(row.getByRole('button', { name: /Change Title of R-6/ }));
  const field = await screen.findByRole('textbox', { name: 'Title of R-6' });
  await user.clear(field);
  await user.type(field, 'Legal sees the terms too late{Enter}');
  await screen.findByRole('button', { name: 'Undo' });
  return opened;
}

describe('the undo of the last change', () => {
  test('ends with whatever is saved after it', async () => {
    const { user } = await retitled();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Weekly reminder' }));
    await screen.findByText(/^Reminder on/);
    expect(bar()).toBeNull();
    expect(register.risk(6).title).toBe('Legal sees the terms too late');
  });

  test('ends when something else is opened, and does not come back', async () => {
    const { user } = await retitled();
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'History' }));
    await screen.findByRole('heading', { level: 2, name: 'History' });
    expect(bar()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Back to the register' }));
    expect(bar()).toBeNull();
  });

  test('stays while somebody only looks, and says when it is done', async () => {
    const { user } = await retitled();
    await user.type(screen.getByRole('searchbox', { name: 'Search the risks' }), 'legal');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(bar()?.textContent).toMatch(/^Undone: /);
    });
    expect(register.risk(6).title).toBe(LAUNCH[5]!.title);
  });
});

test('several selected risks are changed in a bar that stays in sight, and taken back together', async () => {
  const { user } = openRegister(register);
  await rowOf(1);
  for (const key of ['R-5', 'R-6']) await user.click(screen.getByRole('checkbox', { name: `Select ${key}` }));
  const bulk = await screen.findByRole('group', { name: '2 risks selected' });
  expect(bulk.closest('.dock')).not.toBeNull();
  expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain('2 risks selected');
  await user.selectOptions(within(bulk).getByRole('combobox', { name: 'What to change' }), 'State');
  await user.selectOptions(within(bulk).getByRole('combobox', { name: 'State' }), 'Open');
  await user.click(within(bulk).getByRole('button', { name: 'Apply' }));
  await waitFor(() => {
    expect(register.risk(6).state).toEqual({ kind: 'open' });
  });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect([register.risk(5).version, register.risk(6).version]).toEqual([3, 3]);
  });
  expect(await screen.findByText(/^Undone: /, { selector: '.log__text' })).toBeTruthy();
});
