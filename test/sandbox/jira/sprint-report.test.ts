import { describe, expect, test } from 'vitest';

import { FIELD, ISSUE_TYPE, SECURITY_LEVEL, STATUS } from '#sandbox/jira/defaults';
import { createViewer } from '#sandbox/jira/permissions';
import { sprintReport } from '#sandbox/jira/reports/sprint-report';
import type { NewIssue } from '#sandbox/jira/site.types';

import { DAY, MONDAY, buildSite } from './site.fixture';

const START = MONDAY + DAY;
const END = MONDAY + 15 * DAY;
const BEFORE = MONDAY;
const DURING = MONDAY + 5 * DAY;
const LATER = MONDAY + 8 * DAY;
const by = (at: number) => ({ by: 'dev', at });

/** A sprint of two weeks on the Scrum board, and what tests do to issues of it. */
function stage() {
  const world = buildSite();
  const { site, scrum, board } = world;
  const sprint = site.createSprint({ boardId: board.id, name: 'One' }, by(BEFORE));
  const story = (at: number, points: number | null = 3, more: Partial<NewIssue> = {}) =>
    site.createIssue(
      {
        projectId: scrum.id,
        issueTypeId: ISSUE_TYPE.story,
        summary: 'Story',
        customFields: points === null ? {} : { [FIELD.storyPoints]: points },
        ...more,
      },
      by(at),
    ).id;
  const planned = (points: number | null = 3, more: Partial<NewIssue> = {}) =>
    story(BEFORE, points, { sprintId: sprint.id, ...more });
  const estimate = (id: string, points: number | null, at: number) =>
    site.editIssue(id, { customFields: { [FIELD.storyPoints]: points } }, by(at));
  const to = (id: string, statusId: string, at: number) => site.transitionIssue(id, statusId, by(at));
  const finish = (id: string, at: number) => to(id, STATUS.done, at);
  const take = (id: string, sprintId: number | null, at: number) => {
    site.moveToSprint(id, sprintId, by(at));
  };
  const start = () => site.startSprint(sprint.id, { ...by(START), endDate: END });
  const complete = (moveOpenTo: number | null = null) =>
    site.completeSprint(sprint.id, { ...by(END), moveOpenTo });
  const report = (accountId = 'lea', sprintId = sprint.id, boardId = board.id) => {
    const [on, of] = [site.get('boards', boardId)!, site.get('sprints', sprintId)!];
    return sprintReport(on, of, {
      site,
      viewer: createViewer(site, accountId),
      now: END,
      zone: 'Etc/UTC',
    });
  };
  /** List, whether it was added, and both estimates of an issue; undefined when it is in no list. */
  const placeOf = (id: string, ...args: Parameters<typeof report>) => {
    const found = report(...args).issues.find((issue) => issue.id === id);
    return found && [found.list, found.wasAdded, found.estimateAtStart, found.estimateAtEnd];
  };
  return { ...world, sprint, story, planned, estimate, to, finish, take, start, complete, report, placeOf };
}

