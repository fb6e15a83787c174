import { describe, expect, it } from 'vitest';

import type { CheckContext } from '#src/domain/backlog/checks/define-check';
import { rankInversion } from '#src/domain/backlog/checks/rank-inversion';
import { buildContext, buildIssue } from '../../../builders/issue';

interface Case {
  readonly says: string;
  readonly placesAbove: number | null;
  readonly priorityId?: string | null;
  readonly level?: number;
  readonly places?: number;
  readonly context?: Partial<CheckContext>;
  readonly outcome: object;
}

const inverted = (placesAbove: number) => ({ result: 'fail', facts: { key: 'AUR-2', placesAbove } });

const CASES: readonly Case[] = [
  { says: 'passes what nothing of lower priority outranks', placesAbove: null, outcome: { result: 'pass' } },
  { says: 'passes nine places', placesAbove: 9, outcome: { result: 'pass' } },
  { says: 'notes ten places', placesAbove: 10, outcome: inverted(10) },
  { says: 'notes more', placesAbove: 11, outcome: inverted(11) },
  { says: 'has a number of places of its own', placesAbove: 3, places: 3, outcome: inverted(3) },
  {
    says: 'cannot tell without a priority',
    placesAbove: null,
    priorityId: null,
    outcome: { result: 'unknown', reason: 'priority-not-shown' },
  },
  {
    says: 'cannot tell where the priorities of the site are not known',
    placesAbove: null,
    context: { priorities: [] },
    outcome: { result: 'unknown', reason: 'priority-not-shown' },
  },
  {
    says: 'does not apply where nobody sets priorities',
    placesAbove: null,
    context: { usesPriorities: false },
    outcome: { result: 'not-applicable', reason: 'priorities-not-used' },
  },
  {
    says: 'does not apply to sub-tasks',
    placesAbove: 40,
    level: -1,
    outcome: { result: 'not-applicable', reason: 'sub-task' },
  },
];

describe('rank-inversion', () => {
  it.each(CASES)('$says', ({ placesAbove, priorityId = '1', level = 0, places = 10, context, outcome }) => {
    const issue = buildIssue({ priorityId, issueType: { name: 'Any', level } });
    const outrankedBy = placesAbove === null ? null : { key: 'AUR-2', placesAbove };
    expect(rankInversion.evaluate(issue, { places }, buildContext({ outrankedBy, ...context }))).toEqual(
      outcome,
    );
  });

  it('has ten places by default', () => {
    expect(rankInversion.options).toEqual({ places: 10 });
  });
});
