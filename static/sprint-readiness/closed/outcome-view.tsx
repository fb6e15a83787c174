import { usePlatform } from '../../ui/bridge-context';
import { CopyButtons } from '../../ui/copy/copy-buttons';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { DotPlot } from '../parts/dot-plot';
import '../parts/card.css';
import '../parts/figures.css';
import { StartedList } from '../parts/started-list';
import { Verdict } from '../parts/verdict';
import type { Outcome, StartedIssue } from '../state/opened';

import { outcomeDocument } from './outcome-document';
import { figuresInWords } from './outcome-figures';
import { outcomeBasis, outcomeSentence, spokenOutcome } from './outcome-sentence';

/** Sprints from which on dots show a spread. */
const FEWEST_DOTS = 3;

function Figures({ outcome }: { readonly outcome: Outcome }) {
  const words = useWords();
  const { say } = words;
  const { opened } = useDesk();
  const figures = figuresInWords(words, opened, outcome);
  const hasItems = figures.some(({ items }) => items !== '');
  return (
    <table className="sprint-figures" aria-label={say('sprint.closed.figures')}>
      <thead>
        <tr>
          <th scope="col">{say('sprint.closed.what')}</th>
          <th scope="col">{say('sprint.closed.this')}</th>
          {hasItems && <th scope="col">{say('sprint.closed.items')}</th>}
          <th scope="col">{say('sprint.closed.usual')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, amount, items, usual }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{amount}</td>
            {hasItems && <td>{items}</td>}
            <td>{usual}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A sprint that is over: what was planned, what happened, and what changed. */
export function OutcomeView({ outcome }: { readonly outcome: Outcome }) {
  const words = useWords();
  const { say, amount } = words;
  const { opened, sprint } = useDesk();
  const { context } = usePlatform();
  const { figures, issues } = outcome;
  const inList = (...lists: StartedIssue['list'][]) => issues.filter(({ list }) => lists.includes(list));
  const [done, open, out] = [
    inList('completed', 'completed-outside'),
    inList('not-completed'),
    inList('removed'),
  ];
  const others = opened.past.sprints.filter(({ sprintId }) => sprintId !== sprint.id);
  const basis = outcomeBasis(words, opened, outcome);
  const marks = [
    { at: figures.delivered.amount, kind: 'main' as const, id: 'sprint.picture.delivered' as const },
    { at: figures.committed.amount, kind: 'minor' as const, id: 'sprint.picture.was-planned' as const },
  ];
  return (
    <>
      <Verdict sentence={outcomeSentence(words, opened, outcome)} basis={basis} />
      {others.length >= FEWEST_DOTS && (
        <DotPlot
          dots={others.map(({ delivered }) => delivered.amount)}
          unit={opened.unit}
          filledFrom={null}
          marks={marks.map(({ at, kind, id }) => ({
            at,
            kind,
            label: say(id, { amount: amount(opened.unit, at) }),
          }))}
          label={[spokenOutcome(words, opened, outcome), ...basis].join(' ')}
          caption={say('sprint.picture.caption-closed', { count: others.length })}
        />
      )}
      {sprint.goal !== '' && (
        <section className="sprint-list" aria-label={say('sprint.goal.title')}>
          <h3 className="sprint-list__title">{say('sprint.goal.title')}</h3>
          <p className="sprint-card__text goal__text">
            <bdi>{sprint.goal}</bdi>
          </p>
        </section>
      )}
      <section className="sprint-list">
        <h3 className="sprint-list__title">{say('sprint.closed.figures')}</h3>
        <Figures outcome={outcome} />
        <div className="sprint__copy">
          <CopyButtons
            label={say('sprint.copy.outcome')}
            documentNow={() => outcomeDocument(words, { opened, sprint, outcome, siteUrl: context.siteUrl })}
          />
        </div>
      </section>
      <StartedList title={say('sprint.list.done', { count: done.length })} issues={done} />
      <StartedList title={say('sprint.list.carried-over', { count: open.length })} issues={open} />
      <StartedList title={say('sprint.list.removed', { count: out.length })} issues={out} />
    </>
  );
}
