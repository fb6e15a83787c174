import { abandoned } from '#src/domain/backlog/checks/abandoned';
import { compoundStory } from '#src/domain/backlog/checks/compound-story';
import { defaultPriority } from '#src/domain/backlog/checks/default-priority';
import { missingBenefit } from '#src/domain/backlog/checks/missing-benefit';
import { missingEstimate } from '#src/domain/backlog/checks/missing-estimate';
import { missingWhy } from '#src/domain/backlog/checks/missing-why';
import { nearDuplicate } from '#src/domain/backlog/checks/near-duplicate';
import { openBlocker } from '#src/domain/backlog/checks/open-blocker';
import { oversized } from '#src/domain/backlog/checks/oversized';
import { placeholderText } from '#src/domain/backlog/checks/placeholder-text';
import { rankInversion } from '#src/domain/backlog/checks/rank-inversion';
import { requiredField } from '#src/domain/backlog/checks/required-field';
import { staleReady } from '#src/domain/backlog/checks/stale-ready';
import { thinDescription } from '#src/domain/backlog/checks/thin-description';
import { unverifiable } from '#src/domain/backlog/checks/unverifiable';
import type { Check, OptionValues } from '#src/domain/backlog/checks/define-check';
import type { CheckId } from '#src/domain/backlog/finding';

/** In the order in which findings are listed; `stale-ready` is last, since it asks what the others found. */
const REGISTRY = {
  'missing-estimate': missingEstimate,
  oversized,
  'thin-description': thinDescription,
  'placeholder-text': placeholderText,
  unverifiable,
  'missing-benefit': missingBenefit,
  'compound-story': compoundStory,
  'missing-why': missingWhy,
  'open-blocker': openBlocker,
  'required-field': requiredField,
  'default-priority': defaultPriority,
  'rank-inversion': rankInversion,
  'near-duplicate': nearDuplicate,
  abandoned,
  'stale-ready': staleReady,
} satisfies { readonly [Id in CheckId]: Check<Id, OptionValues> };

/** The options of each check, by its id. */
export type OptionsByCheck = { readonly [Id in CheckId]: (typeof REGISTRY)[Id]['options'] };

/** Every readiness check; an id without a check does not compile. */
export const CHECKS: { readonly [Id in CheckId]: Check<Id, OptionsByCheck[Id]> } = REGISTRY;

/** The checks in the order in which their findings are listed. */
export const CHECK_IDS = Object.keys(CHECKS) as readonly CheckId[];
