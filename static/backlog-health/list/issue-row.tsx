import { useId, useRef, useState } from 'react';

import { IssueLink } from '../../ui/issue-link';
import '../../ui/lozenge.css';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { factsOf, labelOf, mendOf, toneOf } from '../../findings/findings';
import { gravestFirst, standingOf, type Finding, type HealthIssue } from '../health';
import { IssueSummary } from '../issue-summary';
import { standingWord } from '../tape/issue-words';
import { StandingMark } from '../tape/standing-mark';
import { sprintNameOf } from '../words-of-health';

import { IssueDetail } from './issue-detail';
import { Opener, type Detail } from './opener';
import { usePins } from './pinned';

function KeyCell({ issue, rank }: { readonly issue: HealthIssue; readonly rank: number }) {
  const words = useWords();
  const { health } = useDesk();
  const standing = standingOf(issue);
  const sprint = sprintNameOf(health, issue);
  return (
    <th role="rowheader" scope="row" className="issue__key">
      <span className="issue__standing">
        <StandingMark standing={standing} />
        <span className="for-readers">{standingWord(words, standing)} </span>
      </span>
      <IssueLink issueKey={issue.key} className="issue__link" />{' '}
      <span className="issue__place">
        {words.say(health.board.isRanked ? 'list.rank' : 'list.place', { rank })}
        {sprint !== null && (
          <>
            <span className="issue__dot"> · </span>
            <bdi className="issue__sprint">{sprint}</bdi>
          </>
        )}
      </span>
    </th>
  );
}

function Facts({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords();
  const { health } = useDesk();
  return (
    <ul className="issue__facts">
      {findings.map((finding) => (
        <li key={finding.check} className="issue__fact">
          {words.show('list.fact-and-mend', {
            fact: <span key="fact">{factsOf(words, finding, health)}</span>,
            mend: () => (
              <span key="mend" className="issue__mend">
                {mendOf(words, finding)}
              </span>
            ),
          })}
        </li>
      ))}
    </ul>
  );
}

function Estimate({ issue }: { readonly issue: HealthIssue }) {
  const { say, number } = useWords();
  if (issue.estimate !== null) return <span className="issue__pill">{number(issue.estimate)}</span>;
  return (
    <>
      <span className="issue__pill" aria-hidden="true">
        –
      </span>
      <span className="for-readers">{say('tape.no-estimate')}</span>
    </>
  );
}

/** One issue: its key opens it, the facts behind its flags stand under the summary, and each flag says why on request. */
export function IssueRow({
  issue,
  rank,
  columns,
}: {
  readonly issue: HealthIssue;
  /** Its place in the whole backlog, from 1. */
  readonly rank: number;
  readonly columns: number;
}) {
  const words = useWords();
  const { say } = words;
  const { health } = useDesk();
  const findings = gravestFirst(issue.findings);
  const [open, setOpen] = useState<Detail | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const detail = useId();
  // A flag may be gone with the next answer, and its text with it.
  const isThere = open === 'mend' || findings.some(({ check }) => check === open);
  const shown = isThere ? open : null;
  const { pin, unpin } = usePins();
  const show = (what: Detail | null) => {
    if (what === 'mend') pin(issue.id, standingOf(issue));
    else unpin(issue.id);
    setOpen(what);
  };
  const toggle = (what: Detail, element: HTMLElement) => {
    opener.current = element;
    show(shown === what ? null : what);
  };
  return (
    <>
      <tr role="row" className={shown === null ? 'issue' : 'issue issue--open'}>
        <KeyCell issue={issue} rank={rank} />
        <td role="cell" className="issue__summary">
          <IssueSummary issue={issue} />
          {findings.length > 0 && <Facts findings={findings} />}
        </td>
        {health.unit === 'points' && (
          <td role="cell" className="issue__estimate">
            <Estimate issue={issue} />
          </td>
        )}
        <td role="cell" className="issue__flags">
          {findings.map((finding) => (
            <Opener
              key={finding.check}
              className={`flag lozenge lozenge--${toneOf(finding)}`}
              label={say('list.why', { label: labelOf(words, finding) })}
              what={finding.check}
              shown={shown}
              detail={detail}
              onToggle={toggle}
            >
              {labelOf(words, finding)}
            </Opener>
          ))}
        </td>
        <td role="cell" className="issue__actions">
          <Opener
            className="issue__open"
            label={say('list.mend-whom', { key: issue.key })}
            what="mend"
            shown={shown}
            detail={detail}
            onToggle={toggle}
          >
            {say('list.mend')}
          </Opener>
        </td>
      </tr>
      {shown !== null && (
        <IssueDetail
          id={detail}
          issue={issue}
          columns={columns}
          shown={shown}
          onClose={() => {
            show(null);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
