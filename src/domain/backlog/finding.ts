/** How much a failing check matters. Only `critical` keeps an issue from being ready. */
export type Severity = 'critical' | 'warn' | 'info';

/** What each check observed when it failed: facts, never sentences. Words for them live in the message catalogue. */
export interface FactsByCheck {
  readonly 'missing-estimate': { readonly field: string };
  readonly oversized: { readonly estimate: number; readonly medianSprint: number; readonly limit: number };
  readonly 'thin-description': { readonly words: number; readonly minimum: number };
  readonly 'placeholder-text': {
    readonly where: 'summary' | 'description';
    readonly marker: string;
    readonly excerpt: string;
  };
  readonly 'open-blocker': {
    readonly blockers: readonly {
      readonly key: string;
      readonly summary: string;
      /** Places in rank order below the blocked issue; null when it is not among the issues read. */
      readonly placesBelow: number | null;
    }[];
  };
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
  | 'nothing-written'
  | 'description-not-shown'
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