describe('each issue is in one list', () => {
  test('completed: planned and done while the sprint ran', () => {
    const { planned, finish, start, complete, placeOf } = stage();
    const id = planned();
    start();
    finish(id, DURING);
    complete();
    expect(placeOf(id)).toEqual(['completed', false, 3, 3]);
  });

  test('completed: done before the start, reopened and done again inside', () => {
    const { planned, finish, to, start, complete, placeOf } = stage();
    const id = planned();
    finish(id, BEFORE);
    start();
    to(id, STATUS.inProgress, DURING);
    finish(id, LATER);
    complete();
    expect(placeOf(id)).toEqual(['completed', false, 3, 3]);
  });

  test('completed: created in the sprint as done, and done, taken out and put back', () => {
    const { story, planned, finish, take, start, complete, sprint, placeOf } = stage();
    const back = planned();
    start();
    const created = story(DURING, 2, { sprintId: sprint.id, statusId: STATUS.done });
    finish(back, DURING);
    take(back, null, DURING + 1);
    take(back, sprint.id, LATER);
    complete();
    expect(placeOf(created)).toEqual(['completed', true, 2, 2]);
    expect(placeOf(back)).toEqual(['completed', false, 3, 3]);
  });

  test('completed-outside: done before the start, before it joined, or while it was out', () => {
    const { story, planned, finish, take, start, complete, sprint, placeOf } = stage();
    const [early, out] = [planned(), planned()];
    finish(early, BEFORE);
    const joined = story(BEFORE);
    start();
    finish(joined, DURING);
    take(joined, sprint.id, LATER);
    take(out, null, DURING);
    finish(out, DURING + 1);
    take(out, sprint.id, LATER);
    complete();
    expect(placeOf(early)).toEqual(['completed-outside', false, 3, 3]);
    expect(placeOf(joined)).toEqual(['completed-outside', true, 3, 3]);
    expect(placeOf(out)).toEqual(['completed-outside', false, 3, 3]);
  });

  test('not-completed: carried over to the backlog or to the next sprint, or reopened', () => {
    const { site, board, planned, finish, to, start, complete, placeOf } = stage();
    const next = site.createSprint({ boardId: board.id, name: 'Two' }, by(BEFORE));
    const [open, reopened] = [planned(), planned()];
    start();
    finish(reopened, DURING);
    to(reopened, STATUS.toDo, LATER);
    complete(next.id);
    expect(placeOf(open)).toEqual(['not-completed', false, 3, 3]);
    expect(placeOf(reopened)).toEqual(['not-completed', false, 3, 3]);
    expect(site.issue(open)?.sprintIds).toEqual([1, next.id]);
  });

  test('removed: taken out, whatever became of it; its end is the last removal', () => {
    const { planned, estimate, finish, take, start, complete, sprint, placeOf } = stage();
    const id = planned();
    start();
    take(id, null, DURING);
    take(id, sprint.id, DURING + 1);
    estimate(id, 8, DURING + 2);
    take(id, null, LATER);
    estimate(id, 13, LATER + 1);
    finish(id, LATER + 2);
    complete();
    expect(placeOf(id)).toEqual(['removed', false, 3, 8]);
  });

  test('none: taken out before the start, joined after the end, or never there', () => {
    const { site, board, story, planned, take, start, complete, placeOf } = stage();
    const [gone, never] = [planned(), story(BEFORE)];
    take(gone, null, BEFORE + 1);
    start();
    complete();
    const next = site.createSprint({ boardId: board.id, name: 'Two' }, by(END));
    take(never, next.id, END + 1);
    expect([placeOf(gone), placeOf(never)]).toEqual([undefined, undefined]);
  });
});

describe('added issues', () => {
  test('have the estimate of the moment they joined; what was put back is none', () => {
    const { story, planned, estimate, take, start, complete, sprint, placeOf } = stage();
    const [added, back] = [story(BEFORE, 1), planned(5)];
    start();
    estimate(added, 2, DURING);
    take(added, sprint.id, DURING + 1);
    estimate(added, 4, LATER);
    take(back, null, DURING);
    take(back, sprint.id, LATER);
    complete();
    expect(placeOf(added)).toEqual(['not-completed', true, 2, 4]);
    expect(placeOf(back)).toEqual(['not-completed', false, 5, 5]);
  });

  test('an empty estimate stays empty, and is another one than 0', () => {
    const { planned, estimate, start, complete, placeOf, report } = stage();
    const [never, zero] = [planned(null), planned(null)];
    start();
    estimate(zero, 0, DURING);
    complete();
    expect(placeOf(never)).toEqual(['not-completed', false, null, null]);
    expect(placeOf(zero)).toEqual(['not-completed', false, null, 0]);
    expect(report().sums.reEstimated).toEqual({ points: 0, items: 1 });
  });
});

describe('the very instant', () => {
  test('of the start belongs to what was planned', () => {
    const { story, planned, estimate, finish, take, start, complete, sprint, placeOf } = stage();
    const [done, joined, left] = [planned(), story(BEFORE), planned()];
    start();
    finish(done, START);
    take(joined, sprint.id, START);
    estimate(joined, 8, START);
    take(left, null, START);
    complete();
    expect(placeOf(done)).toEqual(['completed-outside', false, 3, 3]);
    expect(placeOf(joined)).toEqual(['not-completed', false, 8, 8]);
    expect(placeOf(left)).toBeUndefined();
  });

  test('of the end is too late, and the moment before is not', () => {
    const { story, planned, estimate, finish, take, start, complete, sprint, placeOf } = stage();
    const [late, intime, joined] = [planned(), planned(), story(BEFORE)];
    start();
    finish(late, END);
    estimate(late, 8, END);
    finish(intime, END - 1);
    take(joined, sprint.id, END);
    complete();
    expect(placeOf(late)).toEqual(['not-completed', false, 3, 3]);
    expect(placeOf(intime)).toEqual(['completed', false, 3, 3]);
    expect(placeOf(joined)).toBeUndefined();
  });

  test('several changes in it are one: what came and went in a millisecond was not there', () => {
    const { story, estimate, take, start, complete, sprint, placeOf } = stage();
    const [flash, joined] = [story(BEFORE), story(BEFORE)];
    start();
    take(flash, sprint.id, DURING);
    take(flash, null, DURING);
    take(joined, sprint.id, DURING);
    estimate(joined, 5, DURING);
    complete();
    expect(placeOf(flash)).toBeUndefined();
    expect(placeOf(joined)).toEqual(['not-completed', true, 5, 5]);
  });
});

