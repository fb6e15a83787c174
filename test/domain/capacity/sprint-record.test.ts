import { describe, expect, it } from 'vitest';

import type { SprintIssue } from '#src/domain/capacity/sprint-record';
import { placeIssues, type CountingBoard } from '#src/domain/capacity/sprint-record-issues';
import { sumSprint } from '#src/domain/capacity/sprint-record-sums';
import type { FieldChange, IssueTimeline } from '#src/domain/capacity/sprint-record-timeline';

const DAY = 86_400_000;
/** Before the sprint's start by a day. */
const EARLY = 0;
const START = DAY;
const END = START + 10 * DAY;
const WINDOW = { sprintId: 7, start: START, end: END };
const BOARD: CountingBoard = {
  doneStatusIds: ['done', 'closed'],
  firstStatusIds: ['todo'],
  countsIssues: false,
};
const SURE = { unseen: 0, removedMayBeMissing: false };

const day = (number: number) => START + number * DAY;
const sprint = (at: number, from: readonly number[], to: readonly number[]): FieldChange => ({
  at,
  field: 'sprint',
  from,
  to,
});
const status = (at: number, from: string, to: string): FieldChange => ({ at, field: 'status', from, to });
const estimate = (at: number, from: number | null, to: number | null): FieldChange => ({
  at,
  field: 'estimate',
  from,
  to,
});

/** An open story of three points, created a day before the start in the sprint. */
function issue(changes: readonly FieldChange[], facts: Partial<IssueTimeline> = {}): IssueTimeline {
  return {
    issueId: '1',
    isSubtask: false,
    created: EARLY,
    sprintIds: [7],
    statusId: 'todo',
    estimate: 3,
    changes,
    ...facts,
  };
}

function placeOf(timeline: IssueTimeline, board = BOARD, window = WINDOW): SprintIssue | undefined {
  return placeIssues([window], [timeline], board).get(window.sprintId)?.[0];
}

type Row = readonly [string, IssueTimeline, Partial<SprintIssue> | undefined];

const PLANNED: Partial<SprintIssue> = { wasAdded: false, estimateAtStart: 3, estimateAtEnd: 3 };
const ADDED: Partial<SprintIssue> = { ...PLANNED, wasAdded: true };

