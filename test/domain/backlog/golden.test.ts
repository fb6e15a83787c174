import { describe, expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import { agendaOf, DEFAULT_SESSION } from '#src/domain/backlog/agenda';
import type { Unit } from '#src/domain/capacity/forecast';
import { PRIORITIES } from '../../builders/issue';
import { BACKLOG, HISTORY } from '../../golden/backlog';

/** The assessment and the agenda of one backlog, as they are shown. */
function report(unit: Unit): string {
  const health = assessBacklog({
    issues: BACKLOG,
    isWholeBacklog: true,
    history: HISTORY,
    period: 'sprint',
    unit,
    priorities: PRIORITIES,
    now: new Date('2026-11-24T09:00:00.000Z'),
  });
  const { items, ...agenda } = agendaOf(health, DEFAULT_SESSION);
  const steps = items.map(({ toSettle, toConsider, ...item }) => ({
    ...item,
    toSettle: toSettle.map(({ check }) => check),
    toConsider: toConsider.map(({ check }) => check),
  }));
  return `${JSON.stringify({ ...health, agenda: { ...agenda, items: steps } }, null, 2)}\n`;
}

describe('the report on a whole backlog', () => {
  it.each(['points', 'items'] as const)('in %s is the one on file', async (unit) => {
    await expect(report(unit)).toMatchFileSnapshot(`../../golden/backlog-health-${unit}.json`);
  });
});
