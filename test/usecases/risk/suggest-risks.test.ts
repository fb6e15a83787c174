import { expect, describe, it } from 'vitest';

import { createMemoryRegisters } from '#src/adapters/memory/risk/register-store';
import { ReadFailure } from '#src/ports/read-failure';
import { openBacklog } from '#src/usecases/open-backlog';
import { dismissSuggestion } from '#src/usecases/risk/dismiss-suggestion';
import { newRecord } from '#src/usecases/risk/new-record';
import { suggestRisksFor, type SuggestPorts } from '#src/usecases/risk/suggest-risks';

import { listedIssue, stories } from '../../builders/memory-board';
import { ELSEWHERE, memoryPorts } from '../../builders/memory-ports';
import { act } from '../../builders/risk';

const PLACE = { pageId: '100', localId: 'macro', spaceId: '7' };
const SEEN = { title: 'Launch', spaceId: '7', canEdit: true } as Awaited<
  ReturnType<SuggestPorts['readPage']>
>;

/** An issue in rank order that waits for another one. */
const waiting = (key: string, blocker: { id: string; key: string }) =>
  listedIssue(key, {
    blockers: [{ ...ELSEWHERE, ...blocker }],
  });

/** Four in a row, the first in rank order waiting longest; the last waits for another team's issue. */
const CHAIN = [
  waiting('EK-1', { id: '2', key: 'EK-2' }),
  waiting('EK-2', { id: '3', key: 'EK-3' }),
  waiting('EK-3', ELSEWHERE),
  ...stories(9).slice(3),
];

async function world(
  change: Parameters<typeof memoryPorts>[0] = {},
  { boardId = 1 }: { boardId?: number | null } = {},
) {
  const memory = memoryPorts(change);
  const registers = createMemoryRegisters();
  await registers.create(newRecord(registers, PLACE, '2026-10-01T08:00:00.000Z', { boardId }));
  const lookedUp: string[] = [];
  const clock = { now: memory.ports.now() };
  const ports: SuggestPorts = {
    registers,
    readPage: () => Promise.resolve(SEEN),
    boards: {
      openBacklog: async (id, options) =>
        await openBacklog({ ...memory.ports, now: () => clock.now }, id, options),
      findIssueIds: (keys) => {
        lookedUp.push(...keys);
        return Promise.resolve(
          new Map(keys.filter((key) => key === ELSEWHERE.key).map((key) => [key, ELSEWHERE.id])),
        );
      },
    },
    now: () => clock.now,
  };
  return { ...memory, ports, registers, lookedUp, clock };
}

const keysOf = (answer: Awaited<ReturnType<typeof suggestRisksFor>>) =>
  answer.result === 'suggested' ? answer.suggestions.map(({ key }) => key) : answer.reason;

