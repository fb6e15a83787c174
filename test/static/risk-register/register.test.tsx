import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
});

describe('the first line', () => {
  test('says how many risks need the viewer, which and why', async () => {
    openRegister(register);

    expect(await screen.findByRole('heading', { name: '2 risks need you.' })).toBeTruthy();
    const reasons = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(reasons).toContain('R-7: no mitigation and nobody owns it');
    expect(reasons).toContain('R-1: its mitigation AUR-126 is not refined and lands 5 days too late');
    expect(screen.getByText('Not reviewed yet')).toBeTruthy();
  });

  test('speaks of somebody to those who can only read', async () => {
    openRegister(register, { visitor: { accountId: 'sam', canEdit: false } });

    expect(await screen.findByRole('heading', { name: '2 risks need somebody.' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add risk' })).toBeNull();
    expect(screen.getByText(/Whoever can edit the page can change it/)).toBeTruthy();
  });

  test('says what changed since the last review, and who looked', async () => {
    const startedAt = register.now();
    for (const number of [2, 3]) {
      register.change('maria', register.risk(number).id, { kind: 'review', outcome: 'unchanged' });
    }
    register.change('jonas', register.risk(5).id, { kind: 'review', outcome: 'unchanged' });
    register.endReview('maria', startedAt);
    register.travel('2026-12-01');
    register.change('maria', register.risk(4).id, {
      kind: 'edit',
      patch: { impact: { step: 3, of: 3 }, probability: { step: 3, of: 3 } },
    });
    register.change('jonas', register.risk(6).id, { kind: 'edit', patch: { impact: { step: 1, of: 3 } } });
    register.change('jonas', register.risk(8).id, {
      kind: 'edit',
      patch: { state: { kind: 'closed', on: '2026-12-01' } },
    });
    openRegister(register);

    expect(
      await screen.findByText('Since the last review, Nov 24: 1 raised, 1 lowered, 1 closed.'),
    ).toBeTruthy();
    const card = screen.getByRole('heading', {
      name: 'Since the last review, Nov 24 (2 people)',
    }).parentElement!;
    expect(
      within(card)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'R-4 raised: probability Medium to High and impact Medium to High',
      'R-6 lowered: impact Medium to Low',
      'R-8 closed',
    ]);
  });
});

describe('the list', () => {
  test('ranks by level, shows ties as ties, and what Jira says of the mitigation', async () => {
    openRegister(register);
    await rowOf(1);

    const keys = screen.getAllByRole('rowheader').map((header) => header.textContent.trim());
    expect(keys).toEqual([
      'Probability High',
      'Medium',
      'Low',
      'R-1',
      'R-7',
      'R-2',
      'R-3',
      'R-4',
      'R-5',
      'R-6',
      'R-8',
      'R-9',
    ]);
    const first = within(await rowOf(1));
    expect(first.getByText('Rank 1, shared with 1 other risk of the same level')).toBeTruthy();
    expect(first.getByRole('link', { name: 'AUR-126' })).toBeTruthy();
    expect(first.getByText('unrefined')).toBeTruthy();
    expect(first.getByText('lands Dec 6, due Dec 1')).toBeTruthy();
    expect(within(await rowOf(7)).getByText('no owner')).toBeTruthy();
    expect(
      within(await rowOf(3)).getByText('Rank 3, shared with 3 other risks of the same level'),
    ).toBeTruthy();
  });

  test('says so where the viewer may not see an issue', async () => {
    register.mitigations = [{ ...MITIGATIONS[0]!, isVisible: false, shown: null }, MITIGATIONS[1]!];
    openRegister(register);

    expect(within(await rowOf(1)).getByText('an issue you cannot see')).toBeTruthy();
  });

  test('narrows by need, owner and level, and says when nothing is left', async () => {
    const { user } = openRegister(register);
    await rowOf(1);

    await user.click(screen.getByRole('checkbox', { name: 'Only what needs you (2)' }));
    expect(screen.getByRole('heading', { name: '2 risks of 9' })).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'nobody (1)');
    expect(screen.getByRole('heading', { name: '1 risk of 9' })).toBeTruthy();
    await user.type(screen.getByRole('searchbox', { name: 'Search the risks' }), 'translation');
    expect(screen.getByText('No risk matches all of these filters.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(screen.getByRole('heading', { name: '9 risks of 9' })).toBeTruthy();
  });

  test('sorts and groups', async () => {
    const { user } = openRegister(register);
    await rowOf(1);

    await user.click(screen.getByRole('button', { name: 'Risk' }));
    await user.click(screen.getByRole('button', { name: 'Risk' }));
    expect(screen.getByRole('columnheader', { name: 'Risk' }).getAttribute('aria-sort')).toBe('descending');
    const keys = () =>
      screen
        .getAllByRole('rowheader')
        .map((header) => header.textContent)
        .slice(3);
    expect(keys()[0]).toBe('R-9');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Group by' }), 'Owner');
    expect(keys().filter((key) => !key.startsWith('R-'))).toEqual([
      'nobody 1 risk',
      'Jonas Adeyemi 2 risks',
      'Maria Keller 3 risks',
      'Petra Novak 1 risk',
      'Sam Okafor 2 risks',
    ]);
  });

  test('changes one field in its cell, and takes it back', async () => {
    const { user } = openRegister(register);
    const row = within(await rowOf(6));

    await user.click(row.getByRole('button', { name: /Change Category of R-6/ }));
    await user.selectOptions(await row.findByRole('combobox', { name: 'Category of R-6' }), 'Market shift');
    await user.click(row.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(register.risk(6).categoryId).toBe('market-shift');
    });
    expect(await row.findByRole('button', { name: /Market shift/ })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(register.risk(6).categoryId).toBe('resource-gap');
    });
    expect(
      await screen.findByText(/^Undone: R-6: category changed/, { selector: '.log__text' }),
    ).toBeTruthy();
  });

  test('keeps what was typed when it is not saved, and says why', async () => {
    const { user } = openRegister(register);
    const row = within(await rowOf(6));
    register.faults.set('change-risk', [{ code: 'no-access' }]);

    await user.click(row.getByRole('button', { name: /Change Title of R-6/ }));
    const field = await row.findByRole('textbox', { name: 'Title of R-6' });
    await user.clear(field);
    await user.type(field, 'Legal is on holiday{Enter}');

    expect((await row.findByRole('alert')).textContent).toBe(
      'Not saved: You cannot open this register. What you wrote is still here.',
    );
    expect(row.getByRole<HTMLInputElement>('textbox').value).toBe('Legal is on holiday');
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(register.risk(6).title).toBe('Legal is on holiday');
    });
  });

  test('finds an owner among the people of the site', async () => {
    const { user } = openRegister(register);
    const row = within(await rowOf(7));

    await user.click(row.getByRole('button', { name: /Change Owner of R-7/ }));
    await user.type(await row.findByRole('combobox'), 'sam');
    await user.click(await row.findByRole('option', { name: 'Sam Okafor' }));
    await user.click(row.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(register.risk(7).ownerId).toBe('sam');
    });
  });

  test('changes several together, and keeps those selected that were not changed', async () => {
    const { user } = openRegister(register);
    await rowOf(2);
    await user.click(screen.getByRole('checkbox', { name: 'Select R-2' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select R-3' }));
    const bar = within(await screen.findByRole('group', { name: '2 risks selected' }));
    await user.selectOptions(bar.getByRole('combobox', { name: 'What to change' }), 'Category');
    await user.selectOptions(bar.getByRole('combobox', { name: 'Category' }), 'Market shift');
    register.faults.set('change-risk', [{ code: 'rate-limited' }]);
    await user.click(bar.getByRole('button', { name: 'Apply' }));

    expect(await screen.findByText('Category changed: 1 risk.', { selector: '.log__text' })).toBeTruthy();
    expect(register.risk(3).categoryId).toBe('market-shift');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'R-2 was not changed: Confluence asks for a short break.',
    );
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select R-2' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select R-3' }).checked).toBe(false);
  });
});
