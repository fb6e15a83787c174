import { describe, expect, it } from 'vitest';

import type { IssueInSprint } from '#src/ports/sprint-records';
import { ReadFailure } from '#src/ports/read-failure';
import { openSprint } from '#src/usecases/sprint/open-sprint';
import { openBacklog } from '#src/usecases/open-backlog';

import { listedIssue } from '../../builders/memory-board';
import { amount, buildRecord, buildRecords } from '../../builders/sprint';
import { openingPorts } from './opening-ports';
import { sprint } from './sprint-world';

const CLOSED = sprint(100, {
  state: 'closed',
  startDate: '2026-01-05T00:00:00.000Z',
  completeDate: '2026-01-18T23:00:00.000Z',
});
const ACTIVE = sprint(6, {
  state: 'active',
  startDate: '2026-10-05T08:00:00.000Z',
  endDate: '2026-10-19T08:00:00.000Z',
});
const NEXT = sprint(7, { goal: 'Buyers pay by card' });
const SPRINTS = [CLOSED, ACTIVE, NEXT, sprint(8), sprint(9)];

const planned = (key: string, sprintId: number, change = {}) =>
  listedIssue(key, { sprint: { id: sprintId, name: `Sprint ${sprintId}` }, ...change });

const blocker = (key: string) =>
  ({ id: key.replace(/\D/g, ''), key, summary: '', statusCategory: 'new' }) as const;

async function planOf(ports: Parameters<typeof openSprint>[0], sprintId: number | null = 7) {
  const opened = await openSprint(ports, 1, sprintId);
  if (opened.view?.state !== 'future') throw new Error('Not a plan.');
  return { ...opened, plan: opened.view.plan };
}

