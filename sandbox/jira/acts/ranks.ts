import { type Desk, SiteError, demand, logChange } from '#sandbox/jira/acts/desk';
import { rankChange } from '#sandbox/jira/changes';
import { MAX_RANK_LENGTH, bucketOf, evenRanks, rankBetween, ranksBetween } from '#sandbox/jira/lexorank';
import type { Act } from '#sandbox/jira/site.types';

/** The rank of a new issue: below everything. */
export function lastRank(desk: Desk): string {
  return rankBetween(desk.indexes.ranked().at(-1)?.rank ?? null, null);
}

/** Gives every issue a fresh, short rank in the next bucket, in the same order. Like Jira's, it leaves no trace in change logs. */
function rebalance(desk: Desk): void {
  const inOrder = [...desk.indexes.ranked()];
  const bucket = ([1, 2, 0] as const)[bucketOf(inOrder[0]?.rank ?? null)];
  const ranks = evenRanks(inOrder.length, bucket);
  inOrder.forEach((issue, place) => {
    desk.records.put('issues', { ...issue, rank: ranks[place] ?? issue.rank });
  });
}

/**
 * Moves issues, in the order given, right before or after another one. Ranking does not touch `updated`.
 * @throws SiteError when an issue is unknown or is ranked against itself.
 */
export function rankIssues(
  desk: Desk,
  issueIds: readonly string[],
  target: { before: string } | { after: string },
  act: Act,
): void {
  const targetId = 'before' in target ? target.before : target.after;
  const moved = [...new Set(issueIds)].map((id) => demand(desk, 'issues', id));
  const anchor = demand(desk, 'issues', targetId);
  const movedIds = new Set(moved.map(({ id }) => id));
  if (movedIds.has(anchor.id)) throw new SiteError('An issue cannot be ranked relative to itself.');
  const ranked = desk.indexes.ranked();
  const place = desk.indexes.rankPosition(anchor);
  const step = 'before' in target ? -1 : 1;
  let beyond = place + step;
  // Issues that move leave their places: the neighbour is the next one that stays.
  while (movedIds.has(ranked[beyond]?.id ?? '')) beyond += step;
  const neighbour = ranked[beyond]?.rank ?? null;
  const [low, high] = step < 0 ? [neighbour, anchor.rank] : [anchor.rank, neighbour];
  const ranks = ranksBetween(low, high, moved.length);
  moved.forEach((issue, index) => {
    const rank = ranks[index];
    if (rank === undefined || rank === issue.rank) return;
    desk.records.put('issues', { ...issue, rank });
    logChange(desk, issue.id, [rankChange(rank < issue.rank ? 'higher' : 'lower')], act);
  });
  if (ranks.some((rank) => rank.length > MAX_RANK_LENGTH)) rebalance(desk);
}
