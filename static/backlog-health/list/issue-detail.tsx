import { useId, type KeyboardEvent } from 'react';

import Button from '@atlaskit/button/new';

import { CrashGuard } from '../../ui/crash-guard';
import { useWords } from '../../ui/words';
import { CheckText } from '../docs/check-text';
import { checkName } from '../../findings/findings';
import type { CheckId, HealthIssue } from '../health';
import { IssueMends } from '../mend/issue-mends';

import type { Detail } from './opener';

function Why({ check, onClose }: { readonly check: CheckId; readonly onClose: () => void }) {
  const words = useWords();
  const { say } = words;
  const title = useId();
  return (
    <section className="why" aria-labelledby={title}>
      <div className="why__head">
        <h4 id={title} className="why__title">
          {say('why.title', { label: checkName(words, check) })}
        </h4>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          {say('why.close')}
        </Button>
      </div>
      <CheckText check={check} />
    </section>
  );
}

/** What is open below an issue, over the whole width of the list. Escape closes it. */
export function IssueDetail({
  id,
  issue,
  columns,
  shown,
  onClose,
}: {
  readonly id: string;
  readonly issue: HealthIssue;
  readonly columns: number;
  readonly shown: Detail;
  /** The focus goes back to what opened it. */
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Jira would close the whole dialog.
    event.preventDefault();
    onClose();
  };
  return (
    <tr role="row" className="detail" onKeyDown={closeOnEscape}>
      <td role="cell" id={id} className="detail__cell" colSpan={columns}>
        {shown === 'mend' ? (
          <CrashGuard fallback={<p role="alert">{say('screen.part-failed')}</p>}>
            <IssueMends issue={issue} onClose={onClose} />
          </CrashGuard>
        ) : (
          <Why check={shown} onClose={onClose} />
        )}
      </td>
    </tr>
  );
}
