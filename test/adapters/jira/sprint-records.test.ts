import { describe, expect, it } from 'vitest';

import { createAsk } from '#src/adapters/jira/ask';
import { readBoard } from '#src/adapters/jira/board';
import { readClosedRecords, readSprintNow } from '#src/adapters/jira/sprint-records';
import { readClosedSprints } from '#src/adapters/jira/sprints';
import { createMemoryRecords } from '#src/adapters/memory/sprint-records';
import { readSprintRecords } from '#src/usecases/read-sprint-records';
import { createClock } from '#sandbox/clock';
import { createFaults } from '#sandbox/faults';
import { FIELD, SECURITY_LEVEL, STATUS } from '#sandbox/jira/defaults';
import { createRest } from '#sandbox/jira/rest/create-rest';
import type { HandleRest } from '#sandbox/jira/rest.types';
import { createJiraSite } from '#sandbox/jira/site';
import { openStore } from '#sandbox/state/store';
import { seedBusyTeam } from '#tools/bench/sprints';
import { restAsUser } from '#tools/rest-as-user';

const NOW = Date.parse('2026-10-12T08:00:00.000Z');

/** A busy team's site as its lead reads it; `between` may give other answers. */
function busySite(
  size: { readonly issuesEach: number; readonly backlog: number },
  between: (handle: HandleRest) => HandleRest = (handle) => handle,
) {
  const clock = createClock(() => NOW);
  const site = createJiraSite(openStore(':memory:'), clock);
  const team = seedBusyTeam(site, size);
  const faults = createFaults();
  const rest = createRest({ site, clock, faults, siteUrl: 'http://localhost:8080' });
  const access = {
    requestJira: restAsUser({ handle: between(rest.handle) }, team.leadAccountId),
    ask: createAsk(),
  };
  const records = createMemoryRecords();
  const read = readSprintRecords({
    readBoard: readBoard(access),
    readClosedSprints: readClosedSprints(access),
    readClosedRecords: readClosedRecords(access),
    loadSprintRecords: records.load,
    saveSprintRecords: records.save,
    now: () => new Date(clock.now()),
  });
  const callsOf = async <Value>(work: () => Promise<Value>) => {
    const since = rest.ledger.mark();
    const value = await work();
    return { value, calls: rest.ledger.entries({ since }).map(({ operation }) => operation) };
  };
  return { site, clock, rest, faults, team, access, read, callsOf, act: { by: team.leadAccountId } };
}

const items = (count: number, each = 3) => ({ points: count * each, items: count, withoutEstimate: 0 });

