import type { MitigatingIssue } from '#src/domain/risk/checks/define-check';
import type { StatusCategory } from '#src/domain/backlog/issue';

/** A mitigating issue with the words that show it; they are kept nowhere. */
export interface Mitigation extends MitigatingIssue {
  readonly issueId: string;
  /** null where the viewer may not see it. */
  readonly shown: {
    readonly key: string;
    readonly summary: string;
    readonly status: string;
    readonly statusCategory: StatusCategory;
  } | null;
}

/**
 * Mitigating issues as the viewer may see them in Jira now, one for each id.
 * @throws ReadFailure when Jira is not there or does not answer.
 */
export type ReadMitigations = (issueIds: readonly string[]) => Promise<readonly Mitigation[]>;
