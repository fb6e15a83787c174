import { useEffect, useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { LayerPlaceRequest, SettingsPreview } from '#src/contract/setting-layers';
import type { Layer } from '#src/domain/settings/layer';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type ScreenFailure } from '../../ui/failure';
import { failureTitle } from '../../ui/failure-notice';
import { fieldsOf, textOf } from '../../ui/json';
import { useWords, type Words } from '../../ui/words';

interface NamedBoard {
  readonly id: number;
  readonly name: string;
}

/** As many as the list of Jira has a page; others are looked at from their own project. */
const BOARDS = 50;

function boardsIn(answer: unknown): readonly NamedBoard[] {
  const { values } = fieldsOf(answer);
  return (Array.isArray(values) ? (values as unknown[]) : []).flatMap((board) => {
    const { id, name } = fieldsOf(board);
    const title = textOf(name);
    return typeof id === 'number' && title !== null ? [{ id, name: title }] : [];
  });
}

/** The boards that the viewer sees, where the place names none. */
function useBoards(known: readonly NamedBoard[], isAsked: boolean): readonly NamedBoard[] {
  const { bridge } = usePlatform();
  const [boards, setBoards] = useState<readonly NamedBoard[]>([]);
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    bridge
      .jira(`/rest/agile/1.0/board?maxResults=${BOARDS}`)
      .then((answer) => {
        if (isWanted) setBoards(boardsIn(answer));
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [bridge, isAsked]);
  return isAsked ? boards : known;
}

function previewInWords({ say }: Words, preview: SettingsPreview): string {
  const { board, issues, newlyFlagged, noLongerFlagged, readyBefore, readyAfter, isElsewhere } = preview;
  if (isElsewhere) return say('admin.settings.preview.elsewhere', { board: board.name });
  const figures = { board: board.name, issues, newlyFlagged, noLongerFlagged, readyBefore, readyAfter };
  return say('admin.settings.preview.answer', figures);
}

type Seen = { readonly of: string; readonly preview: SettingsPreview };

/** What the settings would make of a board, before they are saved. */
export function Preview({
  place,
  layer,
  boards: known,
}: {
  readonly place: LayerPlaceRequest;
  readonly layer: Layer;
  readonly boards: readonly NamedBoard[];
}) {
  const words = useWords();
  const { say } = words;
  const { bridge } = usePlatform();
  const boards = useBoards(known, place.of === 'site');
  const [chosen, setChosen] = useState<number | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const id = useId();
  const boardId = place.of === 'board' ? place.boardId : (chosen ?? boards[0]?.id);
  if (boardId === undefined) return null;
  const asked = JSON.stringify([boardId, layer]);
  const ask = async () => {
    setIsAsking(true);
    setFailure(null);
    const result = await attempt(
      async () => await bridge.call('preview-settings', { place, layer: { ...layer }, boardId }),
    );
    setIsAsking(false);
    if (result.ok) setSeen({ of: asked, preview: result.data });
    else setFailure(result.failure);
  };
  return (
    <div className="layer__preview">
      {place.of !== 'board' && (
        <span className="layer__choice">
          <label htmlFor={id}>{say('admin.settings.preview.board')}</label>
          <select
            id={id}
            className="layer__input"
            value={boardId}
            onChange={({ target }) => {
              setChosen(Number(target.value));
            }}
          >
            {boards.map((board) => (
              <option key={board.id} value={board.id}>
                {board.name}
              </option>
            ))}
          </select>
        </span>
      )}
      <Button isLoading={isAsking} onClick={() => void ask()}>
        {say('admin.settings.preview.ask')}
      </Button>
      <p className="layer__told" role="status">
        {failure !== null && say('admin.settings.preview.failed', { reason: failureTitle(words, failure) })}
        {failure === null && seen !== null && seen.of === asked && previewInWords(words, seen.preview)}
        {failure === null &&
          seen !== null &&
          seen.of === asked &&
          seen.preview.isPartial &&
          ` ${say('admin.settings.preview.partial')}`}
      </p>
    </div>
  );
}
