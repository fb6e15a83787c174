import { describe, expect, it } from 'vitest';

import { wikiToAdf } from '#src/adapters/jira/wiki-text';
import { missingBenefit } from '#src/domain/backlog/checks/missing-benefit';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { document, heading } from '../../../builders/adf';
import { buildContext, buildIssue } from '../../../builders/issue';

const evaluate = (changes: Partial<BacklogIssue>) =>
  missingBenefit.evaluate(buildIssue(changes), missingBenefit.options, buildContext());
const missing = (...parts: readonly ('role' | 'benefit')[]) => ({
  result: 'fail',
  facts: { missing: parts },
});
const pass = { result: 'pass' };
const notAStory = { result: 'not-applicable', reason: 'not-a-story' };

const WISH = 'As an accountant, I want a PDF';

describe('missing-benefit', () => {
  it.each<[string, Partial<BacklogIssue>, object]>([
    ['passes a whole story', { summary: `${WISH} so that auditors accept it`, description: null }, pass],
    ['notes a story without a benefit', { summary: WISH, description: null }, missing('benefit')],
    [
      'notes a story without a role',
      { summary: 'I want a PDF so that auditors accept it', description: null },
      missing('role'),
    ],
    ['notes both', { summary: 'As a <role>, I want a PDF', description: null }, missing('role', 'benefit')],
    ['reads the description', { description: document(`${WISH}.`) }, missing('benefit')],
    [
      'passes with the benefit in the description',
      { summary: WISH, description: document('So that auditors accept it.') },
      pass,
    ],
    [
      'passes with a heading that says why',
      { summary: WISH, description: document(heading('Why'), 'Auditors ask for it.') },
      pass,
    ],
    [
      'is not content with such a heading alone',
      { summary: WISH, description: document(heading('Why')) },
      missing('benefit'),
    ],
    [
      'passes with a reason further down',
      { summary: WISH, description: document('Use A4.', 'This would help auditors a lot.') },
      pass,
    ],
    ['reads wiki text', { description: wikiToAdf(`*${WISH}.*`) }, missing('benefit')],
    ['does not apply to other texts', { summary: 'Export PDF' }, notAStory],
    ['does not apply to an empty issue', { summary: 'Export PDF', description: null }, notAStory],
    [
      'cannot tell where no description is shown',
      { summary: 'Export PDF', description: undefined },
      { result: 'unknown', reason: 'description-not-shown' },
    ],
    [
      'cannot tell what a description that is not shown adds',
      { summary: WISH, description: undefined },
      { result: 'unknown', reason: 'description-not-shown' },
    ],
    [
      'needs no description for a whole story',
      { summary: `${WISH} so that auditors accept it`, description: undefined },
      pass,
    ],
    [
      'reads stories of any type',
      { summary: WISH, description: null, issueType: { name: 'Task', level: 0 } },
      missing('benefit'),
    ],
  ])('%s', (_says, changes, outcome) => {
    expect(evaluate(changes)).toEqual(outcome);
  });

  it.each([
    'Als Buchhalter möchte ich ein PDF',
    'En tant que comptable, je veux un PDF',
    'Como contable quiero un PDF',
    'Como contador, eu quero um PDF',
    'Come contabile voglio un PDF',
    'Als boekhouder wil ik een PDF',
    'Jako księgowa chcę pobrać PDF',
    '経理担当者として、請求書をPDFで出力したい',
  ])('knows "%s" for a story without a benefit', (summary) => {
    expect(evaluate({ summary, description: null })).toEqual(missing('benefit'));
  });
});
