import { createMemoryJira, type MemoryJira } from '#src/adapters/memory/jira';
import { createMemoryOutcomes } from '#src/adapters/memory/sprint-outcomes';
import { createMemoryRecords } from '#src/adapters/memory/sprint-records';

/** Monday morning, 12 October 2026. */
export const NOW = new Date('2026-10-12T08:00:00.000Z');

/** All that reading a board takes, in memory: nothing kept yet. */
export function readingPorts(site: MemoryJira, now: Date = NOW) {
  const outcomes = createMemoryOutcomes();
  const records = createMemoryRecords();
  return {
    ...createMemoryJira(site),
    loadSprintOutcomes: outcomes.load,
    saveSprintOutcomes: outcomes.save,
    loadSprintRecords: records.load,
    saveSprintRecords: records.save,
    now: () => now,
  };
}
