import type { ScreenFailure } from '../ui/failure';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import { ScreenRoot, type RootProps } from '../ui/screen-root';
import { useWords } from '../ui/words';

import { Frame } from './frame';
import { SprintScreen } from './sprint-screen';

const LOST = { code: 'bad-request', message: 'No board in the context.' } as const;
const BROKEN = { code: 'broken-screen' } as const;

function Failed({ failure }: { readonly failure: ScreenFailure }) {
  const words = useWords();
  return (
    <Frame spoken={failureTitle(words, failure)}>
      <FailureNotice failure={failure} />
    </Frame>
  );
}

/** Sprint readiness, as the menu of a sprint opens it. */
export function App(props: RootProps) {
  const { boardId, sprintId = null } = props.context;
  return (
    <ScreenRoot {...props} fallback={<Failed failure={BROKEN} />}>
      {boardId === null ? <Failed failure={LOST} /> : <SprintScreen boardId={boardId} sprintId={sprintId} />}
    </ScreenRoot>
  );
}
