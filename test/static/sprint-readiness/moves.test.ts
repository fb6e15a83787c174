import { describe, expect, test } from 'vitest';

import { columnsOf } from '../../../static/sprint-readiness/parts/dot-columns';
import { placesOf, runsOf, withMoves } from '../../../static/sprint-readiness/state/moves';
import { replan } from '../../../static/sprint-readiness/state/replan';

import { buildPlanned, buildPlannedIssue, planOf } from './opened-builder';

describe('places that issues come back to', () => {
  const { issues } = planOf(5).view;

  test('are before what stays below them', () => {
    expect(placesOf(issues, ['TIDE-12', 'TIDE-13', 'TIDE-15']).map(({ beforeKey }) => beforeKey)).toEqual([
      'TIDE-14',
      'TIDE-14',
      null,
    ]);
  });

  test('are one change to Jira for those that stood together', () => {
    expect(runsOf(placesOf(issues, ['TIDE-12', 'TIDE-13', 'TIDE-15']))).toEqual([
      { beforeKey: 'TIDE-14', keys: ['TIDE-12', 'TIDE-13'] },
      { beforeKey: null, keys: ['TIDE-15'] },
    ]);
  });
});

describe('a reading beside the moves made a moment ago', () => {
  const opened = planOf(3);
  const [second] = placesOf(opened.view.issues, ['TIDE-12']);
  const keysAfter = (move: typeof second, plan = opened.view, now = 1_000) =>
    withMoves(opened, plan, move === undefined ? [] : [move], { now, judge: replan }).issues.map(
      ({ key }) => key,
    );

  test('goes without what was taken out', () => {
    expect(keysAfter({ ...second!, at: 900 })).toEqual(['TIDE-11', 'TIDE-13']);
  });

  test('has in its place what was put back', () => {
    const without = withMoves(opened, opened.view, [{ ...second!, at: 900 }], { now: 1_000, judge: replan });
    expect(keysAfter({ ...second!, isOut: false, at: 950 }, without)).toEqual([
      'TIDE-11',
      'TIDE-12',
      'TIDE-13',
    ]);
  });

  test('is believed once the index had time', () => {
    expect(keysAfter({ ...second!, at: 0 }, opened.view, 31_000)).toEqual(['TIDE-11', 'TIDE-12', 'TIDE-13']);
  });

  test('is the very same where nothing differs', () => {
    expect(withMoves(opened, opened.view, [], { now: 0, judge: replan })).toBe(opened.view);
  });
});

describe('a plan that is judged anew', () => {
  test('keeps to the days that the team is there for', () => {
    const issues = planOf(4).view.issues;
    const notes = {
      version: 1,
      people: 7,
      daysOff: 20,
      serves: null,
      by: 'ann',
      at: '2026-10-12T08:00:00.000Z',
    };
    const whole = buildPlanned(issues, { notes });
    const half = buildPlanned(issues, { notes }, 0.5);
    expect(half.view.availability).toBe(0.5);
    expect(half.view.odds!.likely.p50 / whole.view.odds!.likely.p50).toBeCloseTo(0.5, 1);
  });

  test('tells anew how much of it serves the goal', () => {
    const notes = {
      version: 1,
      people: null,
      daysOff: 0,
      serves: { kind: 'label' as const, label: 'pay' },
      by: 'ann',
      at: '2026-10-12T08:00:00.000Z',
    };
    const opened = buildPlanned([buildPlannedIssue(11, { labels: ['pay'] }), buildPlannedIssue(12)], {
      notes,
    });
    expect(opened.view.goal.servedShare).toBe(0.5);
    const issues = opened.view.issues.slice(0, 1);
    expect(replan(opened, opened.view, { issues, goal: '' }).goal).toEqual({
      verdict: 'none',
      servedShare: 1,
    });
  });
});

describe('dots of a picture', () => {
  test('that lie close together are stacked', () => {
    const { placed, rows } = columnsOf(
      [100, 101, 300].map((x) => ({ value: x, x })),
      520,
    );
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(rows).toBe(2);
    expect(placed[0]?.cx).toBe(placed[1]?.cx);
  });
});
