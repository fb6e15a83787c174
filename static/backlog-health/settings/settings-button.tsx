import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { Announcer } from '../../ui/announcer';
import { useWords } from '../../ui/words';
import { usePlace } from '../use-place';

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog')).SettingsDialog }));

/** Opens the checks of the board: for project admins to change, for everybody else to see. */
export function SettingsButton() {
  const { say } = useWords();
  const { place, go } = usePlace();
  const isOpen = place.view === 'settings';
  const [spoken, setSpoken] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(
    (outcome: 'saved' | 'as-it-was') => {
      go({ view: 'backlog' });
      if (outcome === 'saved') setSpoken(say('settings.saved'));
    },
    [go, say],
  );
  // Only once the dialog is gone: as long as it is there, nothing outside of it takes the focus.
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <>
      <Button
        ref={button}
        aria-haspopup="dialog"
        onClick={() => {
          setSpoken('');
          go({ view: 'settings' });
        }}
      >
        {say('settings.open')}
      </Button>
      <Announcer text={spoken} />
      {isOpen && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={close} />
        </Suspense>
      )}
    </>
  );
}
