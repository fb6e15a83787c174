import type {
  BacklogHealth,
  BacklogHealthIssue,
  GetBacklogHealthRequest,
} from '#src/contract/get-backlog-health';
import type { AssessedIssue } from '#src/domain/backlog/assess-backlog';
import type { Finding } from '#src/domain/backlog/finding';
import type { CallHandler } from '#src/resolvers/answer-call';
import type { BoardBacklog } from '#src/usecases/assess-board-backlog';

function toFinding(finding: Finding): BacklogHealthIssue['findings'][number] {
  if (finding.check !== 'open-blocker') return finding;
  return { ...finding, facts: { blockers: [...finding.facts.blockers] } };
}

function toIssue({ issue, width, horizon, isReady, findings }: AssessedIssue): BacklogHealthIssue {
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.summary,
    issueType: issue.issueType.name,
    estimate: issue.estimate,
    width,
    sprint: issue.sprint && { id: issue.sprint.id, name: issue.sprint.name },
    horizon,
    isReady,
    findings: findings.map(toFinding),
  };
}

/** Puts a board's backlog into the shape that screens hold to. */
export function toBacklogHealth({ board, asOf, hasSprints, assessment }: BoardBacklog): BacklogHealth {
  const { unit, demand, runway, band, shortBy, ready, depth, firstHole, history, issues } = assessment;
  return {
    board: { id: board.id, name: board.name, type: board.type },
    asOf: asOf.toISOString(),
    unit,
    hasSprints,
    history: { required: history.required, delivered: [...history.delivered] },
    demand: demand && { one: demand.one, two: demand.two },
    runway,
    band,
    shortBy,
    ready,
    depth,
    firstHole,
    read: { issues: issues.length, isWholeBacklog: assessment.isWholeBacklog },
    issues: issues.map(toIssue),
  };
}

/** Jira answers only for boards and issues that the viewer may see; the board's id comes from the screen. */
export const getBacklogHealth: CallHandler<GetBacklogHealthRequest, BacklogHealth> = async (
  app,
  viewer,
  { boardId },
) => toBacklogHealth(await app.assessBoardBacklog(viewer, boardId));
