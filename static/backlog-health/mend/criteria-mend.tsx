import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { CriteriaTemplate } from '#src/contract/mend-issue';

import { useWords, type Words } from '../../ui/words';
import type { HealthIssue } from '../health';

import { MendFailure } from './mend-failure';
import { useMend } from './use-mend';

function templateOf({ say }: Words): CriteriaTemplate {
  return {
    heading: say('mend.criteria.heading'),
    lines: [say('mend.criteria.usual'), say('mend.criteria.wrong'), say('mend.criteria.not-included')],
  };
}

/** Puts a template of acceptance criteria at the end of the description, once the viewer has seen it. */
export function CriteriaMend({
  issue,
  isWanted,
}: {
  readonly issue: HealthIssue;
  /** Whether the issue is flagged for what the template helps against. */
  readonly isWanted: boolean;
}) {
  const words = useWords();
  const { say } = words;
  const mending = useMend(issue);
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const template = templateOf(words);
  const mend = { kind: 'insert-criteria', template } as const;

  const close = () => {
    setIsOpen(false);
    mending.forget();
    opener.current?.focus();
  };
  return (
    <div
      className="mends__wide"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || mending.isBusy) return;
        event.preventDefault();
        close();
      }}
    >
      <Button
        ref={opener}
        spacing="compact"
        appearance={isWanted ? 'default' : 'subtle'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          if (isOpen) close();
          else setIsOpen(true);
        }}
      >
        {say('mend.criteria.open')}
      </Button>
      <div id={id} className="mends__disclosed" hidden={!isOpen} aria-busy={mending.isBusy}>
        <p className="mends__hint">{say('mend.criteria.where')}</p>
        <div className="mends__preview" role="group" aria-label={say('mend.criteria.preview')}>
          <p className="mends__preview-heading">{template.heading}</p>
          <ul className="mends__preview-lines">
            {template.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <MendFailure id={`${id}-problem`} mending={mending} mend={mend} />
        <div className="mends__buttons">
          <Button
            appearance="primary"
            spacing="compact"
            isLoading={mending.isSlow}
            {...(mending.failure === null ? {} : { 'aria-describedby': `${id}-problem` })}
            onClick={() => {
              void mending.send(mend).then((isSaved) => {
                if (isSaved) close();
              });
            }}
          >
            {say('mend.criteria.insert')}
          </Button>
          <Button appearance="subtle" spacing="compact" onClick={close}>
            {say('mend.cancel')}
          </Button>
        </div>
      </div>
    </div>
  );
}