describe('a board', () => {
  it('that is not two sprints ahead says by how much', async () => {
    const { ports } = await world({ issues: stories(5) });
    const { backlog } = await ports.boards!.openBacklog(1, { mayBeKept: false });
    expect(await suggestRisksFor(ports, PLACE)).toMatchObject({
      result: 'suggested',
      boardName: 'Aurora',
      unit: 'points',
      suggestions: [
        {
          key: 'below-two-sprints/1',
          evidence: { runway: backlog.assessment.runway, depth: { amount: 15, items: 5 } },
        },
      ],
    });
  });

  it('that is well ahead suggests nothing', async () => {
    const { ports } = await world({ issues: stories(15) });
    expect(await suggestRisksFor(ports, PLACE)).toMatchObject({ result: 'suggested', suggestions: [] });
  });

  it('whose next sprint is one person’s says who, and what share', async () => {
    const { ports } = await world({
      openSprints: [{ id: 9, name: 'Next', state: 'future' }],
      issues: stories(15).map((issue, index) => ({
        ...issue,
        assigneeId: index < 3 ? 'jonas' : null,
        sprint: index < 5 ? { id: 9, name: 'Next' } : null,
      })),
    });
    expect(await suggestRisksFor(ports, PLACE)).toMatchObject({
      suggestions: [{ key: 'one-person/1/jonas', evidence: { points: 9, total: 15, share: 0.6 } }],
    });
  });

  it('with a chain names its issues, and asks for those beyond what was read', async () => {
    const { ports, lookedUp } = await world({ issues: CHAIN });
    const answer = await suggestRisksFor(ports, PLACE);
    expect(keysOf(answer)).toContain(`blocked-chain/1/${ELSEWHERE.id}`);
    expect(answer).toMatchObject({
      issueKeys: { 1: 'EK-1', 2: 'EK-2', 3: 'EK-3', [ELSEWHERE.id]: ELSEWHERE.key },
    });
    expect(lookedUp).toEqual([ELSEWHERE.key]);
  });

  it('asks for no issue that no suggestion starts from', async () => {
    const { ports, lookedUp } = await world({ issues: [waiting('EK-1', ELSEWHERE), ...stories(9).slice(1)] });
    await suggestRisksFor(ports, PLACE);
    expect(lookedUp).toEqual([]);
  });

  it('suggests nothing again that was dismissed, and the history says who did it', async () => {
    const { ports, registers } = await world({ issues: CHAIN });
    const id = registers.idOf(PLACE);
    const before = keysOf(await suggestRisksFor(ports, PLACE));
    const writing = { registers, pause: () => Promise.resolve() };
    const { register, settledKeys } = await dismissSuggestion(
      writing,
      id,
      'below-two-sprints/1',
      act(undefined, 'jonas'),
    );
    await dismissSuggestion(writing, id, 'below-two-sprints/1', act());
    expect(before).toContain('below-two-sprints/1');
    expect(keysOf(await suggestRisksFor(ports, PLACE))).not.toContain('below-two-sprints/1');
    expect([register.version, settledKeys]).toEqual([2, ['below-two-sprints/1']]);
    const { registerEvents } = await registers.listHistory((await registers.load(id))!, null);
    expect(registerEvents).toMatchObject([
      { kind: 'suggestion-dismissed', key: 'below-two-sprints/1', act: { by: 'jonas' } },
    ]);
  });

  it('is asked again for the price of the board, and read anew after a day', async () => {
    const { ports, reads, clock } = await world({ issues: stories(5) });
    await suggestRisksFor(ports, PLACE);
    reads.length = 0;
    await suggestRisksFor(ports, PLACE);
    expect(reads).toEqual(['readBoard']);
    clock.now = new Date(clock.now.getTime() + 24 * 3_600_000 + 1);
    await suggestRisksFor(ports, PLACE);
    expect(reads).toContain('readBacklogPage');
  });
});

describe('nothing is suggested', () => {
  it('without a board, without Jira, and with too little history', async () => {
    expect(keysOf(await suggestRisksFor((await world({}, { boardId: null })).ports, PLACE))).toBe('no-board');
    const { ports } = await world({ closedSprints: [], issues: stories(5) });
    expect(keysOf(await suggestRisksFor({ ...ports, boards: null }, PLACE))).toBe('no-jira');
    expect(keysOf(await suggestRisksFor(ports, PLACE))).toBe('too-little-history');
  });

  it.each([
    ['no-access', 'no-access'],
    ['not-found', 'no-access'],
    ['jira-unavailable', 'no-jira'],
  ] as const)('where the board’s reading fails as %s', async (kind, reason) => {
    const { ports } = await world();
    const openBacklog = () => Promise.reject(new ReadFailure(kind, 'board'));
    const boards = { ...ports.boards!, openBacklog };
    expect(keysOf(await suggestRisksFor({ ...ports, boards }, PLACE))).toBe(reason);
  });

  it('and Jira is not even asked where the page is not to be seen', async () => {
    const { ports, reads } = await world({ issues: stories(5) });
    const hidden = new ReadFailure('not-found', 'page');
    const readPage = () => Promise.reject(hidden);
    await expect(suggestRisksFor({ ...ports, readPage }, PLACE)).rejects.toBe(hidden);
    expect(reads).toEqual([]);
  });

  it('when Jira is busy: that passes, and is no answer', async () => {
    const { ports } = await world();
    const busy = new ReadFailure('rate-limited', 'board', 30);
    const boards = { ...ports.boards!, openBacklog: () => Promise.reject(busy) };
    await expect(suggestRisksFor({ ...ports, boards }, PLACE)).rejects.toBe(busy);
  });
});
