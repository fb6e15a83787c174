import { useCallback } from 'react';

import Button from '@atlaskit/button/new';

import { usePlatform } from '../ui/bridge-context';
import { failureTitle, FailureNotice, Wait, waitOf } from '../ui/failure-notice';
import { Notice } from '../ui/notice';
import { useAnswer, type ScreenFailure } from '../ui/use-answer';
import { useNow } from '../ui/use-now';
import { useWords, type Words } from '../ui/words';

import { Frame } from './frame';
import type { Health } from './health';
import { IssueList } from './list/issue-list';
import { Loading, useWaitingWords } from './loading';
import { Tape } from './tape/tape';
import { spokenVerdict } from './verdict/verdict-sentence';
import { VerdictLine } from './verdict/verdict-line';

const TICK = 10_000;

/** How old the answer is. Where the clocks of Jira and the browser differ, the older of the two views counts. */
function AsOf({ health, receivedAt }: { readonly health: Health; readonly receivedAt: number }) {
  const { say, ago } = useWords();
  const now = useNow(TICK);
  const readAt = Math.min(Date.parse(health.asOf), receivedAt);
  return <span className="screen__as-of">{say('screen.as-of', { ago: ago(now - readAt) })}</span>;
}

function Answer({ health }: { readonly health: Health }) {
  const { say } = useWords();
  if (health.issues.length === 0) {
    return (
      <Notice title={say('empty.title')} tone="empty">
        <p className="notice__text">{say('empty.body', { board: health.board.name })}</p>
      </Notice>
    );
  }
  return (
    <>
      <VerdictLine health={health} />
      <Tape health={health} />
      <IssueList health={health} />
    </>
  );
}

function refreshFailed(words: Words, failure: ScreenFailure): string {
  return words.say('screen.refresh-failed', { reason: failureTitle(words, failure) });
}

function RefreshFailure({ failure }: { readonly failure: ScreenFailure }) {
  const words = useWords();
  const wait = waitOf(failure);
  return (
    <p className="screen__refresh-failure">
      {refreshFailed(words, failure)}
      {wait !== null && (
        <span role="timer">
          {' '}
          <Wait seconds={wait} />
        </span>
      )}
    </p>
  );
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
  const { bridge } = usePlatform();
  const words = useWords();
  const { say } = words;
  const ask = useCallback(() => bridge.call('get-backlog-health', { boardId }), [bridge, boardId]);
  const { asked, askAgain } = useAnswer(ask);
  const { data: health, failure, isAsking, receivedAt } = asked;
  const waiting = useWaitingWords(isAsking);

  const verdict =
    health === null ? null : health.issues.length === 0 ? say('empty.title') : spokenVerdict(words, health);
  const failed =
    failure === null ? null : health === null ? failureTitle(words, failure) : refreshFailed(words, failure);
  const spoken = failed ?? (isAsking ? waiting : verdict);

  return (
    <Frame
      subject={health?.board.name}
      spoken={spoken ?? ''}
      takesFocus={onOtherBoard !== undefined}
      actions={
        <>
          {health !== null && <AsOf health={health} receivedAt={receivedAt} />}
          {onOtherBoard !== undefined && <Button onClick={onOtherBoard}>{say('screen.other-board')}</Button>}
          {health !== null && (
            <Button onClick={askAgain} isLoading={isAsking}>
              {say('screen.refresh')}
            </Button>
          )}
        </>
      }
    >
      {health !== null && failure !== null && <RefreshFailure failure={failure} />}
      {health !== null && <Answer health={health} />}
      {health === null && failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
      {health === null && failure === null && <Loading words={waiting} />}
    </Frame>
  );
}
