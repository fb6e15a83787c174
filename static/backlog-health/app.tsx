import type { ScreenContext } from '../ui/bridge';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import type { ScreenFailure } from '../ui/failure';
import { ScreenRoot, type RootProps } from '../ui/screen-root';
import { useWords } from '../ui/words';

import { BoardChooser } from './board-chooser';
import { Frame } from './frame';
import { HealthScreen } from './health-screen';
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
  if (boardId !== null) return <HealthScreen boardId={boardId} />;
  if (projectId !== null) return <BoardChooser projectId={projectId} />;
  return <Failed failure={LOST} />;
}

/** Backlog health, the same from a board, from its backlog and as a page of its own. */
export function App(props: RootProps) {
  const { boardId, projectId } = props.context;
  return (
    <ScreenRoot {...props} fallback={<Failed failure={BROKEN} />}>
      <Entry boardId={boardId} projectId={projectId} />
    </ScreenRoot>
  );
}
