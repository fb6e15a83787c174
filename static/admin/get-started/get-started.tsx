import { useId } from 'react';

import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';

import type { ListedBoard } from '#src/domain/first-run/rank-boards';

import { VerdictLine } from '../../backlog-health/verdict/verdict-line';
import { usePlatform } from '../../ui/bridge-context';
import { FailureNotice, failureTitle } from '../../ui/failure-notice';
import { Notice } from '../../ui/notice';
import { useWords, type Words } from '../../ui/words';

import { NextSteps } from './next-steps';
import { useFirstRunway, type FirstRunway } from './use-first-runway';
import '../place.css';
import './get-started.css';

const ADDRESS = (siteUrl: string, { id, projectKey }: ListedBoard) =>
  projectKey === null
    ? null
    : `${siteUrl}/jira/software/c/projects/${encodeURIComponent(projectKey)}/boards/${id}`;

/** What is read aloud at each step. */
function spoken(words: Words, state: FirstRunway): string {
  const { say } = words;
  switch (state.step) {
    case 'finding':
      return say('admin.start.finding');
    case 'reading':
      return say('admin.start.reading', { board: state.board.name });
    case 'no-boards':
      return say('admin.start.no-boards.title');
    case 'failed':
      return failureTitle(words, state.failure);
    case 'shown':
      return say('admin.start.shown', { board: state.board.name });
  }
}

function Progress({ state }: { readonly state: Extract<FirstRunway, { step: 'finding' | 'reading' }> }) {
  const { say } = useWords();
  const isReading = state.step === 'reading';
  return (
    <ol className="first-steps">
      <li className={isReading ? 'first-steps__step first-steps__step--done' : 'first-steps__step'}>
        {!isReading && <Spinner size="small" />}
        {say(isReading ? 'admin.start.found' : 'admin.start.finding')}
      </li>
      <li className="first-steps__step">
        {isReading && <Spinner size="small" />}
        {isReading
          ? say('admin.start.reading', { board: state.board.name })
          : say('admin.start.then-reading')}
      </li>
    </ol>
  );
}

function Chooser({
  boards,
  chosen,
  onChoose,
}: {
  readonly boards: readonly ListedBoard[];
  readonly chosen: ListedBoard;
  readonly onChoose: (board: ListedBoard) => void;
}) {
  const { say } = useWords();
  const id = useId();
  if (boards.length < 2) return null;
  return (
    <p className="first-runway__choice">
      <label htmlFor={id}>{say('admin.start.other-board')}</label>{' '}
      <select
        id={id}
        className="admin-select"
        value={chosen.id}
        onChange={(event) => {
          const board = boards.find((each) => String(each.id) === event.target.value);
          if (board !== undefined) onChoose(board);
        }}
      >
        {boards.map((board) => (
          <option key={board.id} value={board.id}>
            {board.name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** The first look at a team's backlog, before anything was set, and what to do next. */
export function GetStarted() {
  const words = useWords();
  const { say } = words;
  const { bridge, context } = usePlatform();
  const { boards, state, choose, again } = useFirstRunway();
  const heading = useId();
  const chosen = state.step === 'shown' || state.step === 'failed' ? state.board : null;
  const address = state.step === 'shown' ? ADDRESS(context.siteUrl, state.board) : null;
  return (
    <div className="get-started">
      <p className="get-started__lead">{say('admin.start.lead')}</p>
      <section className="first-runway" aria-labelledby={heading}>
        <h2 id={heading} className="admin-heading">
          {say('admin.start.title')}
        </h2>
        <p className="first-runway__spoken" role="status">
          {spoken(words, state)}
        </p>
        {(state.step === 'finding' || state.step === 'reading') && <Progress state={state} />}
        {state.step === 'no-boards' && (
          <Notice title={say('admin.start.no-boards.title')} tone="empty">
            <p className="notice__text">{say('admin.start.no-boards.body')}</p>
            <Button onClick={again}>{say('admin.start.again')}</Button>
          </Notice>
        )}
        {state.step === 'failed' && <FailureNotice failure={state.failure} onRetry={again} />}
        {state.step === 'shown' && (
          <div className="first-runway__answer">
            <p className="first-runway__board">{state.board.name}</p>
            <VerdictLine health={state.health} />
            {address !== null && (
              <Button appearance="primary" onClick={() => void bridge.open(address)}>
                {say('admin.start.open-board')}
              </Button>
            )}
          </div>
        )}
        {chosen !== null && <Chooser boards={boards} chosen={chosen} onChoose={choose} />}
      </section>
      <NextSteps />
    </div>
  );
}
