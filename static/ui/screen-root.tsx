import type { ReactNode } from 'react';

import type { Bridge, ScreenContext } from './bridge';
import { PlatformProvider } from './bridge-context';
import { CrashGuard } from './crash-guard';
import { WordsProvider } from './words';

/** What every screen's own root takes. */
export interface RootProps {
  readonly bridge: Bridge;
  readonly context: ScreenContext;
  /** Told about a message that cannot be formatted; by default the browser's console is. */
  readonly onWordsError?: (error: Error) => void;
}

/** What every screen stands on: its words, its way to Jira and Confluence, and something to show when it cannot be drawn. */
export function ScreenRoot({
  bridge,
  context,
  onWordsError,
  fallback,
  children,
}: RootProps & { readonly fallback: ReactNode; readonly children: ReactNode }) {
  return (
    <WordsProvider locale={context.locale} {...(onWordsError === undefined ? {} : { onError: onWordsError })}>
      <PlatformProvider bridge={bridge} context={context}>
        <CrashGuard fallback={fallback}>{children}</CrashGuard>
      </PlatformProvider>
    </WordsProvider>
  );
}
