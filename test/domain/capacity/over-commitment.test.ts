import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { commitmentOdds, OVER_COMMITMENT_BELOW, type SayDo } from '#src/domain/capacity/over-commitment';

const DELIVERED = [21, 26, 18, 31, 11, 24, 19, 29, 23];
const teamThatSays = (committed: number): readonly SayDo[] =>
  DELIVERED.map((delivered) => ({ committed, delivered }));

const histories = fc
  .array(
    fc.record({ committed: fc.integer({ min: 0, max: 60 }), delivered: fc.integer({ min: 0, max: 60 }) }),
    {
      minLength: 5,
      maxLength: 12,
    },
  )
  .filter((history) => history.slice(-10).some(({ delivered }) => delivered > 0));
const commitments = fc.integer({ min: 0, max: 400 });

describe('commitmentOdds', () => {
  it('speaks of over-commitment where this team delivers less than it plans', () => {
    const odds = commitmentOdds(teamThatSays(26))!;
    expect(odds.chanceOf(12)).toBeGreaterThan(0.8);
    expect(odds.chanceOf(60)).toBeLessThan(OVER_COMMITMENT_BELOW);
  });

  it('believes a team less that missed its commitments', () => {
    const [kept, missed] = [commitmentOdds(teamThatSays(20))!, commitmentOdds(teamThatSays(45))!];
    expect(missed.chanceOf(24)).toBeLessThan(kept.chanceOf(24) - 0.2);
    expect(missed.evenCommitment()!).toBeLessThan(kept.evenCommitment()!);
  });

  it('never rises with the commitment, and is a probability', () => {
    fc.assert(
      fc.property(histories, commitments, commitments, (history, a, b) => {
        const odds = commitmentOdds(history)!;
        const [less, more] = [odds.chanceOf(Math.min(a, b)), odds.chanceOf(Math.max(a, b))];
        expect(less).toBeGreaterThanOrEqual(more);
        expect(less).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThan(0);
      }),
    );
  });

  it('finds the largest commitment that is as likely kept as not', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const odds = commitmentOdds(history)!;
        const even = odds.evenCommitment();
        if (even === null) expect(odds.chanceOf(1)).toBeLessThan(0.5);
        else if (even === Infinity) expect(odds.chanceOf(1e6)).toBeGreaterThanOrEqual(0.5);
        else {
          expect(odds.chanceOf(even * 0.999)).toBeGreaterThanOrEqual(0.5);
          expect(odds.chanceOf(even * 1.001 + 0.001)).toBeLessThan(0.5);
        }
      }),
    );
  });

  it('does not depend on how large a point is', () => {
    const tenfold = teamThatSays(26).map(({ committed, delivered }) => ({
      committed: committed * 10,
      delivered: delivered * 10,
    }));
    expect(commitmentOdds(tenfold)!.chanceOf(240)).toBeCloseTo(
      commitmentOdds(teamThatSays(26))!.chanceOf(24),
      9,
    );
  });

  it('falls when fewer people are there, and when a larger share is asked for', () => {
    const history = teamThatSays(26);
    const usual = commitmentOdds(history)!.chanceOf(24);
    expect(commitmentOdds(history, { availability: 0.6 })!.chanceOf(24)).toBeLessThan(usual);
    expect(commitmentOdds(history, { share: 1 })!.chanceOf(24)).toBeLessThan(usual);
  });

  it('leaves sprints without a commitment out of the record', () => {
    const silent = teamThatSays(0);
    const kept = commitmentOdds(teamThatSays(20))!.chanceOf(24);
    const missed = commitmentOdds(teamThatSays(45))!.chanceOf(24);
    expect(commitmentOdds(silent)!.chanceOf(24)).toBeLessThan(kept);
    expect(commitmentOdds(silent)!.chanceOf(24)).toBeGreaterThan(missed);
  });

  it('is certain of nothing to do', () => {
    expect(commitmentOdds(teamThatSays(26))!.chanceOf(0)).toBe(1);
  });

  it('is nothing with too little history', () => {
    expect(commitmentOdds(teamThatSays(26).slice(0, 4))).toBeNull();
    expect(commitmentOdds(DELIVERED.map(() => ({ committed: 5, delivered: 0 })))).toBeNull();
  });

  it.each([-1, Number.NaN, Infinity])('refuses a commitment of %f', (commitment) => {
    expect(() => commitmentOdds(teamThatSays(26))!.chanceOf(commitment)).toThrow(RangeError);
    expect(() => commitmentOdds(teamThatSays(commitment))).toThrow(RangeError);
  });

  it.each([0, -1, 1.1, Number.NaN])('refuses a share of %f', (share) => {
    expect(() => commitmentOdds(teamThatSays(26), { share })).toThrow(RangeError);
  });
});
