import { pick } from '#sandbox/demo/random';
import type { Costs } from '#tools/quota/costs';
import type { Tenant } from '#tools/quota/tenants';

export const HOURS = 168;

/** Who opens what in a week, a board: assumptions, said with every result. */
export const HABITS = {
  /** People who use Evenkeel on a board: a lead, a product manager, a scrum master. */
  viewers: 3,
  /** Share of working days on which one of them opens the panel at stand-up. */
  standUp: 0.5,
  /** Share of them who open it in the refinement session; one does an hour before it. */
  refinement: 0.7,
  /** Issues mended in a session. */
  mended: 8,
  /** Share of the opens on another hour than the last one that find a changed backlog. */
  changed: 0.9,
  /** Share of weeks with a sprint planning, at which two look at the sprint, and look again twice. */
  planning: 0.5,
  /** Share of working days on which one of them looks at the active sprint. */
  followUp: 0.3,
  /** New viewers a board and week, each of whom pays once for the past. */
  newViewers: 0.05,
} as const;

const WORKING_DAYS = [0, 1, 2, 3, 4];

/**
 * Points by the hour of a week of one site, from Monday 0:00 UTC. Meetings are where teams have them: planning on Monday or Tuesday
 * morning, refinement from Tuesday to Thursday, stand-ups at nine and ten.
 */
export function pointsOfWeek({ boards, offset }: Tenant, costs: Costs, random: () => number): Float64Array {
  const points = new Float64Array(HOURS);
  const spend = (day: number, hour: number, amount: number) => {
    const at = (((day * 24 + hour - offset) % HOURS) + HOURS) % HOURS;
    points[at] = (points[at] ?? 0) + amount;
  };
  for (let board = 0; board < boards; board += 1) spendOfBoard(spend, costs, random);
  return points;
}

function spendOfBoard(
  spend: (day: number, hour: number, amount: number) => void,
  costs: Costs,
  random: () => number,
): void {
  const happens = (share: number) => random() < share;
  const panel = () => (happens(HABITS.changed) ? costs.panelRead : costs.panelKept);
  const between = (first: number, last: number) => first + Math.floor(random() * (last - first + 1));

  const standUp = between(9, 10);
  for (const day of WORKING_DAYS) {
    if (happens(HABITS.standUp)) spend(day, standUp, panel());
    if (happens(HABITS.followUp)) spend(day, between(9, 17), costs.activeSprint);
  }

  const [day, hour] = [between(1, 3), between(9, 16)];
  spend(day, hour - 1, panel());
  for (let viewer = 0; viewer < HABITS.viewers; viewer += 1) {
    if (happens(HABITS.refinement)) spend(day, hour, panel());
  }
  spend(day, hour, HABITS.mended * costs.mend);

  if (happens(HABITS.planning)) {
    const monday = pick(random, [
      [0, 0.6],
      [1, 0.4],
    ]);
    const start = between(9, 11);
    // Of ten sprints a viewer has nine already.
    const look = costs.plannedSprintFirst + 2 * costs.plannedSprintAgain + costs.pastOnce / 10;
    spend(monday, start, 2 * look + costs.freeze);
  }
  if (happens(HABITS.newViewers)) spend(day, hour, costs.pastOnce);

  // Each board has its hour of the day, by its id.
  const slot = between(0, 23);
  for (let each = 0; each < 7; each += 1) spend(each, slot, costs.trend);
}
