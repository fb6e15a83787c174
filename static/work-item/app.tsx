import { ScreenRoot, type RootProps } from '../ui/screen-root';
import type { ScreenFailure } from '../ui/failure';

import { Frame } from './frame';
import { ItemScreen } from './item-screen';
import { Trouble } from './trouble';
import '../ui/ui.css';
import './work-item.css';

const LOST = { code: 'bad-request', message: 'No issue in the context.' } as const;
const BROKEN = { code: 'broken-screen' } as const;

function Failed({ failure }: { readonly failure: ScreenFailure }) {
  return (
    <Frame spoken="">
      <Trouble failure={failure} />
    </Frame>
  );
}

/** One work item's readiness and the risks that it mitigates, in the right column of its page. */
export function App(props: RootProps) {
  const { issueId, projectId } = props.context;
  return (
    <ScreenRoot {...props} fallback={<Failed failure={BROKEN} />}>
      {issueId === undefined || projectId === null ? (
        <Failed failure={LOST} />
      ) : (
        <ItemScreen issueId={issueId} projectId={projectId} />
      )}
    </ScreenRoot>
  );
}