describe('the place of an issue in a sprint', () => {
  it.each<Row>([
    ['nothing happened to', issue([]), { ...PLANNED, list: 'not-completed', becameDone: null }],
    [
      'is done inside',
      issue([status(day(2), 'todo', 'done')]),
      { ...PLANNED, list: 'completed', becameDone: day(2) },
    ],
    [
      'is done at the very start',
      issue([status(START, 'todo', 'done')]),
      { ...PLANNED, list: 'completed-outside' },
    ],
    [
      'is done a millisecond later',
      issue([status(START + 1, 'todo', 'done')]),
      { ...PLANNED, list: 'completed' },
    ],
    [
      'is done a millisecond before the end',
      issue([status(END - 1, 'todo', 'done')]),
      { ...PLANNED, list: 'completed' },
    ],
    ['is done at the very end', issue([status(END, 'todo', 'done')]), { ...PLANNED, list: 'not-completed' }],
    [
      'was done before, and reopened and finished inside',
      issue([
        status(EARLY + 1, 'todo', 'done'),
        status(day(1), 'done', 'todo'),
        status(day(2), 'todo', 'done'),
      ]),
      { ...PLANNED, list: 'completed', becameDone: day(2) },
    ],
    [
      'became done and was reopened',
      issue([status(day(1), 'todo', 'done'), status(day(2), 'done', 'todo')]),
      { ...PLANNED, list: 'not-completed', becameDone: null },
    ],
    [
      'became done, was reopened and became done again',
      issue([status(day(1), 'todo', 'done'), status(day(2), 'done', 'todo'), status(day(3), 'todo', 'done')]),
      { ...PLANNED, list: 'completed', becameDone: day(3) },
    ],
    [
      'moved within the done column only',
      issue([status(EARLY + 1, 'todo', 'done'), status(day(1), 'done', 'closed')]),
      { ...PLANNED, list: 'completed-outside', becameDone: EARLY + 1 },
    ],
    [
      'was created done before the start',
      issue([], { statusId: 'done' }),
      { ...PLANNED, list: 'completed-outside', becameDone: EARLY },
    ],
    [
      'was created done inside',
      issue([], { statusId: 'done', created: day(1) }),
      { ...ADDED, list: 'completed', becameDone: day(1) },
    ],
    ['was created at the very start', issue([], { created: START }), { ...PLANNED, list: 'not-completed' }],
    ['was created at the very end', issue([], { created: END }), undefined],
    ['joined at the very start', issue([sprint(START, [], [7])]), { ...PLANNED, list: 'not-completed' }],
    ['joined a millisecond later', issue([sprint(START + 1, [], [7])]), { ...ADDED, list: 'not-completed' }],
    ['joined at the very end', issue([sprint(END, [], [7])]), undefined],
    ['left at the very start', issue([sprint(START, [7], [])], { sprintIds: [] }), undefined],
    ['left inside', issue([sprint(day(3), [7], [])], { sprintIds: [] }), { ...PLANNED, list: 'removed' }],
    [
      'left at the very end',
      issue([sprint(END, [7], [])], { sprintIds: [] }),
      { ...PLANNED, list: 'not-completed' },
    ],
    [
      'was taken out by Jira within the second after the end',
      issue([sprint(END + 400, [7], [8])], { sprintIds: [8] }),
      { ...PLANNED, list: 'not-completed' },
    ],
    [
      'was carried over',
      issue([sprint(END, [7], [7, 8])], { sprintIds: [7, 8] }),
      { ...PLANNED, list: 'not-completed', wasCarriedIn: false },
    ],
    [
      'was carried in',
      issue([sprint(START, [6], [6, 7])], { sprintIds: [6, 7] }),
      { ...PLANNED, list: 'not-completed', wasCarriedIn: true },
    ],
    [
      'was taken out and put back',
      issue([sprint(day(1), [7], []), sprint(day(2), [], [7])]),
      { ...PLANNED, list: 'not-completed' },
    ],
    [
      'was added, taken out and put back',
      issue([sprint(day(1), [], [7]), sprint(day(2), [7], []), sprint(day(3), [], [7])]),
      { ...ADDED, list: 'not-completed' },
    ],
    [
      'was taken out and put back at one instant, and so not at all',
      issue([sprint(day(1), [7], []), estimate(day(1), 3, 5), sprint(day(1), [], [7])], { estimate: 5 }),
      { ...PLANNED, list: 'not-completed', estimateAtEnd: 5 },
    ],
    [
      'became done while it was out',
      issue([sprint(day(1), [7], []), status(day(2), 'todo', 'done'), sprint(day(3), [], [7])]),
      { ...PLANNED, list: 'completed-outside' },
    ],
    [
      'became done inside, was taken out and put back while done',
      issue([status(day(1), 'todo', 'done'), sprint(day(2), [7], []), sprint(day(3), [], [7])]),
      { ...PLANNED, list: 'completed' },
    ],
    [
      'was done before it joined',
      issue([status(day(1), 'todo', 'done'), sprint(day(2), [], [7])]),
      { ...ADDED, list: 'completed-outside' },
    ],
    [
      'joined and became done at one instant',
      issue([status(day(1), 'todo', 'done'), sprint(day(1), [], [7])]),
      { ...ADDED, list: 'completed' },
    ],
    [
      'is done and was taken out',
      issue([status(day(1), 'todo', 'done'), sprint(day(2), [7], [])]),
      { ...PLANNED, list: 'removed' },
    ],
    ['is a sub-task', issue([], { isSubtask: true }), undefined],
    ['is in another sprint', issue([], { sprintIds: [8] }), undefined],
    [
      'was imported with changes from before its creation',
      issue([sprint(EARLY, [], [7])], { created: day(20) }),
      { ...PLANNED, list: 'not-completed' },
    ],
  ])('that %s', (_, timeline, expected) => {
    if (expected === undefined) expect(placeOf(timeline)).toBeUndefined();
    else expect(placeOf(timeline)).toMatchObject(expected);
  });

  it.each<Row>([
    [
      'at the start and at the end',
      issue([estimate(day(1), 3, 8)]),
      { estimateAtStart: 3, estimateAtEnd: 8 },
    ],
    ['changed at the very start', issue([estimate(START, 3, 8)]), { estimateAtStart: 8, estimateAtEnd: 8 }],
    ['changed at the very end', issue([estimate(END, 3, 8)]), { estimateAtStart: 3, estimateAtEnd: 3 }],
    ['empty at first', issue([estimate(day(1), null, 0)]), { estimateAtStart: null, estimateAtEnd: 0 }],
    [
      'of the moment it first joined',
      issue([
        estimate(day(1), 1, 2),
        sprint(day(2), [], [7]),
        estimate(day(2), 2, 3),
        estimate(day(3), 3, 5),
      ]),
      { estimateAtStart: 3, estimateAtEnd: 5 },
    ],
    [
      'of the last removal',
      issue([
        sprint(day(1), [7], []),
        estimate(day(2), 3, 5),
        sprint(day(3), [], [7]),
        estimate(day(4), 5, 8),
        sprint(day(5), [7], []),
        estimate(day(6), 8, 13),
      ]),
      { estimateAtStart: 3, estimateAtEnd: 8, list: 'removed' },
    ],
  ])('has the estimate %s', (_, timeline, expected) => {
    expect(placeOf(timeline)).toMatchObject(expected ?? {});
  });

  it('counts 1 an issue on a board that counts issues, whatever its estimate', () => {
    const counts = { ...BOARD, countsIssues: true };
    const place = placeOf(issue([estimate(day(1), null, 8)]), counts);
    expect(place).toMatchObject({ estimateAtStart: 1, estimateAtEnd: 1 });
  });

  it.each<readonly [string, IssueTimeline, number | null]>([
    ['when it left the first column', issue([status(day(1), 'todo', 'doing')]), day(1)],
    [
      'when it left it first',
      issue([status(day(1), 'todo', 'doing'), status(day(2), 'doing', 'todo')]),
      day(1),
    ],
    ['not while it stands there', issue([]), null],
    ['with its creation where it never stood there', issue([], { statusId: 'doing' }), EARLY],
    [
      'when it left it, having come there later',
      issue([status(day(1), 'doing', 'todo'), status(day(3), 'todo', 'done')]),
      day(3),
    ],
  ])('began to be worked on %s', (_, timeline, expected) => {
    expect(placeOf(timeline)?.startedWork).toBe(expected);
  });

  it('is told of several sprints at once, side by side and one after another', () => {
    const windows = [
      { sprintId: 1, start: day(0), end: day(4) },
      { sprintId: 2, start: day(2), end: day(6) },
      { sprintId: 3, start: day(4), end: day(8) },
    ];
    const moved = issue(
      [sprint(day(3), [1], [2]), sprint(day(6), [2], [2, 3]), status(day(7), 'todo', 'done')],
      { sprintIds: [2, 3] },
    );
    const places = placeIssues(windows, [moved], BOARD);
    expect([1, 2, 3].map((id) => places.get(id)?.map(({ list, wasAdded }) => [list, wasAdded]))).toEqual([
      [['removed', false]],
      [['not-completed', true]],
      [['completed', true]],
    ]);
  });

  it('has no part of the changes of the instant in which a sprint both started and ended', () => {
    const window = { sprintId: 7, start: START, end: START };
    expect(placeOf(issue([status(START, 'todo', 'done')]), BOARD, window)?.list).toBe('not-completed');
    expect(placeOf(issue([], { created: START }), BOARD, window)).toBeUndefined();
  });
});

