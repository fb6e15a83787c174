import type { Clock } from '#sandbox/clock';
import type { LocalForgeHost } from '#sandbox/forge/host';

/** A schedule of five minutes over a fortnight: more stops than that are not made. */
const MOST_STOPS = 5000;

type Scheduler = Pick<LocalForgeHost, 'nextDueAt' | 'runDueSchedules' | 'drain'>;

/** Runs what is due by now. */
export async function runDue(host: Scheduler): Promise<void> {
  await host.runDueSchedules();
  await host.drain();
}

/**
 * Moves the site forward and stops wherever something falls due, so that a week has its seven daily schedules.
 * @throws RangeError when `milliseconds` is negative or not finite.
 */
export async function advanceSite(clock: Clock, host: Scheduler, milliseconds: number): Promise<void> {
  const end = clock.now() + milliseconds;
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const due = host.nextDueAt();
    if (due === null || due > end) break;
    clock.advance(Math.max(0, due - clock.now()));
    await runDue(host);
  }
  clock.advance(milliseconds < 0 ? milliseconds : Math.max(0, end - clock.now()));
  await runDue(host);
}
