import { describe, expect, it } from 'vitest';

import type { AdfNode } from '#src/domain/backlog/issue';
import { ReadFailure } from '#src/ports/read-failure';
import { WriteFailure } from '#src/ports/write-failure';
import type { Mend } from '#src/usecases/make-change';
import { mendIssue } from '#src/usecases/mend-issue';
import { openBacklog } from '#src/usecases/open-backlog';

import { listedIssue, stories } from '../builders/memory-board';
import { ELSEWHERE, memoryPorts } from '../builders/memory-ports';

const BOARD = 1;

/** Six stories, of which the second has no estimate and is blocked; already opened, so that an answer is kept. */
async function board(isOpened = true) {
  const issues = stories(6).map((issue, index) =>
    index === 1 ? { ...issue, estimate: null, blockers: [ELSEWHERE] } : issue,
  );
  const memory = memoryPorts({ issues });
  if (isOpened) await openBacklog(memory.ports, BOARD, { mayBeKept: false });
  memory.reads.length = 0;
  return memory;
}

const template = { heading: 'Acceptance criteria', lines: ['Given', 'Then'] };

const CASES: readonly [name: string, mend: Mend, undo: Mend][] = [
  ['an estimate', { kind: 'estimate', from: null, to: 5 }, { kind: 'estimate', from: 5, to: null }],
  ['a priority', { kind: 'priority', from: '3', to: '1' }, { kind: 'priority', from: '1', to: '3' }],
  ['criteria', { kind: 'insert-criteria', template }, { kind: 'remove-criteria', template }],
  ['a blocker', { kind: 'link-blocker', blockerKey: 'EK-5' }, { kind: 'unlink-blocker', blockerKey: 'EK-5' }],
  [
    'a blocker less',
    { kind: 'unlink-blocker', blockerKey: 'PLAT-77' },
    { kind: 'link-blocker', blockerKey: 'PLAT-77' },
  ],
];

describe.each(CASES)('%s', (_, mend, undo) => {
  it('is changed, taken back by its undo, and not changed twice', async () => {
    const { ports, issues } = await board();
    const original = structuredClone(issues);
    const ask = async (each: Mend) => await mendIssue(ports, { boardId: BOARD, issueId: '2', mend: each });
    const mended = await ask(mend);
    expect(mended.undo).toEqual(undo);
    expect(issues).not.toEqual(original);
    expect((await ask(mend)).undo).toBeNull();
    expect((await ask(undo)).undo).toEqual(mend);
    expect(issues).toEqual(original);
  });

  it('answers what a whole reading would', async () => {
    const { ports } = await board();
    const { opened } = await mendIssue(ports, { boardId: BOARD, issueId: '2', mend });
    const { backlog } = await openBacklog(ports, BOARD, { mayBeKept: false });
    expect(opened.backlog.assessment).toEqual(backlog.assessment);
    expect(opened.backlog.isKept).toBe(false);
  });
});

describe('after a change', () => {
  const mend: Mend = { kind: 'estimate', from: null, to: 5 };
  const request = { boardId: BOARD, issueId: '2', mend };

  it('the answer has the words of the changed issue alone, and is kept', async () => {
    const { ports, reads } = await board();
    const { opened } = await mendIssue(ports, request);
    expect(opened.backlog.words.issues).toEqual({ 2: { summary: 'Story EK-2', type: 'Story' } });
    expect(reads).not.toContain('readBacklogPage');
    const again = await openBacklog(ports, BOARD, { mayBeKept: true });
    expect(again.backlog.isKept).toBe(true);
    expect(again.backlog.assessment).toEqual(opened.backlog.assessment);
    expect(again.backlog.asOf).toEqual(opened.backlog.asOf);
  });

  it('the board is read in full where no answer is kept', async () => {
    const { ports, reads } = await board(false);
    const { opened } = await mendIssue(ports, request);
    expect(opened.backlog.assessment.issues.find(({ id }) => id === '2')).toMatchObject({ estimate: 5 });
    expect(reads.filter((name) => name === 'readBoard')).toHaveLength(1);
    expect(reads.filter((name) => name === 'readFields')).toHaveLength(1);
  });

  it.each(CASES)('what fails then does not make it a failure: %s', async (_, each, undo) => {
    const { ports, issues } = await board();
    const before = structuredClone(issues);
    let reads = 0;
    const failing: typeof ports = {
      ...ports,
      readIssue: async (...args) => {
        reads += 1;
        if (reads > 1) throw new ReadFailure('timed-out', 'issue: no answer in time.');
        return await ports.readIssue(...args);
      },
    };
    const { opened, undo: offered } = await mendIssue(failing, { ...request, mend: each });
    expect(offered).toEqual(undo);
    expect(issues).not.toEqual(before);
    const issue = opened.backlog.assessment.issues.find(({ id }) => id === '2')!;
    if (each.kind === 'estimate') expect(issue.estimate).toBe(5);
    if (each.kind === 'priority') expect(issue.priorityId).toBe('1');
  });
});

