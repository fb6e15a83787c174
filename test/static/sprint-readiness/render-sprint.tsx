import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';

import type { OpenedSprint } from '#src/contract/sprint/calls';

import { App } from '../../../static/sprint-readiness/app';
import type { ScreenContext } from '../../../static/ui/bridge';
import { answer, CONTEXT, fakeBridge, type Answers, type FakeBridge } from '../fake-bridge';

const failOnWords = (error: Error) => {
  throw error;
};

/** Renders the whole screen. A message that cannot be formatted fails the test. */
export function renderSprint(
  answers: Answers,
  context: Partial<ScreenContext> = {},
): { readonly bridge: FakeBridge; readonly user: UserEvent } {
  const whole = { ...CONTEXT, sprintId: 24, ...context };
  const bridge = fakeBridge(answers, whole);
  render(<App bridge={bridge} context={whole} onWordsError={failOnWords} />);
  return { bridge, user: userEvent.setup() };
}

/** Renders the screen of a sprint that is read once. */
export const renderOpened = (
  opened: OpenedSprint,
  others: Answers = {},
  context: Partial<ScreenContext> = {},
) => renderSprint({ 'get-sprint': () => answer(opened), ...others }, context);

/** The sentence on top, once it is there. */
export async function sentence(): Promise<string> {
  return (await screen.findByRole('heading', { level: 2 })).textContent;
}
