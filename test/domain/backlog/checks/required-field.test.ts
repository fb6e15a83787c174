import { describe, expect, it } from 'vitest';

import { requiredField } from '#src/domain/backlog/checks/required-field';
import { buildContext, buildIssue } from '../../../builders/issue';

const CASES = [
  {
    says: 'does not apply where the team requires nothing',
    fields: [],
    emptyFieldIds: ['components'],
    outcome: { result: 'not-applicable', reason: 'nothing-required' },
  },
  {
    says: 'passes when all of them are filled in',
    fields: ['components'],
    emptyFieldIds: [],
    outcome: { result: 'pass' },
  },
  {
    says: 'passes when another field is empty',
    fields: ['components'],
    emptyFieldIds: ['customfield_10040'],
    outcome: { result: 'pass' },
  },
  {
    says: 'names the empty ones in the order of the settings',
    fields: ['customfield_10040', 'fixVersions', 'components'],
    emptyFieldIds: ['components', 'customfield_10040'],
    outcome: { result: 'fail', facts: { fieldIds: ['customfield_10040', 'components'] } },
  },
  {
    says: 'names a field once that is required twice',
    fields: ['components', 'components'],
    emptyFieldIds: ['components'],
    outcome: { result: 'fail', facts: { fieldIds: ['components'] } },
  },
];

describe('required-field', () => {
  it.each(CASES)('$says', ({ fields, emptyFieldIds, outcome }) => {
    expect(requiredField.evaluate(buildIssue({ emptyFieldIds }), { fields }, buildContext())).toEqual(
      outcome,
    );
  });

  it('is off, and requires nothing, until a team says what', () => {
    expect(requiredField.meta.enabledByDefault).toBe(false);
    expect(requiredField.options).toEqual({ fields: [] });
  });
});
