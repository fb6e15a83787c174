import { useCallback, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useLog } from '../change-log';
import { useDesk } from '../desk';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

import { BoardChoice } from './board-choice';
import { evidentBoard, type FoundBoards } from './boards';

/** Chooses the register's board where its suggestions are. Nothing is saved before its button is pressed. */
export function BoardChooser({ onDone }: { readonly onDone: () => void }) {
  const words = useRiskWords();
  const { say } = words;
  const { register, acts, mitigations } = useDesk();
  const { note, announce } = useLog();
  const [choice, setChoice] = useState<number | null | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const proposed = useCallback(
    (found: FoundBoards) =>
      register.boardId === null
        ? evidentBoard(
            [...(mitigations?.values() ?? [])].flatMap(({ shown }) => shown?.key ?? []),
            found,
          )
        : null,
    [register.boardId, mitigations],
  );

  const save = async () => {
    if (choice === undefined || choice === register.boardId) {
      onDone();
      return;
    }
    setIsBusy(true);
    setProblem(null);
    const patch = { boardId: choice };
    const first = await acts.changeRegister(register.version, patch);
    // Where somebody changed other settings meanwhile, this one is laid over them.
    const isFree = first.kind === 'clash' && first.register.boardId === register.boardId;
    const outcome = isFree ? await acts.changeRegister(first.register.version, patch) : first;
    setIsBusy(false);
    switch (outcome.kind) {
      case 'done':
      case 'same': {
        const text = say('risk.settings.saved');
        note({ text, tone: 'done', turn: null });
        announce(text);
        onDone();
        return;
      }
      case 'clash':
        setChoice(outcome.register.boardId);
        setProblem(say('risk.suggest.board-clash'));
        return;
      case 'invalid':
        setProblem(say('risk.suggest.board-not-saved', { reason: say('risk.failure.refused') }));
        return;
      case 'failed':
        setProblem(say('risk.suggest.board-not-saved', { reason: troubleTitle(words, outcome.failure) }));
    }
  };

  return (
    <form
      className="board-chooser"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BoardChoice
        savedId={register.boardId}
        value={choice}
        proposed={proposed}
        hasFocus
        onChange={setChoice}
      />
      <Button type="submit" appearance="primary" isLoading={isBusy}>
        {say('risk.save')}
      </Button>
      <Button appearance="subtle" onClick={onDone}>
        {say('risk.cancel')}
      </Button>
      {problem !== null && (
        <p className="field__problem board-chooser__problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