describe('which sprint opens', () => {
  it.each([
    ['the next one', SPRINTS, null, 7],
    ['the one asked for', SPRINTS, 8, 8],
    ['the active one, where none is planned', [CLOSED, ACTIVE], null, 6],
    ['none', [CLOSED], null, null],
    ['a closed one', SPRINTS, 100, 100],
  ])('%s', async (_, sprints, asked, id) => {
    const now = { record: buildRecord(6), issues: [] };
    const { ports } = openingPorts({ sprints, now });
    const opened = await openSprint(ports, 1, asked);
    expect(opened.sprint?.id ?? null).toBe(id);
    expect(opened.view === null).toBe(id === null);
  });

  it('lists open ones in their order and closed ones newest first', async () => {
    const older = { ...CLOSED, id: 99 };
    const { ports } = openingPorts({ sprints: [older, ...SPRINTS] });
    const { sprints } = await openSprint(ports, 1, null);
    expect(sprints.map(({ id }) => id)).toEqual([6, 7, 8, 9, 100, 99]);
  });

  it.each([
    ['another board', sprint(50, { originBoardId: 2, state: 'closed' }), 1, 50],
    ['a board that the viewer may not see', NEXT, 2, 7],
    ['nothing', NEXT, 1, 51],
  ])('is refused of %s', async (_, other, boardId, sprintId) => {
    const { ports } = openingPorts({ sprints: [NEXT] });
    const seen = { ...ports, readSprint: () => Promise.resolve(other) };
    const asked = sprintId === 51 ? ports : seen;
    await expect(openSprint(asked, boardId, sprintId)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('says so on a board without sprints', async () => {
    const { ports } = openingPorts({ board: { hasSprints: false } });
    expect(await openSprint(ports, 1, null)).toMatchObject({
      sprint: null,
      sprints: [],
      view: null,
      notes: null,
    });
  });
});

describe('a sprint that has not started', () => {
  it('is judged by what its issues are now, and by what the last answer knows of the team', async () => {
    const issues = [planned('EK-1', 7), planned('EK-2', 7, { estimate: null }), listedIssue('EK-3')];
    const { ports, reads, issues: now } = openingPorts({ sprints: SPRINTS, board: { issues } });
    await openBacklog(ports, 1, { mayBeKept: false });
    reads.length = 0;
    const first = await planOf(ports);
    expect(first.plan).toMatchObject({ planned: { amount: 3, items: 2 }, withoutEstimate: 1 });
    expect(first.past.team).toMatchObject({ quality: 'approximate' });
    expect(first.past.team.history.map(({ delivered }) => delivered)).toEqual([12, 12, 12, 12, 12]);
    expect(reads).not.toContain('readBacklogPage');
    expect(reads).not.toContain('readSprintHistory');
    expect(reads.filter((read) => read === 'readBoard')).toHaveLength(2);
    now[1]!.estimate = 5;
    expect((await planOf(ports)).plan).toMatchObject({ verdict: 'ready', planned: { amount: 8, items: 2 } });
  });

  it('far down is judged as if it were next, though the reading of the backlog came to an end before', async () => {
    const above = Array.from({ length: 60 }, (_, index) => planned(`EK-${index + 100}`, 7));
    const issues = [...above, planned('EK-1', 9, { estimate: null }), planned('EK-2', 9)];
    const { ports } = openingPorts({ sprints: SPRINTS, board: { issues } });
    const { backlog } = await openBacklog(ports, 1, { mayBeKept: false });
    expect(backlog.assessment.issues.some(({ key }) => key === 'EK-2')).toBe(false);
    const { plan } = await planOf(ports, 9);
    expect(plan.issues.map(({ assessed }) => [assessed.key, assessed.isReady])).toEqual([
      ['EK-1', false],
      ['EK-2', true],
    ]);
  });

  it('waits for what is planned after it, and not for what comes before it or is under way', async () => {
    const issues = [
      planned('EK-90', 6),
      planned('EK-10', 7),
      planned('EK-1', 8, { blockers: [blocker('EK-10')] }),
      planned('EK-2', 8, { blockers: [blocker('EK-90')] }),
      planned('EK-3', 8, { blockers: [blocker('EK-20')] }),
      planned('EK-4', 8, { blockers: [blocker('EK-30')] }),
      planned('EK-20', 9),
      listedIssue('EK-30'),
    ];
    const { ports } = openingPorts({ sprints: SPRINTS, board: { issues } });
    const { plan } = await planOf(ports, 8);
    expect(plan.blocked).toEqual(['EK-3', 'EK-4']);
    expect(plan.blockedByLater).toEqual([{ key: 'EK-3', blockerKey: 'EK-20' }]);
  });

  it('leaves out epics, and says what is flagged, carried in and serves the goal', async () => {
    const issues = [
      planned('EK-1', 7),
      planned('EK-2', 7),
      planned('EK-9', 7, { issueType: { name: 'Epic', level: 1 } }),
    ];
    const plans = { 1: { isFlagged: true, labels: ['export'] }, 2: { isCarriedIn: true } };
    const { ports, world } = openingPorts({ sprints: SPRINTS, board: { issues }, plans });
    await world.ports.saveSprintNotes(1, 7, {
      version: 1,
      notes: { people: 5, daysOff: 5, serves: { kind: 'label', label: 'export' } },
      changes: [],
    });
    const { plan, words, notes } = await planOf(ports);
    expect(plan.issues).toMatchObject([
      { isFlagged: true, isCarriedIn: false, servesGoal: true },
      { isFlagged: false, isCarriedIn: true, servesGoal: false },
    ]);
    expect(plan).toMatchObject({ availability: 0.9, goal: { verdict: 'outcome', servedShare: 0.5 } });
    expect(words.issues).toMatchObject({ 1: { summary: 'Story EK-1', type: 'Story' } });
    expect(notes?.version).toBe(1);
  });

  it('rests on exact records where there are enough', async () => {
    const records = buildRecords([10, 20, 30, 20, 20]);
    const { ports } = openingPorts({ sprints: SPRINTS, records, board: { issues: [planned('EK-1', 7)] } });
    const { past } = await planOf(ports);
    expect(past.team.quality).toBe('exact');
    expect(past.team.figures).toHaveLength(5);
  });

  it('goes without what Jira does not give for now, and says so', async () => {
    const issues = [planned('EK-1', 7, { blockers: [blocker('PLAT-7')] })];
    const { ports } = openingPorts({ sprints: SPRINTS, board: { issues } });
    const late = () => Promise.reject(new ReadFailure('timed-out', 'Jira took too long.'));
    const { missing, plan } = await planOf({ ...ports, findInSprints: late, readPriorities: late });
    expect(missing.map(({ part }) => part).toSorted()).toEqual(['blockers', 'priorities']);
    expect(plan.blocked).toEqual([]);
  });
});

describe('a sprint that was started', () => {
  const inSprint = (id: string, change: Partial<IssueInSprint> = {}): IssueInSprint => ({
    issueId: id,
    key: `EK-${id}`,
    list: 'not-completed',
    wasAdded: false,
    wasCarriedIn: false,
    estimateAtStart: 3,
    estimateAtEnd: 3,
    becameDone: null,
    startedWork: '2026-10-05T08:00:00.000Z',
    ...change,
  });
  const record = buildRecord(6, {
    startDate: '2026-10-05T08:00:00.000Z',
    completeDate: '2026-10-12T08:00:00.000Z',
    delivered: amount(9),
  });

  it('is followed by its change logs and what is kept of the past', async () => {
    const issues = [inSprint('1', { wasCarriedIn: true }), inSprint('2', { list: 'completed' })];
    const records = buildRecords([18, 20, 22, 20, 19]);
    const { ports } = openingPorts({ sprints: SPRINTS, records, now: { record, issues } });
    const { view, words, unit, past } = await openSprint(ports, 1, 6);
    if (view?.state !== 'active') throw new Error('Not followed.');
    expect(view.followUp).toMatchObject({
      verdict: 'as-usual',
      elapsed: 0.5,
      delivered: { amount: 9, items: 3 },
    });
    expect(view.followUp.issues).toMatchObject([
      { key: 'EK-1', isCarriedIn: true, isFlagged: false, ageDays: 7 },
      { key: 'EK-2', isCarriedIn: false, isFlagged: true, ageDays: null },
    ]);
    expect(words.issues['2']).toEqual({ summary: 'Story 2', type: 'Story' });
    expect([unit, past.team.quality]).toEqual(['points', 'exact']);
  });

  it('has nothing to compare with before the past was read', async () => {
    const { ports } = openingPorts({ sprints: SPRINTS, now: { record, issues: [] } });
    const { view, past } = await openSprint(ports, 1, 6);
    expect(view).toMatchObject({ followUp: { verdict: 'no-history', fan: null } });
    expect(past).toMatchObject({ unread: 1, team: { quality: 'none', history: [] } });
  });

  it('counts issues where nobody estimates', async () => {
    const bare = { points: 0, items: 4, withoutEstimate: 4 };
    const now = {
      record: buildRecord(6, { committed: bare, delivered: bare, added: amount(0), carriedOver: amount(0) }),
      issues: [],
    };
    const { ports } = openingPorts({ sprints: SPRINTS, now });
    expect(await openSprint(ports, 1, 6)).toMatchObject({
      unit: 'items',
      view: { followUp: { delivered: { amount: 4 } } },
    });
  });

  it('and is over shows what became of it', async () => {
    const { ports } = openingPorts({ sprints: SPRINTS, now: { record, issues: [inSprint('1')] } });
    const { view } = await openSprint(ports, 1, 100);
    expect(view).toMatchObject({ state: 'closed', outcome: { usual: null, issues: [{ isAgeing: false }] } });
  });

  describe('and is over', () => {
    const over = {
      ...record,
      sprintId: 100,
      startDate: CLOSED.startDate!,
      completeDate: CLOSED.completeDate!,
    };
    const reads = (names: readonly string[]) => names.filter((name) => name === 'readSprintNow').length;

    it('is read from its change logs once', async () => {
      const issues = [inSprint('1'), inSprint('2', { list: 'completed' })];
      const { ports, reads: names } = openingPorts({ sprints: SPRINTS, now: { record: over, issues } });
      const first = await openSprint(ports, 1, 100);
      expect(await openSprint(ports, 1, 100)).toEqual(first);
      expect(reads(names)).toBe(1);
      expect(first.words.issues['1']).toEqual({ summary: 'Story 1', type: 'Story' });
    });

    it('is read again when it was re-opened, or the board counts by something else', async () => {
      const { ports, reads: names } = openingPorts({ sprints: SPRINTS, now: { record: over, issues: [] } });
      await openSprint(ports, 1, 100);
      const later = { ...CLOSED, completeDate: '2026-01-20T00:00:00.000Z' };
      const reopened = { ...ports, readBoardSprints: () => Promise.resolve({ open: [], closed: [later] }) };
      await openSprint(reopened, 1, 100);
      const setup = await ports.readBoard(1);
      const recounted = { ...ports, readBoard: () => Promise.resolve({ ...setup, estimation: null }) };
      await openSprint(recounted, 1, 100);
      expect(reads(names)).toBe(3);
    });

    it('is not kept within minutes of its end, for Jira may not find all of it yet', async () => {
      const now = { record: { ...over, completeDate: '2026-10-12T07:55:00.000Z' }, issues: [] };
      const sprints = [{ ...CLOSED, completeDate: now.record.completeDate }];
      const { ports, reads: names } = openingPorts({ sprints, now });
      await openSprint(ports, 1, 100);
      await openSprint(ports, 1, 100);
      expect(reads(names)).toBe(2);
    });
  });
});
