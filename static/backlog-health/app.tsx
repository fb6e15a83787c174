import type { Address, ScreenContext } from '../ui/bridge';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import { ScreenRoot, type RootProps } from '../ui/screen-root';
import { useWords } from '../ui/words';

import { BoardChooser } from './board-chooser';
import { BoardScreen } from './board-screen';
import { Frame } from './frame';
import { PlaceProvider } from './use-place';
import '../ui/ui.css';
import './screen.css';

const LOST = { code: 'bad-request', message: 'Neither a board nor a project in the context.' } as const;
const BROKEN = { code: 'broken-screen' } as const;

function Failed({ failure }: { readonly failure: ScreenFailure }) {
  const words = useWords();
  return (
    <Frame spoken={failureTitle(words, failure)}>
      <FailureNotice failure={failure} />
    </Frame>
  );
}

function Entry({ boardId, projectId }: Pick<ScreenContext, 'boardId' | 'projectId'>) {
  if (boardId !== null) return <BoardScreen boardId={boardId} />;
  if (projectId !== null) return <BoardChooser projectId={projectId} />;
  return <Failed failure={LOST} />;
}

/** What there is to know about a board, the same from the board, from its backlog and as a page of its own. */
export function App({ address = null, ...props }: RootProps & { readonly address?: Address | null }) {
  const { boardId, projectId } = props.context;
  return (
    <ScreenRoot {...props} fallback={<Failed failure={BROKEN} />}>
      <PlaceProvider address={address}>
        <Entry boardId={boardId} projectId={projectId} />
      </PlaceProvider>
    </ScreenRoot>
  );
}
