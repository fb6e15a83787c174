import { describe, expect, test } from 'vitest';

import { randomSprintHistory } from '../../builders/sprint-histories';

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
const HISTORIES = SEEDS.map(randomSprintHistory);

describe('a random past', () => {
  test('is the same for the same seed', () => {
    const [a, b] = [randomSprintHistory(7), randomSprintHistory(7)];
    expect(a.story).toEqual(b.story);
    const [id] = a.closedSprintIds;
    expect(a.report(id!, 'lead')).toEqual(b.report(id!, 'lead'));
    expect(randomSprintHistory(8).story).not.toEqual(a.story);
  });

  test('has a closed sprint each time, on boards of both kinds', () => {
    expect(HISTORIES.every(({ closedSprintIds }) => closedSprintIds.length > 0)).toBe(true);
    const types = new Set(HISTORIES.map(({ site, boardId }) => site.get('boards', boardId)?.type));
    expect(types).toEqual(new Set(['scrum', 'simple']));
    expect(HISTORIES.some(({ foreignClosedSprintIds }) => foreignClosedSprintIds.length > 0)).toBe(true);
  });

  test('has everything in it that can become of an issue, and something that a member does not see', () => {
    const reports = (accountId: string) =>
      HISTORIES.flatMap(({ closedSprintIds, report }) =>
        closedSprintIds.flatMap((id) => report(id, accountId).issues),
      );
    const issues = reports('lead');
    expect(new Set(issues.map(({ list, wasAdded }) => `${list} ${wasAdded}`)).size).toBe(8);
    expect(issues.some(({ estimateAtStart, estimateAtEnd }) => estimateAtStart !== estimateAtEnd)).toBe(true);
    expect(reports('member').length).toBeLessThan(issues.length);
    for (const words of [
      'split',
      'reopened',
      'another project',
      'sub-task',
      'deleted',
      'planned on board 2',
    ]) {
      expect(HISTORIES.some(({ story }) => story.some((line) => line.includes(words)))).toBe(true);
    }
  });

  test('is told by the REST as by the records: the sprints and change logs of a member', async () => {
    const [{ rest, boardId, closedSprintIds }] = HISTORIES as [(typeof HISTORIES)[number]];
    const answer = await rest.handle({
      method: 'GET',
      path: `/rest/agile/1.0/board/${boardId}/sprint?state=closed`,
      headers: {},
      body: undefined,
      accountId: 'member',
      caller: 'user',
      scopes: new Set(['read:sprint:jira-software']),
    });
    const { values } = JSON.parse(answer.body) as { values: { id: number }[] };
    expect(values.map(({ id }) => id)).toEqual(expect.arrayContaining([...closedSprintIds]));
  });
});

test('every sum of a report is that of its lists', () => {
  for (const { closedSprintIds, report } of HISTORIES) {
    for (const id of closedSprintIds) {
      const { sums, issues } = report(id, 'lead');
      const { committed, added, removed, reEstimated, delivered, outside, carriedOver } = sums;
      expect(committed.items + added.items).toBe(issues.length);
      expect(removed.items + delivered.items + outside.items + carriedOver.items).toBe(issues.length);
      expect(committed.points + added.points + reEstimated.points).toBeCloseTo(
        removed.points + delivered.points + outside.points + carriedOver.points,
      );
    }
  }
});
