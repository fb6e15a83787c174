import { useId } from 'react';

import { gravestFirst } from '../../findings/finding';
import { factsOf, labelOf, toneOf } from '../../findings/findings';
import { Lozenge } from '../../ui/lozenge';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { IssueTable, type Row } from '../parts/issue-table';
import type { Plan, PlannedIssue } from '../state/opened';

import { MoveButton } from './move-button';
import type { Moving } from './use-move-out';

function Flags({ issue }: { readonly issue: PlannedIssue }) {
  const words = useWords();
  const { say } = words;
  return (
    <>
      {gravestFirst(issue.findings).map((finding) => (
        <Lozenge key={finding.check} tone={toneOf(finding)}>
          {labelOf(words, finding)}
        </Lozenge>
      ))}
      {issue.isFlagged && <Lozenge tone="warning">{say('sprint.flag.flagged')}</Lozenge>}
      {issue.isCarriedIn && <Lozenge tone="neutral">{say('sprint.flag.carried-in')}</Lozenge>}
      {issue.servesGoal === true && <Lozenge tone="information">{say('sprint.flag.serves')}</Lozenge>}
      {issue.isReady && issue.findings.length === 0 && (
        <Lozenge tone="success">{say('sprint.flag.ready')}</Lozenge>
      )}
    </>
  );
}

function Facts({ issue }: { readonly issue: PlannedIssue }) {
  const words = useWords();
  const { opened } = useDesk();
  if (issue.findings.length === 0) return null;
  return (
    <ul className="sprint-issue__facts">
      {gravestFirst(issue.findings).map((finding) => (
        <li key={finding.check}>{factsOf(words, finding, opened)}</li>
      ))}
    </ul>
  );
}

/** The issues that are planned, in rank order, with what is to be said of each. */
export function PlannedList({ plan, moving }: { readonly plan: Plan; readonly moving: Moving }) {
  const { say } = useWords();
  const id = useId();
  if (plan.issues.length === 0) return null;
  const rows = plan.issues.map((issue): Row => ({
    id: issue.id,
    key: issue.key,
    estimate: issue.estimate,
    flags: <Flags issue={issue} />,
    facts: <Facts issue={issue} />,
    ...(moving.locked === null && { action: <MoveButton issueKey={issue.key} moving={moving} /> }),
  }));
  const title = say('sprint.list.planned', { count: rows.length });
  return (
    <section className="sprint-list" aria-labelledby={id}>
      <h3 id={id} className="sprint-list__title">
        {title}
      </h3>
      {plan.takeOut.keys.length === 0 && moving.problem !== null && (
        <p className="sprint-card__failure">{moving.problem}</p>
      )}
      <IssueTable label={title} rows={rows} />
    </section>
  );
}
