import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { FakeRegister } from './fake-register';
import { openRegister } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

let register: FakeRegister;

beforeEach(() => {
  register = new FakeRegister({ fields: LAUNCH, mitigations: MITIGATIONS });
});

const chipOf = async (number: number) =>
  await screen.findByRole('button', { name: new RegExp(`^R-${number}, `) });

const spoken = () => screen.getAllByRole('status').map((status) => status.textContent);

/** The cell of the map with that probability and impact. */
function cellOf(probability: number, impact: number): HTMLElement {
  const cell = document.querySelector<HTMLElement>(
    `[data-probability="${probability}"][data-impact="${impact}"]`,
  );
  if (cell === null) throw new Error('There is no such cell.');
  return cell;
}

describe('the heat map', () => {
  test('is a table with its levels in words', async () => {
    openRegister(register);
    const map = await screen.findByRole('table', { name: 'Open risks by probability and impact' });

    const rows = within(map).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Probability HighLLowR-9MMediumHHighR-1R-7',
      ' MediumLLowMMediumR-2R-4R-5MMediumR-3',
      ' LowLLowR-8LLowR-6LLow',
      'LowMediumHigh impact',
    ]);
  });

  test('moves a risk with the keyboard, says so, and takes it back', async () => {
    const { user } = openRegister(register);
    const chip = await chipOf(2);
    chip.focus();

    await user.keyboard('{Enter}');
    expect(spoken()).toContain(
      'R-2 picked up at probability Medium, impact Medium, level Medium. Arrow keys move it, Enter puts it down, Escape puts it back.',
    );
    await user.keyboard('{ArrowUp}{ArrowRight}{ArrowRight}');
    expect(spoken()).toContain('Over probability High, impact High, level High.');
    expect(register.risk(2).version).toBe(1);
    await user.keyboard('{Enter}');

    await waitFor(() => {
      expect(register.risk(2)).toMatchObject({ probability: { step: 3, of: 3 }, impact: { step: 3, of: 3 } });
    });
    const said = 'R-2: probability raised from Medium to High and impact raised from Medium to High';
    expect(await screen.findByText(said, { selector: '.log__text' })).toBeTruthy();
    expect(cellOf(3, 3).contains(document.activeElement)).toBe(true);

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(register.risk(2)).toMatchObject({ probability: { step: 2 }, impact: { step: 2 } });
    });
  });

  test('puts it back on Escape, and with a space just the same', async () => {
    const { user } = openRegister(register);
    (await chipOf(2)).focus();

    await user.keyboard(' {ArrowUp}{Escape}');

    expect(spoken()).toContain('R-2 is where it was.');
    expect(register.risk(2).version).toBe(1);
    expect(screen.getByRole('heading', { name: /risks need you/ })).toBeTruthy();
  });

  test('goes from chip to chip with arrow keys: one stop of the Tab key', async () => {
    const { user } = openRegister(register);
    await chipOf(9);
    const chips = document.querySelectorAll('[data-chip]');
    expect([...chips].filter((chip) => chip.getAttribute('tabindex') === '0')).toHaveLength(1);

    (chips[0] as HTMLElement).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('R-7');
    await user.keyboard('{End}');
    expect(document.activeElement?.textContent).toBe('R-6');
  });

  test('moves a risk with the pointer, and only when it was carried', async () => {
    const { user } = openRegister(register);
    const chip = await chipOf(8);
    // jsdom lays nothing out, so that the test says what lies under the pointer.
    document.elementFromPoint = vi.fn(() => cellOf(2, 1));

    fireEvent.pointerDown(chip, { button: 0, isPrimary: true, pointerId: 1, clientX: 10, clientY: 10 });
    fireEvent.pointerMove(document, { pointerId: 1, clientX: 12, clientY: 11 });
    expect(chip.className).not.toContain('held');
    fireEvent.pointerMove(document, { pointerId: 1, clientX: 12, clientY: 40 });
    expect((await chipOf(8)).className).toContain('held');
    fireEvent.pointerUp(document, { pointerId: 1, clientX: 12, clientY: 40 });

    await waitFor(() => {
      expect(register.risk(8)).toMatchObject({ probability: { step: 2, of: 3 }, impact: { step: 1, of: 3 } });
    });
    await user.click(await chipOf(9));
    expect(await screen.findByRole('heading', { name: 'Edit R-9' })).toBeTruthy();
  });

  test('drops nothing outside of the map, nor after Escape', async () => {
    openRegister(register);
    const chip = await chipOf(8);
    document.elementFromPoint = vi.fn(() => document.body);
    const press = () => {
      fireEvent.pointerDown(chip, { button: 0, isPrimary: true, pointerId: 1, clientX: 0, clientY: 0 });
      fireEvent.pointerMove(document, { pointerId: 1, clientX: 90, clientY: 90 });
    };

    press();
    fireEvent.pointerUp(document, { pointerId: 1, clientX: 90, clientY: 90 });
    document.elementFromPoint = vi.fn(() => cellOf(3, 3));
    press();
    fireEvent.keyDown(document, { key: 'Escape' });
    fireEvent.pointerUp(document, { pointerId: 1, clientX: 90, clientY: 90 });

    expect(register.risk(8).version).toBe(1);
  });

  test('cannot be changed by who can only read: Enter opens the risk', async () => {
    const { user } = openRegister(register, { visitor: { accountId: 'sam', canEdit: false } });
    (await chipOf(2)).focus();

    await user.keyboard('{Enter}');

    expect(await screen.findByRole('heading', { name: /^R-2 Support is not trained/ })).toBeTruthy();
    expect(screen.getByText('Jonas Adeyemi', { selector: 'dd' })).toBeTruthy();
  });

  test('says when a move failed, puts the chip back and tries again', async () => {
    register.faults.set('change-risk', ['lost']);
    const { user } = openRegister(register);
    (await chipOf(2)).focus();
    await user.keyboard('{Enter}{ArrowUp}{Enter}');

    expect(
      await screen.findByText('R-2 was not changed: Confluence does not answer.', { selector: '.log__text' }),
    ).toBeTruthy();
    expect(within(cellOf(2, 2)).getByRole('button', { name: /^R-2, / })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => {
      expect(register.risk(2).probability.step).toBe(3);
    });
  });
});