describe('the records of ten closed sprints', () => {
  it('take 12 calls once for a team of thirty issues a sprint, and none but for the list of sprints later', async () => {
    const { read, callsOf, team } = busySite({ issuesEach: 30, backlog: 50 });
    const first = await callsOf(async () => await read(team.boardId));
    expect(first.calls).toHaveLength(12);
    expect(first.value.missing).toEqual([]);
    expect(first.value.records.map(({ sprintId }) => sprintId)).toEqual(team.sprintIds);
    for (const record of first.value.records) {
      expect(record).toMatchObject({
        committed: items(30),
        removed: items(1),
        reestimated: { points: 2, items: 1 },
        delivered: { ...items(29), points: 29 * 3 + 2 },
        carriedOver: items(0),
        unseen: 0,
        removedMayBeMissing: false,
      });
      expect(record.cycleDays).toEqual(Array.from({ length: 29 }, () => 2));
    }
    const later = await callsOf(async () => await read(team.boardId));
    expect(later.value).toEqual(first.value);
    expect(later.calls.filter((call) => /sprint$|configuration$/.exec(call) === null)).toEqual([]);
  });

  it('of a larger team come newest first, and the others when they are asked for again', async () => {
    const { read, callsOf, team } = busySite({ issuesEach: 45, backlog: 5 });
    const first = await callsOf(async () => await read(team.boardId));
    expect(first.calls.length).toBeLessThanOrEqual(12);
    const newest = first.value.records.map(({ sprintId }) => sprintId);
    expect(newest.length).toBeGreaterThan(0);
    expect(newest).toEqual(team.sprintIds.slice(-newest.length));
    expect(first.value.missing).toEqual(
      team.sprintIds
        .slice(0, -newest.length)
        .map((sprintId) => ({ sprintId, why: 'too-many-calls', retryAfterSeconds: null })),
    );
    let last = first.value;
    for (let round = 0; round < 4 && last.missing.length > 0; round += 1) last = await read(team.boardId);
    expect(last.missing).toEqual([]);
    expect(last.records.map(({ committed }) => committed.items)).toEqual(team.sprintIds.map(() => 45));
  });

  it('say that removed issues may be missing where too many others changed', async () => {
    const { read, team } = busySite({ issuesEach: 3, backlog: 1_001 });
    const { records } = await read(team.boardId);
    expect(records.map((record) => record.removedMayBeMissing)).toEqual(team.sprintIds.map(() => true));
  });

  it('are without what the viewer may not see, and without what was deleted', async () => {
    const { site, read, team, act } = busySite({ issuesEach: 5, backlog: 0 });
    const [first = 0, second = 0] = team.sprintIds;
    const [hidden] = site.issuesOfSprint(first);
    const [deleted] = site.issuesOfSprint(second);
    site.editIssue(hidden?.id ?? '', { securityLevelId: SECURITY_LEVEL.reporterOnly }, act);
    site.put('issues', { ...site.issue(hidden?.id ?? '')!, reporter: 'somebody-else' });
    site.deleteIssue(deleted?.id ?? '', act);
    const lead = site.get('projects', team.projectId)!;
    site.put('projects', {
      ...lead,
      leadAccountId: 'somebody-else',
      roleMembers: membersOnly(lead.roleMembers, act.by),
    });
    const { records } = await read(team.boardId);
    expect(records.slice(0, 3).map(({ committed }) => committed.items)).toEqual([4, 4, 5]);
  });

  it('count removed issues that Jira names and then does not show', async () => {
    const hide =
      (handle: HandleRest): HandleRest =>
      async (request, ...rest) => {
        const response = await handle(request, ...rest);
        if (!request.path.endsWith('/issue/bulkfetch')) return response;
        return { ...response, body: JSON.stringify({ issues: [], issueErrors: [] }) };
      };
    const { read, team } = busySite({ issuesEach: 3, backlog: 0 }, hide);
    const { records } = await read(team.boardId);
    expect(records.map(({ unseen, removed, committed }) => [unseen, removed.items, committed.items])).toEqual(
      team.sprintIds.map(() => [1, 0, 2]),
    );
  });

  it('are read anew after a sprint was re-opened, and after the board counts by another field', async () => {
    const { site, read, team, callsOf } = busySite({ issuesEach: 3, backlog: 0 });
    await read(team.boardId);
    const last = site.get('sprints', team.sprintIds.at(-1) ?? 0)!;
    site.put('sprints', { ...last, completeDate: (last.completeDate ?? 0) + 60_000 });
    const reopened = await callsOf(async () => await read(team.boardId));
    expect(reopened.calls.length).toBeGreaterThan(3);
    expect(reopened.value.records.at(-1)?.completeDate).toBe(
      new Date((last.completeDate ?? 0) + 60_000).toISOString(),
    );
    const board = site.get('boards', team.boardId)!;
    site.put('boards', { ...board, estimation: { type: 'field', fieldId: FIELD.storyPointEstimate } });
    const { records } = await read(team.boardId);
    expect(records.map(({ committed }) => committed)).toEqual(
      team.sprintIds.map(() => ({ points: 0, items: 3, withoutEstimate: 3 })),
    );
  });

  it('are kept only when Jira’s index had its time', async () => {
    const { site, clock, read, callsOf, team, act } = busySite({ issuesEach: 2, backlog: 0 });
    await read(team.boardId);
    const sprint = site.createSprint({ boardId: team.boardId, name: 'Just closed' }, act);
    site.startSprint(sprint.id, { ...act, at: NOW - 86_400_000, endDate: NOW });
    site.completeSprint(sprint.id, { ...act, moveOpenTo: null });
    await read(team.boardId);
    const soon = await callsOf(async () => await read(team.boardId));
    expect(soon.calls.length).toBeGreaterThan(3);
    clock.advance(10 * 60_000);
    await read(team.boardId);
    const later = await callsOf(async () => await read(team.boardId));
    expect(later.calls).toHaveLength(3);
    expect(later.value.records.at(-1)?.sprintId).toBe(sprint.id);
  });

  it('say why they are missing while Jira refuses', async () => {
    const refuse =
      (handle: HandleRest): HandleRest =>
      async (request, ...rest) => {
        if (!request.path.endsWith('/changelog/bulkfetch')) return await handle(request, ...rest);
        return { status: 429, headers: { 'retry-after': '60' }, body: '{}' };
      };
    const { read, team } = busySite({ issuesEach: 2, backlog: 0 }, refuse);
    const { records, missing } = await read(team.boardId);
    expect(records).toEqual([]);
    expect(missing).toEqual(
      team.sprintIds.map((sprintId) => ({ sprintId, why: 'rate-limited', retryAfterSeconds: 60 })),
    );
  });
});

/** Everybody but `accountId` loses the administrators' role; `accountId` is a member. */
function membersOnly(
  roles: Readonly<Record<string, { accountIds: string[]; groupIds: string[] }>>,
  accountId: string,
) {
  return Object.fromEntries(
    Object.entries(roles).map(([role, holders], place) => [
      role,
      { ...holders, accountIds: place === 1 ? [accountId] : [] },
    ]),
  );
}

describe('a sprint that runs', () => {
  it('is read up to now in five calls, with every issue', async () => {
    const { site, team, access, callsOf, act } = busySite({ issuesEach: 4, backlog: 10 });
    const start = NOW - 2 * 86_400_000;
    const sprint = site.createSprint({ boardId: team.boardId, name: 'Running' }, { ...act, at: start });
    const open = [...site.all('issues')].filter(({ sprintIds }) => sprintIds.length === 0).slice(0, 3);
    for (const { id } of open) site.moveToSprint(id, sprint.id, { ...act, at: start });
    site.startSprint(sprint.id, { ...act, at: start, endDate: NOW + 9 * 86_400_000 });
    site.moveToSprint(open[0]!.id, null, { ...act, at: start + 1_000 });
    // At this very moment.
    site.transitionIssue(open[1]!.id, STATUS.done, act);
    const board = await readBoard(access)(team.boardId);
    const running = { id: sprint.id, startDate: new Date(start).toISOString(), completeDate: null };
    const { value, calls } = await callsOf(
      async () => await readSprintNow(access)(board, running, new Date(NOW)),
    );
    expect(calls).toHaveLength(5);
    expect(value.record).toMatchObject({
      completeDate: new Date(NOW).toISOString(),
      committed: items(3),
      delivered: items(1),
      removed: items(1),
      carriedOver: items(1),
    });
    const places = new Map(value.issues.map(({ key, list, becameDone }) => [key, [list, becameDone]]));
    expect(open.map(({ key }) => places.get(key))).toEqual([
      ['removed', null],
      ['completed', new Date(NOW).toISOString()],
      ['not-completed', null],
    ]);
  });
});
