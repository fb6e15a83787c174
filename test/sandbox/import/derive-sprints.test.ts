import { describe, expect, it } from 'vitest';

import { deriveSprints, type SprintIssue } from '#sandbox/import/derive-sprints';

const NOW = Date.UTC(2026, 9, 20);
const DAY = 86_400_000;
const issue = (
  sprints: string[],
  category: SprintIssue['category'],
  resolved: number | null = null,
): SprintIssue => ({
  sprints,
  category,
  resolved,
});

function states(issues: readonly SprintIssue[]) {
  return deriveSprints(issues, NOW).map(({ name, state }) => `${name} ${state}`);
}

describe('deriving sprints', () => {
  it.each<[string, SprintIssue[], string[]]>([
    ['none without names', [issue([], 'done')], []],
    [
      'orders by number, not by letter',
      [issue(['S 10'], 'new'), issue(['S 9'], 'new')],
      ['S 9 future', 'S 10 future'],
    ],
    [
      'closes those before the last with work done',
      [issue(['S 1'], 'new'), issue(['S 2'], 'done'), issue(['S 3'], 'new')],
      ['S 1 closed', 'S 2 closed', 'S 3 future'],
    ],
    [
      'keeps the last active while something is open',
      [issue(['S 1'], 'done'), issue(['S 2'], 'done'), issue(['S 2'], 'new')],
      ['S 1 closed', 'S 2 active'],
    ],
    [
      'takes work under way for an active sprint',
      [issue(['S 1'], 'indeterminate'), issue(['S 2'], 'new')],
      ['S 1 active', 'S 2 future'],
    ],
    [
      'takes a sprint for over from which work was carried',
      [issue(['S 1', 'S 2'], 'new')],
      ['S 1 closed', 'S 2 future'],
    ],
  ])('%s', (_, issues, expected) => {
    expect(states(issues)).toEqual(expected);
  });

  it('lays sprints without dates one after another, two weeks each, up to now', () => {
    const sprints = deriveSprints(
      [issue(['S 1'], 'done'), issue(['S 2'], 'done'), issue(['S 2'], 'new')],
      NOW,
    );
    expect(sprints.map(({ start, end }) => [(start - NOW) / DAY, (end - NOW) / DAY])).toEqual([
      [-21, -7],
      [-7, 7],
    ]);
  });

  it('ends a closed sprint with its last resolved issue and never lets sprints overlap', () => {
    const sprints = deriveSprints(
      [
        issue(['S 1'], 'done', NOW - 60 * DAY),
        issue(['S 1'], 'done', NOW - 50 * DAY),
        issue(['S 2'], 'done', NOW - 40 * DAY),
      ],
      NOW,
    );
    const [first, second] = sprints;
    expect(first?.end).toBe(NOW - 50 * DAY + 60_000);
    expect(first?.start).toBe(NOW - 64 * DAY + 60_000);
    expect(second?.start).toBe(first?.end);
    expect(second?.end).toBe(NOW - 40 * DAY + 60_000);
  });
});
