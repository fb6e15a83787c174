/** One rule that makes matching REST calls go wrong. */
export interface RestFault {
  /** Path template or part of it, such as `/backlog`; empty matches every call of the app. */
  readonly match: string;
  readonly kind: 'rate-limited' | 'server-error' | 'time-out';
  /** `later-pages` spares the first page of a list and fails the ones that carry a page token or a startAt. */
  readonly pages: 'all' | 'later-pages';
  /** How many calls it still hits; null for ever. */
  readonly remaining: number | null;
}

/** What is going wrong on the site on purpose; everything off by default. */
export interface FaultSettings {
  /** Extra milliseconds for every REST call of the app. */
  readonly latencyMs: number;
  readonly rest: readonly RestFault[];
  /** Delivers every queue event and schedule twice, as the platform may. */
  readonly duplicateEvents: boolean;
  /** Milliseconds by which entity queries lag behind writes. */
  readonly queryLagMs: number;
  /** What the platform says of the licence: active, inactive, or no licence object at all (as in development). */
  readonly license: 'active' | 'inactive' | 'missing';
  /** The screen cannot reach the site at all. */
  readonly offline: boolean;
}

/** The faults now in force, and how to change them. */
export interface Faults {
  current(): FaultSettings;
  set(change: Partial<FaultSettings>): void;
  /** Takes the first rule that hits this call, counting it down; null when none does. */
  strike(operation: string, isLaterPage: boolean): RestFault['kind'] | null;
}

export const NO_FAULTS: FaultSettings = {
  latencyMs: 0,
  rest: [],
  duplicateEvents: false,
  queryLagMs: 0,
  license: 'active',
  offline: false,
};

/** Holds the site's faults in memory: a restart clears them. */
export function createFaults(initial: Partial<FaultSettings> = {}): Faults {
  let settings: FaultSettings = { ...NO_FAULTS, ...initial };
  const hits = (rule: RestFault, operation: string, isLaterPage: boolean) =>
    operation.includes(rule.match) && (rule.pages === 'all' || isLaterPage) && rule.remaining !== 0;
  return {
    current: () => settings,
    set(change) {
      settings = { ...settings, ...change };
    },
    strike(operation, isLaterPage) {
      const struck = settings.rest.find((rule) => hits(rule, operation, isLaterPage));
      if (!struck) return null;
      const rest = settings.rest.map((rule) =>
        rule === struck && rule.remaining !== null ? { ...rule, remaining: rule.remaining - 1 } : rule,
      );
      settings = { ...settings, rest };
      return struck.kind;
    },
  };
}
