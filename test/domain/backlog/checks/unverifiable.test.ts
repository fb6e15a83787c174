import { describe, expect, it } from 'vitest';

import type { CriteriaPractice } from '#src/domain/backlog/checks/define-check';
import { unverifiable } from '#src/domain/backlog/checks/unverifiable';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { document, heading, item, node } from '../../../builders/adf';
import { buildContext, buildIssue } from '../../../builders/issue';

const USUAL: CriteriaPractice = { stories: 40, withCriteria: 36 };

function evaluate(
  changes: Partial<BacklogIssue>,
  practice: CriteriaPractice | null = USUAL,
  options: Partial<typeof unverifiable.options> = {},
) {
  return unverifiable.evaluate(
    buildIssue(changes),
    { ...unverifiable.options, ...options },
    buildContext({ practice }),
  );
}

const failing = (severity: 'warn' | 'info', facts: CriteriaPractice = USUAL) => ({
  result: 'fail',
  severity,
  facts,
});
const pass = { result: 'pass' };

describe('unverifiable', () => {
  it.each<[string, Partial<BacklogIssue>, object]>([
    ['warns about a story without criteria', {}, failing('warn')],
    ['warns about a story without a description', { description: null }, failing('warn')],
    ['passes with a filled field for criteria', { hasCriteriaField: true }, pass],
    ['passes with such a field and no description', { hasCriteriaField: true, description: null }, pass],
    [
      'passes with criteria below a heading',
      { description: document(heading('Acceptance criteria'), 'The file opens.') },
      pass,
    ],
    [
      'cannot tell where no description is shown',
      { description: undefined },
      { result: 'unknown', reason: 'description-not-shown' },
    ],
    [
      'is satisfied by the field where no description is shown',
      { description: undefined, hasCriteriaField: true },
      pass,
    ],
    [
      'does not apply to bugs',
      { issueType: { name: 'Bug', level: 0 } },
      { result: 'not-applicable', reason: 'not-a-story' },
    ],
    [
      'does not apply to sub-tasks',
      { issueType: { name: 'Story part', level: -1 } },
      { result: 'not-applicable', reason: 'sub-task' },
    ],
  ])('%s', (_says, changes, outcome) => {
    expect(evaluate(changes)).toEqual(outcome);
  });

  it.each<[string, CriteriaPractice | null, object]>([
    ['no done story', null, { result: 'unknown', reason: 'too-little-history' }],
    [
      'nine done stories',
      { stories: 9, withCriteria: 9 },
      { result: 'unknown', reason: 'too-little-history' },
    ],
    [
      'ten done stories, all with criteria',
      { stories: 10, withCriteria: 10 },
      failing('warn', { stories: 10, withCriteria: 10 }),
    ],
    [
      'a share just below 20 %',
      { stories: 100, withCriteria: 19 },
      { result: 'not-applicable', reason: 'not-the-practice-here' },
    ],
    ['a share of 20 %', { stories: 10, withCriteria: 2 }, failing('info', { stories: 10, withCriteria: 2 })],
    [
      'a share just below 80 %',
      { stories: 100, withCriteria: 79 },
      failing('info', { stories: 100, withCriteria: 79 }),
    ],
    ['a share of 80 %', { stories: 10, withCriteria: 8 }, failing('warn', { stories: 10, withCriteria: 8 })],
  ])('adapts to %s', (_share, practice, outcome) => {
    expect(evaluate({}, practice)).toEqual(outcome);
  });

  it('has limits of its own', () => {
    const practice = { stories: 5, withCriteria: 1 };
    expect(evaluate({}, practice, { minimumStories: 5, usualShare: 0.2 })).toEqual(failing('warn', practice));
    expect(evaluate({}, practice, { minimumStories: 5, minimumShare: 0.3 })).toMatchObject({
      result: 'not-applicable',
    });
  });

  it('takes as many bullets as it is told', () => {
    const description = document(
      node('bulletList', item('The file opens in a reader'), item('Its language is the customer’s')),
    );
    expect(evaluate({ description })).toEqual(pass);
    expect(evaluate({ description }, USUAL, { bullets: 3 })).toEqual(failing('warn'));
    expect(evaluate({ description }, USUAL, { bullets: 0 })).toEqual(failing('warn'));
  });

  it("knows the team's own headings", () => {
    const description = document(heading('What good looks like'), 'The file opens.');
    expect(evaluate({ description })).toEqual(failing('warn'));
    expect(evaluate({ description }, USUAL, { words: ['What good looks like'] })).toEqual(pass);
  });
});
