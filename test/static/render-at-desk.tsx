import { useMemo, useState, type ReactNode } from 'react';

import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { vi } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';

import { DeskProvider, type Desk } from '../../static/backlog-health/desk';
import { MendLogProvider } from '../../static/backlog-health/mend/mend-log';
import type { ScreenContext } from '../../static/ui/bridge';
import { PlatformProvider } from '../../static/ui/bridge-context';
import { WordsProvider } from '../../static/ui/words';

import { CONTEXT, fakeBridge, type Answers, type FakeBridge } from './fake-bridge';

const failOnWords = (error: Error) => {
  throw error;
};

/** A desk that keeps the health it takes in, as the whole screen does; an answer to a change brings few words. */
function TestDesk({
  first,
  refresh,
  children,
}: {
  readonly first: BacklogHealth;
  readonly refresh: () => void;
  readonly children: (health: BacklogHealth) => ReactNode;
}) {
  const [health, setHealth] = useState(first);
  const desk = useMemo<Desk>(
    () => ({
      boardId: health.board.id,
      health,
      takeIn: (next) => {
        setHealth((last) => ({ ...next, words: last.words }));
      },
      refresh,
    }),
    [health, refresh],
  );
  return (
    <DeskProvider desk={desk}>
      <MendLogProvider>
        <main tabIndex={-1}>{children(health)}</main>
      </MendLogProvider>
    </DeskProvider>
  );
}

/** Renders a part of the screen at a desk. A message that cannot be formatted fails the test. */
export function renderAtDesk(
  health: BacklogHealth,
  part: (health: BacklogHealth) => ReactNode,
  {
    answers = {},
    context = {},
  }: { readonly answers?: Answers; readonly context?: Partial<ScreenContext> } = {},
): { readonly bridge: FakeBridge; readonly user: UserEvent; readonly refresh: () => void } {
  const whole = { ...CONTEXT, ...context };
  const bridge = fakeBridge(answers, whole);
  const refresh = vi.fn<() => void>();
  render(
    <WordsProvider locale={whole.locale} onError={failOnWords}>
      <PlatformProvider bridge={bridge} context={whole}>
        <TestDesk first={health} refresh={refresh}>
          {part}
        </TestDesk>
      </PlatformProvider>
    </WordsProvider>,
  );
  return { bridge, user: userEvent.setup(), refresh };
}

/** What axe finds in the page, but for colours, which need a browser. */
export async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}
