import type { Words } from '../../ui/words';
import { aboutInWords, KEPT_SHARE } from '../parts/sprint-words';
import type { Opened, Plan } from '../state/opened';

/** What the picture of a plan shows, and the same in words; null without a forecast. */
export function planPicture(words: Words, opened: Opened, { odds, planned }: Plan) {
  if (odds === null) return null;
  const { say, amount, range, percent } = words;
  const { unit, past } = opened;
  const kept = planned.amount * KEPT_SHARE;
  const isPlanned = planned.amount > 0;
  const values = {
    planned: amount(unit, planned.amount),
    share: percent(KEPT_SHARE),
    kept: aboutInWords(words, unit, kept),
    likely: range(unit, odds.likely.p15, odds.likely.p85),
    middle: aboutInWords(words, unit, odds.likely.p50),
    count: odds.dots.filter((dot) => dot >= kept).length,
    dots: odds.dots.length,
  };
  return {
    dots: odds.dots,
    filledFrom: isPlanned ? kept : null,
    marks: isPlanned
      ? [
          { at: planned.amount, label: say('sprint.picture.planned', values), kind: 'main' as const },
          { at: kept, label: say('sprint.picture.kept', values), kind: 'minor' as const },
        ]
      : [],
    label: say(isPlanned ? 'sprint.picture.label' : 'sprint.picture.label-empty', values),
    caption: say('sprint.picture.caption', { count: past.delivered.length }),
  };
}
