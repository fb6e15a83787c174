import { describe, expect, it } from 'vitest';

import { nearDuplicate } from '#src/domain/backlog/checks/near-duplicate';
import { buildContext, buildIssue } from '../../../builders/issue';

const SAME = { key: 'AUR-2', isSame: true };
const CLOSE = { key: 'AUR-2', isSame: false };

const CASES = [
  { says: 'passes what repeats nothing', duplicateOf: null, outcome: { result: 'pass' } },
  { says: 'names the issue that it repeats', duplicateOf: SAME, outcome: { result: 'fail', facts: SAME } },
  { says: 'says when it is close only', duplicateOf: CLOSE, outcome: { result: 'fail', facts: CLOSE } },
  { says: 'applies to epics', duplicateOf: SAME, level: 1, outcome: { result: 'fail', facts: SAME } },
  {
    says: 'does not apply to sub-tasks',
    duplicateOf: SAME,
    level: -1,
    outcome: { result: 'not-applicable', reason: 'sub-task' },
  },
];

describe('near-duplicate', () => {
  it.each(CASES)('$says', ({ duplicateOf, level = 0, outcome }) => {
    const issue = buildIssue({ issueType: { name: 'Any', level } });
    expect(nearDuplicate.evaluate(issue, nearDuplicate.options, buildContext({ duplicateOf }))).toEqual(
      outcome,
    );
  });
});
