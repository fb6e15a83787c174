import { groupBy } from '#src/domain/risk/group';
import { LIMITS } from '#src/domain/risk/limits';
import type { Exposure } from '#src/domain/risk/rating';
import type { RiskFields } from '#src/domain/risk/risk';

/**
 * One thing that somebody adds to a pre-mortem. Entries say nothing of who or when: `voter` is a digest from
 * outside that tells one voter from another and names nobody. They are stored one by one and read together, in any
 * order and as often as they come, so that people who write at the same time cannot undo each other.
 */
export type PreMortemEntry =
  | { readonly kind: 'reason'; readonly id: string; readonly text: string }
  /** `turn` grows with every change of mind of the voter about the reason: the highest counts. */
  | {
      readonly kind: 'like';
      readonly reasonId: string;
      readonly voter: string;
      readonly turn: number;
      readonly isLiked: boolean;
    }
  /** Says that reasons are one. `text` is how it reads from now on; null keeps the text of `reasonIds[0]`. */
  | {
      readonly kind: 'merge';
      readonly id: string;
      readonly turn: number;
      readonly reasonIds: readonly string[];
      readonly text: string | null;
    }
  /** A risk was made of the reason. */
  | { readonly kind: 'risk'; readonly reasonId: string; readonly riskId: string };

/** A reason why it might fail, alone or merged of several. */
export interface Reason {
  /** That of the smallest id among those merged, so that it stays the same whoever merges first. */
  readonly id: string;
  readonly text: string;
  /** People who like any of those merged; each counts once. */
  readonly likes: number;
  /** Whether the asking voter is one of them. */
  readonly isLikedByViewer: boolean;
  /** All that are in it, itself included, by id. */
  readonly reasonIds: readonly string[];
  /** The risks that were made of it; more than one where two people did at once. */
  readonly riskIds: readonly string[];
}

export const PRE_MORTEM_LIMITS = { text: 400, reasons: 300 } as const;

/** Why a reason is not taken. */
export type ReasonProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly kind: 'too-many'; readonly limit: number };

/** A reason as it is stored, or why it is not. @param count Reasons that there are already. */
export function newReason(id: string, written: string, count: number): PreMortemEntry | ReasonProblem {
  const text = written.trim().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'empty' };
  const { text: limit, reasons } = PRE_MORTEM_LIMITS;
  if (text.length > limit) return { kind: 'too-long', length: text.length, limit };
  return count >= reasons ? { kind: 'too-many', limit: reasons } : { kind: 'reason', id, text };
}

/**
 * What the entries amount to: most liked first, then by id. The same for every order of the entries, and for
 * entries that come twice. A like or a merge of a reason that is not here yet waits for it.
 * @param viewer The digest of who asks; null for nobody.
 */
export function readPreMortem(entries: readonly PreMortemEntry[], viewer: string | null): readonly Reason[] {
  const of = <K extends PreMortemEntry['kind']>(kind: K) =>
    entries.filter((entry): entry is Extract<PreMortemEntry, { kind: K }> => entry.kind === kind);
  const texts = new Map(of('reason').map(({ id, text }) => [id, text]));
  const merges = of('merge').sort((a, b) => a.turn - b.turn || compare(a.id, b.id));
  const rootOf = rootsOf([...texts.keys()], merges);
  const voters = votersOf(of('like'));
  return [...groupBy([...texts.keys()].sort(compare), rootOf)]
    .map(([id, reasonIds]) => {
      const liking = new Set(reasonIds.flatMap((reasonId) => voters.get(reasonId) ?? []));
      const made = of('risk').filter(({ reasonId }) => reasonIds.includes(reasonId));
      return {
        id,
        text: textOf(id, reasonIds, merges, texts),
        likes: liking.size,
        isLikedByViewer: viewer !== null && liking.has(viewer),
        reasonIds,
        riskIds: [...new Set(made.map(({ riskId }) => riskId))].sort(compare),
      };
    })
    .sort((a, b) => b.likes - a.likes || compare(a.id, b.id));
}

/**
 * A risk that a reason turns into: its text as the title, or where it is too long as the event under a title of
 * its first words.
 */
export function draftFromReason(
  { text }: Pick<Reason, 'text'>,
  { probability, impact }: Exposure,
): RiskFields {
  const isLong = text.length > LIMITS.title;
  const cut = text.slice(0, LIMITS.title - 1);
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return {
    title: isLong ? `${words}…` : text,
    cause: null,
    event: isLong ? text : null,
    effect: null,
    categoryId: null,
    probability,
    impact,
    response: 'none',
    plan: null,
    issueIds: [],
    ownerId: null,
    trigger: null,
    dueOn: null,
    state: { kind: 'open' },
    residual: null,
  };
}

type Merge = Extract<PreMortemEntry, { kind: 'merge' }>;

/** Joins what any merge joins; each reason's root is the smallest id of its group. */
function rootsOf(ids: readonly string[], merges: readonly Merge[]): (id: string) => string {
  const parents = new Map(ids.map((id) => [id, id]));
  const root = (id: string): string => {
    const parent = parents.get(id) ?? id;
    return parent === id ? id : root(parent);
  };
  for (const { reasonIds } of merges) {
    const roots = reasonIds.filter((id) => parents.has(id)).map(root);
    const [smallest] = roots.sort(compare);
    if (smallest !== undefined) for (const each of roots) parents.set(each, smallest);
  }
  return root;
}

function textOf(
  id: string,
  reasonIds: readonly string[],
  merges: readonly Merge[],
  texts: ReadonlyMap<string, string>,
) {
  const last = merges.findLast(
    (merge) => merge.reasonIds.filter((each) => reasonIds.includes(each)).length > 1,
  );
  const kept = last?.reasonIds.find((each) => texts.has(each));
  return last?.text ?? texts.get(kept ?? id) ?? '';
}

function votersOf(
  likes: readonly Extract<PreMortemEntry, { kind: 'like' }>[],
): ReadonlyMap<string, readonly string[]> {
  const latest = [...groupBy(likes, ({ reasonId, voter }) => `${reasonId} ${voter}`).values()].flatMap(
    (same) => [...same].sort((a, b) => b.turn - a.turn || Number(b.isLiked) - Number(a.isLiked))[0] ?? [],
  );
  const liked = latest.filter(({ isLiked }) => isLiked);
  const groups = [...groupBy(liked, ({ reasonId }) => reasonId)];
  return new Map(groups.map(([reasonId, same]) => [reasonId, same.map(({ voter }) => voter)]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
