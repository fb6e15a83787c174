import type { QuotaResult } from '#tools/quota/simulate-quota';
import { SITES } from '#tools/quota/tenants';
import { HABITS } from '#tools/quota/working-week';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const BARS = ' ▁▂▃▄▅▆▇█';

const whole = (value: number) => Math.round(value).toLocaleString('en');
const percent = (share: number) => `${Math.round(100 * share)} %`;

/** A line of bars for each day, as high as the hour is busy. */
function weekOf({ week, quota }: QuotaResult): string {
  return DAYS.map((day, index) => {
    const hours = week.slice(24 * index, 24 * (index + 1));
    const bars = hours.map((points) => BARS[Math.ceil((points / quota) * (BARS.length - 1))] ?? '█').join('');
    return `  ${day} |${bars}| at most ${whole(Math.max(...hours)).padStart(6)}`;
  }).join('\n');
}

/** The result in words and tables, with what it assumes. */
export function reportQuota(result: QuotaResult): string {
  const { quota, tenants, boards, fair, peaks, ownQuota, costs } = result;
  const rows = peaks.map((peak) =>
    [whole(peak.boards), whole(peak.median), whole(peak.p95), percent(peak.over)]
      .map((cell) => cell.padStart(12))
      .join(''),
  );
  return [
    `${whole(tenants.median)} sites with ${whole(boards.median)} boards fit into ${whole(quota)} points an hour (in the worst of 25 runs ${whole(tenants.worst)} with ${whole(boards.worst)}).`,
    '',
    `Points by the hour, UTC; a full bar is ${whole(quota)}:`,
    weekOf(result),
    '',
    `Points in a site's busiest hour, and how many sites are over ${whole(fair.limit)}:`,
    ['boards', 'median', '95 of 100', 'over'].map((cell) => cell.padStart(12)).join(''),
    ...rows,
    `A limit of ${whole(fair.limit)} points an hour for each site is reached by half of the sites from ${whole(fair.boards + 1)} boards on.`,
    '',
    'With a quota of its own, a site has room for:',
    ...ownQuota.map(
      ({ edition, boards: most, points }) =>
        `  ${edition.padEnd(10)} ${whole(most).padStart(6)} boards in ${whole(points)} points`,
    ),
    '',
    `Assumed: half of all sites have ${SITES.medianBoards} boards or fewer, one in twenty more than ${whole(SITES.medianBoards * Math.exp(1.645 * SITES.spread))}; ${HABITS.viewers} people a board; a stand-up look on ${percent(HABITS.standUp)} of days, one refinement a week with ${HABITS.mended} mended issues, a planning every second week; ${percent(HABITS.changed)} of opens find a changed backlog.`,
    `Costs: panel ${costs.panelRead} (unchanged ${costs.panelKept}), planned sprint ${costs.plannedSprintFirst} and ${costs.plannedSprintAgain}, active sprint ${costs.activeSprint}, ten sprints of the past ${costs.pastOnce}, sprint start ${costs.freeze}, trend ${costs.trend} a day.`,
  ].join('\n');
}
