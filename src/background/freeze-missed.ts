import { freezeWatchedPorts, type FlagPlatform } from '#src/app/flag-record';
import { nameOf } from '#src/app/register';
import { freezeWatched } from '#src/usecases/flag-record/freeze-watched';

/** The platform ends the function after 15 minutes; a board that was begun is finished before. */
const RUNS_FOR_MS = 13 * 60_000;

/**
 * Makes the function of the hourly schedule that freezes what no event told of. Without a licence it spends no points.
 * @param isLicensed whether the app may work at the time.
 */
export function createMissedFreezer(platform: FlagPlatform, isLicensed: (run: unknown) => boolean) {
  return async (_event: unknown, run: unknown): Promise<void> => {
    if (!isLicensed(run)) return;
    await freezeWatched(freezeWatchedPorts(platform), platform.now().getTime() + RUNS_FOR_MS).catch(
      (error: unknown) => {
        platform.log({ event: 'freeze-failed', error: nameOf(error) });
      },
    );
  };
}
