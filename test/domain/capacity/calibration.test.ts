import { describe, expect, it } from 'vitest';

import { forecastDemand } from '#src/domain/capacity/forecast';

/** Uniform in (0, 1), the same for the same seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** Sprints of teams such as real boards show: unlike one another, with levels that drift, skewed, some of nothing. */
function teams(count: number, sprints: number, seed: number): readonly (readonly number[])[] {
  const random = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => {
    let level = 20 * Math.exp(normal());
    const spread = 0.3 + 0.6 * random();
    const empty = 0.2 * random();
    return Array.from({ length: sprints }, () => {
      level *= Math.exp(0.25 * spread * normal());
      const amount = level * Math.exp(spread * normal() - spread ** 2 / 2);
      return random() < empty ? 0 : Math.round(amount);
    });
  });
}

const SEEDS = [1, 2, 3];

describe('stated odds on simulated teams', () => {
  const all = SEEDS.flatMap((seed) => teams(120, 24, seed));

  it.each([1, 2, 3])('hold at both ends over %i sprints', (ahead) => {
    const held = { half: 0, most: 0, cases: 0 };
    for (const team of all) {
      for (let now = 10; now + ahead <= team.length; now += ahead) {
        const forecast = forecastDemand(team.slice(0, now), ahead);
        if (forecast === null) continue;
        const amount = team.slice(now, now + ahead).reduce((sum, each) => sum + each, 0);
        held.cases += 1;
        held.half += Number(amount <= forecast.quantile(0.5));
        held.most += Number(amount <= forecast.quantile(0.85));
      }
    }
    expect(held.cases).toBeGreaterThan(1000);
    expect(Math.abs(held.half / held.cases - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(held.most / held.cases - 0.85)).toBeLessThan(0.04);
  });
});
