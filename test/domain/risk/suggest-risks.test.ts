import { describe, expect, it } from 'vitest';

import { suggestRisks, type BoardFacts } from '#src/domain/risk/suggest-risks';
import { exposure } from '../../builders/risk';

const runway = (p85: number, isLowerBound = false) => ({ p50: p85 + 0.5, p85, isLowerBound });
const board = (changes: Partial<BoardFacts> = {}): BoardFacts => ({
  boardId: 7,
  runway: runway(2.4),
  depth: { amount: 21, items: 6 },
  blocks: [],
  nextSprint: null,
  ...changes,
});
const suggest = (changes: Partial<BoardFacts>, settled: readonly string[] = []) =>
  suggestRisks(board(changes), new Set(settled), 3);
const keys = (changes: Partial<BoardFacts>) => suggest(changes).map(({ key }) => key);
const sprint = (...shares: readonly [string | null, number][]) => ({
  nextSprint: { id: 31, items: 5, shares: shares.map(([accountId, points]) => ({ accountId, points })) },
});
const blocks = (...pairs: readonly [string, string][]) => ({
  blocks: pairs.map(([issueId, blockedById]) => ({ issueId, blockedById })),
});

describe('suggestRisks', () => {
  it('suggests nothing where all is well', () => {
    expect(suggest({})).toEqual([]);
  });

  it.each<[string, Partial<BoardFacts>, readonly string[]]>([
    ['two sprints ahead', { runway: runway(2) }, []],
    ['just below', { runway: runway(1.99) }, ['below-two-sprints/7']],
    ['no history', { runway: null }, []],
    ['more below what was read', { runway: runway(1, true) }, []],
    ['two fifths', sprint(['a', 40], ['b', 30], ['c', 30]), []],
    ['more than two fifths', sprint(['a', 41], ['b', 30], ['c', 29]), ['one-person/7/a']],
    ['more than two fifths of nobody', sprint([null, 60], ['b', 40]), []],
    ['what nobody holds counts in the whole', sprint([null, 60], ['b', 39], ['c', 1]), []],
    ['two who hold half each', sprint(['a', 5], ['b', 5]), ['one-person/7/a', 'one-person/7/b']],
    ['a sprint without points', sprint(['a', 0]), []],
    ['a sprint with hardly anything in it', { nextSprint: { ...sprint(['a', 9]).nextSprint, items: 4 } }, []],
    ['two blocked in a row', blocks(['1', '2'], ['2', '3']), []],
    ['three blocked in a row', blocks(['1', '2'], ['2', '3'], ['3', '4']), ['blocked-chain/7/4']],
    ['three blocked by one', blocks(['1', '4'], ['2', '4'], ['3', '4']), []],
    ['a ring of three', blocks(['3', '2'], ['2', '1'], ['1', '3']), ['blocked-chain/7/1']],
  ])('%s', (_, changes, expected) => {
    expect(keys(changes)).toEqual(expected);
  });

  it('gives its evidence and what the risk starts from', () => {
    expect(
      suggest({
        runway: runway(0.8),
        ...sprint(['a', 6], ['b', 4], ['c', 2]),
        ...blocks(['1', '2'], ['2', '3'], ['3', '4']),
      }),
    ).toEqual([
      {
        key: 'below-two-sprints/7',
        kind: 'below-two-sprints',
        evidence: { boardId: 7, runway: runway(0.8), depth: { amount: 21, items: 6 } },
        draft: { categoryId: 'resource-gap', ...exposure(3, 2), issueIds: [] },
      },
      {
        key: 'blocked-chain/7/4',
        kind: 'blocked-chain',
        evidence: { boardId: 7, rootId: '4', blockedIds: ['1', '2', '3'], isRing: false },
        draft: { categoryId: 'technical-dependency', ...exposure(2, 3), issueIds: ['4'] },
      },
      {
        key: 'one-person/7/a',
        kind: 'one-person',
        evidence: { boardId: 7, sprintId: 31, accountId: 'a', points: 6, total: 12, share: 0.5 },
        draft: { categoryId: 'resource-gap', ...exposure(2, 3), issueIds: [] },
      },
    ]);
  });

  it('never suggests again what was accepted or dismissed, however the figures move', () => {
    expect(suggest({ runway: runway(1.5) }, ['below-two-sprints/7'])).toEqual([]);
    expect(suggest({ runway: runway(0.2) }, ['below-two-sprints/7'])).toEqual([]);
    expect(suggest(sprint(['a', 9], ['b', 1]), ['one-person/7/a'])).toEqual([]);
    expect(suggest({ runway: runway(1.5) }, ['below-two-sprints/8'])).toHaveLength(1);
  });
});
