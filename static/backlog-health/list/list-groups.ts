import { standingOf, type Health, type HealthIssue } from '../health';

/** A stretch of the backlog in rank order; `all` is the whole of it, where there is no forecast to divide it by. */
export type GroupId = 'next' | 'after' | 'beyond' | 'all';

export interface Group {
  readonly id: GroupId;
  readonly issues: readonly HealthIssue[];
  /** The most that the team may deliver in it, at 85 %; null where that is not known. */
  readonly room: number | null;
  /** What of it is ready, in the unit of the answer. */
  readonly readyAmount: number;
  readonly unready: number;
  readonly warned: number;
}

function group(id: GroupId, issues: readonly HealthIssue[], room: number | null): Group {
  const standings = issues.map(standingOf);
  return {
    id,
    issues,
    room,
    readyAmount: issues.reduce((sum, issue) => sum + (issue.isReady ? issue.width : 0), 0),
    unready: standings.filter((standing) => standing === 'unready').length,
    warned: standings.filter((standing) => standing === 'warned').length,
  };
}

/** Divides the backlog by the sprints in which its issues may start. Groups keep rank order; an empty one is left out. */
export function groupsOf(health: Health): readonly Group[] {
  const { demand, issues } = health;
  if (demand === null) return [group('all', issues, null)];
  const starting = (horizon: HealthIssue['horizon']) => issues.filter((issue) => issue.horizon === horizon);
  return [
    group('next', starting('next'), demand.one.p85),
    group('after', starting('after'), Math.max(0, demand.two.p85 - demand.one.p85)),
    group('beyond', starting('beyond'), null),
  ].filter(({ issues: inGroup }) => inGroup.length > 0);
}
