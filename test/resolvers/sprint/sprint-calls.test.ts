import { describe, expect, it } from 'vitest';

import type { LogEntry } from '#src/app';
import type { SprintApp } from '#src/app/sprint';
import { SPRINT_CALLS, type RequestOf, type SprintCall } from '#src/contract/index';
import { sprintResolvers } from '#src/resolvers/sprint/sprint-calls';
import { moveBetweenSprints } from '#src/usecases/sprint/move-issues';
import { openSprint } from '#src/usecases/sprint/open-sprint';
import { readSprintPast } from '#src/usecases/sprint/read-sprint-past';
import { saveSprintNotes } from '#src/usecases/sprint/save-sprint-notes';
import { setGoal } from '#src/usecases/sprint/set-goal';

import { listedIssue } from '../../builders/memory-board';
import { amount, buildRecord, buildRecords } from '../../builders/sprint';
import { openingPorts } from '../../usecases/sprint/opening-ports';
import { at, sprint, sprintWorld } from '../../usecases/sprint/sprint-world';

const ANN = { accountId: '5b10:ann' };
const UNLICENSED = { ...ANN, environmentType: 'PRODUCTION', license: { active: false } };
const NAMES = Object.keys(SPRINT_CALLS) as SprintCall[];
const CHANGES = ['save-sprint-notes', 'set-sprint-goal', 'move-issues'] as const;

const SPRINTS = [
  sprint(6, { state: 'active', startDate: '2026-10-05T08:00:00.000Z', endDate: '2026-10-19T08:00:00.000Z' }),
  sprint(7, { goal: 'Buyers pay by card' }),
  sprint(90, { originBoardId: 9 }),
];

const PAYLOADS: { readonly [C in SprintCall]: RequestOf<C> } = {
  'get-sprint': { boardId: 1, sprintId: 7 },
  'read-sprint-past': { boardId: 1 },
  'save-sprint-notes': {
    boardId: 1,
    sprintId: 7,
    version: 0,
    people: 5,
    daysOff: 2.5,
    serves: { kind: 'label', label: 'export' },
  },
  'set-sprint-goal': { boardId: 1, sprintId: 7, was: 'Buyers pay by card', goal: 'Buyers pay at once' },
  'move-issues': { boardId: 1, issueKeys: ['EK-1'], fromSprintId: 7, toSprintId: null, beforeKey: null },
};

/** The app's use cases over one board in memory. `rights` and `refused` are what Jira lets the viewer do. */
function sprintApp(change: Parameters<typeof sprintWorld>[0] = {}) {
  const places = [at('EK-1', 7), at('EK-2', 7)];
  const issues = [listedIssue('EK-1', { sprint: { id: 7, name: 'Sprint 7' } })];
  const { ports: reading } = openingPorts({
    sprints: SPRINTS,
    records: buildRecords([20, 21, 22, 20, 19]),
    now: {
      record: buildRecord(6, { delivered: amount(9) }),
      issues: [
        {
          issueId: '2',
          key: 'EK-2',
          list: 'not-completed',
          wasAdded: true,
          wasCarriedIn: false,
          estimateAtStart: null,
          estimateAtEnd: 3,
          becameDone: null,
          startedWork: '2026-10-06T08:00:00.000Z',
        },
      ],
    },
    board: { issues },
  });
  const { ports: writing, written } = sprintWorld({ sprints: SPRINTS, places, ...change });
  const asked: unknown[] = [];
  const logged: LogEntry[] = [];
  const as = <Value>(viewer: unknown, value: Value) => {
    asked.push(viewer);
    return value;
  };
  const app: SprintApp = {
    log: (entry) => logged.push(entry),
    openSprint: async (viewer, ...args) => await openSprint(as(viewer, reading), ...args),
    readSprintPast: async (viewer, boardId) => await readSprintPast(as(viewer, reading), boardId),
    saveSprintNotes: async (viewer, request) =>
      await saveSprintNotes(as(viewer, writing), { ...request, by: viewer.accountId }),
    setGoal: async (viewer, request) => await setGoal(as(viewer, writing), request),
    moveIssues: async (viewer, request) => await moveBetweenSprints(as(viewer, writing), request),
  };
  return { resolvers: sprintResolvers(app), asked, logged, written };
}

