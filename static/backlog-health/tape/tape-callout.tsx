import { inOneBreath, useWords } from '../../ui/words';
import type { Health } from '../health';
import { IssueSummary } from '../issue-summary';

import { estimateWords, plannedWords, standingAndReason } from './issue-words';
import type { Block, TapeLayout } from './tape-layout';

/**
 * Speaks about one block, below it: the first hole, or the one that is pointed at or focused. Hidden from screen
 * readers, which get the same words from the block itself.
 */
export function TapeCallout({
  health,
  layout,
  block,
  isFirstHole,
  isPlaced,
}: {
  readonly health: Health;
  readonly layout: TapeLayout;
  /** undefined when there is no hole and nothing is pointed at. */
  readonly block: Block | undefined;
  readonly isFirstHole: boolean;
  /** Whether it stands beside its block; otherwise it takes the whole width. */
  readonly isPlaced: boolean;
}) {
  const words = useWords();
  if (block === undefined) {
    return (
      <div className="tape__callout" aria-hidden="true">
        <p className="tape__callout-facts">{words.say('tape.no-hole')}</p>
      </div>
    );
  }
  const middle = block.x + block.width / 2;
  const isLeft = middle <= layout.width / 2;
  const place = isLeft
    ? { marginLeft: Math.max(0, middle - 0.75) }
    : { marginRight: Math.max(0, layout.width - middle - 0.75) };
  const { issue } = block;
  const facts = [
    estimateWords(words, health.unit, issue),
    standingAndReason(words, issue),
    plannedWords(words, health, issue),
  ].filter((part) => part !== null);
  return (
    <div className={isPlaced ? 'tape__callout' : 'tape__callout tape__callout--across'} aria-hidden="true">
      <div
        className={isPlaced ? `tape__callout-text tape__callout-text--${isLeft ? 'left' : 'right'}` : ''}
        style={isPlaced ? place : {}}
      >
        <p className="tape__callout-title">
          {isFirstHole && <span className="tape__callout-hole">{words.say('tape.first-hole')}</span>}
          <span className="tape__callout-key">{issue.key}</span>
          <IssueSummary issue={issue} />
        </p>
        <p className="tape__callout-facts">{inOneBreath(facts)}</p>
      </div>
    </div>
  );
}
