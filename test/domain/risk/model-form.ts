import { addDays } from '#src/domain/risk/calendar';
import type { Rating, Scale } from '#src/domain/risk/rating';
import type { RiskField, RiskFields } from '#src/domain/risk/risk';
import { plan, TODAY } from '../../builders/risk';

export const USERS = ['ana', 'ben', 'cem', 'dia'];

/** A few values for each field, so that people often want the same and often not. */
export function valueOf(field: RiskField, value: number, scale: Scale): RiskFields[RiskField] {
  const rating = { step: value + 1, of: scale };
  const text = ['One', 'Two', 'Three'][value] ?? '';
  switch (field) {
    case 'probability':
    case 'impact':
      return rating;
    case 'residual':
      return value === 0 ? null : { probability: rating, impact: rating };
    case 'issueIds':
      return [['1', '2'], ['2', '3'], ['4']][value] ?? [];
    case 'plan':
      return value === 0 ? null : plan(text);
    case 'categoryId':
      return ['technical-dependency', 'resource-gap', 'market-shift'][value] ?? '';
    case 'response':
      return (['none', 'accept', 'mitigate'] as const)[value] ?? 'none';
    case 'dueOn':
      return value === 0 ? null : addDays(TODAY, value);
    case 'state':
      return (
        ([{ kind: 'open' }, { kind: 'mitigating' }, { kind: 'accepted', by: 'ana', until: null }] as const)[
          value
        ] ?? { kind: 'open' }
      );
    case 'title':
      return text;
    case 'ownerId':
      return USERS[value] ?? null;
    case 'cause':
    case 'event':
    case 'effect':
    case 'trigger':
      return value === 0 ? null : text;
  }
}

const SHOWN: Readonly<Record<Scale, Readonly<Record<Scale, readonly number[]>>>> = {
  3: { 3: [1, 2, 3], 5: [1, 3, 5] },
  5: { 3: [1, 1, 2, 3, 3], 5: [1, 2, 3, 4, 5] },
};
/** The step that a form on that scale shows. */
export const shown = ({ step, of }: Rating, scale: Scale) => SHOWN[of][scale][step - 1];
/** A value as text that is equal for equal values; issue ids in any order. */
export const text = (field: RiskField, value: unknown) =>
  JSON.stringify(field === 'issueIds' ? [...(value as readonly string[])].sort() : value);

/** What a person sees in a field of a form on that scale. */
export function look(field: RiskField, value: RiskFields[RiskField], scale: Scale): string {
  if (field === 'probability' || field === 'impact') return String(shown(value as Rating, scale));
  if (field !== 'residual' || value === null) return text(field, value);
  const { probability, impact } = value as NonNullable<RiskFields['residual']>;
  return `${shown(probability, scale)} ${shown(impact, scale)}`;
}
