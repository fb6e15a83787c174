import { describe, expect, it } from 'vitest';

import type { App, LogEntry } from '#src/app';
import { createMemoryJira, type MemoryBoard } from '#src/adapters/memory/jira';
import { CALLS, type Call } from '#src/contract/index';
import { ReadFailure } from '#src/ports/read-failure';
import { callResolvers } from '#src/resolvers/calls';
import { assessBoardBacklog } from '#src/usecases/assess-board-backlog';
import { listProjectBoards } from '#src/usecases/list-project-boards';

import { listedIssue, memoryBoard, stories } from '../builders/memory-board';

const ANN = { accountId: '5b10:ann' };

/** The app over boards in memory, and what it was asked and what it logged. */
function memoryApp(boards: readonly MemoryBoard[]) {
  const jira = createMemoryJira({ boards });
  const asked: unknown[] = [];
  const logged: LogEntry[] = [];
  const app: App = {
    assessBoardBacklog: async (viewer, boardId) => {
      asked.push({ viewer, boardId });
      return await assessBoardBacklog({ ...jira, now: () => new Date('2026-10-12T08:00:00.000Z') }, boardId);
    },
    listProjectBoards: async (viewer, projectId) => {
      asked.push({ viewer, projectId });
      return await listProjectBoards(jira, projectId);
    },
    log: (entry) => logged.push(entry),
  };
  return { resolvers: callResolvers(app), asked, logged };
}

const PAYLOADS: { readonly [C in Call]: unknown } = {
  'get-backlog-health': { boardId: 1 },
  'list-boards': { projectId: '10000' },
};

const NAMES = Object.keys(CALLS) as Call[];

describe.each(NAMES)('%s', (call) => {
  it('answers in the shape of the contract, with nothing beside it', async () => {
    const { resolvers } = memoryApp([memoryBoard({ issues: stories(3) })]);
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: ANN });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(CALLS[call].response.parse(answer.data)).toEqual(answer.data);
  });

  it('asks as the user whom the platform names, whatever the payload says', async () => {
    const { resolvers, asked } = memoryApp([memoryBoard()]);
    const payload = { ...(PAYLOADS[call] as object), accountId: 'someone-else' };
    await resolvers[call]({ payload, context: ANN });
    expect(asked).toEqual([{ viewer: ANN, ...(PAYLOADS[call] as object) }]);
  });

  it('refuses where nobody is logged in, and reads nothing', async () => {
    const { resolvers, asked } = memoryApp([memoryBoard()]);
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: {} });
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-access' } });
    expect(asked).toEqual([]);
  });

  it.each([
    [{}],
    [null],
    [undefined],
    ['1'],
    [{ boardId: '1', projectId: 10_000 }],
    [{ boardId: -1, projectId: 'EK' }],
  ])('refuses the payload %j, and reads nothing', async (payload) => {
    const { resolvers, asked } = memoryApp([memoryBoard()]);
    const answer = await resolvers[call]({ payload, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(asked).toEqual([]);
  });
});

describe('get-backlog-health', () => {
  it('refuses a board that the viewer may not see', async () => {
    const { resolvers, logged } = memoryApp([memoryBoard()]);
    const answer = await resolvers['get-backlog-health']({ payload: { boardId: 2 }, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(logged).toEqual([]);
  });

  it('carries figures and findings over as they are', async () => {
    const blocker = { id: '9', key: 'EK-9', summary: 'First this', statusCategory: 'new' } as const;
    const { resolvers } = memoryApp([
      memoryBoard({
        issues: [listedIssue('EK-1'), listedIssue('EK-2', { blockers: [blocker] }), listedIssue('EK-3')],
      }),
    ]);
    const answer = await resolvers['get-backlog-health']({ payload: { boardId: 1 }, context: ANN });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        board: { id: 1, name: 'Aurora', type: 'scrum' },
        asOf: '2026-10-12T08:00:00.000Z',
        unit: 'points',
        hasSprints: true,
        demand: { one: { p50: 12, p85: 12 }, two: { p50: 24, p85: 24 } },
        band: 'red',
        ready: { amount: 6, items: 2 },
        depth: { amount: 3, items: 1 },
        firstHole: 'EK-2',
        shortBy: 18,
        read: { issues: 3, isWholeBacklog: true },
        issues: [
          { key: 'EK-1', isReady: true, findings: [] },
          {
            key: 'EK-2',
            isReady: false,
            findings: [
              {
                check: 'open-blocker',
                severity: 'critical',
                facts: { blockers: [{ key: 'EK-9', summary: 'First this', placesBelow: null }] },
              },
            ],
          },
          { key: 'EK-3' },
        ],
      },
    });
  });
});

describe('a failure', () => {
  const failing = async (error: Error) => {
    const logged: LogEntry[] = [];
    const resolvers = callResolvers({
      assessBoardBacklog: async () => {
        await Promise.resolve();
        throw error;
      },
      listProjectBoards: () => Promise.resolve([]),
      log: (entry) => logged.push(entry),
    });
    const answer = await resolvers['get-backlog-health']({ payload: { boardId: 1 }, context: ANN });
    if (answer.ok) throw new Error('Expected a failure.');
    return { error: answer.error, logged };
  };

  it.each([
    'no-access',
    'not-found',
    'rate-limited',
    'timed-out',
    'jira-unavailable',
    'unexpected-answer',
  ] as const)('of a known kind is told: %s', async (kind) => {
    const { error, logged } = await failing(new ReadFailure(kind, 'backlog: Jira answered.'));
    expect(error).toEqual({ code: kind, message: 'backlog: Jira answered.' });
    expect(logged).toEqual([]);
  });

  it('says how long to wait where Jira does', async () => {
    const { error } = await failing(new ReadFailure('rate-limited', 'backlog: Jira answered 429.', 42));
    expect(error).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 42 });
  });

  it('of an unknown kind is logged under the reference that the screen gets, without what it quotes', async () => {
    const { error, logged } = await failing(new TypeError('cannot read "Secret merger" of undefined'));
    expect(error).toMatchObject({
      code: 'internal',
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(logged).toEqual([
      expect.objectContaining({
        event: 'call-failed',
        call: 'get-backlog-health',
        reference: error.reference,
      }),
    ]);
    expect(JSON.stringify({ error, logged })).not.toContain('Secret');
  });
});
