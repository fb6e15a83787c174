import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';

import { App } from '../../../static/risk-overview/app';
import type { ScreenContext } from '../../../static/ui/bridge';
import { answer, fakeBridge, type Answers, type FakeBridge } from '../fake-bridge';

import { pageOf, wiki, type Row } from './overview-builder';

const OF_SITE: ScreenContext = {
  boardId: null,
  projectId: null,
  surface: 'page',
  locale: 'en-US',
  siteUrl: 'https://acme.atlassian.net',
};

const OF_SPACE: ScreenContext = { ...OF_SITE, spaceId: '1' };

const failOnWords = (error: Error) => {
  throw error;
};

/** Renders the page of a space, or of the site. A message that cannot be formatted fails the test. */
export function renderOverview(
  answers: Answers,
  scope: 'space' | 'site' = 'space',
  changes: Partial<ScreenContext> = {},
): { readonly bridge: FakeBridge; readonly user: UserEvent } {
  const context = { ...(scope === 'space' ? OF_SPACE : OF_SITE), ...changes };
  const bridge = fakeBridge({ confluence: wiki, ...answers }, context);
  render(<App bridge={bridge} context={context} onWordsError={failOnWords} />);
  return { bridge, user: userEvent.setup() };
}

/** Renders registers that come in one answer, and waits for them. */
export async function renderRegisters(rows: readonly Row[], scope: 'space' | 'site' = 'space') {
  const rendered = renderOverview({ 'roll-up-registers': () => answer(pageOf(rows)) }, scope);
  await screen.findByRole('table', { name: 'Registers' });
  return rendered;
}

/** The texts of the table of registers, row by row, without its head. */
export function registerRows(): readonly (readonly string[])[] {
  const [, ...rows] = within(screen.getByRole('table', { name: 'Registers' })).getAllByRole('row');
  return rows.map((row) =>
    [...row.children].map((cell) =>
      [...cell.childNodes]
        .filter((node) => !(node instanceof HTMLElement && node.className === 'registers__beside'))
        .map(({ textContent }) => textContent)
        .join(''),
    ),
  );
}

/** The titles of the pages in the table, in its order. */
export const pageTitles = () => registerRows().map(([title]) => title);
