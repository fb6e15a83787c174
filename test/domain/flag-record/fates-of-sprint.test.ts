import { describe, expect, it } from 'vitest';

import type { FieldChange, IssueTimeline } from '#src/domain/capacity/sprint-record-timeline';
import { fatesOfSprint } from '#src/domain/flag-record/fates-of-sprint';
import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';

const WINDOW = { sprintId: 7, start: 100, end: 200 };
const BOARD = { doneStatusIds: ['done'], firstStatusIds: ['new'], countsIssues: false };

const frozenAt = (at: number, ...ids: readonly string[]): FrozenReadiness => ({
  sprintId: 7,
  boardId: 1,
  at,
  checksOn: new Map(),
  issues: ids.map((issueId) => ({ issueId, failing: [], unanswered: [] })),
});

/** In sprint 7 since before its start, and not done. */
const timeline = (issueId: string, over: Partial<IssueTimeline> = {}): IssueTimeline => ({
  issueId,
  isSubtask: false,
  created: 10,
  sprintIds: [7],
  statusId: 'new',
  estimate: 3,
  changes: [],
  ...over,
});

const done: FieldChange = { at: 150, field: 'status', from: 'new', to: 'done' };
const reestimated = (at: number): FieldChange => ({ at, field: 'estimate', from: 3, to: 5 });

const fates = (
  freeze: FrozenReadiness,
  timelines: readonly IssueTimeline[],
  texts: Readonly<Record<string, number>> = {},
) =>
  Object.fromEntries(
    fatesOfSprint(
      freeze,
      {
        timelines,
        textChanges: new Map(
          Object.entries(texts).map(([id, at]) => [id, [{ at, field: 'summary' as const }]]),
        ),
      },
      WINDOW,
      BOARD,
    ),
  );

describe('fatesOfSprint', () => {
  it('finds each of the four fates, and none', () => {
    const found = fates(
      frozenAt(100, 'done', 'open', 'out', 'estimate', 'text'),
      [
        timeline('done', { statusId: 'done', changes: [done] }),
        timeline('open'),
        timeline('out', {
          sprintIds: [],
          changes: [{ at: 120, field: 'sprint', from: [7], to: [] }],
        }),
        timeline('estimate', { statusId: 'done', estimate: 5, changes: [reestimated(130), done] }),
        timeline('text', { statusId: 'done', changes: [done] }),
      ],
      { text: 140 },
    );
    const FINE = { isReestimated: false, isRewritten: false, isCarriedOver: false, isDropped: false };
    expect(found).toEqual({
      done: FINE,
      open: { ...FINE, isCarriedOver: true },
      out: { ...FINE, isDropped: true },
      estimate: { ...FINE, isReestimated: true },
      text: { ...FINE, isRewritten: true },
    });
  });

  it('takes what happened between the start and a late freeze for what the checks saw', () => {
    const issues = [timeline('1', { statusId: 'done', estimate: 5, changes: [reestimated(110), done] })];
    expect(fates(frozenAt(100, '1'), issues, { 1: 110 })['1']).toMatchObject({
      isReestimated: true,
      isRewritten: true,
    });
    expect(fates(frozenAt(120, '1'), issues, { 1: 110 })['1']).toMatchObject({
      isReestimated: false,
      isRewritten: false,
    });
  });

  it('leaves out what joined after the start, had left by the freeze, is not shown, or is not frozen', () => {
    const joined = timeline('joined', { changes: [{ at: 110, field: 'sprint', from: [], to: [7] }] });
    const left = timeline('left', {
      sprintIds: [],
      changes: [{ at: 110, field: 'sprint', from: [7], to: [] }],
    });
    const freeze = frozenAt(120, 'joined', 'left', 'hidden');
    expect(fates(freeze, [joined, left, timeline('other')])).toEqual({});
  });
});
