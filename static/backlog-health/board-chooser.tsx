import { useCallback, useState } from 'react';

import { usePlatform } from '../ui/bridge-context';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import type { MessageId } from '../ui/locale';
import { Notice } from '../ui/notice';
import { useAnswer } from '../ui/use-answer';
import { useWords } from '../ui/words';

import { BoardScreen } from './board-screen';
import { Frame } from './frame';
import { Loading, useWaitingWords } from './loading';
import { usePlace } from './use-place';

import type { BoardList } from '#src/contract/list-boards';

type Board = BoardList['boards'][number];

const KINDS = {
  scrum: 'boards.scrum',
  kanban: 'boards.kanban',
  simple: 'boards.simple',
} as const satisfies Record<Board['type'], MessageId>;

function Choice({
  boards,
  onChoose,
}: {
  readonly boards: readonly Board[];
  readonly onChoose: (board: Board) => void;
}) {
  const { say } = useWords();
  return (
    <div className="boards">
      <h2 className="boards__title">{say('boards.title')}</h2>
      <p className="boards__body">{say('boards.body')}</p>
      <ul className="boards__list">
        {boards.map((board) => (
          <li key={board.id} className="boards__item">
            <button
              type="button"
              className="boards__choice"
              onClick={() => {
                onChoose(board);
              }}
            >
              <span className="boards__name">{board.name}</span>{' '}
              <span className="boards__kind">{say(KINDS[board.type])}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Finds the board where Jira named none: the only one opens by itself, among several the viewer chooses. */
export function BoardChooser({ projectId }: { readonly projectId: string }) {
  const { bridge } = usePlatform();
  const words = useWords();
  const { say } = words;
  const { place, go } = usePlace();
  const [isChoosingAgain, setIsChoosingAgain] = useState(false);
  const ask = useCallback(() => bridge.call('list-boards', { projectId }), [bridge, projectId]);
  const { asked, askAgain } = useAnswer(ask);
  const waiting = useWaitingWords(asked.isAsking);
  const boards = asked.data?.boards ?? [];
  const [first] = boards;

  if (place.boardId !== null) {
    return (
      <BoardScreen
        key={place.boardId}
        boardId={place.boardId}
        onOtherBoard={() => {
          go({ boardId: null });
          setIsChoosingAgain(true);
        }}
      />
    );
  }
  if (first !== undefined && boards.length === 1) return <BoardScreen boardId={first.id} />;
  if (asked.isAsking) {
    return (
      <Frame spoken={waiting}>
        <Loading words={waiting} />
      </Frame>
    );
  }
  if (asked.failure !== null) {
    return (
      <Frame spoken={failureTitle(words, asked.failure)}>
        <FailureNotice failure={asked.failure} onRetry={askAgain} />
      </Frame>
    );
  }
  if (first === undefined) {
    return (
      <Frame spoken={say('boards.none-title')}>
        <Notice title={say('boards.none-title')} tone="empty">
          <p className="notice__text">{say('boards.none-body')}</p>
        </Notice>
      </Frame>
    );
  }
  return (
    <Frame spoken={say('boards.title')} takesFocus={isChoosingAgain}>
      <Choice
        boards={boards}
        onChoose={({ id }) => {
          go({ boardId: id });
        }}
      />
    </Frame>
  );
}
