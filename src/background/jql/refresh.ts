import { refreshingPorts, type JqlPlatform } from '#src/app/jql';
import { nameOf } from '#src/app/register';
import { writeAnswer } from '#src/background/jql/write-answer';
import { refreshClauses } from '#src/usecases/jql/refresh-clauses';

/** The platform ends the function after 15 minutes; a clause that was begun is finished before. */
const RUNS_FOR_MS = 13 * 60_000;

/**
 * Makes the function of the hourly schedule that brings answers in use up to date. Without a licence it spends no points: what Jira
 * keeps goes away by itself, and is computed anew when somebody searches.
 * @param isLicensed whether the app may work at the time.
 */
export function createClauseRefresher(platform: JqlPlatform, isLicensed: (run: unknown) => boolean) {
  return async (_event: unknown, run: unknown): Promise<void> => {
    if (!isLicensed(run)) return;
    const ports = { ...refreshingPorts(platform), write: writeAnswer };
    await refreshClauses(ports, platform.now().getTime() + RUNS_FOR_MS).catch((error: unknown) => {
      platform.log({ event: 'jql-refresh-failed', error: nameOf(error) });
    });
  };
}
