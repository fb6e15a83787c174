import { lazy, Suspense, useMemo } from 'react';

import Button from '@atlaskit/button/new';

import { CrashGuard } from '../ui/crash-guard';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import { Notice } from '../ui/notice';
import { LicenceRemark, MissingParts } from '../ui/remarks';
import { useWords } from '../ui/words';

import { ActsProvider } from './acts/acts';
import { Undo } from './acts/undo';
import { spokenFollowUp } from './active/follow-up-sentence';
import { spokenOutcome } from './closed/outcome-sentence';
import { DeskProvider, useDesk, type Desk } from './desk';
import { Frame } from './frame';
import { PlanView } from './future/plan-view';
import { spokenPlan } from './future/plan-sentence';
import { Loading, useWaitingWords } from './loading';
import { PastProgress } from './past-progress';
import { PastRemarks } from './past-remarks';
import { Age, Trouble } from './reading';
import { SprintChooser } from './sprint-chooser';
import type { Opened } from './state/opened';
import { isOfAnother } from './state/sprint-view';
import { useSprint } from './state/use-sprint';
import type { Words } from '../ui/words';

// Opened from the menu of a sprint it is one that is planned, as a rule: the others come when they are wanted.
const FollowUpView = lazy(async () => ({ default: (await import('./active/follow-up-view')).FollowUpView }));
const OutcomeView = lazy(async () => ({ default: (await import('./closed/outcome-view')).OutcomeView }));

/** What a sprint comes to in one sentence, as it is read aloud. */
function spokenAnswer(words: Words, opened: Opened): string {
  const { sprint, view } = opened;
  if (sprint === null) return words.say('sprint.none-title');
  switch (view?.state) {
    case undefined:
      return words.say('sprint.never-started-title');
    case 'future':
      return spokenPlan(words, opened, view);
    case 'active':
      return spokenFollowUp(words, opened, view);
    case 'closed':
      return spokenOutcome(words, opened, view);
  }
}

function View() {
  const { opened } = useDesk();
  const { view } = opened;
  const { say } = useWords();
  switch (view?.state) {
    case undefined:
      return (
        <Notice title={say('sprint.never-started-title')} tone="empty">
          <p className="notice__text">{say('sprint.never-started-body')}</p>
        </Notice>
      );
    case 'future':
      return <PlanView plan={view} />;
    case 'active':
      return <FollowUpView followUp={view} />;
    case 'closed':
      return <OutcomeView outcome={view} />;
  }
}

function PartFailed() {
  const { say } = useWords();
  return <p role="alert">{say('screen.part-failed')}</p>;
}

/** Whether a sprint is ready, how it goes, or how it went: one sprint of a board, and a way to the others. */
export function SprintScreen({
  boardId,
  sprintId = null,
  onOtherBoard,
}: {
  readonly boardId: number;
  /** null: the next one or, where none is planned, the one that runs. */
  readonly sprintId?: number | null;
  /** Present where the viewer chose the board here. */
  readonly onOtherBoard?: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const { view, open, refresh, readPast, update, moves } = useSprint(boardId, sprintId);
  const { opened, failure, isAsking } = view;
  const answer = isOfAnother(view) ? null : opened;
  const waiting = useWaitingWords(isAsking && answer === null);
  const sprint = answer?.sprint ?? null;
  const desk = useMemo<Desk | null>(
    () => (answer === null || sprint === null ? null : { boardId, opened: answer, sprint, update, refresh }),
    [boardId, answer, sprint, update, refresh],
  );
  const failed =
    failure &&
    (answer === null
      ? failureTitle(words, failure)
      : say('screen.refresh-failed', { reason: failureTitle(words, failure) }));
  const spoken = failed ?? (answer === null ? waiting : spokenAnswer(words, answer));

  // One frame for every state: what is read aloud, and the focus, must not go with the state before.
  return (
    <Frame
      spoken={spoken}
      actions={
        <>
          {answer !== null && <Age view={view} />}
          {onOtherBoard !== undefined && <Button onClick={onOtherBoard}>{say('screen.other-board')}</Button>}
          {answer !== null && (
            <Button onClick={refresh} isLoading={isAsking}>
              {say('screen.refresh')}
            </Button>
          )}
        </>
      }
    >
      {opened !== null && (
        <SprintChooser
          opened={opened}
          sprintId={view.sprintId ?? opened.sprint?.id ?? null}
          onChoose={open}
        />
      )}
      {answer !== null && (
        <>
          <Trouble view={view} />
          <LicenceRemark isLicensed={answer.isLicensed} />
          <MissingParts missing={answer.missing} asOf={answer.asOf} period="sprint" />
        </>
      )}
      {desk !== null && (
        <DeskProvider desk={desk}>
          <ActsProvider key={desk.sprint.id} moves={moves}>
            <CrashGuard fallback={<PartFailed />}>
              <Suspense fallback={<Loading words={say('sprint.loading.start')} />}>
                <View />
              </Suspense>
            </CrashGuard>
            <Undo />
          </ActsProvider>
        </DeskProvider>
      )}
      {answer !== null && sprint === null && (
        <Notice title={say('sprint.none-title')} tone="empty">
          <p className="notice__text">
            {say(answer.sprints.length > 0 ? 'sprint.none-open' : 'sprint.none-body', {
              board: answer.board.name,
            })}
          </p>
        </Notice>
      )}
      {answer !== null && sprint !== null && (
        <>
          <PastProgress past={view.past} onRetry={readPast} />
          <PastRemarks opened={answer} />
        </>
      )}
      {answer === null && failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {answer === null && failure === null && <Loading words={waiting} />}
    </Frame>
  );
}
