import { useId, type ReactNode } from 'react';

import { Lozenge } from '../../ui/lozenge';
import { useWords } from '../../ui/words';
import type { StartedIssue } from '../state/opened';

import { IssueTable } from './issue-table';

function Flags({ issue }: { readonly issue: StartedIssue }) {
  const { say } = useWords();
  return (
    <>
      {issue.isAgeing && <Lozenge tone="warning">{say('sprint.flag.ageing')}</Lozenge>}
      {issue.isFlagged && <Lozenge tone="warning">{say('sprint.flag.flagged')}</Lozenge>}
      {issue.wasAdded && <Lozenge tone="information">{say('sprint.flag.added')}</Lozenge>}
      {issue.isCarriedIn && <Lozenge tone="neutral">{say('sprint.flag.carried-in')}</Lozenge>}
      {issue.list === 'completed-outside' && <Lozenge tone="neutral">{say('sprint.flag.outside')}</Lozenge>}
    </>
  );
}

/** Facts of an issue, one below the other; nothing without any. */
function Facts({ facts }: { readonly facts: readonly ReactNode[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="sprint-issue__facts">
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}

/** Some issues of a sprint that was started, under a heading; nothing without any. */
export function StartedList({
  title,
  issues,
  ageLimitDays = null,
}: {
  readonly title: string;
  readonly issues: readonly StartedIssue[];
  readonly ageLimitDays?: number | null;
}) {
  const { say, number } = useWords();
  const id = useId();
  if (issues.length === 0) return null;
  const agedIn = (days: number, limit: number) => {
    const isFarBeyond = Math.floor(days) > Math.round(limit);
    // Rounded to whole days the two must not read the same.
    return isFarBeyond
      ? { days: number(Math.floor(days)), limit: number(Math.round(limit)) }
      : { days: number(days), limit: number(limit) };
  };
  const factsOf = ({
    ageDays,
    isAgeing,
    estimateAtStart,
    estimateAtEnd,
  }: StartedIssue): readonly ReactNode[] => [
    ...(ageDays === null
      ? []
      : [
          isAgeing && ageLimitDays !== null
            ? say('sprint.active.aged', agedIn(ageDays, ageLimitDays))
            : say('sprint.active.age', { days: Math.floor(ageDays) }),
        ]),
    ...(estimateAtStart !== null && estimateAtEnd !== null && estimateAtStart !== estimateAtEnd
      ? [say('sprint.re-estimated', { from: number(estimateAtStart), to: number(estimateAtEnd) })]
      : []),
  ];
  return (
    <section className="sprint-list" aria-labelledby={id}>
      <h3 id={id} className="sprint-list__title">
        {title}
      </h3>
      <IssueTable
        label={title}
        rows={issues.map((issue) => ({
          id: issue.id,
          key: issue.key,
          estimate: issue.estimateAtEnd ?? issue.estimateAtStart,
          flags: <Flags issue={issue} />,
          facts: <Facts facts={factsOf(issue)} />,
        }))}
      />
    </section>
  );
}
