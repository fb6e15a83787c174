import { ScreenRoot, type RootProps } from '../ui/screen-root';

import { Frame } from './frame';
import { RegisterScreen } from './register-screen';
import { Trouble } from './trouble';
import '../ui/ui.css';
import './screen.css';
import './room.css';
import './parts/text.css';
import './parts/fields.css';
import './parts/form-layout.css';
import './parts/menu.css';
import './parts/picker.css';
import './parts/filters.css';
import './states/beginning.css';

const BROKEN = { code: 'broken-screen' } as const;

function Broken() {
  return (
    <Frame spoken="">
      <Trouble failure={BROKEN} />
    </Frame>
  );
}

/** The risk register of a Confluence page. */
export function App(props: RootProps) {
  return (
    <ScreenRoot {...props} fallback={<Broken />}>
      <RegisterScreen />
    </ScreenRoot>
  );
}
