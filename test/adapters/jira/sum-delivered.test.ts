import { expect, it } from 'vitest';

import { sumDelivered, type DoneIssue } from '#src/adapters/jira/done-issue';

const FIRST = { id: 1, startDate: '2026-01-05T09:00:00.000Z', completeDate: '2026-01-16T15:00:00.000Z' };
const SECOND = { id: 2, startDate: '2026-01-19T09:00:00.000Z', completeDate: '2026-01-30T15:00:00.000Z' };

const done = (change: Partial<DoneIssue>): DoneIssue => ({
  estimate: 3,
  resolved: '2026-01-10T12:00:00.000Z',
  closedSprintIds: [1],
  lastClosedSprintId: 1,
  isStory: false,
  saysHow: false,
  ...change,
});

it.each<[string, Partial<DoneIssue>, [first: number, second: number]]>([
  ['inside the sprint', {}, [3, 0]],
  ['at its very start', { resolved: FIRST.startDate }, [3, 0]],
  ['just before it', { resolved: '2026-01-05T08:59:59.999Z' }, [0, 0]],
  ['at its very end', { resolved: FIRST.completeDate }, [3, 0]],
  ['just after it', { resolved: '2026-01-16T15:00:00.001Z' }, [0, 0]],
  [
    'in the sprint it was carried over to',
    { resolved: '2026-01-20T12:00:00.000Z', closedSprintIds: [1, 2] },
    [0, 3],
  ],
  ['in time but in another sprint', { closedSprintIds: [2], lastClosedSprintId: 2 }, [0, 0]],
  ['without an estimate', { estimate: null }, [0, 0]],
  [
    'at no known time, last in the second',
    { resolved: null, closedSprintIds: [1, 2], lastClosedSprintId: 2 },
    [0, 3],
  ],
  [
    'at no known time, last in a sprint asked about no more',
    { resolved: null, lastClosedSprintId: 9 },
    [0, 0],
  ],
  ['at no known time, in a sprint still open', { resolved: null, lastClosedSprintId: null }, [0, 0]],
])('an issue done %s', (_, change, points) => {
  const sums = sumDelivered([FIRST, SECOND], [done(change)]);
  expect(sums.map(({ deliveredPoints }) => deliveredPoints)).toEqual(points);
});

it('counts items with or without estimates, and keeps the order asked for', () => {
  const issues = [done({}), done({ estimate: null }), done({ estimate: 0.5 })];
  expect(sumDelivered([SECOND, FIRST], issues)).toEqual([
    {
      sprintId: 2,
      startDate: SECOND.startDate,
      completeDate: SECOND.completeDate,
      deliveredPoints: 0,
      deliveredItems: 0,
      stories: 0,
      storiesWithCriteria: 0,
    },
    {
      sprintId: 1,
      startDate: FIRST.startDate,
      completeDate: FIRST.completeDate,
      deliveredPoints: 3.5,
      deliveredItems: 3,
      stories: 0,
      storiesWithCriteria: 0,
    },
  ]);
});

it('counts the stories among what was delivered, and those that say how they are verified', () => {
  const issues = [
    done({ isStory: true, saysHow: true }),
    done({ isStory: true }),
    done({ saysHow: true }),
    done({ isStory: true, saysHow: true, closedSprintIds: [2], resolved: SECOND.startDate }),
    done({ isStory: true, resolved: '2026-03-01T12:00:00.000Z' }),
  ];
  expect(sumDelivered([FIRST, SECOND], issues)).toMatchObject([
    { stories: 2, storiesWithCriteria: 1 },
    { stories: 1, storiesWithCriteria: 1 },
  ]);
});
