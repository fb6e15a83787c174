import { describe, expect, it } from 'vitest';

import { CHECKS } from '#src/domain/backlog/checks/index';
import { document } from '../../../builders/adf';
import { buildContext, buildIssue } from '../../../builders/issue';

const LENGTH = 100_000;
/** Each invites a pattern to try again and again: a pattern that is not linear would run into the test's own time limit. */
const PIECES = [
  ...['as a ', 'as a x I ', 'so ', 'I want ', 'and I want ', 'create x y and ', '. as a ', 'In order to x, '],
  ...[
    'given when then ',
    '[ ] ',
    '- ',
    '1.',
    'um zu ',
    'para que ',
    'noch zu klären ',
    'として',
    'たい。',
    '未定',
  ],
  ...[
    ' ',
    '\t',
    'a',
    'A.',
    '?',
    '(',
    '<a',
    '{{',
    '[insert ',
    'TODO ',
    'to be ',
    '*',
    'a:b ',
    'why ',
    'a/b',
    'é',
    '𝒳 ',
  ],
];

const TEXT_CHECKS = [
  'thin-description',
  'placeholder-text',
  'unverifiable',
  'missing-benefit',
  'compound-story',
  'missing-why',
] as const;

describe.each(TEXT_CHECKS)('%s on a hundred thousand characters', (id) => {
  it.each(PIECES)('ends on "%s" over and over', (piece) => {
    const long = piece.repeat(Math.ceil(LENGTH / piece.length));
    const check = CHECKS[id];
    const issues = [
      buildIssue({ summary: long, description: null }),
      buildIssue({ description: document(long) }),
      buildIssue({ description: document(...(long.match(/.{1,60}/gsu) ?? [])) }),
    ];
    for (const issue of issues)
      expect(check.evaluate(issue, check.options as never, buildContext())).toHaveProperty('result');
  });
});
