import type { Words } from '../../ui/words';
import type { Health } from '../health';

/** Chances at which a runway is given: a safe one, and an even one. */
export const LIKELY = 0.85;
export const EVEN = 0.5;

type Runway = NonNullable<Health['runway']>;

function oddsOf({ say, percent, sprints }: Words, { p50, p85, isLowerBound }: Runway): string {
  const odds = { likely: percent(LIKELY), p85: sprints(p85), count: Math.floor(p85 * 10) / 10 };
  return isLowerBound
    ? say('basis.odds-at-least', odds)
    : say('basis.odds', { ...odds, even: percent(EVEN), p50: sprints(p50) });
}

function forecastParts(words: Words, health: Health, runway: Runway): readonly string[] {
  const { say, range, amount } = words;
  const { shortBy, unit, ready } = health;
  const delivered = health.history.delivered.map((sprint) => sprint.amount);
  return [
    ...(ready.items > 0 ? [oddsOf(words, runway)] : []),
    say('basis.history', {
      sprints: delivered.length,
      range: range(unit, Math.min(...delivered), Math.max(...delivered)),
    }),
    ...(shortBy !== null && shortBy > 0 ? [say('basis.short-by', { amount: amount(unit, shortBy) })] : []),
  ];
}

function plainParts({ say, amount }: Words, health: Health): readonly string[] {
  const { ready, depth, firstHole, unit, history, hasSprints, read } = health;
  const missing = history.required - history.delivered.length;
  return [
    ...(unit === 'points'
      ? [say('basis.ready', { amount: amount('points', ready.amount), items: ready.items })]
      : hasSprints
        ? [say('basis.ready-items', { items: ready.items })]
        : []),
    firstHole === null
      ? say(read.isWholeBacklog ? 'basis.no-hole' : 'basis.no-hole-so-far')
      : say('basis.depth', { items: depth.items }),
    ...(hasSprints ? [] : [say('basis.no-sprints')]),
    ...(hasSprints && missing > 0 ? [say('basis.more-sprints', { missing })] : []),
  ];
}

/** What the verdict rests on, in a few short parts: odds and history, or what is ready where there is no forecast. */
export function basisOf(words: Words, health: Health): readonly string[] {
  const hasNoEstimates = health.unit === 'points' && health.issues.every((issue) => issue.estimate === null);
  return [
    ...(hasNoEstimates ? [words.say('basis.no-estimates')] : []),
    ...(health.runway === null ? plainParts(words, health) : forecastParts(words, health, health.runway)),
  ];
}
