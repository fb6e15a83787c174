import type { RequestJira } from '#src/adapters/jira/access';
import { ReadFailure } from '#src/ports/read-failure';

/**
 * The same Jira for `most` calls, repeated ones among them: background work must not cost more because Jira is in trouble.
 * What is sent beyond that fails as `timed-out`, as when there is no time left for it, and costs nothing.
 */
export function withinCalls(requestJira: RequestJira, most: number): RequestJira {
  let sent = 0;
  return async (path, init) => {
    if (sent >= most) throw new ReadFailure('timed-out', `No more than ${most} calls are made for this.`);
    sent += 1;
    return await requestJira(path, init);
  };
}
