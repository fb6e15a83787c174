import { describe, expect, it } from 'vitest';

import { createMemoryJira, type MemoryBoard } from '#src/adapters/memory/jira';
import type { ReadFailure } from '#src/ports/read-failure';
import { assessBoardBacklog } from '#src/usecases/assess-board-backlog';

import { closedSprints, listedIssue, memoryBoard, stories } from '../builders/memory-board';

const NOW = new Date('2026-10-12T08:00:00.000Z');

function assess(board: MemoryBoard) {
  const jira = createMemoryJira({ boards: [board] });
  const pages: number[] = [];
  const ports = {
    ...jira,
    now: () => NOW,
    readBacklogPage: async (...[setup, from, size]: Parameters<typeof jira.readBacklogPage>) => {
      pages.push(size);
      return await jira.readBacklogPage(setup, from, size);
    },
  };
  return { pages, result: assessBoardBacklog(ports, board.id) };
}

const keysOf = (result: Awaited<ReturnType<typeof assessBoardBacklog>>) =>
  result.assessment.issues.map(({ issue }) => issue.key);

const ACTIVE = { id: 7, name: 'Sprint 7', state: 'active' } as const;
const NEXT = { id: 8, name: 'Sprint 8', state: 'future' } as const;
const LATER = { id: 9, name: 'Sprint 9', state: 'future' } as const;

describe('what is walked', () => {
  it('takes future sprints in their order on the board, then the backlog, each by rank', async () => {
    const { result } = assess(
      memoryBoard({
        openSprints: [ACTIVE, LATER, NEXT],
        issues: [
          listedIssue('EK-1'),
          listedIssue('EK-2', { sprint: NEXT }),
          listedIssue('EK-3', { sprint: ACTIVE }),
          listedIssue('EK-4', { sprint: LATER }),
          listedIssue('EK-5', { sprint: NEXT }),
          listedIssue('EK-6'),
        ],
      }),
    );
    expect(keysOf(await result)).toEqual(['EK-4', 'EK-2', 'EK-5', 'EK-1', 'EK-6']);
  });

  it.each([
    ['epics', { issueType: { name: 'Epic', level: 1 } }],
    ['sub-tasks', { issueType: { name: 'Sub-task', level: -1 } }],
    ['done issues', { isDone: true }],
  ])('leaves out %s', async (_, change) => {
    const { result } = assess(memoryBoard({ issues: [listedIssue('EK-1', change), listedIssue('EK-2')] }));
    expect(keysOf(await result)).toEqual(['EK-2']);
  });

  it('counts an issue once that moves into a sprint while the lists are read', async () => {
    const board = memoryBoard({ openSprints: [NEXT], issues: [listedIssue('EK-1', { sprint: NEXT })] });
    const jira = createMemoryJira({ boards: [board] });
    const result = await assessBoardBacklog(
      {
        ...jira,
        now: () => NOW,
        readBacklogPage: async () => {
          await Promise.resolve();
          return { issues: [listedIssue('EK-1'), listedIssue('EK-2')], next: null };
        },
      },
      board.id,
    );
    expect(keysOf(result)).toEqual(['EK-1', 'EK-2']);
  });
});

