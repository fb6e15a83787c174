import { configure, render, screen, within, type queries } from '@testing-library/react';
import type { BoundFunctions } from '@testing-library/dom';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';

import { App } from '../../../static/risk-register/app';
import type { ScreenContext } from '../../../static/ui/bridge';

import { CONTEXT } from './context';
import type { FakeRegister, RegisterBridge, Visitor } from './fake-register';

// Rooms are loaded when they are first opened, which takes more than the usual seconds on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const failOnWords = (error: Error) => {
  throw error;
};

/** What can be found in one screen, where there are several. */
export type Page = BoundFunctions<typeof queries>;

/** Opens the register's screen for somebody; Maria, who may edit, unless said otherwise. */
export function openRegister(
  register: FakeRegister,
  {
    visitor = { accountId: 'maria', canEdit: true },
    context = {},
    jira,
  }: {
    readonly visitor?: Visitor;
    readonly context?: Partial<ScreenContext>;
    readonly jira?: (path: string) => unknown;
  } = {},
): { readonly bridge: RegisterBridge; readonly user: UserEvent; readonly page: Page } {
  const whole = { ...CONTEXT, ...context };
  const bridge = register.bridge(visitor, whole, jira);
  const { container } = render(<App bridge={bridge} context={whole} onWordsError={failOnWords} />);
  return { bridge, user: userEvent.setup(), page: within(container) };
}

/** The row of a risk in the list. */
export const rowOf = async (number: number): Promise<HTMLElement> => {
  const key = await screen.findByRole('rowheader', { name: `R-${number}` });
  const row = key.closest('tr');
  if (row === null) throw new Error(`R-${number} is in no row.`);
  return row;
};
