import { addressOf, inOneLine, type CopyDocument, type CopyItem } from '../../ui/copy/copy-document';
import { inOneBreath, type Words } from '../../ui/words';
import { daysInWords } from '../parts/sprint-words';
import { summaryOf, type Opened, type Outcome, type Sprint, type StartedIssue } from '../state/opened';

import { figuresInWords } from './outcome-figures';
import { outcomeBasis, spokenOutcome } from './outcome-sentence';

/** A closed sprint as it is handed on to the review page: what was planned, what happened, and what changed. */
export function outcomeDocument(
  words: Words,
  {
    opened,
    sprint,
    outcome,
    siteUrl,
  }: {
    readonly opened: Opened;
    readonly sprint: Sprint;
    readonly outcome: Outcome;
    readonly siteUrl: string;
  },
): CopyDocument {
  const { say, amount } = words;
  const days = daysInWords(words, sprint);
  const itemOf = (issue: StartedIssue): CopyItem => {
    const estimate = issue.estimateAtEnd ?? issue.estimateAtStart;
    return {
      key: issue.key,
      address: addressOf(siteUrl, issue.key),
      summary: inOneLine(summaryOf(opened, issue)),
      lines: [
        ...(opened.unit === 'points' && estimate !== null ? [amount(opened.unit, estimate)] : []),
        ...(issue.wasAdded ? [say('sprint.flag.added')] : []),
        ...(issue.isCarriedIn ? [say('sprint.flag.carried-in')] : []),
      ],
    };
  };
  const section = (title: string, issues: readonly StartedIssue[]) =>
    issues.length === 0 ? [] : [{ title, lines: [], items: issues.map(itemOf) }];
  const inList = (...lists: StartedIssue['list'][]) =>
    outcome.issues.filter(({ list }) => lists.includes(list));
  const [done, open, out] = [
    inList('completed', 'completed-outside'),
    inList('not-completed'),
    inList('removed'),
  ];
  return {
    title: inOneLine(`${sprint.name}: ${spokenOutcome(words, opened, outcome)}`),
    subtitle: inOneLine(inOneBreath([opened.board.name, ...(days === null ? [] : [days])])),
    items: [],
    sections: [
      ...(sprint.goal === ''
        ? []
        : [{ title: say('sprint.goal.title'), lines: [inOneLine(sprint.goal)], items: [] }]),
      {
        title: say('sprint.closed.figures'),
        lines: figuresInWords(words, opened, outcome).map(({ name, amount: much, items, usual }) =>
          inOneLine(
            `${name}: ${inOneBreath([much, items, usual && say('sprint.scope.usual', { usual })].filter(Boolean))}`,
          ),
        ),
        items: [],
      },
      ...section(say('sprint.list.done', { count: done.length }), done),
      ...section(say('sprint.list.carried-over', { count: open.length }), open),
      ...section(say('sprint.list.removed', { count: out.length }), out),
    ],
    notes: outcomeBasis(words, opened, outcome).map(inOneLine),
  };
}
