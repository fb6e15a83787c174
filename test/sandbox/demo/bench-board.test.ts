import { describe, expect, it } from 'vitest';

import { seedBenchBoard } from '#sandbox/demo/bench-board';

import { backlogOf, emptySite, pointsOf } from './demo-site';

function bench(seed: number) {
  const site = emptySite();
  const made = seedBenchBoard(site, { issues: 300, seed });
  const open = backlogOf(site, made.projectId).filter(
    ({ sprintIds }) => site.get('sprints', sprintIds.at(-1) ?? 0)?.state !== 'active',
  );
  return { site, made, open };
}

describe('a bench board', () => {
  const { site, made, open } = bench(7);

  it('has exactly as many unstarted issues as asked for, in rank order of creation', () => {
    expect(open).toHaveLength(300);
    expect(open.map(({ id }) => Number(id))).toEqual(open.map(({ id }) => Number(id)).sort((a, b) => a - b));
  });

  it('has ten closed sprints, an active one and two future ones', () => {
    const states = [...site.all('sprints')].map(({ state }) => state);
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    expect([count('closed'), count('active'), count('future')]).toEqual([10, 1, 2]);
  });

  it('has gaps as real backlogs have', () => {
    const share = (count: number) => count / open.length;
    const unestimated = share(open.filter((issue) => pointsOf(issue) === null).length);
    const empty = share(open.filter(({ description }) => description === null).length);
    expect(unestimated).toBeGreaterThan(0.06);
    expect(unestimated).toBeLessThan(0.2);
    expect(empty).toBeGreaterThan(0.02);
    expect([...site.all('links')].length).toBeGreaterThan(5);
    expect(Math.max(...open.map(({ description }) => JSON.stringify(description).length))).toBeLessThan(4000);
  });

  it('belongs to its lead', () => {
    expect(site.get('projects', made.projectId)?.leadAccountId).toBe(made.leadAccountId);
    expect(site.get('boards', made.boardId)?.projectId).toBe(made.projectId);
  });

  it('is the same for the same seed and another for another', () => {
    const text = (seed: number) => JSON.stringify(bench(seed).open);
    expect(text(7)).toBe(JSON.stringify(open));
    expect(text(8)).not.toBe(JSON.stringify(open));
  });
});
