import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH });
});

async function edit(number: number) {
  const opened = openRegister(register);
  await opened.user.click(within(await rowOf(number)).getByRole('button', { name: `R-${number}` }));
  await screen.findByRole('heading', { name: `Edit R-${number}` });
  return opened;
}

async function retitle(user: Awaited<ReturnType<typeof edit>>['user'], title: string) {
  const field = await screen.findByRole('textbox', { name: 'What may happen, in one line' });
  await user.clear(field);
  await user.type(field, title);
}

describe('two people at once', () => {
  test('both keep their changes where the fields do not meet', async () => {
    const { user } = await edit(2);
    await retitle(user, 'Support is trained too late');
    register.change('jonas', register.risk(2).id, { kind: 'edit', patch: { dueOn: '2026-12-20' } });
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => {
      expect(register.risk(2)).toMatchObject({ title: 'Support is trained too late', dueOn: '2026-12-20' });
    });
    expect(screen.queryByRole('heading', { name: /Two changes/ })).toBeNull();
  });

  test.each([
    { side: 'Yours', title: 'Support is trained too late' },
    { side: 'Theirs, as it is now', title: 'Support has no trainer' },
  ])('the loser sees both versions and chooses: $side', async ({ side, title }) => {
    const { user } = await edit(2);
    await retitle(user, 'Support is trained too late');
    await user.click(
      within(screen.getByRole('group', { name: 'Impact' })).getByRole('radio', { name: 'High' }),
    );
    register.change('jonas', register.risk(2).id, {
      kind: 'edit',
      patch: { title: 'Support has no trainer' },
    });
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await screen.findByRole('heading', { name: 'Two changes of R-2' });
    expect(register.risk(2)).toMatchObject({ title: 'Support has no trainer', impact: { step: 2 } });
    const choice = within(screen.getByRole('group', { name: 'Title' }));
    expect(choice.getByText('Support is trained too late')).toBeTruthy();
    expect(choice.getByText('Support has no trainer')).toBeTruthy();
    expect(choice.getByText(/^Before: Support is not trained by launch/)).toBeTruthy();
    expect(screen.getByText('Kept from your change as it is: Impact.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save these choices' }).disabled).toBe(true);

    await user.click(choice.getByRole('radio', { name: new RegExp(`^${side}`) }));
    await user.click(screen.getByRole('button', { name: 'Save these choices' }));

    await waitFor(() => {
      expect(register.risk(2)).toMatchObject({ title, impact: { step: 3 } });
    });
    expect(await rowOf(2)).toBeTruthy();
    expect(register.events.map(({ act }) => act.by).slice(-2)).toEqual(['jonas', 'maria']);
  });

  test('a choice that is put off waits as a draft', async () => {
    const { user } = await edit(2);
    await retitle(user, 'Support is trained too late');
    register.change('jonas', register.risk(2).id, {
      kind: 'edit',
      patch: { title: 'Support has no trainer' },
    });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('heading', { name: 'Two changes of R-2' });

    await user.click(screen.getByRole('button', { name: 'Back to the register' }));
    expect(screen.getByText(/Your changes to R-2 are not saved/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go on writing' }));
    const field = await screen.findByRole('textbox', { name: 'What may happen, in one line' });
    expect((field as HTMLInputElement).value).toBe('Support is trained too late');
    expect(screen.getByText(/Somebody changed this risk while you have it open/)).toBeTruthy();
  });

  test('what was deleted meanwhile is said, and nothing typed is lost', async () => {
    const { user } = await edit(2);
    await retitle(user, 'Support is trained too late');
    register.change('jonas', register.risk(2).id, { kind: 'delete' });
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect((await screen.findAllByText(/it was deleted meanwhile/)).length).toBeGreaterThan(0);
    expect(register.risk(2).title).toBe(LAUNCH[1]!.title);
  });

  test('two quick changes of one’s own do not meet each other', async () => {
    const { user } = openRegister(register);
    const row = within(await rowOf(6));
    await user.click(row.getByRole('button', { name: /Change Category of R-6/ }));
    await user.selectOptions(await row.findByRole('combobox', { name: 'Category of R-6' }), 'Market shift');
    await user.click(row.getByRole('button', { name: /Change State of R-6/ }));
    await user.selectOptions(await row.findByRole('combobox', { name: 'State of R-6' }), 'Open');
    const [first, second] = row.getAllByRole('button', { name: 'Save' });
    await Promise.all([user.click(first!), user.click(second!)]);

    await waitFor(() => {
      expect(register.risk(6)).toMatchObject({ categoryId: 'market-shift', state: { kind: 'open' } });
    });
  });
});
