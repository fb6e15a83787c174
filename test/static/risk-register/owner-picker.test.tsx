import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { violations } from '../violations';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

let register: FakeRegister;

beforeEach(() => {
  document.documentElement.lang = 'en';
  register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
});

async function openPicker() {
  const opened = openRegister(register);
  const row = within(await rowOf(7));
  await opened.user.click(row.getByRole('button', { name: /Change Owner of R-7/ }));
  const field = await row.findByRole<HTMLInputElement>('combobox', { name: 'Owner of R-7' });
  await opened.user.click(field);
  return { ...opened, row, field };
}

const choices = () => within(screen.getByRole('listbox'));
const shown = () =>
  choices()
    .queryAllByRole('option')
    .map(({ textContent }) => textContent);
const searched = ({ read }: { readonly read: readonly string[] }) =>
  read.filter((path) => path.startsWith('/wiki/rest/api/search/user'));

describe('the owner of a risk', () => {
  test('is nobody, oneself, somebody of the register, or anybody of the site that is typed', async () => {
    const { user, field, bridge } = await openPicker();
    expect(shown()).toEqual(['nobody', 'Maria Keller (you)', 'Jonas Adeyemi', 'Petra Novak', 'Sam Okafor']);

    await user.type(field, 'Noor "O\\');

    expect(await screen.findByRole('option', { name: "Noor O'Hara" })).toBeTruthy();
    // Typed in one go, asked once, and nothing of it ends the query's quotes.
    expect(searched(bridge).map((path) => new URLSearchParams(path.split('?')[1]).get('cql'))).toEqual([
      'user.fullname ~ "Noor O"',
    ]);
    expect(screen.getByText('1 person').getAttribute('role')).toBe('status');
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(field.value).toBe("Noor O'Hara");
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  test('is chosen with arrows and Enter, and left alone by Esc', async () => {
    const { user, field } = await openPicker();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe(
      'Jonas Adeyemi',
    );
    await user.keyboard('{ArrowUp}{Escape}');
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(field.isConnected).toBe(true);
    expect(field.value).toBe('');
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(field.value).toBe('Maria Keller');
  });

  test('is never somebody whose account is closed, of the register or of the site', async () => {
    register.deactivated.add('jonas').add('noor');
    const { user, field } = await openPicker();
    await waitFor(() => {
      expect(shown()).toEqual(['nobody', 'Maria Keller (you)', 'Petra Novak', 'Sam Okafor']);
    });
    await user.type(field, 'noor');
    expect(await screen.findByText('Nobody found')).toBeTruthy();
    expect(shown()).toEqual([]);
  });

  test('is searched for in sight, and what is found too late is passed over', async () => {
    let settle: () => void = () => undefined;
    register.searches.push(
      () =>
        new Promise<void>((resolve) => {
          settle = resolve;
        }),
    );
    const { user, field, bridge } = await openPicker();
    await user.type(field, 'hara');
    expect(screen.getByText('Searching…')).toBeTruthy();
    await waitFor(() => {
      expect(searched(bridge)).toHaveLength(1);
    });
    await user.clear(field);
    await user.type(field, 'petra');
    settle();
    expect(await screen.findByText('1 person')).toBeTruthy();
    expect(shown()).toEqual(['Petra Novak']);
  });

  test('keeps what was typed when the search fails, and can be searched for again', async () => {
    register.searches.push(() => Promise.reject(new Error('No answer.')));
    const { user, field } = await openPicker();
    await user.type(field, 'hara');
    expect(await screen.findByText('Confluence did not answer the search.')).toBeTruthy();
    expect(shown()).toEqual(['Search again']);
    expect(await violations()).toEqual([]);

    await user.tab();
    expect(field.value).toBe('hara');
    expect(screen.getByText('Confluence did not answer the search, so this is still: nobody.').id).toBe(
      field.getAttribute('aria-describedby'),
    );

    await user.click(field);
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('option', { name: "Noor O'Hara" }));
    expect(field.value).toBe("Noor O'Hara");
    expect(screen.queryByText(/did not answer/)).toBeNull();
  });
});
