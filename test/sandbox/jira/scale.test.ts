import { expect, test } from 'vitest';

import { createClock } from '#sandbox/clock';
import { createJiraSite } from '#sandbox/jira/site';

import { buildSite } from './site.fixture';

test(
  'ten thousand issues are created, ranked, and read back in order after a restart',
  { timeout: 60_000 },
  () => {
    const { site, scrum, store } = buildSite();
    const count = 10_000;
    site.batch(() => {
      for (let index = 0; index < count; index += 1) {
        site.createIssue(
          { projectId: scrum.id, issueTypeId: '10001', summary: `Story ${index}` },
          { by: 'dev' },
        );
      }
    });
    const moved = site.rankedIssues().slice(5_000, 7_000);
    const top = site.rankedIssues()[0]!.id;
    site.rankIssues(
      moved.map(({ id }) => id),
      { before: top },
      { by: 'dev' },
    );
    const order = createJiraSite(store, createClock())
      .rankedIssues()
      .map(({ summary }) => summary);
    expect(order).toHaveLength(count);
    expect(order.slice(0, 2)).toEqual(['Story 5000', 'Story 5001']);
    expect(order[2_000]).toBe('Story 0');
    expect(order.at(-1)).toBe('Story 9999');
  },
);

test('ranks stay short when issue after issue is put into the same gap', () => {
  const { site, scrum } = buildSite();
  const ids = site.batch(() =>
    Array.from(
      { length: 1_000 },
      (_, index) =>
        site.createIssue({ projectId: scrum.id, issueTypeId: '10001', summary: String(index) }, { by: 'dev' })
          .id,
    ),
  );
  const [first = ''] = ids;
  site.batch(() => {
    for (const id of ids.slice(1)) site.rankIssues([id], { before: first }, { by: 'dev' });
  });
  const ranked = site.rankedIssues();
  expect(ranked.map(({ summary }) => summary)).toEqual([
    ...Array.from({ length: 999 }, (_, index) => String(index + 1)),
    '0',
  ]);
  expect(Math.max(...ranked.map(({ rank }) => rank.length))).toBeLessThanOrEqual(130);
  expect(new Set(ranked.map(({ rank }) => rank)).size).toBe(1_000);
});
