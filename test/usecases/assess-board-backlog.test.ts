import { describe, expect, it } from 'vitest';

import type { MemoryBoard, MemoryJira } from '#src/adapters/memory/jira';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';
import { ReadFailure } from '#src/ports/read-failure';
import { assessBoardBacklog, type AssessBoardBacklogPorts } from '#src/usecases/assess-board-backlog';

import { document } from '../builders/adf';
import { closedSprints, listedIssue, memoryBoard, stories } from '../builders/memory-board';

import { readingPorts } from './reading-ports';

/** Assesses a board in memory, telling how many issues each page of the backlog was asked for. */
function assess(
  board: MemoryBoard,
  change: Partial<AssessBoardBacklogPorts> = {},
  site: Partial<MemoryJira> = {},
) {
  const ports = readingPorts({ boards: [board], ...site });
  const pages: number[] = [];
  const watched: AssessBoardBacklogPorts = {
    ...ports,
    readBacklogPage: async (setup, from, size) => {
      pages.push(size);
      return await ports.readBacklogPage(setup, from, size);
    },
    ...change,
  };
  return { pages, result: assessBoardBacklog(watched, board.id, DEFAULT_SETTINGS) };
}

const near = (value: number, digits: number) => expect.closeTo(value, digits) as unknown;
const keysOf = (result: Awaited<ReturnType<typeof assessBoardBacklog>>) =>
  result.assessment.issues.map(({ key }) => key);

const ACTIVE = { id: 7, name: 'Sprint 7', state: 'active' } as const;
const NEXT = { id: 8, name: 'Sprint 8', state: 'future' } as const;
const LATER = { id: 9, name: 'Sprint 9', state: 'future' } as const;

const KANBAN = {
  type: 'kanban',
  estimation: null,
  hasSprints: false,
  closedSprints: [],
} as const satisfies Partial<MemoryBoard>;

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
    const { result } = assess(board, {
      readBacklogPage: async () => {
        await Promise.resolve();
        return { issues: [listedIssue('EK-1'), listedIssue('EK-2')], next: null };
      },
    });
    expect(keysOf(await result)).toEqual(['EK-1', 'EK-2']);
  });
});

