import { z } from 'zod';

/** What each act costs in points of Jira's quota. */
export interface Costs {
  /** Opening the panel where there is no kept answer, or the backlog changed since. */
  readonly panelRead: number;
  /** Opening the panel where nothing changed. */
  readonly panelKept: number;
  readonly plannedSprintFirst: number;
  readonly plannedSprintAgain: number;
  readonly activeSprint: number;
  /** What a viewer pays once for the change logs of ten closed sprints. */
  readonly pastOnce: number;
  /** Reading and writing one issue from the panel. */
  readonly mend: number;
  /** Reading a sprint's issues when it starts. */
  readonly freeze: number;
  /** Counting for a board's trend, once a day. */
  readonly trend: number;
}

/**
 * As `npm run bench` printed them for a board of 1,000 issues and sprints of thirty. The last three are not in the bench: a mend is a
 * write with the issue read before and after it, a sprint is read at its start with one call, and a trend may cost two points.
 */
export const MEASURED: Costs = {
  panelRead: 148,
  panelKept: 4,
  plannedSprintFirst: 172,
  plannedSprintAgain: 43,
  activeSprint: 163,
  pastOnce: 942,
  mend: 5,
  freeze: 31,
  trend: 2,
};

const POINTS = z.object({ points: z.number() });
const OPENED = z.object({ cold: POINTS, warm: POINTS });
const BENCH = z.object({
  panel: z.record(z.string(), z.object({ coldPoints: z.number(), warmPoints: z.number() })),
  sprint: z.object({ future: OPENED, active: OPENED }),
  history: z.object({ first: POINTS }),
});

/**
 * The costs of a fresh `npm run bench -- --json`, of its smallest board.
 * @throws Error that names what is not there.
 */
export function costsOf(bench: unknown): Costs {
  const read = BENCH.safeParse(bench);
  const panel = read.data && Object.values(read.data.panel)[0];
  if (!read.success || panel === undefined) {
    const what = read.error ? z.prettifyError(read.error) : 'It has no panel.';
    throw new Error(`This is not what "npm run bench -- --json" prints.\n${what}`);
  }
  const { sprint, history } = read.data;
  return {
    ...MEASURED,
    panelRead: panel.coldPoints,
    panelKept: panel.warmPoints,
    plannedSprintFirst: sprint.future.cold.points,
    plannedSprintAgain: sprint.future.warm.points,
    activeSprint: sprint.active.cold.points,
    pastOnce: history.first.points,
  };
}
