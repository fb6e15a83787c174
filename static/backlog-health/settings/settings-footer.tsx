import { useEffect, useRef } from 'react';

import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';
import { useIsSlow } from '../../ui/use-is-slow';

/** The ways out of the dialog; with unsaved changes, leaving asks first. */
export function SettingsFooter({
  canChange,
  isChanged,
  isSaving,
  isAsking,
  problem,
  onAskClose,
  onDiscard,
}: {
  readonly canChange: boolean;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly isAsking: boolean;
  /** Why the last attempt to save failed; null when it did not. */
  readonly problem: string | null;
  /** Asks to leave; while that question is open, the answer "no". */
  readonly onAskClose: () => void;
  readonly onDiscard: () => void;
}) {
  const { say } = useWords();
  const isSlow = useIsSlow(isSaving);
  const stay = useRef<HTMLButtonElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) stay.current?.focus();
    else if (wasAsking.current) leave.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  if (isAsking) {
    return (
      <div key="asking" className="settings__foot" role="group" aria-label={say('settings.unsaved')}>
        <p className="settings__question">{say('settings.unsaved')}</p>
        <Button ref={stay} onClick={onAskClose}>
          {say('settings.keep-editing')}
        </Button>
        <Button appearance="warning" onClick={onDiscard}>
          {say('settings.discard')}
        </Button>
      </div>
    );
  }
  return (
    <div key="leaving" className="settings__foot">
      <p className="settings__problem" role="alert">
        {problem}
      </p>
      {canChange && (
        <Button type="submit" appearance="primary" isLoading={isSlow} isDisabled={!isChanged}>
          {say('settings.save')}
        </Button>
      )}
      {/* Buttons are live regions: one that changed its word would be read aloud while somebody edits. */}
      <Button key={isChanged ? 'cancel' : 'close'} ref={leave} onClick={onAskClose}>
        {say(canChange && isChanged ? 'settings.cancel' : 'settings.close')}
      </Button>
    </div>
  );
}
