import { z } from 'zod';

import { freezeWatchedPorts, type FlagPlatform } from '#src/app/flag-record';
import { nameOf } from '#src/app/register';
import { freezeStarted } from '#src/usecases/flag-record/freeze-watched';

const ID = z.string().regex(/^\d+$/).transform(Number);

/** The part of the event that is used. @see https://developer.atlassian.com/platform/forge/events-reference/jira-software */
const SPRINT_STARTED = z.object({ sprint: z.object({ id: ID, originBoardId: ID }) });

/**
 * Makes the function that hears of started sprints. It never throws: a lost event is made up for by the schedule. Without a licence it
 * spends no points.
 * @param isLicensed whether the app may work at the time.
 */
export function createStartFreezer(platform: FlagPlatform, isLicensed: (run: unknown) => boolean) {
  return async (event: unknown, run: unknown): Promise<void> => {
    if (!isLicensed(run)) return;
    const started = SPRINT_STARTED.safeParse(event);
    if (!started.success) {
      platform.log({ event: 'freeze-failed', error: 'unexpected-event' });
      return;
    }
    const { id, originBoardId } = started.data.sprint;
    await freezeStarted(freezeWatchedPorts(platform), originBoardId, id).catch((error: unknown) => {
      platform.log({ event: 'freeze-failed', board: String(originBoardId), error: nameOf(error) });
    });
  };
}
