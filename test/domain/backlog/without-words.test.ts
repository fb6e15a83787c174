import { expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { AssessedIssue } from '#src/domain/backlog/assessment';
import type { Finding } from '#src/domain/backlog/finding';
import { withoutWords } from '#src/domain/backlog/without-words';

import { buildBacklog, buildHistory, PRIORITIES } from '../../builders/issue';

const assessment = assessBacklog({
  issues: buildBacklog([{}, { estimate: null }]),
  isWholeBacklog: true,
  history: buildHistory([20, 20, 20, 20, 20]),
  period: 'sprint',
  unit: 'points',
  priorities: PRIORITIES,
  now: new Date('2026-11-24T09:00:00.000Z'),
});

function withFindings(findings: readonly Finding[]) {
  const [first, ...others] = assessment.issues as readonly [AssessedIssue, ...AssessedIssue[]];
  return { ...assessment, issues: [{ ...first, findings }, ...others] };
}

it('takes the excerpts out of findings, and leaves what was found', () => {
  const worded: readonly Finding[] = [
    { check: 'placeholder-text', severity: 'warn', facts: { where: 'summary', excerpt: 'TBD by Ann' } },
    { check: 'compound-story', severity: 'info', facts: { excerpt: 'and also' } },
    { check: 'thin-description', severity: 'warn', facts: { words: 2, minimum: 10, hasLongSummary: false } },
  ];
  expect(withoutWords(withFindings(worded))).toEqual(
    withFindings([
      { check: 'placeholder-text', severity: 'warn', facts: { where: 'summary', excerpt: null } },
      { check: 'compound-story', severity: 'info', facts: { excerpt: null } },
      {
        check: 'thin-description',
        severity: 'warn',
        facts: { words: 2, minimum: 10, hasLongSummary: false },
      },
    ]),
  );
});

it('holds no summary, type or name of anything', () => {
  const text = JSON.stringify(withoutWords(assessment));
  expect(text).not.toContain('Export invoices');
  expect(text).not.toContain('Story');
});
