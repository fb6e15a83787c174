import { describe, expect, test } from 'vitest';

import german from '../../../static/ui/messages/de.json';
import english from '../../../static/ui/messages/en.json';
import { catalogueProblems } from '../../builders/catalogue-problems';

/** Words that German has from English, and what only joins values. */
const SAME_IN_GERMAN: ReadonlySet<string> = new Set([
  'views.backlog',
  'views.sprint',
  'views.trends',
  'list.epic',
  'list.fact-and-mend',
  'item.risk-number',
  'sprint.choose',
  'sprint.serves.epics',
  'settings.in-percent',
  'risk.key',
  'admin.title',
  'admin.start.permission.confluence',
]);

describe('the German catalogue', () => {
  test('has every message of the English one, with the same values, in German', () => {
    expect(catalogueProblems(english, german, 'de', SAME_IN_GERMAN)).toEqual([]);
  });

  test('has its messages in the order of the English one', () => {
    expect(Object.keys(german)).toEqual(Object.keys(english));
  });
});

describe('what is wrong with a catalogue', () => {
  const source = {
    'a.one': 'One {name} and <mark>{count, plural, one {# item} other {# items}}</mark>',
    'a.two': 'Two {kind, select, new {new} other {old}}',
  };

  test.each([
    ['a lost value', { 'a.one': 'Eins' }, 'a.one takes in  instead of <mark>; count; name'],
    [
      'a lost plural form',
      { 'a.one': 'Eins {name} und <mark>{count, plural, other {# Dinge}}</mark>' },
      'a.one count lacks "one"',
    ],
    [
      'a lost choice',
      { 'a.two': 'Zwei {kind, select, other {alt}}' },
      'a.two takes in kind of other instead of kind of new, other',
    ],
    ['what is no message', { 'a.two': 'Zwei {kind' }, 'a.two SyntaxError: EXPECT_ARGUMENT_CLOSING_BRACE'],
    ['an English message', { 'a.two': source['a.two'] }, `a.two is not translated: ${source['a.two']}`],
  ])('is told of %s', (_, wrong, problem) => {
    const right = {
      'a.one': 'Eins {name} und <mark>{count, plural, one {# Ding} other {# Dinge}}</mark>',
      'a.two': 'Zwei {kind, select, new {neu} other {alt}}',
    };
    expect(catalogueProblems(source, right, 'de', new Set())).toEqual([]);
    expect(catalogueProblems(source, { ...right, ...wrong }, 'de', new Set())).toEqual([problem]);
  });
});
