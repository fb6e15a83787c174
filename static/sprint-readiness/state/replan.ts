import { planReadiness } from '#src/domain/sprint/plan';

import type { Opened, Plan, PlannedIssue } from './opened';

/** What the checks know besides of an issue, and what a plan does not look at. */
const UNSEEN = { level: 0, priorityId: null, waitsFor: [], width: 0, horizon: null, undecided: [] };

/** A blocker that is planned later stays so, whatever is moved beside it. */
function stillLater({ blockedByLater }: Plan, issues: readonly PlannedIssue[]) {
  return blockedByLater.filter(({ key }) => issues.some((issue) => issue.key === key));
}

/**
 * A plan with other issues or another goal, judged as the backend judges it, from what its answer says of the team: Jira's index
 * lags a change by seconds, and asking again would cost a whole reading.
 */
export function replan(
  opened: Opened,
  plan: Plan,
  { issues, goal }: { readonly issues: readonly PlannedIssue[]; readonly goal: string },
): Plan {
  const { unit, past, notes } = opened;
  const committed = new Map(past.sprints.map((sprint) => [sprint.sprintId, sprint.committed.amount]));
  const people = notes?.people ?? null;
  const judged = planReadiness({
    issues: issues.map(({ isFlagged, isCarriedIn, labels, ...assessed }) => ({
      assessed: { ...UNSEEN, ...assessed, sprintId: opened.sprint?.id ?? null },
      isFlagged,
      isCarriedIn,
      labels,
    })),
    after: [],
    past: {
      unit,
      quality: past.quality,
      records: [],
      figures: past.sprints,
      history: past.delivered.map(({ sprintId, amount }) => ({
        sprintId,
        committed: committed.get(sprintId) ?? 0,
        delivered: amount,
      })),
    },
    goal,
    // The answer has the share of days that the team is there for, and not how many days a sprint has: of one day in all, it is
    // what is not off.
    notes: { people, daysOff: people === null ? 0 : 1 - plan.availability, serves: notes?.serves ?? null },
    workingDays: people === null ? 1 : 1 / people,
  });
  const serving = new Map(judged.issues.map((issue) => [issue.assessed.key, issue.servesGoal]));
  return {
    ...plan,
    ...judged,
    availability: plan.availability,
    blockedByLater: stillLater(plan, issues),
    issues: issues.map((issue) => ({ ...issue, servesGoal: serving.get(issue.key) ?? null })),
  };
}
