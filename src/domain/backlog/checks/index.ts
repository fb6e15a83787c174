import { missingEstimate } from '#src/domain/backlog/checks/missing-estimate';
import { openBlocker } from '#src/domain/backlog/checks/open-blocker';
import { oversized } from '#src/domain/backlog/checks/oversized';
import { placeholderText } from '#src/domain/backlog/checks/placeholder-text';
import { thinDescription } from '#src/domain/backlog/checks/thin-description';
import type { Check, OptionValues } from '#src/domain/backlog/checks/define-check';
import type { CheckId } from '#src/domain/backlog/finding';

const REGISTRY = {
  'missing-estimate': missingEstimate,
  oversized,
  'thin-description': thinDescription,
  'placeholder-text': placeholderText,
  'open-blocker': openBlocker,
} satisfies { readonly [Id in CheckId]: Check<Id, OptionValues> };

/** The options of each check, by its id. */
export type OptionsByCheck = { readonly [Id in CheckId]: (typeof REGISTRY)[Id]['options'] };

/** Every readiness check; an id without a check does not compile. */
export const CHECKS: { readonly [Id in CheckId]: Check<Id, OptionsByCheck[Id]> } = REGISTRY;

/** The checks in the order in which their findings are listed. */
export const CHECK_IDS = Object.keys(CHECKS) as readonly CheckId[];
