import { createMemoryEdits, type EditableIssue } from '#src/adapters/memory/issue-edits';
import { createMemoryJira, type MemoryBoard } from '#src/adapters/memory/jira';
import { createMemoryHealth } from '#src/adapters/memory/kept-health';
import { createMemoryOutcomes } from '#src/adapters/memory/sprint-outcomes';
import { createMemoryRecords } from '#src/adapters/memory/sprint-records';
import type { LinkedBlocker } from '#src/ports/backlog';

import { memoryBoard } from './memory-board';
import { createMemoryLayers } from './memory-layers';

/** The site's priorities, highest first. */
export const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, index) => ({
  id: String(index + 1),
  name,
  isDefault: name === 'Medium',
}));

/** An issue of another board. */
export const ELSEWHERE: LinkedBlocker = {
  id: '777',
  key: 'PLAT-77',
  summary: 'Rotate signing keys',
  statusCategory: 'new',
};

/** Every port over one board in memory. Reads are counted by name; the issues may be changed in place. */
export function memoryPorts(change: Partial<MemoryBoard> = {}) {
  const issues: EditableIssue[] = structuredClone([...(change.issues ?? [])]);
  const board = memoryBoard({ ...change, issues });
  const jira = createMemoryJira({
    boards: [board],
    priorities: PRIORITIES,
    fields: [
      { id: 'labels', name: 'Labels', isCustom: false },
      { id: 'customfield_1', name: 'Team', isCustom: true },
      { id: 'votes', name: 'Votes', isCustom: false },
    ],
  });
  const outcomes = createMemoryOutcomes();
  const settings = createMemoryLayers();
  const health = createMemoryHealth();
  const records = createMemoryRecords();
  const reads: string[] = [];
  const counted = Object.fromEntries(
    Object.entries(jira).map(([name, read]) => [
      name,
      async (...args: unknown[]) => {
        reads.push(name);
        return await (read as (...given: unknown[]) => Promise<unknown>)(...args);
      },
    ]),
  ) as unknown as typeof jira;
  const ports = {
    ...counted,
    loadSprintOutcomes: outcomes.load,
    saveSprintOutcomes: outcomes.save,
    loadSprintRecords: records.load,
    saveSprintRecords: records.save,
    ...settings,
    loadHealth: health.load,
    saveHealth: health.save,
    forgetHealth: health.forget,
    edits: createMemoryEdits(issues, [ELSEWHERE]),
    now: () => new Date('2026-10-12T08:00:00.000Z'),
  };
  return { ports, board, issues, reads };
}
