import { lacks, type Health, type HealthIssue } from '../health';

/** One issue on the tape, in pixels from the left edge. */
export interface Block {
  readonly issue: HealthIssue;
  /** Its place in rank order, from 1. */
  readonly rank: number;
  readonly x: number;
  readonly width: number;
  /** The tape ends before the issue does. */
  readonly isCut: boolean;
}

/** The stretch of the tape in which a sprint may end, in pixels: at 50 % and at 85 %. */
export interface SprintEnd {
  readonly from: number;
  readonly to: number;
}

export interface TapeLayout {
  readonly width: number;
  readonly blocks: readonly Block[];
  /** For the next sprint and the one after; empty without a forecast. */
  readonly sprintEnds: readonly SprintEnd[];
  /** Where the backlog ends before the tape does; null when it goes on. */
  readonly endOfBacklog: number | null;
  /** What was read and does not fit on the tape. */
  readonly hidden: { readonly items: number; readonly amount: number };
}

/** Narrower blocks could be neither seen nor hit. */
const NARROWEST = 8;
/** With less room than this for each issue the tape scrolls instead. */
const ROOM_FOR_EACH = 12;
const SHOWN_WITHOUT_FORECAST = 60;
const NARROW_SCREEN = 560;
/** How far the tape goes past the end of the second sprint. */
const MARGIN = { narrow: 1.06, wide: 1.16 } as const;

interface Piece {
  readonly issue: HealthIssue;
  readonly start: number;
  readonly amount: number;
  readonly isCut: boolean;
}

function cutAt(issues: readonly HealthIssue[], limit: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const issue of issues) {
    if (start >= limit) break;
    const isCut = start + issue.width > limit * 1.02;
    pieces.push({ issue, start, amount: isCut ? limit - start : issue.width, isCut });
    start += issue.width;
  }
  return pieces;
}

/** Pixels for one point, so that the pieces and the empty stretch behind them fill the room, none below the narrowest. */
function scaleFor(pieces: readonly Piece[], emptyAmount: number, room: number): number {
  const filled = (scale: number) =>
    pieces.reduce((sum, piece) => sum + Math.max(NARROWEST, piece.amount * scale), emptyAmount * scale);
  let low = 0;
  let high = room;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (filled(middle) > room) high = middle;
    else low = middle;
  }
  return low;
}

/**
 * Lays issues out in rank order, each as wide as its points. Very small issues are drawn wider than they are; the
 * sprint ends are placed between the issues where they fall, so that the picture stays true.
 *
 * @param room Pixels at hand. The tape is wider, and scrolls, when the issues need more.
 */
export function layOutTape(health: Health, room: number): TapeLayout {
  const { demand, issues } = health;
  const margin = room < NARROW_SCREEN ? MARGIN.narrow : MARGIN.wide;
  const shown = demand === null ? issues.slice(0, SHOWN_WITHOUT_FORECAST) : issues;
  const total = shown.reduce((sum, issue) => sum + issue.width, 0);
  const limit = demand === null ? Math.max(total, 1) : demand.two.p85 * margin;
  const pieces = cutAt(shown, limit);
  const end = pieces.reduce((sum, piece) => sum + piece.amount, 0);
  const emptyAmount = Math.max(0, limit - end);

  const width = Math.max(room, pieces.length * ROOM_FOR_EACH);
  const scale = scaleFor(pieces, emptyAmount, width);
  const blocks: Block[] = [];
  let x = 0;
  for (const [index, piece] of pieces.entries()) {
    const drawn = Math.max(NARROWEST, piece.amount * scale);
    blocks.push({ issue: piece.issue, rank: index + 1, x, width: drawn, isCut: piece.isCut });
    x += drawn;
  }

  const place = (amount: number): number => {
    const index = pieces.findLastIndex((piece) => piece.amount > 0 && piece.start <= amount);
    const piece = pieces[index];
    const block = blocks[index];
    if (piece === undefined || block === undefined) return amount * scale;
    const inside = (amount - piece.start) / piece.amount;
    return inside <= 1 ? block.x + inside * block.width : x + (amount - end) * scale;
  };

  const isWhole = health.read.isWholeBacklog && !lacks(health, 'rest-of-backlog');
  const isAllShown = pieces.length === issues.length && !pieces.some((piece) => piece.isCut);
  return {
    width,
    blocks,
    sprintEnds:
      demand === null
        ? []
        : [demand.one, demand.two].map(({ p50, p85 }) => ({ from: place(p50), to: place(p85) })),
    endOfBacklog: isAllShown && isWhole && emptyAmount > 0 ? x : null,
    hidden: {
      items: issues.length - pieces.length,
      amount: issues.slice(pieces.length).reduce((sum, issue) => sum + issue.width, 0),
    },
  };
}