describe('a conflict', () => {
  it.each<[string, Mend, unknown]>([
    ['an estimate that is another by now', { kind: 'estimate', from: 8, to: 5 }, 3],
    ['a priority that is another by now', { kind: 'priority', from: '2', to: '1' }, '3'],
    ['criteria that are not there as put in', { kind: 'remove-criteria', template }, undefined],
  ])('changes nothing and says what there is: %s', async (_, mend, current) => {
    const { ports, issues } = await board();
    const before = structuredClone(issues);
    const changing = mendIssue(ports, { boardId: BOARD, issueId: '1', mend });
    await expect(changing).rejects.toMatchObject({ name: 'WriteFailure', kind: 'conflict', current });
    expect(issues).toEqual(before);
  });

  it('is none where somebody has set the same already', async () => {
    const { ports } = await board();
    const mend = { kind: 'estimate', from: 8, to: 3 } as const;
    expect((await mendIssue(ports, { boardId: BOARD, issueId: '1', mend })).undo).toBeNull();
  });
});

describe('a refusal', () => {
  it.each<[string, Mend, string]>([
    ['an issue that would block itself', { kind: 'link-blocker', blockerKey: 'EK-2' }, 'blocks-itself'],
    ['a blocker that is not there', { kind: 'link-blocker', blockerKey: 'NO-1' }, 'blocker-not-found'],
  ])('says why: %s', async (_, mend, reason) => {
    const { ports, issues } = await board();
    const before = structuredClone(issues);
    const changing = mendIssue(ports, { boardId: BOARD, issueId: '2', mend });
    await expect(changing).rejects.toMatchObject({ kind: 'refused', reason });
    expect(issues).toEqual(before);
  });

  it('of an estimate comes where the board counts issues', async () => {
    const { ports } = memoryPorts({ issues: stories(3), estimation: null });
    const mend = { kind: 'estimate', from: 3, to: 5 } as const;
    await expect(mendIssue(ports, { boardId: BOARD, issueId: '1', mend })).rejects.toMatchObject({
      reason: 'issues-are-counted',
    });
  });

  it('keeps the words that Jira had for it', async () => {
    const { ports } = await board();
    const refusal = new WriteFailure('refused', 'priority: Jira answered 400.', { detail: 'Not on screen.' });
    const edits = { ...ports.edits, writePriority: () => Promise.reject(refusal) };
    const mend = { kind: 'priority', from: '3', to: '1' } as const;
    await expect(mendIssue({ ...ports, edits }, { boardId: BOARD, issueId: '1', mend })).rejects.toBe(
      refusal,
    );
  });
});

describe('an issue from the screen', () => {
  const mend: Mend = { kind: 'estimate', from: 3, to: 5 };

  it.each([
    ['is nowhere', '999'],
    ['is in an active sprint', '9'],
    ['is done', '8'],
  ])('is not touched when it is not in the backlog: it %s', async (_, issueId) => {
    const { ports, issues } = memoryPorts({
      openSprints: [{ id: 70, name: 'Now', state: 'active' }],
      issues: [
        ...stories(3),
        listedIssue('EK-9', { sprint: { id: 70, name: 'Now' } }),
        listedIssue('EK-8', { isDone: true }),
      ],
    });
    await openBacklog(ports, BOARD, { mayBeKept: false });
    const before = structuredClone(issues);
    await expect(mendIssue(ports, { boardId: BOARD, issueId, mend })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(issues).toEqual(before);
  });

  it('is not touched when the viewer may not see the board', async () => {
    const { ports, issues } = await board();
    const before = structuredClone(issues);
    const refusing = { ...ports, readBoard: () => Promise.reject(new ReadFailure('not-found', 'board')) };
    await expect(mendIssue(refusing, { boardId: BOARD, issueId: '1', mend })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(issues).toEqual(before);
  });

  it('may be one that came into the backlog since the last answer', async () => {
    const { ports, issues } = await board();
    issues.push({ ...listedIssue('EK-50') });
    const mended = await mendIssue(ports, { boardId: BOARD, issueId: '50', mend });
    expect(mended.opened.backlog.assessment.issues.map(({ key }) => key)).toContain('EK-50');
  });
});

it('puts criteria into a description without losing what it does not know', async () => {
  const { ports, issues } = await board();
  const strange = { type: 'node-of-tomorrow', attrs: { deep: { er: [1] } } };
  issues[0]!.description = { type: 'doc', version: 1, content: [strange] } as AdfNode;
  await mendIssue(ports, { boardId: BOARD, issueId: '1', mend: { kind: 'insert-criteria', template } });
  expect(issues[0]!.description).toMatchObject({
    version: 1,
    content: [strange, { type: 'heading' }, { type: 'bulletList' }],
  });
});
