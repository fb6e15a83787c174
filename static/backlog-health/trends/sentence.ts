import type { Trend } from '#src/contract/trend';
import { gapsOf } from '#src/domain/trend/gaps';
import { storyOf, type RunwayStory } from '#src/domain/trend/story';

import type { Words } from '../../ui/words';

import { dayWords } from './day-words';

const DAYS_A_WEEK = 7;
/** Up to here days are counted, beyond it weeks. */
const DAYS_IN_DAYS = 13;

function standingOf({ isAhead, isAllAlong }: RunwayStory): string {
  const side = isAhead ? 'ahead' : 'below';
  return isAllAlong ? `${side}Throughout` : side;
}

/** How the runway went, in one sentence. */
export function sentenceOf(words: Words, { days, today }: Trend): string {
  const { say, sprints } = words;
  const runways = days.flatMap(({ day, reading }) =>
    reading?.runway ? [{ day, p85: reading.runway.p85 }] : [],
  );
  const story = storyOf(runways);
  if (story === null) {
    return say(days.some(({ reading }) => reading !== null) ? 'trends.no-runway' : 'trends.never-read');
  }
  const first = sprints(story.first.p85);
  const last = sprints(story.last.p85);
  const day = dayWords(words, story.last.day, today);
  if (story.days === 0) return say('trends.one-day', { last, day });
  const span = {
    weeks: story.days > DAYS_IN_DAYS ? Math.round(story.days / DAYS_A_WEEK) : 0,
    days: story.days,
  };
  const standing = { standing: standingOf(story), since: dayWords(words, story.since, today) };
  return first === last
    ? say('trends.same', { last, ...span, ...standing })
    : say('trends.moved', { first, last, ...span, ...standing });
}

/** What the figures rest on and where they are missing, a sentence each. */
export function basisOf({ say }: Words, { days, today }: Trend): readonly string[] {
  const gaps = gapsOf(days, today);
  return [
    say('trends.basis', { read: gaps.read, span: gaps.span }),
    ...(gaps.noCapacity > 0 ? [say('trends.gap.no-capacity', { days: gaps.noCapacity })] : []),
    ...(gaps.notSeen > 0 ? [say('trends.gap.not-seen', { days: gaps.notSeen })] : []),
    ...(gaps.otherwise > 0 ? [say('trends.gap.otherwise', { days: gaps.otherwise })] : []),
  ];
}
