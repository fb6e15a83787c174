import type { Words } from '../../ui/words';
import { lacks, type Health } from '../health';

import { bareSpan, spanOf } from '../../ui/span';
import { isAtLeast, isShortageKnown } from './verdict';

/** Chances at which a runway is given: a safe one, and an even one. */
export const LIKELY = 0.85;
export const EVEN = 0.5;

/** A part of an item is missing until there is a whole one more. */
export function wholeItems(unit: Health['unit'], missing: number): number {
  return unit === 'items' ? Math.ceil(missing) : missing;
}

type Runway = NonNullable<Health['runway']>;

function oddsOf(words: Words, health: Health, { p50, p85 }: Runway): string {
  const { say, percent } = words;
  const { period } = health.history;
  const odds = { likely: percent(LIKELY), span: spanOf(words, period, p85) };
  return isAtLeast(health)
    ? say('basis.odds-at-least', odds)
    : say('basis.odds', { ...odds, even: percent(EVEN), p50: bareSpan(words, period, p50) });
}

function forecastParts(words: Words, health: Health, runway: Runway): readonly string[] {
  const { say, range, likelyAmount } = words;
  const { shortBy, unit, ready, history } = health;
  const delivered = history.delivered.map((one) => one.amount);
  const { period } = history;
  return [
    ...(ready.items > 0 ? [oddsOf(words, health, runway)] : []),
    say('basis.history', {
      count: delivered.length,
      period,
      range: range(unit, Math.min(...delivered), Math.max(...delivered)),
    }),
    ...(shortBy !== null && shortBy > 0 && isShortageKnown(health)
      ? [say('basis.short-by', { amount: likelyAmount(unit, wholeItems(unit, shortBy)), period })]
      : []),
  ];
}

function plainParts({ say, amount }: Words, health: Health): readonly string[] {
  const { ready, depth, firstHole, unit, history, read } = health;
  const missing = history.required - history.delivered.length;
  const isKnown = !lacks(health, 'history');
  return [
    unit === 'points'
      ? say('basis.ready', { amount: amount('points', ready.amount), items: ready.items })
      : say('basis.ready-items', { items: ready.items }),
    firstHole === null
      ? say(read.isWholeBacklog && isShortageKnown(health) ? 'basis.no-hole' : 'basis.no-hole-so-far')
      : say('basis.depth', { items: depth.items }),
    ...(isKnown && missing > 0 ? [say('basis.more-history', { missing, period: history.period })] : []),
  ];
}

function unitParts({ say }: Words, { unit, board, issues }: Health): readonly string[] {
  if (unit === 'points') {
    return issues.every(({ estimate }) => estimate === null) ? [say('basis.no-estimates')] : [];
  }
  return board.estimationField === null ? [] : [say('basis.counts-items', { field: board.estimationField })];
}

/** What the verdict rests on, in a few short parts: odds and history, or what is ready where there is no forecast. */
export function basisOf(words: Words, health: Health): readonly string[] {
  return [
    ...unitParts(words, health),
    ...(health.runway === null ? plainParts(words, health) : forecastParts(words, health, health.runway)),
  ];
}
