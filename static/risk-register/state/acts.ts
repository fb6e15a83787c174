import type { SuggestRisksAnswer } from '#src/contract/risk/suggest-risks';
import type { Register, RegisterFields } from '#src/domain/risk/register';
import type { RegisterProblem } from '#src/domain/risk/register-change';
import type { ReviewSession } from '#src/domain/risk/review-session';
import type { Risk, RiskFields } from '#src/domain/risk/risk';
import type { Origin } from '#src/domain/risk/risk-event';

import type { Bridge } from '../../ui/bridge';
import type { Result, ScreenFailure } from '../../ui/failure';

import type { Opened } from './opened';
import type { RegisterHappening } from './register-state';
import type { Outcome, Wish } from './send-change';

/** A risk to be made. Its id is the screen's, so that sending it twice makes one risk. */
export interface NewRisk {
  readonly id: string;
  readonly fields: RiskFields;
  readonly origin: Origin;
}

/** What became of a change of the register's settings. */
export type RegisterOutcome =
  | { readonly kind: 'done' | 'same' | 'clash'; readonly register: Register }
  | { readonly kind: 'invalid'; readonly problems: readonly RegisterProblem[] }
  | { readonly kind: 'failed'; readonly failure: ScreenFailure };

/** Everything that the screen can do with its register. Stays the same for as long as the screen is open. */
export interface Acts {
  /** Reads the register anew; null when that failed. */
  readonly read: () => Promise<Opened | null>;
  /** Changes a risk. Wishes for the same risk are sent one after the other. */
  readonly wish: (base: Risk, wish: Wish) => Promise<Outcome>;
  /** Makes up to 20 risks; one outcome for each, in their order. */
  readonly create: (risks: readonly NewRisk[]) => Promise<readonly Outcome[]>;
  readonly changeRegister: (version: number, patch: Partial<RegisterFields>) => Promise<RegisterOutcome>;
  readonly endReview: (startedAt: string) => Promise<Result<{ readonly session: ReviewSession | null }>>;
  /** What the register's board suggests; see the call. */
  readonly suggest: () => Promise<Result<SuggestRisksAnswer>>;
  /** For good. */
  readonly dismissSuggestion: (key: string) => Promise<Result<unknown>>;
  readonly remind: (isOn: boolean) => Promise<Result<unknown>>;
  readonly adopt: (how: 'copy' | 'show' | 'start-empty') => Promise<ScreenFailure | null>;
  /** Calls back whenever something was written from here. @returns ends it. */
  readonly onWritten: (listener: () => void) => () => void;
}

/** What acts work with. */
export interface ActsBasis {
  readonly bridge: Bridge;
  readonly dispatch: (happening: RegisterHappening) => void;
  readonly read: Acts['read'];
  /** To be told whenever something was written. */
  readonly written: () => void;
}
