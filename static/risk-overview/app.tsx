import { ScreenRoot, type RootProps } from '../ui/screen-root';

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
export function App(props: RootProps) {
  return (
    <ScreenRoot {...props} fallback={<Broken />}>
      <OverviewScreen />
    </ScreenRoot>
  );
}