test('sub-tasks do not count', () => {
  const { site, scrum, planned, start, complete, report } = stage();
  const parentId = planned();
  site.createIssue(
    { projectId: scrum.id, issueTypeId: ISSUE_TYPE.subtask, summary: 'Step', parentId },
    by(BEFORE),
  );
  start();
  complete();
  expect(report().issues.map(({ id }) => id)).toEqual([parentId]);
});

test('done is the last column that has a status, whatever the category', () => {
  const { site, board, planned, to, start, complete, placeOf } = stage();
  site.put('boards', {
    ...board,
    columns: [
      { name: 'Open', statusIds: [STATUS.toDo, STATUS.inProgress] },
      { name: 'Done', statusIds: [STATUS.inReview, STATUS.done] },
      { name: 'Empty', statusIds: [] },
    ],
  });
  const id = planned();
  start();
  to(id, STATUS.inReview, DURING);
  to(id, STATUS.done, END);
  complete();
  expect(placeOf(id)).toEqual(['completed', false, 3, 3]);
});

test('a board that counts issues has 1 for each', () => {
  const { site, board, planned, start, complete, placeOf, report } = stage();
  site.put('boards', { ...board, estimation: { type: 'issueCount' } });
  const [id] = [planned(null), planned(8)];
  start();
  complete();
  expect(placeOf(id)).toEqual(['not-completed', false, 1, 1]);
  expect(report().sums.committed).toEqual({ points: 2, items: 2 });
});

describe('a sprint that was reopened', () => {
  test('has one window, to its last end, and gets its issues back', () => {
    const { site, board, sprint, planned, finish, start, complete, placeOf } = stage();
    const next = site.createSprint({ boardId: board.id, name: 'Two' }, by(BEFORE));
    const [open, between] = [planned(), planned()];
    start();
    complete(next.id);
    finish(between, END + DAY);
    site.reopenSprint(sprint.id, by(END + 2 * DAY));
    expect(site.issue(open)?.sprintIds).toEqual([sprint.id]);
    finish(open, END + 3 * DAY);
    site.completeSprint(sprint.id, { ...by(END + 4 * DAY), moveOpenTo: null });
    expect(placeOf(open)).toEqual(['completed', false, 3, 3]);
    expect(placeOf(between)).toEqual(['completed', false, 3, 3]);
  });

  test('has lost what is in another active sprint by then', () => {
    const { site, board, sprint, planned, start, complete, placeOf } = stage();
    const next = site.createSprint({ boardId: board.id, name: 'Two' }, by(BEFORE));
    const id = planned();
    start();
    complete(next.id);
    site.startSprint(next.id, { ...by(END + DAY), endDate: END + 15 * DAY });
    site.reopenSprint(sprint.id, by(END + 2 * DAY));
    expect(site.issue(id)?.sprintIds).toEqual([next.id]);
    expect(placeOf(id)).toEqual(['removed', false, 3, 3]);
    expect(placeOf(id, 'lea', next.id)).toEqual(['not-completed', false, 3, 3]);
  });
});

test('a running sprint is reported up to now; one that was not started is refused', () => {
  const { planned, finish, start, report, placeOf } = stage();
  const id = planned();
  expect(() => report()).toThrow('has not been started');
  start();
  finish(id, DURING);
  expect(placeOf(id)).toEqual(['completed', false, 3, 3]);
});

test('an issue that leaves the filter leaves the report, and one that is deleted too', () => {
  const { site, team, planned, start, complete, placeOf, report } = stage();
  const [moved, deleted, stays] = [planned(), planned(), planned()];
  start();
  site.moveIssueToProject(moved, team.id, by(DURING));
  site.deleteIssue(deleted, by(DURING));
  complete();
  expect([placeOf(moved), placeOf(deleted)]).toEqual([undefined, undefined]);
  expect(report().issues.map(({ id }) => id)).toEqual([stays]);
});