describe('how far is read', () => {
  it('reads as far as five sprints take, by ten issues more at least, since a page more is a round trip more', async () => {
    const { pages, result } = assess(memoryBoard({ issues: stories(500) }));
    // Five sprints of 12 points are 20 stories of 3; the one that starts right at the end still counts.
    expect(keysOf(await result)).toHaveLength(21);
    expect(pages).toEqual([15, 10]);
    expect((await result).assessment.isWholeBacklog).toBe(false);
  });

  it.each([
    ['1,000 issues', 1000],
    ['10,000 issues', 10_000],
  ])('asks for the same with %s', async (_, count) => {
    const { pages, result } = assess(
      memoryBoard({ closedSprints: closedSprints([30, 30, 30, 30, 30]), issues: stories(count) }),
    );
    expect(keysOf(await result)).toHaveLength(51);
    expect(pages).toEqual([15, 39]);
  });

  it('goes on while what comes weighs less than what came', async () => {
    const { pages, result } = assess(
      memoryBoard({
        closedSprints: closedSprints([30, 30, 30, 30, 30]),
        issues: [...stories(15), ...stories(60, { estimate: 0 }), ...stories(200)].map((issue, index) => ({
          ...issue,
          id: String(index),
          key: `EK-${index}`,
        })),
      }),
    );
    expect(keysOf(await result)).toHaveLength(51 + 60);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('reads 200 issues without a forecast', async () => {
    const { result } = assess(memoryBoard({ closedSprints: [], issues: stories(500) }));
    expect(keysOf(await result)).toHaveLength(200);
    expect((await result).assessment).toMatchObject({ demand: null, isWholeBacklog: false });
  });

  it.each([
    ['a sprint that holds what nobody plans to do', [NEXT, LATER]],
    ['a single sprint of that kind', [LATER]],
  ])('reads no further into %s', async (_, openSprints) => {
    const planned = stories(21, { sprint: NEXT }).filter(() => openSprints.includes(NEXT));
    const stored = stories(800, { sprint: LATER }).map((issue, index) => ({
      ...issue,
      id: String(1000 + index),
      key: `EK-${1000 + index}`,
    }));
    const issues = [...stored, ...planned];
    const board = memoryBoard({ openSprints, closedSprints: closedSprints([30, 30, 30, 30, 30]), issues });
    const jira = createMemoryJira({ boards: [board] });
    let read = 0;
    const result = await assessBoardBacklog(
      {
        ...jira,
        now: () => NOW,
        readSprintIssues: async (...args) => {
          const page = await jira.readSprintIssues(...args);
          read += page.issues.length;
          return page;
        },
      },
      board.id,
    );
    // Five sprints of 30 points are 50 stories of 3, and one more starts right at the end.
    const expected = [...planned, ...stored].slice(0, 51).map(({ key }) => key);
    expect(keysOf(result)).toEqual(expected);
    expect(result.assessment.isWholeBacklog).toBe(false);
    expect(read).toBeLessThanOrEqual(100 + 80);
  });

  it('reads every sprint where more is planned than comes at once, and then the backlog', async () => {
    const { result } = assess(
      memoryBoard({
        openSprints: [NEXT, LATER],
        closedSprints: [],
        issues: [
          listedIssue('EK-1'),
          ...stories(180).map((issue, index) => ({
            ...issue,
            id: String(1000 + index),
            key: `EK-${1000 + index}`,
            sprint: index % 2 ? NEXT : LATER,
          })),
        ],
      }),
    );
    expect(keysOf(await result).slice(0, 2)).toEqual(['EK-1001', 'EK-1003']);
    expect(keysOf(await result).slice(90, 92)).toEqual(['EK-1000', 'EK-1002']);
    expect(keysOf(await result).at(-1)).toBe('EK-1');
    expect((await result).assessment).toMatchObject({ isWholeBacklog: true });
  });

  it('says so when it read everything', async () => {
    const { result } = assess(memoryBoard({ issues: stories(3) }));
    expect((await result).assessment.isWholeBacklog).toBe(true);
  });
});

describe('blockers', () => {
  const blocker = (id: string, statusCategory: 'new' | 'done' = 'new') => ({
    id,
    key: `EK-${id}`,
    summary: 'First this',
    statusCategory,
  });

  it.each([
    ['in an active sprint', listedIssue('EK-2', { sprint: ACTIVE }), { kind: 'ahead' }],
    ['ranked below', listedIssue('EK-2'), { kind: 'in-order', index: 1 }],
    ['planned in a future sprint', listedIssue('EK-2', { sprint: NEXT }), { kind: 'in-order', index: 0 }],
    ['on no list of this board', null, { kind: 'elsewhere' }],
  ])('%s', async (_, other, place) => {
    const blocked = listedIssue('EK-1', { blockers: [blocker('2')] });
    const { result } = assess(
      memoryBoard({ openSprints: [ACTIVE, NEXT], issues: other ? [blocked, other] : [blocked] }),
    );
    const found = (await result).assessment.issues.find(({ issue }) => issue.key === 'EK-1');
    expect(found?.issue.blockers).toEqual([
      { key: 'EK-2', summary: 'First this', statusCategory: 'new', place },
    ]);
  });
});

describe('boards', () => {
  it('counts items on a board without an estimation field', async () => {
    const { result } = assess(memoryBoard({ estimation: null, issues: stories(3, { estimate: null }) }));
    expect((await result).assessment).toMatchObject({ unit: 'items', ready: { amount: 3, items: 3 } });
  });

  it('gives no figures in sprints for a board without sprints', async () => {
    const { result } = assess(
      memoryBoard({
        type: 'kanban',
        estimation: null,
        hasSprints: false,
        closedSprints: [],
        issues: stories(2),
      }),
    );
    expect(await result).toMatchObject({
      hasSprints: false,
      assessment: { demand: null, runway: null, history: { delivered: [] } },
    });
  });

  it('answers for an empty board', async () => {
    const { result } = assess(memoryBoard());
    expect((await result).assessment).toMatchObject({
      issues: [],
      isWholeBacklog: true,
      firstHole: null,
      ready: { amount: 0, items: 0 },
    });
  });

  it('fails as the board does when the viewer may not see it', async () => {
    const jira = createMemoryJira({ boards: [] });
    await expect(assessBoardBacklog({ ...jira, now: () => NOW }, 1)).rejects.toMatchObject({
      kind: 'not-found',
    } satisfies Partial<ReadFailure>);
  });
});
