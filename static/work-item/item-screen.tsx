import type { WorkItem } from '#src/contract/work-item/calls';

import { DeskProvider } from '../backlog-health/desk';
import { MendLogProvider } from '../backlog-health/mend/mend-log';
import { Undo } from '../backlog-health/mend/undo';
import type { MessageId } from '../ui/locale';
import { useWords } from '../ui/words';

import { BoardRules } from './board-rules';
import { Frame } from './frame';
import { Readiness } from './readiness';
import { Risks } from './risks';
import { Trouble } from './trouble';
import { useWorkItem } from './use-work-item';
import { useSentence } from './sentence';

const NOT_JUDGED = {
  'no-board': 'item.no-board',
  'not-counted': 'item.not-counted',
  done: 'item.done',
  'not-on-board': 'item.not-on-board',
} as const satisfies Record<Exclude<WorkItem['state'], 'judged'>, MessageId>;

function Loading() {
  const { say } = useWords();
  return (
    <div className="item__loading" aria-hidden="true">
      <span className="item__bar item__bar--long" />
      <span className="item__bar" />
      <p className="item__hint">{say('item.reading')}</p>
    </div>
  );
}

/** The panel of one issue: what is asked for first is drawn first, and neither part waits for the other. */
export function ItemScreen({ issueId, projectId }: { readonly issueId: string; readonly projectId: string }) {
  const { say } = useWords();
  const { view, refresh, choose, takeIn } = useWorkItem(issueId, projectId);
  const { item, isAsking, failure } = view;
  const sentence = useSentence(item);
  const spoken = item === null ? (isAsking ? say('item.reading') : '') : (sentence ?? '');
  return (
    <Frame spoken={spoken}>
      <section className="item__part" aria-label={say('item.title')} aria-busy={isAsking}>
        {failure !== null && <Trouble failure={failure} onRetry={refresh} />}
        {item === null && isAsking && <Loading />}
        {item !== null && item.state !== 'judged' && (
          <p className="item__text">{say(NOT_JUDGED[item.state], { board: item.board?.name ?? '' })}</p>
        )}
        {item?.health && item.board && (
          <DeskProvider desk={{ boardId: item.board.id, health: item.health, takeIn, refresh }}>
            <MendLogProvider>
              <Readiness item={item} health={item.health} />
              <Undo />
            </MendLogProvider>
          </DeskProvider>
        )}
        {item?.board && (
          <BoardRules
            board={item.board}
            boards={item.boards}
            projectId={projectId}
            comparedWith={item.comparedWith}
            isBusy={isAsking}
            onChoose={choose}
            onRefresh={refresh}
          />
        )}
      </section>
      <Risks issueId={issueId} />
    </Frame>
  );
}