test('a sprint of another board is reported by the columns and the filter of the one it is looked at on', () => {
  const { site, scrum, sprint, planned, to, start, complete, placeOf } = stage();
  const other = site.createBoard({
    name: 'Other',
    type: 'scrum',
    projectId: scrum.id,
    filterId: '10009',
    filterJql: 'project = SCR AND labels = shared',
    columns: [
      { name: 'Open', statusIds: [STATUS.toDo] },
      { name: 'Done', statusIds: [STATUS.inProgress] },
    ],
    estimation: { type: 'field', fieldId: FIELD.storyPoints },
    rankFieldId: FIELD.rank,
    hasSprints: true,
  });
  const [shared, own] = [planned(3, { labels: ['shared'] }), planned()];
  start();
  to(shared, STATUS.inProgress, DURING);
  complete();
  expect(placeOf(shared, 'lea', sprint.id, other.id)).toEqual(['completed', false, 3, 3]);
  expect(placeOf(shared)).toEqual(['not-completed', false, 3, 3]);
  expect(placeOf(own, 'lea', sprint.id, other.id)).toBeUndefined();
});

test('on a team-managed board with sprints', () => {
  const { site, team } = buildSite();
  const [open, , done] = team.statusIds as [string, string, string];
  const board = site.createBoard({
    name: 'TM sprints',
    type: 'simple',
    projectId: team.id,
    filterId: '10003',
    filterJql: 'project = TM',
    columns: team.statusIds.map((id) => ({ name: id, statusIds: [id] })),
    estimation: { type: 'field', fieldId: FIELD.storyPointEstimate },
    rankFieldId: FIELD.rank,
    hasSprints: true,
  });
  const sprint = site.createSprint({ boardId: board.id, name: 'One' }, by(BEFORE));
  const issue = site.createIssue(
    {
      projectId: team.id,
      issueTypeId: team.issueTypeIds[1]!,
      summary: 'Story',
      statusId: open,
      sprintId: sprint.id,
      customFields: { [FIELD.storyPointEstimate]: 5 },
    },
    by(BEFORE),
  );
  site.startSprint(sprint.id, { ...by(START), endDate: END });
  site.transitionIssue(issue.id, done, by(DURING));
  const closed = site.completeSprint(sprint.id, { ...by(END), moveOpenTo: null });
  const viewer = createViewer(site, 'lea');
  const { sums } = sprintReport(board, closed, { site, viewer, now: END, zone: 'Etc/UTC' });
  expect(sums.delivered).toEqual({ points: 5, items: 1 });
});

test('shows a viewer what that viewer may see: a security level, and nothing without the browse permission', () => {
  const { planned, start, complete, report } = stage();
  planned(5, { securityLevelId: SECURITY_LEVEL.leads });
  planned(3);
  start();
  complete();
  expect(report('lea').sums.committed).toEqual({ points: 8, items: 2 });
  expect(report('dev').sums.committed).toEqual({ points: 3, items: 1 });
  expect(report('out').issues).toEqual([]);
});

test('sums points and items of every figure', () => {
  const { site, sprint, story, planned, estimate, finish, take, start, complete, report } = stage();
  const delivered = planned(3);
  const outside = planned(2);
  const removed = planned(8);
  const open = planned(null);
  const added = story(BEFORE, 1);
  finish(outside, BEFORE);
  start();
  estimate(delivered, 5, DURING);
  finish(delivered, DURING);
  estimate(removed, 13, DURING);
  take(removed, null, LATER);
  take(added, sprint.id, LATER);
  const part = site.splitIssue(
    open,
    { summary: 'A part', customFields: { [FIELD.storyPoints]: 2 } },
    by(LATER),
  );
  complete();
  expect(report().sums).toEqual({
    committed: { points: 13, items: 4 },
    added: { points: 3, items: 2 },
    removed: { points: 13, items: 1 },
    reEstimated: { points: 7, items: 2 },
    delivered: { points: 5, items: 1 },
    outside: { points: 2, items: 1 },
    carriedOver: { points: 3, items: 3 },
  });
  expect(site.historiesOf(part.id).flatMap(({ items }) => items.map(({ field }) => field))).toEqual(['Link']);
});
