import { lazy, Suspense, useMemo } from 'react';

import Button from '@atlaskit/button/new';

import { CrashGuard } from '../ui/crash-guard';
import { failureTitle, FailureNotice } from '../ui/failure-notice';
import { Notice } from '../ui/notice';
import { LicenceRemark, MissingParts } from '../ui/remarks';
import { useWords, type Words } from '../ui/words';

import { Age, ageWords } from './age';
import { DeskProvider, useDesk, type Desk } from './desk';
import { Frame } from './frame';
import type { HealthView } from './health-view';
import { IssueList } from './list/issue-list';
import { Loading, useWaitingWords } from './loading';
import { MendLogProvider } from './mend/mend-log';
import { Undo } from './mend/undo';
import { QuietRemarks } from './remarks';
import { SettingsButton } from './settings/settings-button';
import { Tape } from './tape/tape';
import { Trouble, troubleWords } from './trouble';
import { useHealth } from './use-health';
import { VerdictLine } from './verdict/verdict-line';
import { spokenVerdict } from './verdict/verdict-sentence';

const Agenda = lazy(async () => ({ default: (await import('./agenda/agenda')).Agenda }));

function PartFailed() {
  const { say } = useWords();
  return <p role="alert">{say('screen.part-failed')}</p>;
}

function Answer() {
  const { say } = useWords();
  const { health } = useDesk();
  const { board, history } = health;
  if (health.issues.length === 0) {
    return (
      <>
        <MissingParts missing={health.missing} asOf={health.asOf} period={history.period} />
        <Notice title={say('empty.title')} tone="empty">
          <p className="notice__text">{say('empty.body', { board: board.name, period: history.period })}</p>
        </Notice>
        <QuietRemarks health={health} />
      </>
    );
  }
  return (
    <>
      <LicenceRemark isLicensed={health.isLicensed} />
      <MissingParts missing={health.missing} asOf={health.asOf} period={history.period} />
      <VerdictLine health={health} />
      <QuietRemarks health={health} />
      <Tape health={health} />
      <CrashGuard fallback={<PartFailed />}>
        <Suspense fallback={<div className="screen__agenda-to-come" aria-busy="true" />}>
          <Agenda />
        </Suspense>
      </CrashGuard>
      <IssueList health={health} />
    </>
  );
}

/** What is read aloud of an answer that was read: the verdict, and how a kept one fares. */
function spokenAnswer(words: Words, view: HealthView): string | null {
  const { asRead } = view;
  if (asRead === null) return null;
  const verdict = spokenVerdict(words, asRead);
  switch (view.check) {
    case 'running':
      return words.say('screen.spoken-kept', { verdict, ago: ageWords(words, view, view.receivedAt) });
    case 'unchanged':
      return words.say('screen.spoken-unchanged');
    case 'failed':
    case 'none':
      return verdict;
  }
}

/** The health of one board's backlog, from the first call to the answer, and its refreshing. */
export function HealthScreen({
  boardId,
  onOtherBoard,
}: {
  readonly boardId: number;
  /** Present where the viewer chose the board here. */
  readonly onOtherBoard?: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const { view, tryAgain, refresh, takeIn } = useHealth(boardId);
  const { health, failure, isAsking, areWordsComing } = view;
  const waiting = useWaitingWords(isAsking);
  const desk = useMemo<Desk | null>(
    () => health && { boardId, health, areWordsComing, takeIn, refresh },
    [boardId, health, areWordsComing, takeIn, refresh],
  );
  const failed = health === null ? failure && failureTitle(words, failure) : troubleWords(words, view);
  // Beside an answer the button that loads says so itself; the verdict is read aloud again once it has come.
  const whileAsking = health === null ? waiting : '';
  const spoken = failed ?? (isAsking ? whileAsking : spokenAnswer(words, view));

  // One frame for every state: what is read aloud, and the focus, must not go with the state before.
  return (
    <Frame
      subject={health?.board.name}
      spoken={spoken ?? ''}
      takesFocus={onOtherBoard !== undefined}
      actions={
        <>
          {health !== null && <Age view={view} />}
          {onOtherBoard !== undefined && <Button onClick={onOtherBoard}>{say('screen.other-board')}</Button>}
          {desk !== null && (
            <DeskProvider desk={desk}>
              <Button onClick={refresh} isLoading={isAsking}>
                {say('screen.refresh')}
              </Button>
              <SettingsButton />
            </DeskProvider>
          )}
        </>
      }
    >
      {desk !== null && (
        <DeskProvider desk={desk}>
          <MendLogProvider>
            <Trouble view={view} />
            <Answer />
            <Undo />
          </MendLogProvider>
        </DeskProvider>
      )}
      {desk === null && failure !== null && <FailureNotice failure={failure} onRetry={tryAgain} />}
      {desk === null && failure === null && <Loading words={waiting} />}
    </Frame>
  );
}
