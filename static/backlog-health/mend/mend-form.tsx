import { useEffect, useId, useRef, type KeyboardEvent } from 'react';

import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { CheckId, HealthIssue } from '../health';

import { BlockerMends } from './blocker-mends';
import { CriteriaMend } from './criteria-mend';
import { EstimateMend } from './estimate-mend';
import { useMendLog } from './mend-log';
import { PriorityMend } from './priority-mend';
import './mend.css';

/** Findings that a template of acceptance criteria is a first step against. */
const WANT_CRITERIA: readonly CheckId[] = ['unverifiable', 'thin-description'];

/** The forms of one issue. Escape first gives up what was typed, then closes the forms. */
export function MendForm({ issue, onClose }: { readonly issue: HealthIssue; readonly onClose?: () => void }) {
  const { say } = useWords();
  const { unit, isLicensed } = useDesk().health;
  const { announce } = useMendLog();
  const reason = useId();
  const forms = useRef<HTMLDivElement>(null);
  const flagged = (checks: readonly CheckId[]) => issue.findings.some(({ check }) => checks.includes(check));
  const locked = isLicensed ? '' : say('mend.failure.unlicensed');
  // Nothing in locked forms takes the focus, so nobody would come upon the reason by the Tab key.
  useEffect(() => {
    if (locked !== '') announce(locked);
  }, [locked, announce]);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || onClose === undefined) return;
    event.preventDefault();
    onClose();
  };
  return (
    <div
      ref={forms}
      className="mends"
      role="group"
      aria-label={say('mend.group', { key: issue.key })}
      {...(isLicensed ? {} : { 'aria-describedby': reason })}
      onKeyDown={close}
    >
      {!isLicensed && (
        <p id={reason} className="mends__locked">
          {locked}
        </p>
      )}
      <fieldset className="mends__fields" disabled={!isLicensed}>
        {unit === 'points' && <EstimateMend issue={issue} />}
        <PriorityMend issue={issue} />
        <BlockerMends issue={issue} />
        <CriteriaMend issue={issue} isWanted={flagged(WANT_CRITERIA)} />
      </fieldset>
    </div>
  );
}
