import { describe, expect, it } from 'vitest';

import { BACKLOG_CALLS as CALLS, type BacklogCall as Call } from '#src/contract/index';
import type { Failure } from '#src/contract/outcome';
import type { LinkedBlocker } from '#src/ports/backlog';
import { ReadFailure } from '#src/ports/read-failure';
import { WriteFailure } from '#src/ports/write-failure';
import { callResolvers } from '#src/resolvers/calls';

import { listedIssue, stories } from '../builders/memory-board';
import { memoryApp } from './memory-app';
import { PAYLOADS } from './payloads';

const ANN = { accountId: '5b10:ann' };
const NAMES = Object.keys(CALLS) as Call[];

describe.each(NAMES)('%s', (call) => {
  it('answers in the shape of the contract, with nothing beside it', async () => {
    const { resolvers } = memoryApp({ issues: stories(3) });
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: ANN });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(CALLS[call].response.parse(answer.data)).toEqual(answer.data);
  });

  it('asks as the user whom the platform names, whatever the payload says', async () => {
    const { resolvers, asked } = memoryApp({ issues: stories(3) });
    await resolvers[call]({ payload: { ...PAYLOADS[call], accountId: 'someone-else' }, context: ANN });
    expect(asked).toEqual([{ ...ANN, isLicensed: true }]);
  });

  it('refuses where nobody is logged in, and does nothing', async () => {
    const { resolvers, asked } = memoryApp({ issues: stories(3) });
    const answer = await resolvers[call]({ payload: PAYLOADS[call], context: {} });
    expect(answer).toMatchObject({ ok: false, error: { code: 'no-access' } });
    expect(asked).toEqual([]);
  });

  it.each([
    [{}],
    [null],
    [undefined],
    ['1'],
    [{ ...PAYLOADS[call], boardId: '1', projectId: 10_000 }],
    [{ ...PAYLOADS[call], boardId: -1, projectId: 'EK' }],
  ])('refuses a payload that is not as agreed, and does nothing: %#', async (payload) => {
    const { resolvers, asked } = memoryApp({ issues: stories(3) });
    const answer = await resolvers[call]({ payload, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(asked).toEqual([]);
  });
});

describe('a board that the viewer may not see', () => {
  it.each(['get-backlog-health', 'mend-issue'] as const)('is refused by %s', async (call) => {
    const { resolvers, logged } = memoryApp({ issues: stories(3) });
    const answer = await resolvers[call]({ payload: { ...PAYLOADS[call], boardId: 2 }, context: ANN });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(logged).toEqual([]);
  });
});

describe('get-backlog-health', () => {
  it('carries figures, findings and words over as they are', async () => {
    const blocker: LinkedBlocker = { id: '9', key: 'EK-9', summary: 'First this', statusCategory: 'new' };
    const { resolvers } = memoryApp({
      issues: [
        listedIssue('EK-1', { assigneeId: '5b10:cem', assigneeName: 'Cem' }),
        listedIssue('EK-2', { blockers: [blocker] }),
        listedIssue('EK-3'),
      ],
    });
    const answer = await resolvers['get-backlog-health']({ payload: { boardId: 1 }, context: ANN });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        board: { id: 1, name: 'Aurora', type: 'scrum', estimationField: 'Story Points', isRanked: true },
        asOf: '2026-10-12T08:00:00.000Z',
        isKept: false,
        missing: [],
        unit: 'points',
        hasSprints: true,
        demand: { one: { p50: 11.355786, p85: 16.388632 }, five: { p50: 59.746466, p85: 82.472131 } },
        band: 'red',
        ready: { amount: 6, items: 2 },
        depth: { amount: 3, items: 1 },
        firstHole: 'EK-2',
        shortBy: 27.475497,
        read: { issues: 3, isWholeBacklog: true },
        issues: [{ key: 'EK-1', isReady: true }, { key: 'EK-2', isReady: false }, { key: 'EK-3' }],
        session: { minutes: 90, minutesPerItem: 8 },
        adjusted: null,
        isLicensed: true,
        words: { issues: { 1: { summary: 'Story EK-1', type: 'Story' } }, people: { '5b10:cem': 'Cem' } },
      },
    });
    if (!answer.ok) return;
    expect(answer.data.issues[1]!.findings).toContainEqual({
      check: 'open-blocker',
      severity: 'critical',
      facts: { blockers: [{ key: 'EK-9', placesBelow: null }] },
    });
  });

  it('says who changed the settings last', async () => {
    const { resolvers } = memoryApp({ issues: stories(3) });
    const settings = structuredClone(PAYLOADS['save-board-settings'].settings);
    settings.checks.abandoned.enabled = false;
    const payload = { ...PAYLOADS['save-board-settings'], settings };
    await resolvers['save-board-settings']({ payload, context: ANN });
    const answer = await resolvers['get-backlog-health']({ payload: { boardId: 1 }, context: ANN });
    expect(answer).toMatchObject({
      data: { adjusted: { by: '5b10:ann', at: '2026-10-12T08:00:00.000Z' } },
    });
  });
});

describe('a failure', () => {
  const failing = async (error: Error) => {
    const { app, logged } = memoryApp();
    const resolvers = callResolvers({
      ...app,
      openBacklog: async () => {
        await Promise.resolve();
        throw error;
      },
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
    'confluence-unavailable',
    'unexpected-answer',
  ] as const)('of a known kind is told: %s', async (kind) => {
    const { error, logged } = await failing(new ReadFailure(kind, 'backlog: Jira answered.'));
    expect(error).toEqual({ code: kind, message: 'backlog: Jira answered.' });
    expect(logged).toEqual([]);
  });

  it.each<[string, ConstructorParameters<typeof WriteFailure>, Failure]>([
    ['refused', ['refused', 'priority'], { code: 'refused', message: 'priority' }],
    [
      "refused in Jira's words",
      ['refused', 'priority', { detail: 'Not on screen.' }],
      { code: 'refused', message: 'priority', detail: 'Not on screen.' },
    ],
    [
      'refused for a known reason',
      ['refused', 'link', { reason: 'blocks-itself' }],
      { code: 'refused', message: 'link', reason: 'blocks-itself' },
    ],
    [
      'overtaken, over an empty value',
      ['conflict', 'estimate', { current: null }],
      { code: 'conflict', message: 'estimate', current: null },
    ],
    ['overtaken', ['conflict', 'criteria'], { code: 'conflict', message: 'criteria' }],
  ])('of a change is told, and never logged: %s', async (_, given, expected) => {
    const { error, logged } = await failing(new WriteFailure(...given));
    expect(error).toEqual(expected);
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
