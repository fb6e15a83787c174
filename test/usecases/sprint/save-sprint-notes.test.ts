import { describe, expect, it } from 'vitest';

import { saveSprintNotes } from '#src/usecases/sprint/save-sprint-notes';

import { sprint, sprintWorld } from './sprint-world';

const SPRINTS = [sprint(7), sprint(90, { originBoardId: 9 })];
const NOTHING = { people: null, daysOff: 0, serves: null };
const NOTES = { people: 5, daysOff: 3.5, serves: { kind: 'label', label: 'export' } } as const;
const ask = { boardId: 1, sprintId: 7, by: '5b10:ann', version: 0, notes: NOTES };

describe('notes about a sprint', () => {
  it('are saved as the next version, with who and when and what was before', async () => {
    const { ports } = sprintWorld({ sprints: SPRINTS });
    const change = { version: 1, by: '5b10:ann', at: '2026-10-12T08:00:00.000Z', before: NOTHING };
    expect(await saveSprintNotes(ports, ask)).toEqual({
      result: 'saved',
      stored: { version: 1, notes: NOTES, changes: [change] },
    });
    const second = await saveSprintNotes(ports, { ...ask, by: '5b10:ben', version: 1, notes: NOTHING });
    expect(second.stored.changes.map(({ by, before }) => [by, before])).toEqual([
      ['5b10:ben', NOTES],
      ['5b10:ann', NOTHING],
    ]);
  });

  it('stay as somebody else saved them meanwhile, who is told', async () => {
    const { ports } = sprintWorld({ sprints: SPRINTS });
    await saveSprintNotes(ports, ask);
    const late = await saveSprintNotes(ports, { ...ask, notes: { ...NOTES, people: 4 } });
    expect(late).toMatchObject({ result: 'conflict', stored: { version: 1, notes: NOTES } });
  });

  it('that two save at once are those of one of them', async () => {
    const { ports } = sprintWorld({ sprints: SPRINTS });
    const results = await Promise.all([
      saveSprintNotes(ports, ask),
      saveSprintNotes(ports, { ...ask, notes: { ...NOTES, people: 4 } }),
    ]);
    expect(results.map(({ result }) => result)).toEqual(['saved', 'conflict']);
    expect(results.map(({ stored }) => stored.notes.people)).toEqual([5, 5]);
  });

  it('that are so already are not written again', async () => {
    const { ports } = sprintWorld({ sprints: SPRINTS });
    expect((await saveSprintNotes(ports, { ...ask, notes: NOTHING })).stored.version).toBe(0);
  });

  it('remember ten changes', async () => {
    const { ports } = sprintWorld({ sprints: SPRINTS });
    for (let version = 0; version < 12; version += 1) {
      await saveSprintNotes(ports, { ...ask, version, notes: { ...NOTES, people: version + 1 } });
    }
    const { changes, version } = await ports.loadSprintNotes();
    expect([version, changes.length, changes[9]!.version]).toEqual([12, 10, 3]);
  });

  it.each([
    ['of a board that the viewer may not see', { boardId: 2 }, {}, 'not-found'],
    ['of a sprint of another board', { sprintId: 90 }, {}, 'not-found'],
    ['by somebody who may not edit issues', {}, { canEditIssues: false }, 'no-access'],
  ])('%s are refused', async (_, change, rights, kind) => {
    const { ports } = sprintWorld({ sprints: SPRINTS, rights });
    await expect(saveSprintNotes(ports, { ...ask, ...change })).rejects.toMatchObject({ kind });
    expect((await ports.loadSprintNotes()).version).toBe(0);
  });
});
