import type { BacklogHealth, BacklogHealthIssue } from '#src/contract/get-backlog-health';

import { gravestFirst, type CheckId, type Finding } from '../findings/finding';

export type Health = BacklogHealth;
export type HealthIssue = BacklogHealthIssue;
export { gravestFirst, type CheckId, type Finding };

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
