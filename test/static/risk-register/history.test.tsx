import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { plan } from '../../builders/risk';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH });
  register.travel('2026-11-26');
  const { id } = register.risk(2);
  register.change('jonas', id, {
    kind: 'edit',
    patch: { title: 'Support has no trainer', ownerId: 'sam', plan: plan('Hire one'), dueOn: '2026-12-20' },
  });
  register.change('maria', id, { kind: 'review', outcome: 'worse' });
});

const sentences = () =>
  [...document.querySelectorAll('.history__event')].map((event) =>
    [...event.querySelectorAll('.history__deed, .history__changes > li')].map((part) => {
      const time = part.querySelector('time')?.textContent ?? '';
      return part.textContent.replace(time, '').trim();
    }),
  );

async function openHistory(number: number) {
  const opened = openRegister(register);
  await opened.user.click(
    within(await rowOf(number)).getByRole('button', { name: `Actions for R-${number}` }),
  );
  await opened.user.click(screen.getByRole('menuitem', { name: 'History' }));
  await screen.findByText('as it is now');
  return opened;
}

describe('the history', () => {
  test('of a risk reads as sentences, newest first', async () => {
    await openHistory(2);

    await waitFor(() => {
      expect(sentences()).toEqual([
        ['Maria Keller reviewed it: worse', 'probability raised from Medium to High'],
        [
          'Jonas Adeyemi changed it',
          'title changed from “Support is not trained by launch and tickets pile up” to “Support has no trainer”',
          'mitigation plan changed',
          'owner changed from Jonas Adeyemi to Sam Okafor',
          'mitigation due Dec 20',
        ],
        ['Maria Keller wrote it: “Support is not trained by launch and tickets pile up”'],
      ]);
    });
  });

  test('brings back an older state, and that can be taken back too', async () => {
    const { user } = await openHistory(2);
    const [, oldest] = screen.getAllByRole('button', { name: /^Restore this state/ });
    await user.click(oldest!);

    await waitFor(() => {
      expect(register.risk(2)).toMatchObject({
        title: LAUNCH[1]!.title,
        ownerId: 'jonas',
        probability: { step: 2 },
      });
    });
    expect(register.events.at(-1)).toMatchObject({ kind: 'reverted', toVersion: 1, act: { by: 'maria' } });
    expect(await screen.findByText('Maria Keller put it back as it was first written')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(register.risk(2)).toMatchObject({ title: 'Support has no trainer', probability: { step: 3 } });
    });
  });

  test('of the register is narrowed by person and kind', async () => {
    const { user } = openRegister(register);
    await rowOf(2);
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'History' }));
    await screen.findByRole('heading', { level: 3, name: 'Nov 26' });
    expect(sentences()).toHaveLength(11);

    await user.selectOptions(screen.getByRole('combobox', { name: 'Who' }), 'Jonas Adeyemi');
    expect(sentences()).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Reviews');
    expect(screen.getByText('Nothing to show.')).toBeTruthy();
  });

  test('reads on, and says when that fails', async () => {
    const { id } = register.risk(3);
    for (let day = 1; day < 25; day += 1) {
      register.change('jonas', id, { kind: 'edit', patch: { title: `Translation is late, take ${day}` } });
    }
    const { user } = await openHistory(3);
    expect(sentences()).toHaveLength(20);
    register.faults.set('list-history', ['lost']);
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The history was not read: Confluence does not answer.',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => {
      expect(sentences()).toHaveLength(25);
    });
  });
});
