import { inOneBreath, type Words } from '../../ui/words';
import { chanceInWords, historyInWords, KEPT_SHARE, likelyInWords } from '../parts/sprint-words';
import { spokenSentence, type Sentence } from '../parts/verdict';
import type { Opened, Plan } from '../state/opened';

/** What the odds of a plan are, in values of a sentence. */
function oddsIn(words: Words, { unit }: Opened, { planned, odds }: Plan) {
  return {
    planned: words.amount(unit, planned.amount),
    likely: odds === null ? '' : likelyInWords(words, unit, odds.likely.p15, odds.likely.p85),
    chance: odds === null ? '' : chanceInWords(words, odds.chance),
    kept: words.percent(KEPT_SHARE),
  };
}

function unreadyIn({ planned, ready }: Plan) {
  return { count: planned.items - ready.items, all: planned.items };
}

/** Whether a sprint is ready, in one sentence. */
export function planSentence(words: Words, opened: Opened, plan: Plan): Sentence {
  const odds = oddsIn(words, opened, plan);
  switch (plan.verdict) {
    case 'nothing-planned':
      return { id: 'sprint.plan.nothing', values: {}, tone: 'plain' };
    case 'not-ready':
      return { id: 'sprint.plan.not-ready', values: unreadyIn(plan), tone: 'warning' };
    case 'too-much':
      return { id: 'sprint.plan.too-much', values: odds, tone: 'problem' };
    case 'not-ready-and-too-much':
      return { id: 'sprint.plan.not-ready-and-too-much', values: odds, tone: 'problem' };
    case 'ready':
      return { id: 'sprint.plan.ready', values: odds, tone: 'good' };
    case 'no-history':
      return {
        id: 'sprint.plan.no-history',
        values: { history: historyInWords(words, opened) },
        tone: 'good',
      };
  }
}

/** What the sentence leaves out, and what it rests on. */
export function planBasis(words: Words, opened: Opened, plan: Plan): readonly string[] {
  const { say, amount, percent } = words;
  const { verdict, odds, availability, planned } = plan;
  const values = oddsIn(words, opened, plan);
  const beside =
    verdict === 'not-ready-and-too-much'
      ? [say('sprint.plan.unready', unreadyIn(plan))]
      : verdict === 'not-ready'
        ? [
            odds === null
              ? say('sprint.sentence', {
                  text: inOneBreath([amount(opened.unit, planned.amount), historyInWords(words, opened)]),
                })
              : say('sprint.plan.odds', values),
          ]
        : verdict === 'nothing-planned' && odds !== null
          ? [say('sprint.plan.likely', { likely: values.likely, unit: opened.unit })]
          : [];
  if (odds === null) return beside;
  const rests = [
    say(opened.past.quality === 'exact' ? 'sprint.from-sprints' : 'sprint.from-sprints-roughly', {
      count: opened.past.delivered.length,
    }),
    ...(availability < 1 ? [say('sprint.there-for', { share: percent(availability) })] : []),
  ];
  return [...beside, inOneBreath(rests)];
}

/** The sentence as it is read aloud. */
export const spokenPlan = (words: Words, opened: Opened, plan: Plan): string =>
  spokenSentence(words, planSentence(words, opened, plan));
