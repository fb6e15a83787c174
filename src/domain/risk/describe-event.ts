import type { FieldChange, Origin, ReviewOutcome, RiskDeed, RiskEvent } from '#src/domain/risk/risk-event';
import { changesOf } from '#src/domain/risk/risk-event';
import { onScale, type Exposure, type Rating } from '#src/domain/risk/rating';
import type { Act, Response, RiskState } from '#src/domain/risk/risk';

type TextField = 'title' | 'cause' | 'event' | 'effect' | 'trigger';

/** One thing that changed, as a sentence would say it. */
export type ChangeFact =
  | {
      readonly kind: 'text-written' | 'text-removed' | 'text-changed';
      readonly field: TextField;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'category-changed'; readonly from: string | null; readonly to: string | null }
  | {
      readonly kind: 'rating-raised' | 'rating-lowered';
      readonly axis: 'probability' | 'impact';
      readonly from: Rating;
      readonly to: Rating;
    }
  /** The same step as seen on the finer of the two scales: only the scale is another. */
  | {
      readonly kind: 'rating-rescaled';
      readonly axis: 'probability' | 'impact';
      readonly from: Rating;
      readonly to: Rating;
    }
  | { readonly kind: 'response-changed'; readonly from: Response; readonly to: Response }
  | { readonly kind: 'plan-written' | 'plan-changed' | 'plan-removed' }
  | {
      readonly kind: 'issues-changed';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | {
      readonly kind: 'owner-set' | 'owner-changed' | 'owner-removed';
      readonly from: string | null;
      readonly to: string | null;
    }
  | {
      readonly kind: 'date-set' | 'date-moved-earlier' | 'date-moved-later' | 'date-removed';
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'state-changed'; readonly from: RiskState; readonly to: RiskState }
  | {
      readonly kind: 'residual-set' | 'residual-changed' | 'residual-removed';
      readonly from: Exposure | null;
      readonly to: Exposure | null;
    };

/** An entry of the history as facts for a readable sentence. */
export interface EventFacts {
  readonly riskId: string;
  readonly version: number;
  readonly act: Act;
  readonly deed:
    | { readonly kind: 'created'; readonly origin: Origin; readonly title: string }
    | { readonly kind: 'reviewed'; readonly outcome: ReviewOutcome }
    | { readonly kind: 'reverted'; readonly toVersion: number }
    | { readonly kind: 'edited' | 'deleted' | 'undeleted' };
  readonly changes: readonly ChangeFact[];
}

/** What an event says, ready for words. */
export function describeEvent(event: RiskEvent): EventFacts {
  const { riskId, version, act } = event;
  return { riskId, version, act, deed: deedOf(event), changes: changesOf(event).map(factOf) };
}

function deedOf(event: RiskDeed): EventFacts['deed'] {
  switch (event.kind) {
    case 'created':
      return { kind: event.kind, origin: event.origin, title: event.fields.title };
    case 'reviewed':
      return { kind: event.kind, outcome: event.outcome };
    case 'reverted':
      return { kind: event.kind, toVersion: event.toVersion };
    case 'edited':
    case 'deleted':
    case 'undeleted':
      return { kind: event.kind };
  }
}

function factOf(change: FieldChange): ChangeFact {
  const { field } = change;
  switch (field) {
    case 'title':
    case 'cause':
    case 'event':
    case 'effect':
    case 'trigger': {
      const { before: from, after: to } = change;
      return { kind: `text-${presence(from, to, 'written')}`, field, from, to };
    }
    case 'categoryId':
      return { kind: 'category-changed', from: change.before, to: change.after };
    case 'probability':
    case 'impact':
      return ratingFact(field, change.before, change.after);
    case 'response':
      return { kind: 'response-changed', from: change.before, to: change.after };
    case 'plan':
      return { kind: `plan-${presence(change.before, change.after, 'written')}` };
    case 'issueIds': {
      const added = change.after.filter((id) => !change.before.includes(id));
      return {
        kind: 'issues-changed',
        added,
        removed: change.before.filter((id) => !change.after.includes(id)),
      };
    }
    case 'ownerId': {
      const { before: from, after: to } = change;
      return { kind: `owner-${presence(from, to, 'set')}`, from, to };
    }
    case 'dueOn': {
      const { before: from, after: to } = change;
      if (from === null || to === null)
        return { kind: from === null ? 'date-set' : 'date-removed', from, to };
      return { kind: to < from ? 'date-moved-earlier' : 'date-moved-later', from, to };
    }
    case 'state':
      return { kind: 'state-changed', from: change.before, to: change.after };
    case 'residual': {
      const { before: from, after: to } = change;
      return { kind: `residual-${presence(from, to, 'set')}`, from, to };
    }
  }
}

function presence<Added extends 'written' | 'set'>(
  from: unknown,
  to: unknown,
  added: Added,
): Added | 'changed' | 'removed' {
  if (from === null) return added;
  return to === null ? 'removed' : 'changed';
}

function ratingFact(axis: 'probability' | 'impact', from: Rating, to: Rating): ChangeFact {
  const finer = from.of > to.of ? from.of : to.of;
  const steps = onScale(to, finer).step - onScale(from, finer).step;
  if (steps === 0) return { kind: 'rating-rescaled', axis, from, to };
  return { kind: steps > 0 ? 'rating-raised' : 'rating-lowered', axis, from, to };
}
