import type { RegisterCheckSettings } from '#src/domain/risk/checks/settings';
import { DEFAULT_REGISTER_CHECK_SETTINGS } from '#src/domain/risk/checks/settings';
import type { Level } from '#src/domain/risk/level';
import type { Scale } from '#src/domain/risk/rating';
import type { ReviewSession } from '#src/domain/risk/review-session';

/** A kind of risk. Those that every register has are named by the message catalogue: their `name` is null. */
export interface Category {
  readonly id: string;
  readonly name: string | null;
}

export const BUILT_IN_CATEGORIES: readonly Category[] = [
  'technical-dependency',
  'resource-gap',
  'market-shift',
].map((id) => ({ id, name: null }));

/** Days from one review of a risk to the next, by its level. */
export type Cadence = Readonly<Record<Level, number>>;

export const DEFAULT_CADENCE: Cadence = { high: 7, medium: 14, low: 30 };

/** What people set for a register. */
export interface RegisterFields {
  readonly scale: Scale;
  readonly categories: readonly Category[];
  readonly cadence: Cadence;
  readonly checks: RegisterCheckSettings;
  /** The Jira board that the page's team plans with; null where nobody chose one. */
  readonly boardId: number | null;
}

/** A register: what its risks have in common. The risks themselves are kept one by one. */
export interface Register extends RegisterFields {
  readonly id: string;
  /** The number that its next risk gets. */
  readonly nextNumber: number;
  /** 1 when created, one more with every event of its own; a new risk raises `nextNumber` alone. */
  readonly version: number;
  /** null before the first review. */
  readonly lastReview: ReviewSession | null;
}

/** A register as it comes: three steps, three categories, the usual cadence, every check as it comes, no board. */
export function newRegister(id: string): Register {
  return {
    id,
    scale: 3,
    categories: BUILT_IN_CATEGORIES,
    cadence: DEFAULT_CADENCE,
    checks: DEFAULT_REGISTER_CHECK_SETTINGS,
    boardId: null,
    nextNumber: 1,
    version: 1,
    lastReview: null,
  };
}
