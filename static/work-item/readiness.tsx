import { useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import type { WorkItem } from '#src/contract/work-item/calls';

import { gravestFirst, type Health } from '../backlog-health/health';
import { IssueMends } from '../backlog-health/mend/issue-mends';
import { factsOf, labelOf, mendOf, toneOf } from '../findings/findings';
import { CrashGuard } from '../ui/crash-guard';
import { Lozenge } from '../ui/lozenge';
import { useWords } from '../ui/words';

import { NotLooked } from './not-looked';
import { useSentence } from './sentence';

function Flags({ health }: { readonly health: Health }) {
  const words = useWords();
  const findings = gravestFirst(health.issues[0]?.findings ?? []);
  if (findings.length === 0) return null;
  return (
    <ul className="item__flags">
      {findings.map((finding) => (
        <li key={finding.check} className="item__flag">
          <Lozenge tone={toneOf(finding)}>{labelOf(words, finding)}</Lozenge>
          <p className="item__facts">{factsOf(words, finding, health)}</p>
          <p className="item__hint">{mendOf(words, finding)}</p>
        </li>
      ))}
    </ul>
  );
}

/** The verdict on an issue that is judged, each flag with its facts, and the forms that mend it. */
export function Readiness({ item, health }: { readonly item: WorkItem; readonly health: Health }) {
  const { say } = useWords();
  const sentence = useSentence(item);
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const forms = useId();
  const [issue] = health.issues;
  if (issue === undefined) return null;
  return (
    <>
      <h2 className={issue.isReady ? 'item__verdict item__verdict--ready' : 'item__verdict'}>{sentence}</h2>
      {item.isUnderWay && <p className="item__hint">{say('item.under-way')}</p>}
      <Flags health={health} />
      <NotLooked notLooked={item.notLooked} />
      {item.canMend ? (
        <div className="item__mend">
          <Button
            ref={opener}
            spacing="compact"
            aria-expanded={isOpen}
            aria-controls={forms}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {say('item.mend')}
          </Button>
          <div id={forms} hidden={!isOpen}>
            {isOpen && (
              <CrashGuard fallback={<p role="alert">{say('screen.part-failed')}</p>}>
                <IssueMends
                  issue={issue}
                  onClose={() => {
                    setIsOpen(false);
                    opener.current?.focus();
                  }}
                />
              </CrashGuard>
            )}
          </div>
        </div>
      ) : (
        <p className="item__hint">{say(item.isUnderWay ? 'item.mend-in-jira' : 'item.mend-below')}</p>
      )}
    </>
  );
}
