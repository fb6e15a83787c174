import { describe, expect, it } from 'vitest';

import { createAsk } from '#src/adapters/jira/ask';
import { readBoard } from '#src/adapters/jira/board';
import { readClosedRecords, readSprintNow } from '#src/adapters/jira/sprint-records';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import type { ClosedSprint } from '#src/ports/sprints';
import type { SprintReport } from '#sandbox/jira/reports/sprint-report';
import { restAsUser } from '#tools/rest-as-user';

import { randomSprintHistory, type SprintHistory } from '../builders/sprint-histories';

const HISTORIES = 1_000;
const AT_ONCE = 100;
const SCOPES = ['read:jira-work', 'read:board-scope.admin:jira-software', 'read:project:jira'];

/** The last ten sprints that were closed, of this board and of the other one. */
function closedSprints({
  site,
  closedSprintIds,
  foreignClosedSprintIds,
}: SprintHistory): readonly ClosedSprint[] {
  return [...closedSprintIds, ...foreignClosedSprintIds]
    .flatMap((id): ClosedSprint[] => {
      const { startDate = null, completeDate = null } = site.get('sprints', id) ?? {};
      if (startDate === null || completeDate === null) return [];
      return [
        {
          id,
          startDate: new Date(startDate).toISOString(),
          completeDate: new Date(completeDate).toISOString(),
        },
      ];
    })
    .sort((one, other) => one.completeDate.localeCompare(other.completeDate))
    .slice(-10);
}

const amount = ({ points, items }: { readonly points: number; readonly items: number }) => ({
  points,
  items,
});

const figuresOf = (record: SprintRecord) => ({
  committed: amount(record.committed),
  added: amount(record.added),
  removed: amount(record.removed),
  reEstimated: record.reestimated,
  delivered: amount(record.delivered),
  outside: amount(record.outside),
  carriedOver: amount(record.carriedOver),
});

type Place = Pick<SprintReport['issues'][number], 'list' | 'wasAdded' | 'estimateAtStart' | 'estimateAtEnd'>;

const placeOf = ({ list, wasAdded, estimateAtStart, estimateAtEnd }: Place) => ({
  list,
  wasAdded,
  estimateAtStart,
  estimateAtEnd,
});

function appOn(history: SprintHistory, accountId: string) {
  return { requestJira: restAsUser(history.rest, accountId, SCOPES), ask: createAsk() };
}

async function compareRecords(seed: number): Promise<number> {
  const history = randomSprintHistory(seed);
  history.rest.limits.change({ readsPerSecond: Number.MAX_SAFE_INTEGER });
  const account = history.accountIds[seed % 2] ?? 'lead';
  const access = appOn(history, account);
  const board = await readBoard(access)(history.boardId);
  const sprints = closedSprints(history);
  const records = await readClosedRecords(access)(board, sprints, 9);
  const told = [`seed ${seed} as ${account}`, ...history.story].join('\n');
  expect(
    records.map(({ sprintId }) => sprintId),
    told,
  ).toEqual(sprints.map(({ id }) => id));
  for (const record of records) {
    const { sums } = history.report(record.sprintId, account);
    expect({ sprint: record.sprintId, ...figuresOf(record) }, told).toEqual({
      sprint: record.sprintId,
      ...sums,
    });
    expect(record.unseen + Number(record.removedMayBeMissing)).toBe(0);
  }
  return records.length;
}

describe('the sprint history of the app', () => {
  const parts = Array.from({ length: HISTORIES / AT_ONCE }, (_, part) => part * AT_ONCE);

  it.each(parts)(
    'equals the Sprint Report of the site in a hundred random histories, from %i',
    async (from) => {
      let records = 0;
      for (let seed = from; seed < from + AT_ONCE; seed += 1) records += await compareRecords(seed);
      expect(records).toBeGreaterThan(AT_ONCE);
    },
    120_000,
  );

  it('puts every issue where the report has it, in closed and in running sprints', async () => {
    const states = new Set<string>();
    for (let seed = 5_000; seed < 5_060; seed += 1) {
      const history = randomSprintHistory(seed);
      const access = appOn(history, 'lead');
      const board = await readBoard(access)(history.boardId);
      const read = readSprintNow(access);
      for (const { id, state, startDate, completeDate } of history.site.all('sprints')) {
        if (state === 'future' || startDate === null) continue;
        states.add(state);
        const end = state === 'closed' && completeDate !== null ? new Date(completeDate).toISOString() : null;
        const started = { id, startDate: new Date(startDate).toISOString(), completeDate: end };
        const { record, issues } = await read(board, started, new Date(history.site.clock.now()));
        const report = history.report(id, 'lead');
        const byKey = new Map(issues.map((issue) => [issue.key, issue]));
        const told = [`seed ${seed}, sprint ${id}`, ...history.story].join('\n');
        expect(
          report.issues.map(({ key }) => {
            const place = byKey.get(key);
            return [key, place && placeOf(place)];
          }),
          told,
        ).toEqual(report.issues.map((issue) => [issue.key, placeOf(issue)]));
        expect(issues, told).toHaveLength(report.issues.length);
        expect(figuresOf(record), told).toEqual(report.sums);
      }
    }
    expect([...states].sort()).toEqual(['active', 'closed']);
  }, 120_000);
});
