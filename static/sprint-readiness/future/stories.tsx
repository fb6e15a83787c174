import type { ReactNode } from 'react';

import { IssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { Card } from '../parts/card';
import type { Plan } from '../state/opened';

/** What is ready of the plan, and what stands in its way, in short facts. */
export function Stories({ plan }: { readonly plan: Plan }) {
  const { say, show, showList, amount, percent } = useWords();
  const { opened } = useDesk();
  const { unit, words: texts } = opened;
  const { planned, ready, withoutEstimate, blocked, oversized, blockedByLater, oneHolder, issues } = plan;
  const links = (keys: readonly string[]) =>
    showList(keys.map((key) => <IssueLink key={key} issueKey={key} />));
  const flagged = issues.filter(({ isFlagged }) => isFlagged).map(({ key }) => key);
  const carried = issues.filter(({ isCarriedIn }) => isCarriedIn).map(({ key }) => key);
  const facts: readonly (ReactNode | false)[] = [
    unit === 'points'
      ? say('sprint.stories.ready-points', {
          ready: ready.items,
          all: planned.items,
          readyAmount: ready.amount,
          amount: amount(unit, planned.amount),
        })
      : say('sprint.stories.ready', { ready: ready.items, all: planned.items }),
    withoutEstimate > 0 && say('sprint.stories.without-estimate', { count: withoutEstimate }),
    blocked.length > 0 && show('sprint.stories.blocked', { count: blocked.length, keys: links(blocked) }),
    oversized.length > 0 &&
      show('sprint.stories.oversized', { count: oversized.length, keys: links(oversized) }),
    ...blockedByLater.map(({ key, blockerKey }) =>
      show('sprint.stories.blocked-by-later', {
        issue: <IssueLink key="issue" issueKey={key} />,
        blocker: <IssueLink key="blocker" issueKey={blockerKey} />,
      }),
    ),
    flagged.length > 0 && show('sprint.stories.flagged', { count: flagged.length, keys: links(flagged) }),
    carried.length > 0 && show('sprint.stories.carried-in', { count: carried.length, keys: links(carried) }),
    oneHolder !== null &&
      show('sprint.stories.one-holder', {
        name: <bdi key="name">{texts.people[oneHolder.accountId] ?? say('sprint.stories.somebody')}</bdi>,
        share: percent(oneHolder.share),
        unit,
      }),
  ];
  return (
    <Card title={say('sprint.stories.title')}>
      {planned.items === 0 ? (
        <p className="sprint-card__text">{say('sprint.stories.none')}</p>
      ) : (
        <ul className="sprint-card__list">
          {facts.map((fact, index) => fact !== false && <li key={index}>{fact}</li>)}
        </ul>
      )}
    </Card>
  );
}
