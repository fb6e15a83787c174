import { describe, expect, it } from 'vitest';

import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { Unit } from '#src/domain/capacity/forecast';
import { BACKLOG, HISTORY } from '../../golden/backlog';

/** The assessment as it is shown: without the texts of the issues. */
function report(unit: Unit): string {
  const { issues, ...figures } = assessBacklog({
    issues: BACKLOG,
    isWholeBacklog: true,
    history: HISTORY,
    unit,
    estimationField: 'Story Points',
    now: new Date('2026-11-24T09:00:00.000Z'),
  });
  const rows = issues.map(({ issue, ...row }) => ({ key: issue.key, estimate: issue.estimate, ...row }));
  return `${JSON.stringify({ ...figures, issues: rows }, null, 2)}\n`;
}

describe('the report on a whole backlog', () => {
  it.each(['points', 'items'] as const)('in %s is the one on file', async (unit) => {
    await expect(report(unit)).toMatchFileSnapshot(`../../golden/backlog-health-${unit}.json`);
  });
});
