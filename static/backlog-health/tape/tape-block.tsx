import { useIssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { standingOf, type Health } from '../health';
import { summaryOf } from '../words-of-health';

import { estimateWords, plannedWords, standingAndReason } from './issue-words';
import { BLOCK } from './scale';
import type { Block } from './tape-layout';

/** Narrower blocks carry no figure. */
const ROOM_FOR_FIGURE = 18;
const GAP = 1;
const REMARK_HEIGHT = 3;

/** The outline of a block; one that the tape cuts off has a torn right edge. */
function outline({ x, width, isCut }: Block): string {
  const left = x + GAP;
  const right = x + width - GAP;
  const { y, height } = BLOCK;
  const radius = Math.min(3, (right - left) / 2);
  const start = `M${left + radius},${y}`;
  const leftEdge = `H${left + radius} Q${left},${y + height} ${left},${y + height - radius} V${y + radius} Q${left},${y} ${left + radius},${y}Z`;
  if (!isCut) {
    return `${start} H${right - radius} Q${right},${y} ${right},${y + radius} V${y + height - radius} Q${right},${y + height} ${right - radius},${y + height} ${leftEdge}`;
  }
  const tooth = height / 4;
  return `${start} H${right} l-4,${tooth} l4,${tooth} l-4,${tooth} l4,${tooth} ${leftEdge}`;
}

/** One issue: solid when ready, dashed and hatched when not. A link that opens it in Jira. */
export function TapeBlock({
  block,
  health,
  hatch,
  isStop,
  isFirstHole,
  isShown,
  onPoint,
}: {
  readonly block: Block;
  readonly health: Health;
  /** Id of the hatching pattern. */
  readonly hatch: string;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  readonly isFirstHole: boolean;
  /** Whether a line leads to the callout below, which speaks about it. */
  readonly isShown: boolean;
  readonly onPoint: () => void;
}) {
  const words = useWords();
  const linkTo = useIssueLink();
  const { issue, x, width } = block;
  const standing = standingOf(issue);
  const path = outline(block);
  const middle = x + width / 2;
  const name = [
    issue.key,
    summaryOf(health, issue),
    estimateWords(words, health.unit, issue),
    standingAndReason(words, issue),
    plannedWords(words, health, issue),
    words.say('tape.place', { rank: block.rank, count: health.issues.length }),
  ].filter((part) => part !== null);
  return (
    <a
      className={`tape__issue tape__issue--${standing}`}
      data-tape-index={block.rank - 1}
      tabIndex={isStop ? 0 : -1}
      aria-label={name.join(', ')}
      onPointerEnter={onPoint}
      {...linkTo(issue.key)}
    >
      <rect className="tape__target" x={x} y={BLOCK.y - 8} width={width} height={BLOCK.height + 16} />
      <path className="tape__block" d={path} />
      {standing === 'unready' && <path className="tape__hatching" d={path} fill={`url(#${hatch})`} />}
      {standing === 'warned' && width > 2 * REMARK_HEIGHT && (
        <rect
          className="tape__remark"
          x={x + GAP + 3}
          y={BLOCK.y + BLOCK.height - REMARK_HEIGHT - 3}
          width={width - 2 * GAP - 6}
          height={REMARK_HEIGHT}
          rx={REMARK_HEIGHT / 2}
        />
      )}
      {isFirstHole && (
        <path className="tape__hole" d={`M${middle - 5},${BLOCK.y - 9} h10 l-5,7 z`} aria-hidden="true" />
      )}
      {isShown && (
        <line className="tape__pointer" x1={middle} x2={middle} y1={BLOCK.y + BLOCK.height + 2} y2={84} />
      )}
      <rect
        className="tape__ring"
        x={x + GAP}
        y={BLOCK.y - 4}
        width={width - 2 * GAP}
        height={BLOCK.height + 8}
        rx="4"
      />
    </a>
  );
}

/** The estimates, over everything else: a figure must stay legible where a line crosses its block. */
export function TapeFigures({ blocks }: { readonly blocks: readonly Block[] }) {
  const { number } = useWords();
  return (
    <g aria-hidden="true">
      {blocks
        .filter((block) => block.width >= ROOM_FOR_FIGURE)
        .map(({ issue, x, width }) => (
          <text
            key={issue.id}
            className={issue.isReady ? 'tape__figure' : 'tape__figure tape__figure--unready'}
            x={x + width / 2}
            y={BLOCK.y + BLOCK.height / 2}
          >
            {issue.estimate === null ? '?' : number(issue.estimate)}
          </text>
        ))}
    </g>
  );
}