describe('the record of a sprint', () => {
  const timelines = [
    issue([status(day(5), 'todo', 'done'), estimate(day(1), 3, 5)].sort((one, other) => one.at - other.at)),
    issue([status(day(1), 'todo', 'doing'), status(day(2.5), 'doing', 'done')], {
      issueId: '2',
      estimate: null,
    }),
    issue([sprint(day(1), [], [7]), status(day(2), 'todo', 'done')], { issueId: '3', estimate: 0.1 }),
    issue([sprint(day(4), [7], [])], { issueId: '4', estimate: 8 }),
    issue([], { issueId: '5', estimate: 0.2, sprintIds: [6, 7] }),
    issue([], { issueId: '6', statusId: 'done', estimate: 13 }),
  ];
  const places = placeIssues([WINDOW], timelines, BOARD).get(7) ?? [];

  it('sums up in points and in items', () => {
    expect(sumSprint(WINDOW, places, SURE)).toEqual({
      sprintId: 7,
      startDate: new Date(START).toISOString(),
      completeDate: new Date(END).toISOString(),
      committed: { points: 24.2, items: 5, withoutEstimate: 1 },
      carriedIn: { points: 0.2, items: 1, withoutEstimate: 0 },
      added: { points: 0.1, items: 1, withoutEstimate: 0 },
      removed: { points: 8, items: 1, withoutEstimate: 0 },
      reestimated: { points: 2, items: 1 },
      delivered: { points: 5.1, items: 3, withoutEstimate: 1 },
      outside: { points: 13, items: 1, withoutEstimate: 0 },
      carriedOver: { points: 0.2, items: 1, withoutEstimate: 0 },
      deliveries: [
        { at: 0.2, points: 0.1 },
        { at: 0.25, points: 0 },
        { at: 0.5, points: 5 },
      ],
      cycleDays: [0, 1.5, 0],
      unseen: 0,
      removedMayBeMissing: false,
    });
  });

  it('of a sprint without issues is all zeros, and says what it is not sure of', () => {
    const record = sumSprint(WINDOW, [], { unseen: 2, removedMayBeMissing: true });
    expect(record.committed).toEqual({ points: 0, items: 0, withoutEstimate: 0 });
    expect(record).toMatchObject({ deliveries: [], cycleDays: [], unseen: 2, removedMayBeMissing: true });
  });
});
