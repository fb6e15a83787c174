import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import { withoutWords } from '#src/domain/backlog/without-words';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import type { KeptHealth } from '#src/ports/kept-health';

import { buildBacklog, buildHistory, PRIORITIES } from './issue';

/** A kept answer about these issues, judged by the checks as they come. */
export function buildKeptHealth(
  changes: Partial<KeptHealth> = {},
  issues: readonly BacklogIssue[] = buildBacklog([{}, { estimate: null }, { summary: 'TBD' }]),
): KeptHealth {
  const assessment = assessBacklog({
    issues,
    isWholeBacklog: true,
    history: buildHistory([20, 22, 18, 25, 21]),
    period: 'sprint',
    unit: 'points',
    priorities: PRIORITIES,
    now: new Date('2026-11-24T09:00:00.000Z'),
  });
  return {
    asOf: '2026-11-24T09:00:00.000Z',
    basis: 'basis',
    hasSprints: true,
    activeSprintIds: [7],
    ownChanges: [],
    missing: [],
    assessment: withoutWords(assessment),
    ...changes,
  };
}
