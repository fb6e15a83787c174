import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { createAsk } from '#src/adapters/jira/ask';
import { readBacklogPage, readSprintIssues } from '#src/adapters/jira/backlog';
import { readBoard } from '#src/adapters/jira/board';
import { readDescriptions } from '#src/adapters/jira/single-issue';
import { readFields, readPriorities } from '#src/adapters/jira/site';
import { readSprintHistory } from '#src/adapters/jira/sprint-history';
import { readClosedSprints, readOpenSprints } from '#src/adapters/jira/sprints';
import { assessBacklog, type BacklogReading } from '#src/domain/backlog/assess-backlog';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { settingsOf } from '#src/domain/backlog/checks/read-settings';
import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import type { BacklogPage, ListedIssue } from '#src/ports/backlog';
import { boardToRead } from '#src/usecases/board-to-read';
import { placeBlockers } from '#src/usecases/place-blockers';
import { withParents } from '#src/usecases/read-parents';
import type { Board } from '#tools/bench/panel';
import type { LocalApp } from '#tools/local-app';
import { restAsUser } from '#tools/rest-as-user';

const RUNS = 9;
const PAGE = 1_000;

/** Every check, those that are off by default too, and two fields that the team requires. */
const ALL_CHECKS = settingsOf({
  ...Object.fromEntries(CHECK_IDS.map((id) => [id, { enabled: true }])),
  'required-field': { enabled: true, options: { fields: ['components', 'fixVersions'] } },
});

async function allPages(read: (from: string | null) => Promise<BacklogPage>): Promise<ListedIssue[]> {
  const issues: ListedIssue[] = [];
  let next: string | null = null;
  do {
    const page = await read(next);
    issues.push(...page.issues);
    ({ next } = page);
  } while (next !== null);
  return issues;
}

/** Reads all of the board's unstarted issues and all of their parents, wherever the app would stop. */
async function readEverything(app: LocalApp<Board>): Promise<BacklogReading> {
  const access = { requestJira: restAsUser(app.rest, app.seeded.leadAccountId), ask: createAsk(600_000) };
  const set = await readBoard(access)(app.seeded.boardId);
  const board = boardToRead(set, await readFields(access)(), ALL_CHECKS);
  const open = (await readOpenSprints(access)(board.id)) ?? [];
  const closed = await readClosedSprints(access)(board.id, SPRINTS_CONSIDERED);
  const future = open.filter(({ state }) => state === 'future').map(({ id }) => id);
  const planned = await allPages((from) => readSprintIssues(access)(board, future, from, PAGE));
  const backlog = await allPages((from) => readBacklogPage(access)(board, from, PAGE));
  const issues = [...planned, ...backlog];
  const parentIds = [...new Set(issues.flatMap(({ parent }) => (parent ? [parent.id] : [])))];
  const parents = await readDescriptions(access)(parentIds);
  return {
    issues: withParents(placeBlockers(issues, new Set()), parents),
    isWholeBacklog: true,
    history: await readSprintHistory(access)(board, closed),
    period: 'sprint',
    unit: 'points',
    priorities: await readPriorities(access)(),
    now: new Date(app.site.clock.now()),
  };
}

/** What is read of a document is kept for as long as the document is: each run gets documents of its own, as each open does. */
function withFreshDocuments(reading: BacklogReading): BacklogReading {
  return { ...reading, issues: structuredClone(reading.issues) };
}

/** What the measuring itself leaves behind would otherwise be cleared away on the app's time. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Milliseconds to assess all of the board's issues with all checks, as the median of several runs after a warm-up. */
export async function measureDomain(app: LocalApp<Board>): Promise<number> {
  const reading = await readEverything(app);
  const times = Array.from({ length: RUNS + 1 }, () => {
    const fresh = withFreshDocuments(reading);
    collectGarbage();
    const start = performance.now();
    assessBacklog(fresh, ALL_CHECKS);
    return performance.now() - start;
  });
  const median = times.slice(1).sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
  return Math.round(median * 10) / 10;
}
