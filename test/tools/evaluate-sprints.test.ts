import { describe, expect, it } from 'vitest';

import { evaluateSprints } from '#tools/evaluate-sprints';
import { reportSprints } from '#tools/report-sprints';
import { readSprintBoards } from '#tools/sprint-file';
import { pinball, scoreMisses, scoreSupply } from '#tools/sprint-scores';
import { windowsOf } from '#tools/sprint-windows';

const near = (value: number, digits: number) => expect.closeTo(value, digits) as unknown;
const sprints = (delivered: readonly number[], committed = 10) =>
  delivered.map((amount) => ({ committed, delivered: amount }));
const file = (...boards: readonly unknown[]) => JSON.stringify(boards);
const board = (list: readonly unknown[], source = 'A') => ({ source, board: 1, sprints: list });

describe('readSprintBoards', () => {
  it('leaves out sprints with nothing in them, and does not mind more fields', () => {
    const list = [
      { committed: 0, delivered: 0 },
      { committed: 3, delivered: 0, items: 2 },
    ];
    expect(readSprintBoards(file(board(list)))).toEqual([
      { source: 'A', board: 1, sprints: [{ committed: 3, delivered: 0 }] },
    ]);
  });

  it.each([
    ['not JSON', '[{', 'The file is not JSON'],
    ['another shape', '{}', 'At the top of the file'],
    ['a sprint without a commitment', file(board([{ delivered: 1 }])), 'At [0].sprints[0].committed'],
    ['a negative amount', file(board([{ committed: 1, delivered: -1 }])), 'At [0].sprints[0].delivered'],
    ['no board', '[]', 'no board'],
  ])('refuses %s and says where', (_, text, message) => {
    expect(() => readSprintBoards(text)).toThrow(message);
  });
});

describe('windowsOf', () => {
  it('begins after five sprints with points, where the last five delivered something', () => {
    const boards = readSprintBoards(file(board(sprints([0, 0, 0, 0, 0, 4, 6, 8]))));
    expect(
      windowsOf(boards).map(({ past, meanOfFive, delivered }) => [past.length, meanOfFive, delivered]),
    ).toEqual([
      [6, 0.8, [6, 8]],
      [7, 2, [8]],
    ]);
  });
});

describe('scores', () => {
  const windows = windowsOf(readSprintBoards(file(board(sprints([2, 2, 2, 2, 2, 1, 4])))));

  it('measure how often an end held, and the pinball loss against the mean of five', () => {
    const score = scoreSupply(windows, 1, () => ({ p50: 2, p85: 3 }));
    // 1 is held by both, 4 by none: losses 0.15 × 2 / 2 and 0.85 × 1 / 1.8.
    expect(score).toMatchObject({ p50: 0.5, p85: 0.5, n: 2 });
    expect(score.pinball85).toBeCloseTo((0.15 + 0.85 / 1.8) / 2, 9);
    expect([pinball(4, 3, 0.85), pinball(1, 3, 0.85)].map((loss) => loss.toFixed(2))).toEqual([
      '0.85',
      '0.30',
    ]);
  });

  it('measure the odds of missing: ranks with ties, squares, flags, tenths', () => {
    const stated = [
      [0.9, true],
      [0.6, false],
      [0.6, true],
      [0.2, false],
    ] as const;
    expect(scoreMisses(stated.map(([chance, isMissed]) => ({ chance, isMissed })))).toEqual({
      auc: 3.5 / 4,
      brier: near((0.01 + 0.36 + 0.16 + 0.04) / 4, 9),
      precision: 2 / 3,
      recall: 1,
      baseRate: 0.5,
      n: 4,
      reliability: [
        { stated: 0.2, happened: 0, n: 1 },
        { stated: 0.6, happened: 0.5, n: 2 },
        { stated: 0.9, happened: 1, n: 1 },
      ],
    });
  });

  it('are null where there is nothing to measure', () => {
    expect(scoreMisses([])).toMatchObject({ auc: null, brier: null, precision: null, recall: null, n: 0 });
    expect(scoreSupply([], 1, () => ({ p50: 0, p85: 0 }))).toMatchObject({ p50: null, p85: null, n: 0 });
  });
});

describe('evaluateSprints', () => {
  const boards = readSprintBoards(
    file(board(sprints([8, 12, 9, 11, 10, 7, 13, 10, 2, 9])), board(sprints([3, 5, 4, 6, 2, 7, 4], 5), 'B')),
  );

  it('replays each board and tells sources apart; n counts the windows of two sprints', () => {
    const { ours } = evaluateSprints(boards);
    expect([ours.supply['1'].n, ours.n, ours.overcommit.n]).toEqual([7, 5, 7]);
    expect(Object.entries(ours.bySource).map(([source, { n }]) => [source, n])).toEqual([
      ['A', 4],
      ['B', 1],
    ]);
  });

  it('knows nothing of what comes: a later sprint changes no forecast before it', () => {
    const cut = boards.map((each) => ({ ...each, sprints: each.sprints.slice(0, 6) }));
    const changed = boards.map((each) => ({
      ...each,
      sprints: [...each.sprints.slice(0, 6), { committed: 900, delivered: 900 }],
    }));
    const first = (list: typeof boards) => windowsOf(list).filter(({ past }) => past.length === 5);
    expect(first(changed).map(({ past }) => past)).toEqual(first(cut).map(({ past }) => past));
  });

  it('is told beside simple rules', () => {
    const report = reportSprints('x.json', evaluateSprints(boards));
    expect(report).toContain('x.json: 7 windows of one sprint, 5 of two, 7 commitments.');
    expect(report).toContain('Supply, B');
    expect(report).toContain('Reliability of the chance of missing, by tenths');
  });
});
