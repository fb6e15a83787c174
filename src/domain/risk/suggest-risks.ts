import { longestChains, type Block, type Chain } from '#src/domain/risk/blocked-chains';
import type { Runway } from '#src/domain/backlog/runway';
import type { Scale } from '#src/domain/risk/rating';
import type { RiskFields } from '#src/domain/risk/risk';

/** What a board's backlog says, as far as risks are concerned. */
export interface BoardFacts {
  readonly boardId: number;
  /** null with too little history: then nothing is said about it. */
  readonly runway: Runway | null;
  /** Ready work from the top to the first hole, in the board's unit. */
  readonly depth: { readonly amount: number; readonly items: number };
  /** Open issues that wait for open issues. */
  readonly blocks: readonly Block[];
  /**
   * The next sprint's estimates by who is to do the work; null is nobody's, and null for the sprint when none is
   * planned.
   */
  readonly nextSprint: {
    readonly id: number;
    /** How many issues are planned in it. */
    readonly items: number;
    readonly shares: readonly { readonly accountId: string | null; readonly points: number }[];
  } | null;
}

/**
 * A risk that Jira's facts suggest. `key` stays the same as long as it is the same risk, so that a dismissal holds
 * for good.
 */
export type Suggestion = {
  readonly key: string;
  /** What an accepted suggestion starts from; its title is for the message catalogue to write. */
  readonly draft: Pick<RiskFields, 'categoryId' | 'probability' | 'impact' | 'issueIds'>;
} & (
  | {
      readonly kind: 'below-two-sprints';
      readonly evidence: {
        readonly boardId: number;
        readonly runway: Runway;
        readonly depth: BoardFacts['depth'];
      };
    }
  | { readonly kind: 'blocked-chain'; readonly evidence: Chain & { readonly boardId: number } }
  | {
      readonly kind: 'one-person';
      /** `share` is a fraction of `total`. */
      readonly evidence: {
        readonly boardId: number;
        readonly sprintId: number;
        readonly accountId: string;
        readonly points: number;
        readonly total: number;
        readonly share: number;
      };
    }
);

const SPRINTS_AHEAD = 2;
const BLOCKED_IN_A_ROW = 3;
const LARGEST_SHARE = 0.4;
/** A sprint with fewer issues is not planned yet: its shares say nothing. */
const ITEMS_OF_A_PLAN = 5;

/**
 * The risks that a board's facts suggest, but for those that were accepted or dismissed before. A board has one
 * key for its runway, one for each issue at the root of a chain, and one for each person.
 * @param settled Keys of suggestions that were accepted or dismissed.
 */
export function suggestRisks(
  board: BoardFacts,
  settled: ReadonlySet<string>,
  scale: Scale,
): readonly Suggestion[] {
  const found = [...fromRunway(board, scale), ...fromChains(board, scale), ...fromShares(board, scale)];
  return found.filter(({ key }) => !settled.has(key));
}

function fromRunway({ boardId, runway, depth }: BoardFacts, scale: Scale): readonly Suggestion[] {
  if (runway === null || runway.isLowerBound || runway.p85 >= SPRINTS_AHEAD) return [];
  const isUrgent = runway.p85 <= 1;
  return [
    {
      key: `below-two-sprints/${boardId}`,
      kind: 'below-two-sprints',
      evidence: { boardId, runway, depth },
      draft: draft('resource-gap', isUrgent ? 'top' : 'middle', 'middle', scale),
    },
  ];
}

function fromChains({ boardId, blocks }: BoardFacts, scale: Scale): readonly Suggestion[] {
  return longestChains(blocks)
    .filter(({ blockedIds }) => blockedIds.length >= BLOCKED_IN_A_ROW)
    .map((chain) => ({
      key: `blocked-chain/${boardId}/${chain.rootId}`,
      kind: 'blocked-chain',
      evidence: { boardId, ...chain },
      draft: { ...draft('technical-dependency', 'middle', 'top', scale), issueIds: [chain.rootId] },
    }));
}

function fromShares({ boardId, nextSprint }: BoardFacts, scale: Scale): readonly Suggestion[] {
  if (nextSprint === null) return [];
  const { id: sprintId, items, shares } = nextSprint;
  if (items < ITEMS_OF_A_PLAN) return [];
  const total = shares.reduce((sum, { points }) => sum + points, 0);
  if (total <= 0) return [];
  return shares.flatMap(({ accountId, points }) => {
    const share = points / total;
    if (accountId === null || share <= LARGEST_SHARE) return [];
    return [
      {
        key: `one-person/${boardId}/${accountId}`,
        kind: 'one-person' as const,
        evidence: { boardId, sprintId, accountId, points, total, share },
        draft: draft('resource-gap', 'middle', 'top', scale),
      },
    ];
  });
}

function draft(
  categoryId: NonNullable<RiskFields['categoryId']>,
  probability: 'middle' | 'top',
  impact: 'middle' | 'top',
  of: Scale,
): Suggestion['draft'] {
  const middle = (of + 1) / 2;
  const stepOf = (height: 'middle' | 'top') => (height === 'top' ? of : middle);
  return {
    categoryId,
    probability: { step: stepOf(probability), of },
    impact: { step: stepOf(impact), of },
    issueIds: [],
  };
}
