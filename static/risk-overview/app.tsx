import type { Bridge, ScreenContext } from '../ui/bridge';
import { PlatformProvider } from '../ui/bridge-context';
import { CrashGuard } from '../ui/crash-guard';
import { WordsProvider } from '../ui/words';

import { Frame } from './frame';
import { OverviewScreen } from './overview-screen';
import { Trouble } from './trouble';
import '../ui/ui.css';
import './screen.css';

const BROKEN = { code: 'broken-screen' } as const;

function Broken() {
  return (
    <Frame spoken="">
      <Trouble failure={BROKEN} />
    </Frame>
  );
}

/** All risk registers of a space, or of the site, in one picture. */
export function App({
  bridge,
  context,
  onWordsError,
}: {
  readonly bridge: Bridge;
  readonly context: ScreenContext;
  /** Told about a message that cannot be formatted; by default the browser's console is. */
  readonly onWordsError?: (error: Error) => void;
}) {
  return (
    <WordsProvider locale={context.locale} {...(onWordsError === undefined ? {} : { onError: onWordsError })}>
      <PlatformProvider bridge={bridge} context={context}>
        <CrashGuard fallback={<Broken />}>
          <OverviewScreen />
        </CrashGuard>
      </PlatformProvider>
    </WordsProvider>
  );
}
