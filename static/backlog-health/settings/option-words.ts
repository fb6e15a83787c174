import type { OptionsByCheck } from '#src/domain/backlog/checks/index';

import type { MessageId } from '../../ui/locale';
import type { CheckId } from '../health';

/** How an option is called, and how its value is put in and shown. */
export type OptionWording =
  | {
      readonly kind: 'number' | 'percent';
      readonly label: MessageId;
      /** As shown: of a share, in per cent. */
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'words' | 'fields'; readonly label: MessageId };

type Wordings = {
  readonly [Id in CheckId]: { readonly [Name in keyof OptionsByCheck[Id]]: OptionWording };
};

const WORDINGS = {
  'missing-estimate': {},
  oversized: {
    warnShare: { kind: 'percent', label: 'settings.option.warn-share', min: 1, max: 1000 },
    criticalShare: { kind: 'percent', label: 'settings.option.critical-share', min: 1, max: 1000 },
  },
  'thin-description': {
    minimum: { kind: 'number', label: 'settings.option.minimum', min: 1, max: 500 },
    summaryMinimum: { kind: 'number', label: 'settings.option.summary-minimum', min: 1, max: 100 },
  },
  'placeholder-text': {},
  unverifiable: {
    minimumShare: { kind: 'percent', label: 'settings.option.minimum-share', min: 0, max: 100 },
    usualShare: { kind: 'percent', label: 'settings.option.usual-share', min: 0, max: 100 },
    minimumStories: { kind: 'number', label: 'settings.option.minimum-stories', min: 1, max: 1000 },
    bullets: { kind: 'number', label: 'settings.option.bullets', min: 1, max: 50 },
    words: { kind: 'words', label: 'settings.option.words' },
    fields: { kind: 'fields', label: 'settings.option.criteria-fields' },
  },
  'missing-benefit': {},
  'compound-story': {},
  'missing-why': {},
  'open-blocker': {},
  'required-field': { fields: { kind: 'fields', label: 'settings.option.required-fields' } },
  'default-priority': {},
  'rank-inversion': { places: { kind: 'number', label: 'settings.option.places', min: 1, max: 1000 } },
  'near-duplicate': {},
  abandoned: { days: { kind: 'number', label: 'settings.option.days', min: 1, max: 3650 } },
  'stale-ready': { sprints: { kind: 'number', label: 'settings.option.sprints', min: 1, max: 50 } },
} as const satisfies Wordings;

/** Each option of a check with its wording, in the order in which they are shown. */
export function optionsOf(check: CheckId): readonly (readonly [name: string, OptionWording])[] {
  return Object.entries(WORDINGS[check] as Readonly<Record<string, OptionWording>>);
}