describe('how far is read', () => {
  it('reads on while the past is read, and then as far as five sprints take', async () => {
    const { pages, result } = assess(
      memoryBoard({ closedSprints: closedSprints([30, 30, 30, 30, 30]), issues: stories(500) }),
    );
    // Five sprints end within the 69th story of 3.
    expect(keysOf(await result)).toHaveLength(69);
    // On trust to 40 in all, since nothing is planned to judge by; then what is missing and a little more.
    expect(pages).toEqual([15, 25, 33]);
    expect((await result).assessment.isWholeBacklog).toBe(false);
  });

  it.each([
    ['1,000 issues', 1000],
    ['10,000 issues', 10_000],
  ])('asks for the same with %s', async (_, count) => {
    const { pages, result } = assess(memoryBoard({ issues: stories(count) }));
    expect(keysOf(await result)).toHaveLength(28);
    expect(pages).toEqual([15, 25]);
  });

  it('judges by what is planned, where anything is', async () => {
    const planned = stories(12).map((issue) => ({ ...issue, sprint: NEXT }));
    const rest = stories(500).map((issue, index) => ({
      ...issue,
      id: `${9000 + index}`,
      key: `EK-${9000 + index}`,
    }));
    const { pages, result } = assess(
      memoryBoard({
        openSprints: [NEXT],
        closedSprints: closedSprints([36, 36, 36, 36, 36]),
        issues: [...planned, ...rest],
      }),
    );
    // On trust to five times 36 points and 20 % more; five sprints end within the 83rd story of 3.
    expect(keysOf(await result)).toHaveLength(83);
    expect(pages).toEqual([15, 51, 9]);
  });

  it('asks for exactly what is missing where all of the past is kept', async () => {
    const board = memoryBoard({ closedSprints: closedSprints([30, 30, 30, 30, 30]), issues: stories(500) });
    const ports = readingPorts({ boards: [board] });
    await assessBoardBacklog(ports, board.id, DEFAULT_SETTINGS);
    const { pages, result } = assess(board, {
      loadSprintOutcomes: ports.loadSprintOutcomes,
      readSprintHistory: () => Promise.reject(new Error('It is kept.')),
    });
    expect(keysOf(await result)).toHaveLength(69);
    expect(pages).toEqual([15, 60]);
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
    expect(keysOf(await result)).toHaveLength(69 + 60);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('reads 80 issues without a forecast', async () => {
    const { result } = assess(memoryBoard({ closedSprints: [], issues: stories(500) }));
    expect(keysOf(await result)).toHaveLength(80);
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
    const ports = readingPorts({ boards: [board] });
    let read = 0;
    const result = await assess(board, {
      readSprintIssues: async (...args) => {
        const page = await ports.readSprintIssues(...args);
        read += page.issues.length;
        return page;
      },
    }).result;
    // Five sprints end within the 69th story of 3.
    const expected = [...planned, ...stored].slice(0, 69).map(({ key }) => key);
    expect(keysOf(result)).toEqual(expected);
    expect(result.assessment.isWholeBacklog).toBe(false);
    expect(read).toBeLessThanOrEqual(100 + 90);
  });

  it('reads every sprint where more is planned than comes at once, and then the backlog', async () => {
    const { result } = assess(
      memoryBoard({
        openSprints: [NEXT, LATER],
        closedSprints: closedSprints([150, 150, 150, 150, 150]),
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
  const blocker = (statusCategory: 'new' | 'indeterminate' | 'done' = 'new') => ({
    id: '2',
    key: 'EK-2',
    summary: 'First this',
    statusCategory,
  });
  const blocked = (by = blocker()) => listedIssue('EK-1', { blockers: [by] });
  const blockersOf = async (result: ReturnType<typeof assess>['result']) => {
    const found = (await result).assessment.issues.find(({ key }) => key === 'EK-1');
    const finding = found?.findings.find(({ check }) => check === 'open-blocker');
    return finding?.check === 'open-blocker' ? finding.facts.blockers : [];
  };

  it.each([
    ['in an active sprint', listedIssue('EK-2', { sprint: ACTIVE }), []],
    ['ranked below', listedIssue('EK-2'), [{ key: 'EK-2', placesBelow: 1 }]],
    ['planned in a future sprint', listedIssue('EK-2', { sprint: NEXT }), []],
    ['on no list of this board', null, [{ key: 'EK-2', placesBelow: null }]],
  ])('%s', async (_, other, blockers) => {
    const { result } = assess(
      memoryBoard({ openSprints: [ACTIVE, NEXT], issues: other ? [blocked(), other] : [blocked()] }),
    );
    expect(await blockersOf(result)).toEqual(blockers);
  });

  it.each([
    ['started on the board', true, []],
    ['started by another team', false, [{ key: 'EK-2', placesBelow: null }]],
  ])('on a board without sprints: %s', async (_, isHere, blockers) => {
    const started = listedIssue('EK-2', { sprint: ACTIVE });
    const issues = [blocked(blocker('indeterminate')), ...(isHere ? [started] : [])];
    const { result } = assess(memoryBoard({ ...KANBAN, issues }));
    expect(await blockersOf(result)).toEqual(blockers);
  });

  it('are looked up once for all issues, and again only for those that came last', async () => {
    const far = listedIssue('EK-9', { blockers: [{ ...blocker(), id: '77', key: 'EK-77' }] });
    const issues = [blocked(), ...stories(60).slice(2), far];
    const asked: (readonly string[])[] = [];
    const board = memoryBoard({
      openSprints: [ACTIVE],
      closedSprints: closedSprints([60, 60, 60, 60, 60]),
      issues: issues.map((issue, index) => ({ ...issue, id: String(100 + index) })),
    });
    await assess(board, {
      findInSprints: async (__, ids) => {
        await Promise.resolve();
        asked.push(ids);
        return new Set();
      },
    }).result;
    expect(asked.filter((ids) => ids.length > 0)).toEqual([['2'], ['77']]);
  });
});

describe('parents', () => {
  const parent = (id: string) => ({ id, key: `EK-${id}`, summary: 'Invoices' });
  const whyless = document('One two three four five six seven eight nine ten eleven.');
  const under = (key: string, id: string) => listedIssue(key, { description: whyless, parent: parent(id) });

  async function readOf(board: MemoryBoard, settings = DEFAULT_SETTINGS) {
    const ports = readingPorts({
      boards: [board],
      descriptions: { 900: document('Because auditors refuse our invoices.') },
    });
    const asked: string[] = [];
    const watched: AssessBoardBacklogPorts = {
      ...ports,
      readDescriptions: async (ids) => {
        asked.push(...ids);
        return await ports.readDescriptions(ids);
      },
    };
    return { asked, result: await assessBoardBacklog(watched, board.id, settings) };
  }

  it('are read for issues that do not say why themselves, each once', async () => {
    const why = document('So that the customer sees every open invoice with its due date first of all.');
    const { asked, result } = await readOf(
      memoryBoard({
        issues: [
          under('EK-1', '900'),
          under('EK-2', '900'),
          listedIssue('EK-3', { description: why, parent: parent('901') }),
          listedIssue('EK-4'),
        ],
      }),
    );
    expect(asked).toEqual(['900']);
    const findings = result.assessment.issues.slice(0, 2).flatMap((issue) => issue.findings);
    expect(findings.filter(({ check }) => check === 'missing-why')).toEqual([]);
  });

  it('are read within the next two sprints, ten at most, highest-ranked first', async () => {
    const issues = Array.from({ length: 21 }, (_, index) => under(`EK-${index + 1}`, String(900 + index)));
    const { asked } = await readOf(memoryBoard({ closedSprints: closedSprints([8, 8, 8, 8, 8]), issues }));
    // Two sprints end at 22 points, within the eighth story of 3.
    expect(asked).toEqual(Array.from({ length: 8 }, (_, index) => String(900 + index)));
    const many = await readOf(memoryBoard({ closedSprints: [], issues }));
    expect(many.asked).toEqual(Array.from({ length: 10 }, (_, index) => String(900 + index)));
  });

  it('are not read when nobody asks for the why', async () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      'missing-why': { ...DEFAULT_SETTINGS['missing-why'], enabled: false },
    };
    const { asked } = await readOf(memoryBoard({ issues: [under('EK-1', '900')] }), settings);
    expect(asked).toEqual([]);
  });
});

describe('the fields that issues are read with', () => {
  const fields = [
    { id: 'customfield_1', name: 'Acceptance Criteria', isCustom: true },
    { id: 'customfield_2', name: 'How we check', isCustom: true },
    { id: 'customfield_3', name: 'Team', isCustom: true },
  ];
  const settings = {
    ...DEFAULT_SETTINGS,
    unverifiable: {
      ...DEFAULT_SETTINGS.unverifiable,
      options: { ...DEFAULT_SETTINGS.unverifiable.options, fields: ['customfield_2', 'customfield_99'] },
    },
    'required-field': {
      ...DEFAULT_SETTINGS['required-field'],
      enabled: true,
      options: { fields: ['customfield_3', 'customfield_98'] },
    },
  };

  it('are those by name and those of the settings, as far as the site has them', async () => {
    const board = memoryBoard({ issues: stories(1) });
    const { board: read, words } = await assessBoardBacklog(
      readingPorts({ boards: [board], fields }),
      board.id,
      settings,
    );
    expect(read).toMatchObject({
      criteriaFieldIds: ['customfield_1', 'customfield_2'],
      requiredFieldIds: ['customfield_3'],
    });
    expect(words.fields).toEqual({
      customfield_10016: 'Story Points',
      customfield_1: 'Acceptance Criteria',
      customfield_2: 'How we check',
      customfield_3: 'Team',
    });
  });
});

describe('words', () => {
  it('name everything that the figures speak of, by id', async () => {
    const board = memoryBoard({
      openSprints: [ACTIVE, NEXT],
      issues: [
        listedIssue('EK-1', {
          sprint: NEXT,
          assigneeId: '5b10',
          assigneeName: 'Ann',
          parent: { id: '900', key: 'EK-900', summary: 'Invoices' },
        }),
      ],
    });
    const priorities = [{ id: '2', name: 'High', isDefault: false }];
    const { words } = await assess(board, {}, { priorities }).result;
    expect(words).toEqual({
      issues: { 1: { summary: 'Story EK-1', type: 'Story' } },
      sprints: { 7: 'Sprint 7', 8: 'Sprint 8' },
      people: { '5b10': 'Ann' },
      parents: { 900: { key: 'EK-900', summary: 'Invoices' } },
      priorities: { 2: 'High', 3: 'Medium' },
      fields: { customfield_10016: 'Story Points' },
    });
  });
});

describe('boards', () => {
  it('counts items on a board without an estimation field', async () => {
    const { result } = assess(memoryBoard({ estimation: null, issues: stories(3, { estimate: null }) }));
    expect((await result).assessment).toMatchObject({ unit: 'items', ready: { amount: 3, items: 3 } });
  });

  it('measures a board without sprints in what it finishes in two weeks', async () => {
    // Ten fortnights before 12 October 2026: 1471 to 1480 since the first Monday of 1970.
    const finished = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        1471 + index,
        { items: 4, stories: 2, storiesWithCriteria: 1 },
      ]),
    );
    const { result } = assess(memoryBoard({ ...KANBAN, finished, issues: stories(30, { estimate: null }) }));
    const { hasSprints, assessment } = await result;
    expect(hasSprints).toBe(false);
    expect(assessment).toMatchObject({
      unit: 'items',
      history: { period: 'fortnight', days: 14 },
      practice: { stories: 20, withCriteria: 10 },
      demand: { two: { p85: near(10.64, 2) } },
    });
    expect(assessment.history.delivered.map(({ sprintId }) => sprintId)).toEqual(
      Array.from({ length: 10 }, (_, index) => 1471 + index),
    );
    expect(assessment.issues).toHaveLength(27);
  });

  it('gives no figures for a board that finished nothing', async () => {
    expect(await assess(memoryBoard({ ...KANBAN, issues: stories(2) })).result).toMatchObject({
      hasSprints: false,
      assessment: { demand: null, runway: null },
    });
  });

  const unestimated = (change: Partial<MemoryBoard> = {}) =>
    memoryBoard({
      closedSprints: closedSprints([0, 0, 0, 0, 0]).map((sprint) => ({ ...sprint, allItems: 5 })),
      issues: stories(40, { estimate: null }),
      ...change,
    });

  it('counts items where a field of estimates is filled in nowhere', async () => {
    const board = unestimated();
    const ports = readingPorts({ boards: [board] });
    const { assessment, board: read } = await assessBoardBacklog(ports, board.id, DEFAULT_SETTINGS);
    expect(read.estimation).not.toBeNull();
    expect(assessment).toMatchObject({ unit: 'items', demand: { one: { p85: near(6.83, 2) } } });
    expect(assessment.issues.flatMap(({ findings }) => findings)).not.toContainEqual(
      expect.objectContaining({ check: 'missing-estimate' }),
    );
    // Both ways of counting are kept, so that neither is read again.
    const readAgain = { readSprintHistory: () => Promise.reject(new Error('It is kept.')) };
    const again = await assessBoardBacklog({ ...ports, ...readAgain }, board.id, DEFAULT_SETTINGS);
    expect(again.assessment).toEqual(assessment);
  });

  it.each([
    ['an issue has an estimate', { issues: [listedIssue('EK-99'), ...stories(40, { estimate: null })] }],
    ['an issue is estimated to be nothing', { issues: stories(40, { estimate: 0 }) }],
    ['a sprint delivered points', { closedSprints: closedSprints([0, 0, 3, 0, 0]) }],
    ['there is nothing to judge by', { closedSprints: [], issues: [] }],
  ])('counts points as soon as %s', async (_, change) => {
    expect((await assess(unestimated(change)).result).assessment.unit).toBe('points');
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

  it('names the active sprints in ascending order', async () => {
    const other = { ...ACTIVE, id: 3 };
    const { result } = assess(memoryBoard({ openSprints: [ACTIVE, other, NEXT] }));
    expect((await result).activeSprintIds).toEqual([3, 7]);
  });

  it('fails as the board does when the viewer may not see it', async () => {
    await expect(assessBoardBacklog(readingPorts({ boards: [] }), 1, DEFAULT_SETTINGS)).rejects.toMatchObject(
      {
        kind: 'not-found',
      },
    );
  });
});

describe('what cannot be read in time', () => {
  const busy = () => Promise.reject(new ReadFailure('rate-limited', 'Later.', 30));
  const missing = (part: string) => [{ part, why: 'rate-limited', retryAfterSeconds: 30 }];
  const BOARD = memoryBoard({
    openSprints: [ACTIVE, NEXT],
    closedSprints: closedSprints([30, 30, 30, 30, 30]),
    issues: stories(500).map((issue, index) =>
      index === 0
        ? {
            ...issue,
            description: document('One two three four five six seven eight nine ten eleven.'),
            parent: { id: '9000', key: 'EK-9000', summary: 'Invoices' },
            blockers: [{ id: '9001', key: 'EK-9001', summary: 'First', statusCategory: 'new' as const }],
          }
        : issue,
    ),
  });
  const laterPages = (): AssessBoardBacklogPorts['readBacklogPage'] => {
    const { readBacklogPage } = readingPorts({ boards: [BOARD] });
    return async (board, from, size) =>
      from === null ? await readBacklogPage(board, from, size) : await busy();
  };

  it.each<[string, Partial<AssessBoardBacklogPorts>, object]>([
    ['history', { readSprintHistory: busy }, { demand: null, history: { delivered: [] } }],
    ['history', { readClosedSprints: busy }, { demand: null, history: { delivered: [] } }],
    ['rest-of-backlog', { readBacklogPage: laterPages() }, { isWholeBacklog: false }],
    ['blockers', { findInSprints: busy }, {}],
    ['parents', { readDescriptions: busy }, {}],
    ['priorities', { readPriorities: busy }, {}],
    ['fields', { readFields: busy }, {}],
  ])('is gone without: %s', async (part, change, assessment) => {
    const result = await assess(BOARD, change).result;
    expect(result.missing).toEqual(missing(part));
    expect(result.assessment).toMatchObject(assessment);
    expect(result.assessment.issues.length).toBeGreaterThanOrEqual(15);
  });

  it('flags no blocker that could not be looked up, and says that it does not know', async () => {
    const { assessment } = await assess(BOARD, { findInSprints: busy }).result;
    const [first] = assessment.issues;
    expect(first?.findings.map(({ check }) => check)).not.toContain('open-blocker');
    expect(first?.undecided).toContainEqual({ check: 'open-blocker', reason: 'blockers-not-read' });
  });

  it('reads no further without the past than what is at hand', async () => {
    const { pages, result } = assess(BOARD, { readSprintHistory: busy });
    expect((await result).assessment).toMatchObject({ isWholeBacklog: false });
    expect(pages).toEqual([15, 25]);
  });

  it('keeps no figures of stories while it is not known which fields hold criteria', async () => {
    const ports = readingPorts({ boards: [BOARD] });
    await assessBoardBacklog({ ...ports, readFields: busy }, BOARD.id, DEFAULT_SETTINGS);
    const ids = BOARD.closedSprints.map(({ id }) => id);
    expect(await ports.loadSprintOutcomes(BOARD.id, 'sprint-points', ids)).toEqual([]);
  });

  it.each<[string, Partial<AssessBoardBacklogPorts>]>([
    ['the board', { readBoard: busy }],
    ['its open sprints', { readOpenSprints: busy }],
    ['planned issues', { readSprintIssues: busy }],
    ['the top of the backlog', { readBacklogPage: busy }],
  ])('is all of the answer: %s', async (_, change) => {
    await expect(assess(BOARD, change).result).rejects.toMatchObject({ kind: 'rate-limited' });
  });

  it.each<[string, Error]>([
    ['another shape', new ReadFailure('unexpected-answer', 'issues of closed sprints: another shape.')],
    ['no access', new ReadFailure('no-access', 'No.')],
    ['a bug of ours', new RangeError('a bug')],
  ])('is told for what it is when it is no passing trouble: %s', async (_, error) => {
    const fail = () => Promise.reject(error);
    for (const change of [{ readSprintHistory: fail }, { readPriorities: fail }, { findInSprints: fail }]) {
      await expect(assess(BOARD, change).result).rejects.toBe(error);
    }
  });
});
