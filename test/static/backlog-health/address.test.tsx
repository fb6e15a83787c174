import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';

import type { BoardList } from '#src/contract/list-boards';

import { App } from '../../../static/backlog-health/app';
import type { Address } from '../../../static/ui/bridge';
import { answer, CONTEXT, fakeBridge, refuse } from '../fake-bridge';
import { buildHealth } from '../health-builder';

/** A browser's history, as far as the screen uses it. */
function addressAt(...paths: string[]): Address & { readonly paths: string[]; back(): void } {
  const listeners: ((path: string) => void)[] = [];
  const path = () => paths.at(-1) ?? '/';
  return {
    paths,
    path,
    push: (next) => {
      paths.push(next);
    },
    follow: (listener) => {
      listeners.push(listener);
    },
    back: () => {
      paths.pop();
      for (const listener of listeners) listener(path());
    },
  };
}

const BOARDS: BoardList['boards'] = [
  { id: 7, name: 'Aurora board', type: 'scrum' },
  { id: 8, name: 'Support flow', type: 'kanban' },
];

function open(address: Address) {
  const context = { ...CONTEXT, boardId: null, surface: 'page' } as const;
  const bridge = fakeBridge(
    {
      'list-boards': () => answer({ boards: BOARDS }),
      'get-backlog-health': () => answer(buildHealth()),
      'get-board-settings': () => refuse({ code: 'internal' }),
    },
    context,
  );
  render(<App bridge={bridge} context={context} address={address} />);
  return bridge;
}

test('a chosen board stands in the address, and Back leads to the choice', async () => {
  const address = addressAt('/');
  open(address);
  await userEvent.click(await screen.findByRole('button', { name: 'Support flow Kanban board' }));
  expect(address.paths).toEqual(['/', '/boards/8']);
  expect(await screen.findByRole('heading', { name: /Ready for/ })).toBeDefined();

  act(() => {
    address.back();
  });
  expect(await screen.findByRole('heading', { name: 'Which board?' })).toBeDefined();
});

test('a bookmark opens its board', async () => {
  const bridge = open(addressAt('/boards/8'));
  expect(await screen.findByRole('heading', { name: /Ready for/ })).toBeDefined();
  expect(bridge.asked).toContainEqual({
    call: 'get-backlog-health',
    payload: { boardId: 8, mayBeKept: true },
  });
});

test('a bookmark of the settings opens them over the backlog, and closing them leads there', async () => {
  // jsdom has dialogs, but not their methods.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  const address = addressAt('/boards/8/settings');
  open(address);
  const dialog = await screen.findByRole('dialog', { name: 'Settings of this board' });
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(address.paths.at(-1)).toBe('/boards/8');
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  expect(address.paths.at(-1)).toBe('/boards/8/settings');
});
