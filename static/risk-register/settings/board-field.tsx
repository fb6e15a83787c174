import { BoardChoice } from '../suggestions/board-choice';
import { useRiskWords } from '../words/risk-words';

/** The Jira board that the page's team plans with: risks are suggested from it. */
export function BoardField({
  boardId,
  savedId,
  onChange,
}: {
  readonly boardId: number | null;
  readonly savedId: number | null;
  readonly onChange: (boardId: number | null) => void;
}) {
  const { say } = useRiskWords();
  return (
    <fieldset className="settings__part">
      <legend className="form__heading">{say('risk.settings.board')}</legend>
      <p className="room__text">{say('risk.settings.board-how')}</p>
      <BoardChoice savedId={savedId} value={boardId} onChange={onChange} />
    </fieldset>
  );
}
