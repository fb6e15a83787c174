import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { checkName } from '../../findings/findings';
import { failureTitle, FailureNotice } from '../../ui/failure-notice';
import { Notice } from '../../ui/notice';
import { LicenceRemark } from '../../ui/remarks';
import { useStagedWords } from '../../ui/use-staged-words';
import { useWords } from '../../ui/words';

import { Frame } from '../frame';

import { CheckPicture } from './check-picture';
import { FlagTable } from './flag-table';
import { basisOf, sentenceOf } from './flag-words';
import { checksApart, shownChecks, type FlagRecord, type ScoredCheck } from './record';
import { useFlagRecord } from './use-flag-record';
import './flags.css';

const STAGES = [
  { after: 0, message: 'flags.loading' },
  { after: 8000, message: 'loading.long' },
] as const;

function NothingYet({ record }: { readonly record: FlagRecord }) {
  const words = useWords();
  const { say } = words;
  return (
    <Notice title={sentenceOf(words, record)} tone="empty">
      <p className="notice__text">
        {say(record.since === null ? 'flags.nothing.body' : 'flags.running.body')}
      </p>
      <p className="notice__text">{say('flags.how')}</p>
    </Notice>
  );
}

/** The checks of which there is nothing to see, by name. */
function Apart({ record }: { readonly record: FlagRecord }) {
  const words = useWords();
  const { say, list } = words;
  const { waiting, notScored } = checksApart(record);
  const names = (checks: readonly ScoredCheck[]) => list(checks.map(({ check }) => checkName(words, check)));
  return (
    <>
      {waiting.length > 0 && (
        <p className="flags__apart">{say('flags.waiting', { checks: names(waiting) })}</p>
      )}
      {notScored.length > 0 && (
        <p className="flags__apart">{say('flags.not-scored', { checks: names(notScored) })}</p>
      )}
    </>
  );
}

function Answer({
  record,
  wasSwitched,
  onSwitched,
}: {
  readonly record: FlagRecord;
  readonly wasSwitched: (check: ScoredCheck['check']) => boolean;
  readonly onSwitched: (check: ScoredCheck, isOn: boolean, told: string) => void;
}) {
  const words = useWords();
  const { say } = words;
  const [isTable, setIsTable] = useState(false);
  const shown = useId();
  const checks = shownChecks(record);
  return (
    <>
      <h2 className="flags__sentence">{sentenceOf(words, record)}</h2>
      <p className="flags__basis">{basisOf(words, record)}</p>
      {checks.length > 0 && (
        <div className="flags__bar">
          <p className="flags__legend">{isTable ? '' : say('flags.legend')}</p>
          <Button
            aria-controls={shown}
            onClick={() => {
              setIsTable(!isTable);
            }}
          >
            {say(isTable ? 'flags.as-picture' : 'flags.as-table')}
          </Button>
        </div>
      )}
      <div id={shown}>
        {isTable ? (
          <FlagTable checks={checks} />
        ) : (
          <ul className="flags__checks">
            {checks.map((check) => (
              <CheckPicture
                key={check.check}
                record={record}
                check={check}
                wasSwitched={wasSwitched(check.check)}
                onSwitched={(isOn, told) => {
                  onSwitched(check, isOn, told);
                }}
              />
            ))}
          </ul>
        )}
      </div>
      <Apart record={record} />
      <section className="flags__honest" aria-labelledby={`${shown}-honest`}>
        <h3 id={`${shown}-honest`} className="flags__name">
          {say('flags.honest.title')}
        </h3>
        <p className="flags__text">{say('flags.how')}</p>
        <p className="flags__text">{say('flags.honest.body')}</p>
      </section>
    </>
  );
}

/** How well the flags told which issues would give trouble. */
export default function FlagsScreen({
  boardId,
  onOtherBoard,
  onSettingsChanged,
}: {
  readonly boardId: number;
  /** Present where the viewer chose the board here. */
  readonly onOtherBoard?: () => void;
  /** Told when a check was switched: what other views show was judged with it as it was before. */
  readonly onSettingsChanged?: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const { record, isAsking, failure, askAgain, setOn, wasSwitched } = useFlagRecord(boardId);
  const [switched, setSwitched] = useState('');
  const waiting = useStagedWords(STAGES, isAsking && record === null);
  const unread = record?.sprints.unread ?? 0;
  const progress = unread > 0 ? say('flags.unread', { sprints: unread }) : null;
  const failed = failure && failureTitle(words, failure);
  const summary = record === null ? waiting : (progress ?? sentenceOf(words, record));
  return (
    <Frame
      title={say('views.flags')}
      subject={record?.board.name}
      spoken={failed ?? (switched || summary)}
      actions={
        onOtherBoard !== undefined && <Button onClick={onOtherBoard}>{say('screen.other-board')}</Button>
      }
    >
      {record !== null && (
        <>
          <LicenceRemark isLicensed={record.isLicensed} />
          {failed !== null && (
            <p className="screen__trouble">
              {say('flags.cut-off', { reason: failed, sprints: unread })}{' '}
              <Button spacing="compact" onClick={askAgain}>
                {say('failure.retry')}
              </Button>
            </p>
          )}
          {failed === null && progress !== null && <p className="flags__progress">{progress}</p>}
          {record.sprints.counted === 0 && unread === 0 ? (
            <NothingYet record={record} />
          ) : (
            <Answer
              record={record}
              wasSwitched={wasSwitched}
              onSwitched={({ check }, isOn, told) => {
                setOn(check, isOn);
                setSwitched(told);
                onSettingsChanged?.();
              }}
            />
          )}
        </>
      )}
      {record === null && failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
      {record === null && failure === null && (
        <div className="flags__waiting" aria-hidden="true">
          <div className="flags__block flags__block--sentence" />
          <p className="flags__basis">{waiting}</p>
          <div className="flags__block" />
          <div className="flags__block" />
          <div className="flags__block" />
        </div>
      )}
    </Frame>
  );
}