describe.each(NAMES)('%s', (call) => {
  it('answers in the shape of the contract, with nothing beside it', async () => {
    const answer = await sprintApp().resolvers[call]({ payload: PAYLOADS[call], context: ANN });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(SPRINT_CALLS[call].response.parse(answer.data)).toEqual(answer.data);
  });

  it('asks as the user whom the platform names, whatever the payload says', async () => {
    const { resolvers, asked } = sprintApp();
    await resolvers[call]({ payload: { ...PAYLOADS[call], accountId: 'else', by: 'else' }, context: ANN });
    expect(asked).toEqual([{ ...ANN, isLicensed: true }]);
  });

  it('refuses where nobody is logged in, and does nothing', async () => {
    const { resolvers, asked } = sprintApp();
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: {} });
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-access' } });
    expect(asked).toEqual([]);
  });

  it.each([[{}], [null], ['1'], [{ ...PAYLOADS[call], boardId: '1' }], [{ ...PAYLOADS[call], boardId: -1 }]])(
    'refuses a payload that is not as agreed, and does nothing: %#',
    async (payload) => {
      const { resolvers, asked } = sprintApp();
      const answer = await resolvers[call]({ payload, context: ANN });
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
      expect(asked).toEqual([]);
    },
  );

  it('refuses a board that the viewer may not see', async () => {
    const { resolvers, logged, written } = sprintApp();
    const answer = await resolvers[call]({ payload: { ...PAYLOADS[call], boardId: 2 }, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect([logged, written]).toEqual([[], []]);
  });
});

describe('a sprint of another board', () => {
  it.each([
    ['get-sprint', { sprintId: 91 }],
    ['save-sprint-notes', { sprintId: 90 }],
    ['set-sprint-goal', { sprintId: 90 }],
    ['move-issues', { toSprintId: 90 }],
  ] as const)('is refused by %s', async (call, change) => {
    const { resolvers, written } = sprintApp();
    const answer = await resolvers[call]({ payload: { ...PAYLOADS[call], ...change }, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(written).toEqual([]);
  });
});

describe('without a licence', () => {
  it.each(CHANGES)('%s changes nothing', async (call) => {
    const { resolvers, asked, written } = sprintApp();
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: UNLICENSED });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unlicensed' } });
    expect([asked, written]).toEqual([[], []]);
  });

  it('a sprint opens all the same, and says so', async () => {
    const { resolvers } = sprintApp();
    const answer = await resolvers['get-sprint']({ payload: PAYLOADS['get-sprint'], context: UNLICENSED });
    expect(answer).toMatchObject({ ok: true, data: { isLicensed: false } });
  });
});

describe('bad input', () => {
  it.each([
    ['save-sprint-notes', { people: 0 }],
    ['save-sprint-notes', { people: 2.5 }],
    ['save-sprint-notes', { daysOff: -1 }],
    ['save-sprint-notes', { daysOff: Number.POSITIVE_INFINITY }],
    ['save-sprint-notes', { serves: { kind: 'label', label: '' } }],
    ['save-sprint-notes', { serves: { kind: 'jql', jql: 'x' } }],
    ['set-sprint-goal', { goal: 'x'.repeat(1_001) }],
    ['set-sprint-goal', { was: null }],
    ['move-issues', { issueKeys: [] }],
    ['move-issues', { issueKeys: Array.from({ length: 51 }, (_, index) => `EK-${index}`) }],
    ['move-issues', { issueKeys: ['EK-1) OR key in (OPS-1'] }],
    ['move-issues', { beforeKey: '1' }],
    ['move-issues', { toSprintId: 0 }],
    ['get-sprint', { sprintId: '7' }],
  ] as const)('to %s is refused: %o', async (call, change) => {
    const { resolvers, asked } = sprintApp();
    const answer = await resolvers[call]({ payload: { ...PAYLOADS[call], ...change }, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(asked).toEqual([]);
  });
});

describe('what somebody else did meanwhile', () => {
  it('to notes is a conflict that shows theirs', async () => {
    const { resolvers } = sprintApp();
    const payload = PAYLOADS['save-sprint-notes'];
    await resolvers['save-sprint-notes']({ payload, context: ANN });
    const late = { payload: { ...payload, people: 3 }, context: { accountId: '5b10:ben' } };
    expect(await resolvers['save-sprint-notes'](late)).toMatchObject({
      ok: true,
      data: { result: 'conflict', notes: { version: 1, people: 5, by: '5b10:ann' } },
    });
  });

  it('to the goal is a conflict that shows theirs', async () => {
    const { resolvers, written } = sprintApp();
    const payload = { ...PAYLOADS['set-sprint-goal'], was: 'What was there an hour ago' };
    expect(await resolvers['set-sprint-goal']({ payload, context: ANN })).toMatchObject({
      ok: true,
      data: { result: 'conflict', goal: 'Buyers pay by card' },
    });
    expect(written).toEqual([]);
  });
});

describe('what Jira refuses', () => {
  it('is told in its words', async () => {
    const { resolvers, logged } = sprintApp({ refused: ['EK-1'] });
    const answer = await resolvers['move-issues']({ payload: PAYLOADS['move-issues'], context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused', detail: 'No.' } });
    expect(logged).toEqual([]);
  });
});

it('a sprint that runs answers in the shape of the contract', async () => {
  const answer = await sprintApp().resolvers['get-sprint']({
    payload: { boardId: 1, sprintId: 6 },
    context: ANN,
  });
  if (!answer.ok) throw new Error(answer.error.message);
  expect(SPRINT_CALLS['get-sprint'].response.parse(answer.data)).toEqual(answer.data);
  expect(answer.data.view?.state).toBe('active');
});
