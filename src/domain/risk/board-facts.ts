import type { AssessedIssue, BacklogAssessment } from '#src/domain/backlog/assessment';
import { groupBy } from '#src/domain/risk/group';
import type { BoardFacts } from '#src/domain/risk/suggest-risks';

type Assessment = Pick<BacklogAssessment, 'runway' | 'depth' | 'unit' | 'issues'>;

/** An open issue that waits for another, by their keys: of what was not read, Jira told no more. */
interface Wait {
  readonly issueId: string;
  readonly blockerKey: string;
}

function waitsOf({ issues }: Pick<Assessment, 'issues'>): readonly Wait[] {
  return issues.flatMap(({ id, waitsFor }) => waitsFor.map((blockerKey) => ({ issueId: id, blockerKey })));
}

const idsByKey = ({ issues }: Pick<Assessment, 'issues'>) => new Map(issues.map(({ id, key }) => [key, id]));

/** Keys of blockers that were not among the issues read: their ids have to be looked up. */
export function unknownBlockers(assessment: Pick<Assessment, 'issues'>): readonly string[] {
  const known = idsByKey(assessment);
  const keys = waitsOf(assessment).map(({ blockerKey }) => blockerKey);
  return [...new Set(keys)].filter((key) => !known.has(key));
}

/**
 * What a board's assessment says as far as risks are concerned.
 * @param looked Ids by key of blockers that were not among the issues read; one that is missing is left out.
 */
export function boardFacts(
  boardId: number,
  assessment: Assessment,
  looked: ReadonlyMap<string, string>,
): BoardFacts {
  const { runway, depth } = assessment;
  const ids = new Map([...looked, ...idsByKey(assessment)]);
  const blocks = waitsOf(assessment).flatMap(({ issueId, blockerKey }) => {
    const blockedById = ids.get(blockerKey);
    return blockedById === undefined ? [] : [{ issueId, blockedById }];
  });
  return { boardId, runway, depth, blocks, nextSprint: nextSprintOf(assessment) };
}

/** The first future sprint that has anything in it: issues come in rank order, planned ones first. */
function nextSprintOf({ issues, unit }: Assessment): BoardFacts['nextSprint'] {
  const id = issues.find(({ sprintId }) => sprintId !== null)?.sprintId ?? null;
  if (id === null) return null;
  const weigh = ({ estimate, width }: AssessedIssue) => (unit === 'items' ? width : (estimate ?? 0));
  const planned = issues.filter(({ sprintId }) => sprintId === id);
  const shares = [...groupBy(planned, ({ assigneeId }) => assigneeId)].map(([accountId, held]) => ({
    accountId,
    points: held.reduce((sum, issue) => sum + weigh(issue), 0),
  }));
  return { id, items: planned.length, shares };
}
