import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { WorkItem } from '#src/contract/work-item/calls';

import { usePlatform } from '../ui/bridge-context';
import { attempt, type ScreenFailure } from '../ui/failure';
import { useNow } from '../ui/use-now';
import { useWords } from '../ui/words';

import { Trouble } from './trouble';

const MINUTE = 60_000;

type Board = NonNullable<WorkItem['board']>;

/** Whose rules hold, what the issue was compared with, and a way to choose another board. */
export function BoardRules({
  board,
  boards,
  projectId,
  comparedWith,
  isBusy,
  onChoose,
  onRefresh,
}: {
  readonly board: Board;
  /** null while they are not known: they are asked for when somebody wants another. */
  readonly boards: readonly Board[] | null;
  readonly projectId: string;
  readonly comparedWith: string | null;
  readonly isBusy: boolean;
  readonly onChoose: (boardId: number) => void;
  readonly onRefresh: () => void;
}) {
  const { bridge } = usePlatform();
  const { say, show, ago } = useWords();
  const now = useNow(MINUTE);
  const [listed, setListed] = useState<readonly Board[] | null>(null);
  const [isListing, setIsListing] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const field = useId();
  const known = listed ?? boards;
  // A board that was chosen is named even where the list leaves it out.
  const choices = known?.some(({ id }) => id === board.id) === false ? [board, ...known] : known;

  const list = async () => {
    setIsListing(true);
    setFailure(null);
    const result = await attempt(() => bridge.call('list-boards', { projectId }));
    setIsListing(false);
    if (result.ok) setListed(result.data.boards);
    else setFailure(result.failure);
  };
  return (
    <footer className="item__rules">
      {choices !== null && choices.length > 1 ? (
        <div className="item__choice">
          <label htmlFor={field}>{say('item.rules-of')}</label>
          <select
            id={field}
            value={board.id}
            disabled={isBusy}
            onChange={({ target }) => {
              onChoose(Number(target.value));
            }}
          >
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p className="item__hint">
          {show('item.rules', { board: <bdi key="board">{board.name}</bdi> })}
          {listed !== null && ` ${say('item.only-board')}`}
        </p>
      )}
      <p className="item__hint">
        {comparedWith === null
          ? say('item.not-compared')
          : say('item.compared', { ago: ago(now - Date.parse(comparedWith)) })}
      </p>
      {failure !== null && <Trouble failure={failure} onRetry={() => void list()} />}
      <div className="item__buttons">
        <Button appearance="subtle" spacing="compact" isDisabled={isBusy} onClick={onRefresh}>
          {say('item.check-again')}
        </Button>
        {choices === null && (
          <Button appearance="subtle" spacing="compact" isDisabled={isListing} onClick={() => void list()}>
            {say('item.other-board')}
          </Button>
        )}
      </div>
    </footer>
  );
}
