/** How much a failing check matters. Only `critical` keeps an issue from being ready. */
export type Severity = 'critical' | 'warn' | 'info';

/** The part of a user story that `missing-benefit` looks for. */
export type StoryPart = 'role' | 'benefit';

/**
 * What each check observed when it failed: facts, never sentences. Words for them live in the message catalogue, and
 * words of the issue itself are in `excerpt` alone, so that they can be left out where an answer is kept.
 */
export interface FactsByCheck {
  readonly 'missing-estimate': Readonly<Record<string, never>>;
  readonly oversized: { readonly estimate: number; readonly medianSprint: number; readonly limit: number };
  readonly 'thin-description': {
    readonly words: number;
    readonly minimum: number;
    /** Whether the summary tells enough to start from. */
    readonly hasLongSummary: boolean;
  };
  /** How many of the team's own done stories said how they are verified. */
  readonly unverifiable: { readonly stories: number; readonly withCriteria: number };
  readonly 'missing-benefit': { readonly missing: readonly StoryPart[] };
  readonly 'compound-story': { readonly excerpt: string | null };
  readonly 'placeholder-text': {
    readonly where: 'summary' | 'description';
    readonly excerpt: string | null;
  };
  readonly 'open-blocker': {
    readonly blockers: readonly {
      readonly key: string;
      /** Places in rank order below the blocked issue; null when it is not among the issues read. */
      readonly placesBelow: number | null;
    }[];
  };
  readonly 'default-priority': { readonly priorityId: string };
  /** The parent that was looked at too; null when there is none. */
  readonly 'missing-why': { readonly parentKey: string | null };
  readonly 'stale-ready': { readonly days: number; readonly limit: number };
  readonly abandoned: { readonly days: number; readonly limit: number };
  /** The other issue; `isSame` when their summaries have the same words. */
  readonly 'near-duplicate': { readonly key: string; readonly isSame: boolean };
  /** An issue of lower priority that is ranked so many places above. */
  readonly 'rank-inversion': { readonly key: string; readonly placesAbove: number };
  readonly 'required-field': { readonly fieldIds: readonly string[] };
}

export type CheckId = keyof FactsByCheck;

/** One failed check of one issue, for a known check. */
export type FindingOf<Id extends CheckId> = {
  readonly [K in Id]: {
    readonly check: K;
    readonly severity: Severity;
    readonly facts: FactsByCheck[K];
  };
}[Id];

/** One failed check of one issue. */
export type Finding = FindingOf<CheckId>;

/** Why a check gave no verdict. `error` means that the check itself broke on this issue. */
export type Reason =
  | 'board-counts-issues'
  | 'no-estimate'
  | 'too-little-history'
  | 'epic'
  | 'sub-task'
  | 'not-a-story'
  | 'not-the-practice-here'
  | 'nothing-written'
  | 'description-not-shown'
  | 'parent-not-read'
  | 'blockers-not-read'
  | 'priority-not-shown'
  | 'priorities-not-used'
  | 'within-horizon'
  | 'beyond-horizon'
  | 'no-forecast'
  | 'not-ready'
  | 'nothing-required'
  | 'error';

/** The answer of one check about one issue. `not-applicable` and `unknown` always say why. */
export type Outcome<Facts> =
  | { readonly result: 'pass' }
  | {
      readonly result: 'fail';
      readonly facts: Facts;
      /** Set when the check grades this case itself; otherwise the configured severity holds. */
      readonly severity?: Severity;
    }
  | { readonly result: 'not-applicable'; readonly reason: Reason }
  | { readonly result: 'unknown'; readonly reason: Reason };
