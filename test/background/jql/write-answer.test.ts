import { describe, expect, it } from 'vitest';

import { writeAnswer } from '#src/background/jql/write-answer';
import type { Clause } from '#src/ports/jql';

const clause = (operator: Clause['operator'], ...words: string[]): Clause => ({
  functionName: 'ready',
  operator,
  arguments: words,
});

describe('an answer in Jira’s words', () => {
  it.each([
    ['in', ['7', '9'], 'id in (7, 9)'],
    ['not in', ['7', '9'], 'id not in (7, 9)'],
    ['in', [], 'created < "1970-01-02"'],
    ['not in', [], 'created >= "1970-01-02"'],
  ] as const)('%s %j', (operator, ids, jql) => {
    expect(writeAnswer(clause(operator, 'Team'), { kind: 'issues', ids })).toEqual({ jql });
  });

  it('holds no id that is not a number', () => {
    const ids = ['7) OR project = SECRET OR id in (7'];
    expect(() => writeAnswer(clause('in', 'Team'), { kind: 'issues', ids })).toThrow(RangeError);
  });

  it('repeats what was typed, and no more of it than fits into a line', () => {
    const long = 'x'.repeat(500);
    const answer = writeAnswer(clause('in', long), { kind: 'refused', why: 'no-single-board' });
    expect(answer).toEqual({ error: expect.stringContaining(`“${'x'.repeat(80)}…”`) as string });
  });

  it('names no page or level that was not asked for', () => {
    const answer = writeAnswer(clause('in', 'Team', 'two'), { kind: 'refused', why: 'not-a-page' });
    expect(answer).toEqual({
      error: '“two” is not a page number. Write 1 for the first 500 work items, 2 for the next.',
    });
  });
});
