import { groupBy } from '#src/domain/risk/group';

/** An open issue that waits for another open one. */
export interface Block {
  readonly issueId: string;
  readonly blockedById: string;
}

/** Issues that wait for each other in a row. */
export interface Chain {
  /**
   * The issue at the end, for which all others wait. In a ring, where all wait for each other, the smallest id.
   */
  readonly rootId: string;
  /**
   * The issues that wait, from the one that waits longest to the one beside the root; in a ring the root is the
   * last.
   */
  readonly blockedIds: readonly string[];
  readonly isRing: boolean;
}

/**
 * The longest chain that ends in each issue that blocks others and is not blocked itself, and every ring; longest
 * first. Where two ways are equally long, the smaller ids. What waits for a ring is no chain of its own. Each
 * issue is looked at once, however many ways lead through it.
 */
export function longestChains(blocks: readonly Block[]): readonly Chain[] {
  const links = blocks.filter(({ issueId, blockedById }) => issueId !== blockedById);
  const blockersOf = groupBy(links, ({ issueId }) => issueId);
  const rings = ringsOf(links, (id) => (blockersOf.get(id) ?? []).map(({ blockedById }) => blockedById));
  const inRing = new Set(rings.flatMap((chain) => chain.blockedIds));
  const free = links.filter(({ issueId, blockedById }) => !inRing.has(issueId) && !inRing.has(blockedById));
  const waitingFor = groupBy(free, ({ blockedById }) => blockedById);
  const above = new Map<string, readonly string[]>();
  const roots = [...waitingFor.keys()].filter((id) => !blockersOf.has(id)).sort();
  const chains = roots.map((rootId) => ({ rootId, blockedIds: longestAbove(rootId), isRing: false }));
  return [...chains, ...rings].sort((a, b) => b.blockedIds.length - a.blockedIds.length);

  function longestAbove(id: string): readonly string[] {
    const known = above.get(id);
    if (known !== undefined) return known;
    const ways = (waitingFor.get(id) ?? [])
      .map(({ issueId }) => [...longestAbove(issueId), issueId])
      .sort((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1));
    const longest = ways[0] ?? [];
    above.set(id, longest);
    return longest;
  }
}

/**
 * The groups of issues each of which waits for every other: Tarjan's strongly connected components of more than
 * one.
 */
function ringsOf(links: readonly Block[], blockersOf: (id: string) => readonly string[]): readonly Chain[] {
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const rings: Chain[] = [];
  for (const { issueId } of links) if (!order.has(issueId)) visit(issueId);
  return rings;

  function visit(id: string): number {
    const own = order.size;
    order.set(id, own);
    stack.push(id);
    let low = own;
    for (const next of blockersOf(id)) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    }
    lowest.set(id, low);
    if (low !== own) return low;
    const ring = stack.splice(stack.indexOf(id)).sort();
    const [rootId, ...others] = ring;
    if (rootId !== undefined && others.length > 0) {
      rings.push({ rootId, blockedIds: [...others, rootId], isRing: true });
    }
    return low;
  }
}
