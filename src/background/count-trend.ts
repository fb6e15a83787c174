import { countingPorts, type TrendPlatform } from '#src/app/trend';
import { nameOf } from '#src/app/register';
import { countBoards } from '#src/usecases/trend/count-boards';

/** The platform ends the function after 15 minutes; a board that was begun is finished before. */
const RUNS_FOR_MS = 13 * 60_000;

/**
 * Makes the function of the hourly schedule that counts watched boards. Without a licence it spends no points.
 * @param isLicensed whether the app may work at the time.
 */
export function createTrendCounter(platform: TrendPlatform, isLicensed: (run: unknown) => boolean) {
  return async (_event: unknown, run: unknown): Promise<void> => {
    if (!isLicensed(run)) return;
    await countBoards(countingPorts(platform), platform.now().getTime() + RUNS_FOR_MS).catch(
      (error: unknown) => {
        platform.log({ event: 'trend-count-failed', error: nameOf(error) });
      },
    );
  };
}
