import { IssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { Goal } from '../future/goal';
import { Card } from '../parts/card';
import { usualInWords } from '../parts/sprint-words';
import { StartedList } from '../parts/started-list';
import { Verdict } from '../parts/verdict';
import type { FollowUp, StartedIssue, Stock } from '../state/opened';

import { FanChart } from './fan-chart';
import { followUpBasis, followUpSentence, spokenFollowUp } from './follow-up-sentence';

type Beside = FollowUp['added'];

/** Scope of the sprint: how it began and what changed since, each beside what is usual. */
function Scope({ followUp }: { readonly followUp: FollowUp }) {
  const words = useWords();
  const { say, amount } = words;
  const { unit } = useDesk().opened;
  const { committed, added, removed, carriedIn } = followUp;
  const much = ({ amount: all, items }: Stock) => {
    if (items === 0) return say('sprint.scope.none');
    return unit === 'items'
      ? amount(unit, all)
      : say('sprint.scope.in-items', { amount: amount(unit, all), items });
  };
  const figure = ({ now, usual }: Beside) => ({
    much: much(now),
    usual:
      usual === null
        ? say('sprint.scope.no-usual')
        : say('sprint.scope.usual', { usual: usualInWords(words, unit, usual) }),
  });
  return (
    <Card title={say('sprint.scope.title')}>
      <ul className="sprint-card__list">
        <li>{say('sprint.scope.committed', { much: much(committed) })}</li>
        <li>{say('sprint.scope.added', figure(added))}</li>
        <li>{say('sprint.scope.removed', figure(removed))}</li>
        <li>{say('sprint.scope.carried-in', figure(carriedIn))}</li>
      </ul>
    </Card>
  );
}

/** What asks for somebody's eye: flagged, or under way for longer than is usual. */
function ToLookAt({ followUp }: { readonly followUp: FollowUp }) {
  const { say, show, showList, number } = useWords();
  const open = followUp.issues.filter(({ list }) => list === 'not-completed');
  const links = (issues: readonly StartedIssue[]) =>
    showList(issues.map(({ key }) => <IssueLink key={key} issueKey={key} />));
  const [flagged, ageing] = [
    open.filter(({ isFlagged }) => isFlagged),
    open.filter(({ isAgeing }) => isAgeing),
  ];
  const limit = followUp.ageLimitDays;
  return (
    <Card title={say('sprint.look.title')}>
      <ul className="sprint-card__list">
        {flagged.length > 0 && (
          <li>{show('sprint.look.flagged', { count: flagged.length, keys: links(flagged) })}</li>
        )}
        {ageing.length > 0 && (
          <li>{show('sprint.look.ageing', { count: ageing.length, keys: links(ageing) })}</li>
        )}
        {flagged.length + ageing.length === 0 && <li>{say('sprint.look.nothing')}</li>}
      </ul>
      <p className="sprint-card__text sprint-card__text--quiet">
        {limit === null ? say('sprint.look.no-limit') : say('sprint.look.limit', { days: number(limit) })}
      </p>
    </Card>
  );
}

/** A sprint that runs: how it goes, and how usual that is for the team. */
export function FollowUpView({ followUp }: { readonly followUp: FollowUp }) {
  const words = useWords();
  const { say } = words;
  const { opened, sprint } = useDesk();
  const { fan, issues, ageLimitDays } = followUp;
  const inList = (...lists: StartedIssue['list'][]) => issues.filter(({ list }) => lists.includes(list));
  const [open, done, out] = [
    inList('not-completed'),
    inList('completed', 'completed-outside'),
    inList('removed'),
  ];
  const basis = followUpBasis(words, opened, followUp);
  return (
    <>
      <Verdict sentence={followUpSentence(words, opened, followUp)} basis={basis} />
      {fan !== null && (
        <FanChart
          fan={fan}
          course={followUp.course}
          elapsed={followUp.elapsed}
          planned={followUp.committed.amount}
          unit={opened.unit}
          label={[spokenFollowUp(words, opened, followUp), ...basis].join(' ')}
          caption={say('sprint.fan.caption')}
        />
      )}
      <div className="sprint-cards">
        <Scope followUp={followUp} />
        <ToLookAt followUp={followUp} />
        <Goal goal={sprint.goal} plan={null} />
      </div>
      <StartedList
        title={say('sprint.list.open', { count: open.length })}
        issues={open}
        ageLimitDays={ageLimitDays}
      />
      <StartedList title={say('sprint.list.done', { count: done.length })} issues={done} />
      <StartedList title={say('sprint.list.removed', { count: out.length })} issues={out} />
    </>
  );
}
