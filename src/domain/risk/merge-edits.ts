import { differences } from '#src/domain/risk/differences';
import { RISK_FIELDS, type Risk, type RiskField, type RiskFields } from '#src/domain/risk/risk';
import { isNothingNew, isSameValue } from '#src/domain/risk/same';
import type { Patch } from '#src/domain/risk/validate';

/** A field that two people changed to different values. */
export type Conflict = {
  readonly [F in RiskField]: {
    readonly field: F;
    readonly base: RiskFields[F];
    readonly mine: RiskFields[F];
    readonly theirs: RiskFields[F];
  };
}[RiskField];

/** What becomes of an edit that was made on an older version of a risk. */
export type Merge =
  /** `patch` holds what is left of the edit to apply to their version; empty when they made the same changes. */
  | { readonly result: 'merged'; readonly patch: Patch }
  /**
   * `patch` holds what does not conflict. Nothing is applied until somebody has chosen: see `resolveConflicts`.
   */
  | { readonly result: 'conflict'; readonly patch: Patch; readonly conflicts: readonly Conflict[] }
  /** They deleted it meanwhile: it has to come back first, or the edit is given up. `patch` is the whole edit. */
  | { readonly result: 'deleted'; readonly patch: Patch };

/**
 * Merges an edit with what happened meanwhile, field by field. Fields that one side left alone, or that both
 * changed to the same, are no conflict. Issue ids merge as a set: what either side added or took away is. A plan,
 * a state and a residual are one field each.
 * @param base The risk as the author saw it.
 * @param mine The same with the author's changes.
 * @param theirs The risk as it is stored now.
 */
export function mergeEdits(base: RiskFields, mine: RiskFields, theirs: Risk): Merge {
  const touched = differences(base, mine, isNothingNew).map(({ field }) => field);
  const edit = pick(mine, touched);
  if (theirs.deleted !== null) return { result: 'deleted', patch: edit };
  const conflicts: Conflict[] = [];
  let patch: Patch = {};
  for (const field of RISK_FIELDS) {
    if (!touched.includes(field) || isNothingNew(field, theirs[field], mine[field])) continue;
    if (field === 'issueIds')
      patch = { ...patch, issueIds: mergeIds(base.issueIds, mine.issueIds, theirs.issueIds) };
    else if (isSameValue(field, base[field], theirs[field])) patch = { ...patch, ...pick(mine, [field]) };
    else conflicts.push({ field, base: base[field], mine: mine[field], theirs: theirs[field] } as Conflict);
  }
  return conflicts.length > 0 ? { result: 'conflict', patch, conflicts } : { result: 'merged', patch };
}

/** The edit that is left once a side is chosen for each conflict; what has no choice stays as they have it. */
export function resolveConflicts(
  { patch, conflicts }: Extract<Merge, { result: 'conflict' }>,
  choices: Readonly<Partial<Record<RiskField, 'mine' | 'theirs'>>>,
): Patch {
  const chosen = conflicts.filter(({ field }) => choices[field] === 'mine');
  return { ...patch, ...Object.fromEntries(chosen.map(({ field, mine }) => [field, mine])) };
}

function mergeIds(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [before, wanted] = [new Set(base), new Set(mine)];
  const kept = theirs.filter((id) => wanted.has(id) || !before.has(id));
  return [...new Set([...kept, ...mine.filter((id) => !before.has(id))])];
}

function pick(fields: RiskFields, names: readonly RiskField[]): Patch {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
