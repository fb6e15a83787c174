import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';

import type { BacklogHealth } from '#src/contract/get-backlog-health';

import { App } from '../../static/backlog-health/app';
import type { ScreenContext } from '../../static/ui/bridge';

import { answer, CONTEXT, fakeBridge, type Answers, type FakeBridge } from './fake-bridge';

const failOnWords = (error: Error) => {
  throw error;
};

/** Renders the whole screen. A message that cannot be formatted fails the test. */
export function renderScreen(
  answers: Answers,
  context: Partial<ScreenContext> = {},
): { readonly bridge: FakeBridge; readonly user: UserEvent } {
  const whole = { ...CONTEXT, ...context };
  const bridge = fakeBridge(answers, whole);
  render(<App bridge={bridge} context={whole} onWordsError={failOnWords} />);
  return { bridge, user: userEvent.setup() };
}

/** Renders the screen of a board with the given health. */
export const renderHealth = (health: BacklogHealth, context: Partial<ScreenContext> = {}) =>
  renderScreen({ 'get-backlog-health': () => answer(health) }, context);

/** What the screen last had read aloud: its own announcer stands first, before those of its parts. */
export const spoken = (): string => screen.getAllByRole('status')[0]?.textContent ?? '';
