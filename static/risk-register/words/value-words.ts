import { planText } from '#src/domain/risk/plan-text';
import type { RiskField, RiskFields } from '#src/domain/risk/risk';

import type { MessageId } from '../../ui/locale';

import { stateWords } from './event-words';
import type { RiskWords } from './risk-words';

const NAMES = {
  title: 'risk.field.title',
  cause: 'risk.field.cause',
  event: 'risk.field.event',
  effect: 'risk.field.effect',
  categoryId: 'risk.field.category',
  probability: 'risk.field.probability',
  impact: 'risk.field.impact',
  response: 'risk.field.response',
  plan: 'risk.field.plan',
  issueIds: 'risk.field.issues',
  ownerId: 'risk.field.owner',
  trigger: 'risk.field.trigger',
  dueOn: 'risk.field.due-on',
  state: 'risk.field.state',
  residual: 'risk.field.residual',
} satisfies Record<RiskField, MessageId>;

/** The name of a field. */
export function fieldName({ say }: Pick<RiskWords, 'say'>, field: RiskField): string {
  return say(NAMES[field]);
}

/** A field's value as it is read; a dash for nothing. */
export function valueWords<F extends RiskField>(words: RiskWords, field: F, value: RiskFields[F]): string {
  const fields = { [field]: value } as Partial<RiskFields>;
  const nothing = words.say('risk.nothing');
  switch (field) {
    case 'categoryId':
      return words.category(fields.categoryId ?? null);
    case 'probability':
      return fields.probability ? words.step(fields.probability) : nothing;
    case 'impact':
      return fields.impact ? words.step(fields.impact) : nothing;
    case 'response':
      return words.response(fields.response ?? 'none');
    case 'plan':
      return fields.plan ? planText(fields.plan) : nothing;
    case 'issueIds':
      return fields.issueIds?.length
        ? words.list(fields.issueIds.map((id) => words.issue(id) ?? words.say('risk.issue.some')))
        : nothing;
    case 'ownerId':
      return words.person(fields.ownerId ?? null);
    case 'dueOn':
      return fields.dueOn ? words.day(fields.dueOn) : nothing;
    case 'state':
      return fields.state ? stateWords(words, fields.state) : nothing;
    case 'residual':
      return fields.residual
        ? words.say('risk.exposure', {
            probability: words.step(fields.residual.probability),
            impact: words.step(fields.residual.impact),
          })
        : nothing;
    case 'title':
    case 'cause':
    case 'event':
    case 'effect':
    case 'trigger':
      return (value as string | null) ?? nothing;
  }
}
