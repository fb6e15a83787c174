import { standingOf, type Health, type HealthIssue } from '../health';

/** A stretch of the backlog in rank order; `all` is the whole of it, where there is no forecast to divide it by. */
export type GroupId = 'next' | 'after' | 'beyond' | 'all';

export interface Group {
  readonly id: GroupId;
  readonly issues: readonly HealthIssue[];
  /** The most that the team may deliver in it, at 85 %; null where that is not known. */
  readonly room: number | null;
  /** What of it is ready, in the unit of the answer: as in the verdict, an empty estimate adds nothing. */
  readonly readyAmount: number;
  readonly unready: number;
  readonly warned: number;
}

function group(
  unit: Health['unit'],
  id: GroupId,
  issues: readonly HealthIssue[],
  room: number | null,
): Group {
  const amountOf = (issue: HealthIssue) => (unit === 'items' ? issue.width : (issue.estimate ?? 0));
  const standings = issues.map(standingOf);
  return {
    id,
    issues,
    room,
    readyAmount: issues.reduce((sum, issue) => sum + (issue.isReady ? amountOf(issue) : 0), 0),
    unready: standings.filter((standing) => standing === 'unready').length,
    warned: standings.filter((standing) => standing === 'warned').length,
  };
}

/** Divides the backlog by the sprints in which its issues may start. Groups keep rank order; an empty one is left out. */
export function groupsOf(health: Health): readonly Group[] {
  const { demand, issues, unit } = health;
  if (demand === null) return [group(unit, 'all', issues, null)];
  const starting = (horizon: HealthIssue['horizon']) => issues.filter((issue) => issue.horizon === horizon);
  return [
    group(unit, 'next', starting('next'), demand.one.p85),
    group(unit, 'after', starting('after'), Math.max(0, demand.two.p85 - demand.one.p85)),
    group(unit, 'beyond', starting('beyond'), null),
  ].filter(({ issues: inGroup }) => inGroup.length > 0);
}
