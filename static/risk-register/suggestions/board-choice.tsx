import { useEffect, useId, useState } from 'react';

import { useRiskWords } from '../words/risk-words';

import type { FoundBoard } from './boards';
import { useBoards, type Boards } from './use-boards';
import './suggestions.css';

/** One of the boards that the viewer may see, or none; a search appears where Jira has more of them than it lists. */
export function BoardChoice({
  savedId,
  value,
  proposed,
  hasFocus = false,
  onChange,
}: {
  /** The board that is stored: shown even where the viewer may not see it. */
  readonly savedId: number | null;
  /** undefined while nothing was chosen: then what `proposed` finds is chosen, if anything. */
  readonly value: number | null | undefined;
  readonly proposed?: (boards: NonNullable<Boards['found']>) => FoundBoard | null;
  readonly hasFocus?: boolean;
  readonly onChange: (boardId: number | null) => void;
}) {
  const { say } = useRiskWords();
  const id = useId();
  const [name, setName] = useState('');
  const [isSearching, setIsSearching] = useState(false);
  const { found, isFailed, chosen } = useBoards(name, savedId);
  const listed = found?.boards ?? [];
  const proposalId = found === null || value !== undefined ? null : (proposed?.(found)?.id ?? null);
  useEffect(() => {
    if (proposalId !== null) onChange(proposalId);
  }, [proposalId, onChange]);
  const shown = value === undefined ? savedId : value;
  const isListed = (boardId: number) => listed.some((each) => each.id === boardId);
  const kept = [savedId, shown].filter(
    (each, index, all): each is number => each !== null && !isListed(each) && all.indexOf(each) === index,
  );
  const hasSearch = isSearching || (found?.hasMore ?? false);

  return (
    <div className="board-choice">
      <label className="field__label" htmlFor={id}>
        {say('risk.suggest.which-board')}
      </label>
      {hasSearch && (
        <input
          type="search"
          className="field__input"
          aria-label={say('risk.suggest.find-board')}
          placeholder={say('risk.suggest.find-board')}
          value={name}
          onChange={(event) => {
            setIsSearching(true);
            setName(event.target.value);
          }}
        />
      )}
      <select
        id={id}
        className="field__input"
        autoFocus={hasFocus}
        aria-busy={found === null && !isFailed}
        aria-describedby={isFailed ? `${id}-problem` : undefined}
        value={shown ?? ''}
        onChange={(event) => {
          onChange(event.target.value === '' ? null : Number(event.target.value));
        }}
      >
        <option value="">{say('risk.suggest.no-board')}</option>
        {kept.map((boardId) => (
          <option key={boardId} value={boardId}>
            {chosen?.id === boardId ? nameOf(chosen) : say('risk.suggest.board', { id: String(boardId) })}
          </option>
        ))}
        {listed.map((board) => (
          <option key={board.id} value={board.id}>
            {nameOf(board)}
          </option>
        ))}
      </select>
      {isFailed && (
        <p id={`${id}-problem`} className="field__problem" role="alert">
          {say('risk.suggest.no-boards')}
        </p>
      )}
    </div>
  );
}

const nameOf = ({ name, projectKey }: FoundBoard) => (projectKey === null ? name : `${name} (${projectKey})`);
