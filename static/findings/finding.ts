import type { BacklogHealthIssue } from '#src/contract/get-backlog-health';
import type { CheckId, FactsByCheck, FindingOf } from '#src/domain/backlog/finding';

export type Finding = BacklogHealthIssue['findings'][number];
export type { CheckId, FactsByCheck, FindingOf };

const WEIGHT = { critical: 0, warn: 1, info: 2 } as const;

/** The findings of an issue, the gravest first; equally grave ones keep their order. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}
