import { doneStatuses } from '#sandbox/jira/board-columns';
import { boardIssues } from '#sandbox/jira/boards';
import type { JqlContext } from '#sandbox/jira/jql/context';
import type { Board, Issue, Sprint } from '#sandbox/jira/model';
import { issueTimeline } from '#sandbox/jira/reports/issue-timeline';
import { type ReportPlace, reportPlace } from '#sandbox/jira/reports/report-place';
import { type ReportSums, reportSums } from '#sandbox/jira/reports/report-sums';
import { SiteError } from '#sandbox/state/site-error';

/** An issue of a report, as it is called today. */
export interface ReportIssue extends ReportPlace {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly issueType: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
}

export interface SprintReport {
  readonly boardId: number;
  readonly sprint: Sprint;
  /** What the board calls its estimates; null where it counts issues or nothing. */
  readonly estimateName: string | null;
  /** In the order of their keys' creation. */
  readonly issues: readonly ReportIssue[];
  readonly sums: ReportSums;
}

/**
 * The Sprint Report of a board as the viewer sees it, told from the change logs of what the board's filter holds today and the viewer
 * may see. `docs/sprint-history.md` has the rules. A running sprint is reported up to now.
 * @throws SiteError for a sprint that was never started.
 */
export function sprintReport(board: Board, sprint: Sprint, context: JqlContext): SprintReport {
  const { site } = context;
  const { startDate: start } = sprint;
  if (sprint.state === 'future' || start === null) {
    throw new SiteError(`Sprint ${sprint.name} has not been started: there is nothing to report.`);
  }
  const reading = {
    sprintId: sprint.id,
    doneStatusIds: doneStatuses(board),
    estimation: board.estimation,
  };
  const window = { start, end: sprint.completeDate ?? Infinity };
  const describe = (issue: Issue, place: ReportPlace): ReportIssue => {
    const status = site.get('statuses', issue.statusId);
    return {
      id: issue.id,
      key: issue.key,
      summary: issue.summary,
      issueType: site.get('issueTypes', issue.issueTypeId)?.name ?? '',
      status: status?.name ?? '',
      statusCategory: status?.category ?? 'new',
      ...place,
    };
  };
  const isSubtask = ({ issueTypeId }: Issue) => site.get('issueTypes', issueTypeId)?.hierarchyLevel === -1;
  const issues = boardIssues(board, context)
    .filter((issue) => !isSubtask(issue))
    .flatMap((issue) => {
      const place = reportPlace(issueTimeline(site, issue, reading), window);
      return place ? [describe(issue, place)] : [];
    })
    .sort((a, b) => Number(a.id) - Number(b.id));
  const { estimation } = board;
  const field = estimation.type === 'field' ? site.get('fields', estimation.fieldId) : undefined;
  return {
    boardId: board.id,
    sprint,
    estimateName: field?.name ?? null,
    issues,
    sums: reportSums(issues),
  };
}
