import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';

import type { Moving } from './use-move-out';

/** Takes one issue out of the sprint; nothing where the viewer may not. */
export function MoveButton({ issueKey, moving }: { readonly issueKey: string; readonly moving: Moving }) {
  const { say } = useWords();
  if (moving.locked !== null) return null;
  return (
    <Button
      appearance="subtle"
      spacing="compact"
      isDisabled={moving.isBusy}
      aria-label={say('sprint.move-whom', { key: issueKey })}
      onClick={() => {
        moving.move([issueKey]);
      }}
    >
      {say('sprint.move')}
    </Button>
  );
}
