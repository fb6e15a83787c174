import { addressOf, inOneLine, type CopyDocument, type CopyItem } from '../../ui/copy/copy-document';
import { inOneBreath, type Words } from '../../ui/words';
import { labelOf } from '../../findings/findings';
import { gravestFirst } from '../../findings/finding';
import { daysInWords } from '../parts/sprint-words';
import { amountOf, summaryOf, type Opened, type Plan, type Sprint } from '../state/opened';

import { planBasis, spokenPlan } from './plan-sentence';

/** A plan as it is handed on to the planning. */
export function planDocument(
  words: Words,
  {
    opened,
    sprint,
    plan,
    siteUrl,
  }: { readonly opened: Opened; readonly sprint: Sprint; readonly plan: Plan; readonly siteUrl: string },
): CopyDocument {
  const { say, amount } = words;
  const days = daysInWords(words, sprint);
  const itemOf = (issue: Plan['issues'][number]): CopyItem => {
    const weight = amountOf(opened, issue.estimate);
    return {
      key: issue.key,
      address: addressOf(siteUrl, issue.key),
      summary: inOneLine(summaryOf(opened, issue)),
      lines: [
        ...(opened.unit === 'points' && weight !== null ? [amount(opened.unit, weight)] : []),
        ...gravestFirst(issue.findings).map((finding) => labelOf(words, finding)),
      ],
    };
  };
  const unready = plan.issues.filter(({ isReady }) => !isReady);
  const out = plan.takeOut.keys.flatMap((key) => plan.issues.find((issue) => issue.key === key) ?? []);
  return {
    title: inOneLine(`${sprint.name}: ${spokenPlan(words, opened, plan)}`),
    subtitle: inOneLine(inOneBreath([opened.board.name, ...(days === null ? [] : [days])])),
    items: [],
    sections: [
      {
        title: say('sprint.goal.title'),
        lines: [inOneLine(sprint.goal === '' ? say('sprint.goal.none') : sprint.goal)],
        items: [],
      },
      ...(unready.length > 0
        ? [{ title: say('sprint.copy.unready'), lines: [], items: unready.map(itemOf) }]
        : []),
      ...(out.length > 0
        ? [{ title: say('sprint.take-out.title', { count: out.length }), lines: [], items: out.map(itemOf) }]
        : []),
    ],
    notes: planBasis(words, opened, plan).map(inOneLine),
  };
}
