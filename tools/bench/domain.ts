import { createAsk } from '#src/adapters/jira/ask';
import { readBacklogPage, readSprintIssues } from '#src/adapters/jira/backlog';
import { readBoard } from '#src/adapters/jira/board';
import { readSprintHistory } from '#src/adapters/jira/sprint-history';
import { readClosedSprints, readOpenSprints } from '#src/adapters/jira/sprints';
import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import type { BacklogPage, ListedIssue } from '#src/ports/backlog';
import { placeBlockers } from '#src/usecases/place-blockers';
import type { Board } from '#tools/bench/panel';
import type { LocalApp } from '#tools/local-app';
import { restAsUser } from '#tools/rest-as-user';

const RUNS = 9;
const PAGE = 1_000;

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

/** Reads all of the board's unstarted issues, wherever the app would stop. */
async function readEverything(app: LocalApp<Board>) {
  const access = { requestJira: restAsUser(app.rest, app.seeded.leadAccountId), ask: createAsk(600_000) };
  const board = await readBoard(access)(app.seeded.boardId);
  const open = (await readOpenSprints(access)(board.id)) ?? [];
  const history = await readSprintHistory(access)(
    board,
    await readClosedSprints(access)(board.id, SPRINTS_CONSIDERED),
  );
  const future = open.filter(({ state }) => state === 'future').map(({ id }) => id);
  const planned = await allPages((from) => readSprintIssues(access)(board, future, from, PAGE));
  const backlog = await allPages((from) => readBacklogPage(access)(board, from, PAGE));
  return { board, history, issues: [...planned, ...backlog] };
}

/** Milliseconds to assess all of the board's issues with all checks, as the median of several runs after a warm-up. */
export async function measureDomain(app: LocalApp<Board>): Promise<number> {
  const { board, history, issues } = await readEverything(app);
  const placed = placeBlockers(issues, new Set());
  const times = Array.from({ length: RUNS + 1 }, () => {
    const start = performance.now();
    assessBacklog({
      issues: placed,
      isWholeBacklog: true,
      history,
      unit: 'points',
      estimationField: board.estimation?.displayName ?? '',
      now: new Date(app.site.clock.now()),
    });
    return performance.now() - start;
  });
  const median = times.slice(1).sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
  return Math.round(median * 10) / 10;
}
