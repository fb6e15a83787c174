import { describe, expect, test } from 'vitest';

import { layOutTape } from '../../../static/backlog-health/tape/tape-layout';
import { buildHealth, buildIssue, NO_FORECAST } from '../health-builder';

const issuesOf = (...widths: readonly number[]) =>
  widths.map((width, index) => buildIssue({ key: `AUR-${index + 1}`, estimate: width, width }));

const DEMAND = {
  one: { p50: 10, p85: 20 },
  two: { p50: 30, p85: 40 },
  three: { p50: 50, p85: 60 },
  four: { p50: 70, p85: 80 },
  five: { p50: 90, p85: 100 },
} as const;
const healthOf = (...widths: readonly number[]) =>
  buildHealth({ demand: DEMAND, issues: issuesOf(...widths) });

describe('the layout of the tape', () => {
  test('gives each issue its share and puts the sprint ends where they fall', () => {
    const { blocks, sprintEnds, width } = layOutTape(healthOf(10, 20, 10, 6.4), 928);

    expect(width).toBe(928);
    expect(blocks.map(({ x, width: wide }) => [Math.round(x), Math.round(wide)])).toEqual([
      [0, 200],
      [200, 400],
      [600, 200],
      [800, 128],
    ]);
    expect(sprintEnds.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [200, 400],
      [600, 800],
    ]);
  });

  test('leaves the rest empty where the backlog ends before the sprints do', () => {
    const { blocks, endOfBacklog, sprintEnds } = layOutTape(healthOf(10, 10), 928);

    expect(blocks.map(({ width }) => Math.round(width))).toEqual([200, 200]);
    expect(Math.round(endOfBacklog!)).toBe(400);
    expect(Math.round(sprintEnds[1]!.to)).toBe(800);
  });

  test('does not call the end of what was read the end of the backlog', () => {
    const health = { ...healthOf(10, 10), read: { issues: 2, isWholeBacklog: false } };
    expect(layOutTape(health, 928).endOfBacklog).toBeNull();
  });

  test('nor the place where Jira gave no more', () => {
    const missing = [{ part: 'rest-of-backlog', code: 'rate-limited', retryAfterSeconds: 9 } as const];
    expect(layOutTape({ ...healthOf(10, 10), missing }, 928).endOfBacklog).toBeNull();
  });

  test('draws an issue without points so that it can be seen, and keeps the sprint ends in their issues', () => {
    const { blocks, sprintEnds } = layOutTape(healthOf(10, 0, 10, 20, 6.4), 928);
    const [first, empty, third] = blocks;

    expect(empty!.width).toBe(8);
    expect(empty!.x).toBeCloseTo(first!.width, 5);
    expect(sprintEnds[0]!.to).toBeCloseTo(third!.x + third!.width, 5);
  });

  test('cuts an issue that is wider than the tape', () => {
    const { blocks, hidden } = layOutTape(healthOf(100, 5, 3), 928);

    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ isCut: true, rank: 1 });
    expect(blocks[0]!.width).toBeCloseTo(928, 1);
    expect(hidden).toEqual({ items: 2, amount: 8 });
  });

  test('shows less of what comes after the two sprints on a narrow screen', () => {
    const many = Array.from({ length: 60 }, () => 1);
    expect(layOutTape(healthOf(...many), 1000).blocks).toHaveLength(47);
    expect(layOutTape(healthOf(...many), 400).blocks).toHaveLength(43);
  });

  test('grows beyond the screen rather than make issues too narrow', () => {
    const many = Array.from({ length: 60 }, () => 1);
    const { width, blocks } = layOutTape(healthOf(...many), 368);

    expect(width).toBe(43 * 12);
    expect(Math.min(...blocks.map((block) => block.width))).toBeGreaterThanOrEqual(8);
  });

  test('shows the top sixty where there is no forecast', () => {
    const issues = issuesOf(...Array.from({ length: 80 }, () => 3));
    const { blocks, sprintEnds, hidden } = layOutTape(buildHealth({ ...NO_FORECAST, issues }), 1000);

    expect(blocks).toHaveLength(60);
    expect(sprintEnds).toEqual([]);
    expect(hidden).toEqual({ items: 20, amount: 60 });
  });

  test('copes with a backlog in which nothing has points', () => {
    const { blocks } = layOutTape(buildHealth({ ...NO_FORECAST, issues: issuesOf(0, 0, 0) }), 1000);
    expect(blocks.map((block) => block.width)).toEqual([8, 8, 8]);
  });
});
