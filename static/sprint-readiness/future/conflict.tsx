import { useEffect, useRef } from 'react';

import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';

/** Somebody else was faster: both ways on, with what was typed still in its field. */
export function Conflict({
  theirs,
  onKeep,
  onOverwrite,
}: {
  /** What it is now, in a sentence. */
  readonly theirs: string;
  readonly onKeep: () => void;
  readonly onOverwrite: () => void;
}) {
  const { say } = useWords();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    group.current?.focus();
  }, []);
  return (
    <div ref={group} role="group" aria-label={theirs} tabIndex={-1}>
      <p className="sprint-card__failure">{theirs}</p>
      <div className="sprint-card__buttons">
        <Button spacing="compact" onClick={onKeep}>
          {say('sprint.conflict.keep')}
        </Button>
        <Button spacing="compact" onClick={onOverwrite}>
          {say('sprint.conflict.overwrite')}
        </Button>
      </div>
    </div>
  );
}
