import { describe, expect, it } from 'vitest';

import { recordSession } from '#src/domain/risk/review-session';
import type { ReviewOutcome } from '#src/domain/risk/risk-event';
import { act, edited, event, TODAY } from '../../builders/risk';

const at = (time: string, by = 'maria') => act(TODAY, by, `${time}:00.000`);
const look = (riskId: string, time: string, by: string, outcome: ReviewOutcome = 'unchanged') =>
  event(2, { kind: 'reviewed', outcome, changes: [] }, at(time, by), riskId);
const EVENTS = [
  look('risk-1', '08:59', 'maria'),
  look('risk-2', '09:00', 'maria'),
  look('risk-3', '09:01', 'jonas', 'worse'),
  edited(3, [], at('09:02')),
  look('risk-4', '09:05', 'jonas', 'close'),
];
const seen = (riskId: string, time: string, by: string, outcome: ReviewOutcome = 'unchanged') => ({
  riskId,
  version: 2,
  by,
  at: at(time).at,
  outcome,
});

describe('recordSession', () => {
  it('says who looked at what from its start to its end', () => {
    expect(recordSession(EVENTS, at('09:00').at, at('09:03'), null)).toEqual({
      startedAt: at('09:00').at,
      ended: at('09:03'),
      looks: [seen('risk-2', '09:00', 'maria'), seen('risk-3', '09:01', 'jonas', 'worse')],
      people: ['maria', 'jonas'],
    });
  });

  it('is nothing when nobody looked', () => {
    expect(recordSession(EVENTS, at('09:02').at, at('09:03'), null)).toBeNull();
  });

  it('goes on from a review that was under way at the same time', () => {
    const first = recordSession(EVENTS, at('09:00').at, at('09:03'), null);
    const second = recordSession(EVENTS.slice(4), at('09:01').at, at('09:06', 'jonas'), first);
    expect(second).toEqual({
      startedAt: at('09:00').at,
      ended: at('09:06', 'jonas'),
      looks: [...first!.looks, seen('risk-4', '09:05', 'jonas', 'close')],
      people: ['maria', 'jonas'],
    });
  });

  it('starts anew after one that was over', () => {
    const first = recordSession(EVENTS, at('09:00').at, at('09:03'), null);
    expect(recordSession(EVENTS, at('09:04').at, at('09:06'), first)?.looks).toEqual([
      seen('risk-4', '09:05', 'jonas', 'close'),
    ]);
  });
});
