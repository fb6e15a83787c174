import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
});

async function openMenu(item: string | RegExp) {
  const opened = openRegister(register);
  await rowOf(1);
  await opened.user.click(screen.getByRole('button', { name: 'More actions' }));
  const role = item === 'Weekly reminder' ? 'menuitemcheckbox' : 'menuitem';
  await opened.user.click(screen.getByRole(role, { name: item }));
  return opened;
}

async function openSettings() {
  const opened = await openMenu('Settings');
  await screen.findByRole('group', { name: 'Scale' });
  return opened;
}

const save = () => screen.getByRole('button', { name: 'Save' });

describe('the settings', () => {
  test('show what another scale would do before it is chosen for good', async () => {
    const { user } = await openSettings();
    await user.click(screen.getByRole('radio', { name: 'Very low to Very high (5 × 5)' }));

    expect(screen.getByText(/1 risk changes its level\./)).toBeTruthy();
    expect(screen.getByText('R-3', { selector: '.settings__effects *' }).parentElement?.textContent).toBe(
      'R-3: Medium to High',
    );
    expect(register.register.scale).toBe(3);
    await user.click(save());
    await waitFor(() => {
      expect(register.register.scale).toBe(5);
    });
    expect(await screen.findByText('Very high impact')).toBeTruthy();
  });

  test('take a category of the team’s own, and none without a name', async () => {
    const { user } = await openSettings();
    await user.click(screen.getByRole('button', { name: 'Add category' }));
    await user.click(save());
    expect((await screen.findByRole('alert')).textContent).toBe('A category needs a name.');

    await user.type(screen.getByRole('textbox', { name: 'Name of category 4' }), 'Legal');
    await user.click(save());
    await waitFor(() => {
      expect(register.register.categories.map(({ name }) => name)).toEqual([null, null, null, 'Legal']);
    });
  });

  test('change days, a check and its severity', async () => {
    const { user } = await openSettings();
    const days = screen.getByRole('spinbutton', { name: 'High' });
    await user.clear(days);
    await user.type(days, '999');
    await user.click(save());
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Days between reviews of High risks must be from 1 to 365.',
    );
    await user.clear(days);
    await user.type(days, '5');
    await user.click(screen.getByRole('checkbox', { name: 'Too few words to act on' }));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Severity: No owner, or one whose account is deactivated' }),
      'warning',
    );
    await user.click(save());

    await waitFor(() => {
      expect(register.register.cadence).toEqual({ high: 5, medium: 14, low: 30 });
    });
    expect(register.register.checks['vague-statement'].enabled).toBe(false);
    expect(register.register.checks['no-owner'].severity).toBe('warn');
  });

  test('do not write over what somebody else set meanwhile', async () => {
    const { user } = await openSettings();
    const days = screen.getByRole('spinbutton', { name: 'Low' });
    await user.clear(days);
    await user.type(days, '60');
    register.answer({ accountId: 'jonas', canEdit: true }, 'change-register', {
      version: register.register.version,
      patch: { scale: 5, cadence: { high: 3, medium: 14, low: 30 } },
    });
    await user.click(save());

    expect((await screen.findByRole('alert')).textContent).toContain(
      'somebody else changed this meanwhile: days between reviews',
    );
    expect(register.register.cadence.high).toBe(3);
    await user.click(save());
    await waitFor(() => {
      expect(register.register).toMatchObject({ scale: 5, cadence: { high: 7, low: 60 } });
    });
  });
});

describe('the reminder', () => {
  test('is off until somebody turns it on', async () => {
    const { user } = await openMenu('Weekly reminder');
    expect(await screen.findByText(/^Reminder on: once a week/)).toBeTruthy();
    expect(register.isReminding).toBe(true);
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    const item = screen.getByRole('menuitemcheckbox', { name: /Weekly reminder/ });
    expect(item.getAttribute('aria-checked')).toBe('true');
    await user.click(item);
    expect(await screen.findByText('Reminder off.')).toBeTruthy();
    expect(register.isReminding).toBe(false);
  });

  test('says when it could not be changed', async () => {
    register.faults.set('set-reminder', [{ code: 'no-access' }]);
    await openMenu('Weekly reminder');
    expect(
      await screen.findByText('The reminder was not changed: You cannot open this register.'),
    ).toBeTruthy();
    expect(register.isReminding).toBe(false);
  });
});
