import { createContext, useContext } from 'react';

import type { AssessedRisk, RegisterAssessment } from '#src/domain/risk/assess-register';
import type { Register } from '#src/domain/risk/register';
import type { ReviewStop } from '#src/domain/risk/review';
import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import type { Mitigation, Opened } from './state/opened';
import type { People } from './state/use-people';
import type { Acts } from './state/acts';

/** Why the viewer can only read; null where they can change things. */
export type ReadOnly = 'editor' | 'elsewhere' | 'copied' | 'unlicensed' | 'anonymous' | 'viewer' | null;

/** What the parts of the screen share about the register in view. */
export interface Desk {
  readonly opened: Opened;
  readonly register: Register;
  /** All that are not deleted, with edits that are on their way. */
  readonly risks: readonly Risk[];
  readonly deleted: readonly Risk[];
  /** All of them. */
  readonly byId: ReadonlyMap<string, Risk>;
  readonly assessment: RegisterAssessment;
  readonly assessed: ReadonlyMap<string, AssessedRisk>;
  readonly queue: readonly ReviewStop[];
  readonly events: readonly RiskEvent[];
  /** By issue id; null where Jira is not there, or did not answer. */
  readonly mitigations: ReadonlyMap<string, Mitigation> | null;
  readonly people: People;
  /** Takes in issues that a search found: their keys are known from then on. */
  readonly learnIssue: (issue: { readonly id: string; readonly key: string }) => void;
  readonly readOnly: ReadOnly;
  readonly acts: Acts;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

/** @throws Error outside of a `DeskProvider`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it.');
  return desk;
}
