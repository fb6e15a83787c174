import type { Words } from '../../ui/words';
import type { Health } from '../health';

import { reasonWords } from './issue-words';
import type { Block } from './tape-layout';

/** What the tape shows, for those who cannot see it. */
export function tapeInWords(words: Words, health: Health, blocks: readonly Block[]): string {
  const { say } = words;
  const hole = blocks.findIndex((block) => block.issue.key === health.firstHole);
  const issue = blocks[hole]?.issue;
  const shown = blocks.length;
  const order = health.board.isRanked ? 'rank' : 'jira';
  const inOrder =
    issue === undefined
      ? say('tape.in-words-ready', { shown, order })
      : say('tape.in-words-hole', {
          shown,
          order,
          before: hole,
          key: issue.key,
          reason: reasonWords(words, issue),
        });
  if (health.demand === null) return inOrder;
  const range = ({ p50, p85 }: { readonly p50: number; readonly p85: number }) =>
    words.range(health.unit, p50, p85);
  const ends = say('tape.in-words-sprints', {
    period: health.history.period,
    one: range(health.demand.one),
    two: range(health.demand.two),
  });
  return `${inOrder} ${ends}`;
}
