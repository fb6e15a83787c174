import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { checkName } from '../../findings/findings';
import { usePlatform } from '../../ui/bridge-context';
import type { ScreenFailure } from '../../ui/failure';
import { failureTitle } from '../../ui/failure-notice';
import { useIsSlow } from '../../ui/use-is-slow';
import { useWords } from '../../ui/words';

import type { ScoredCheck } from './record';
import { switchCheck } from './switch-check';

/** Turns a check off for the board, and on again: one button, which keeps the focus. */
export function TurnOff({
  boardId,
  check: { check, isOn },
  onDone,
}: {
  readonly boardId: number;
  readonly check: ScoredCheck;
  /** Told of what is so now, and of the words for it. */
  readonly onDone: (isOn: boolean, told: string) => void;
}) {
  const words = useWords();
  const { say } = words;
  const { bridge } = usePlatform();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const isUnderWay = useRef(false);
  const isSlow = useIsSlow(isBusy);
  const problem = useId();
  const name = checkName(words, check);

  const turn = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setIsBusy(true);
    setFailure(null);
    const failed = await switchCheck(bridge, boardId, check, !isOn);
    isUnderWay.current = false;
    setIsBusy(false);
    setFailure(failed);
    if (failed === null) onDone(!isOn, say(isOn ? 'flags.turned-off' : 'flags.turned-on', { check: name }));
  };

  return (
    <div className="flags__turn" aria-busy={isBusy}>
      <Button
        spacing="compact"
        isLoading={isSlow}
        aria-label={say(isOn ? 'flags.turn-off-which' : 'flags.undo-which', { check: name })}
        {...(failure !== null && { 'aria-describedby': problem })}
        onClick={() => {
          void turn();
        }}
      >
        {say(isOn ? 'flags.turn-off' : 'flags.undo')}
      </Button>
      {failure !== null && (
        <p id={problem} className="flags__problem" role="alert">
          {failure.code === 'no-access'
            ? say('settings.admins-only')
            : say('settings.not-saved', { reason: failureTitle(words, failure) })}
        </p>
      )}
    </div>
  );
}
