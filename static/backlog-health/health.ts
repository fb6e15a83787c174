import type { BacklogHealth, BacklogHealthIssue } from '#src/contract/get-backlog-health';
import type { CheckId, FactsByCheck, FindingOf } from '#src/domain/backlog/finding';

export type Health = BacklogHealth;
export type HealthIssue = BacklogHealthIssue;
export type Finding = HealthIssue['findings'][number];
export type { CheckId, FactsByCheck, FindingOf };

type MissingPart = Health['missing'][number]['part'];

/** Whether a part of the answer could not be read. */
export function lacks({ missing }: Health, part: MissingPart): boolean {
  return missing.some((one) => one.part === part);
}

/** Where an issue stands: `warned` is ready, with something that is worth a look. */
export type Standing = 'unready' | 'warned' | 'ready';

/** Remarks of severity `info` do not make an issue worth a look. */
export function standingOf(issue: HealthIssue): Standing {
  if (!issue.isReady) return 'unready';
  return issue.findings.some((finding) => finding.severity === 'warn') ? 'warned' : 'ready';
}

const WEIGHT = { critical: 0, warn: 1, info: 2 } as const;

/** The findings of an issue, the gravest first; equally grave ones keep their order. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}
