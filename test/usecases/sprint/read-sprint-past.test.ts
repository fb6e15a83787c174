import { describe, expect, it } from 'vitest';

import { openBacklog } from '#src/usecases/open-backlog';
import { readSprintPast } from '#src/usecases/sprint/read-sprint-past';

import { stories } from '../../builders/memory-board';
import { buildRecord, buildRecords } from '../../builders/sprint';
import { openingPorts } from './opening-ports';

const later = (sprintId: number) => ({ sprintId, why: 'too-many-calls', retryAfterSeconds: null }) as const;

describe("reading a team's past", () => {
  it('is exact with enough records, and says what it rests on and what is missing', async () => {
    const records = [
      ...buildRecords([10, 20, 30, 20]),
      buildRecord(5, { unseen: 2, removedMayBeMissing: true }),
    ];
    const { ports } = openingPorts({ records, missing: [later(6), later(7)] });
    expect(await readSprintPast(ports, 1)).toMatchObject({
      unit: 'points',
      unread: 2,
      unseen: 2,
      removedMayBeMissing: true,
      team: { quality: 'exact' },
    });
  });

  it("falls back on the viewer's last answer with too few records", async () => {
    const { ports } = openingPorts({ records: buildRecords([40]), board: { issues: stories(3) } });
    expect((await readSprintPast(ports, 1)).team.quality).toBe('none');
    await openBacklog(ports, 1, { mayBeKept: false });
    const { team } = await readSprintPast(ports, 1);
    expect(team.quality).toBe('approximate');
    expect(team.history.map(({ delivered }) => delivered)).toEqual([12, 12, 12, 12, 12]);
    expect(team.figures).toHaveLength(1);
  });

  it("lets go of the viewer's last answer where that rests on figures that are exact by now, and only then", async () => {
    const board = { issues: stories(3) };
    const records = buildRecords([10, 20, 30, 20, 20]);
    const { ports } = openingPorts({ records, board });
    await openBacklog(ports, 1, { mayBeKept: false });
    // Sprints 1 to 5 are none of those in the answer.
    await readSprintPast(ports, 1);
    expect(await ports.loadHealth(1)).not.toBeNull();
    const known = records.map((record, index) => ({ ...record, sprintId: 100 + index }));
    const exact = openingPorts({ records: known, board });
    await openBacklog(exact.ports, 1, { mayBeKept: false });
    await readSprintPast(exact.ports, 1);
    expect(await exact.ports.loadHealth(1)).toBeNull();
  });

  it('fails while Jira refuses, so that nobody asks again at once', async () => {
    const missing = [later(1), { sprintId: 2, why: 'rate-limited', retryAfterSeconds: 30 } as const];
    const { ports } = openingPorts({ missing });
    await expect(readSprintPast(ports, 1)).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterSeconds: 30,
    });
  });

  it('does not wait for a sprint that Jira does not show', async () => {
    const { ports } = openingPorts({ missing: [{ sprintId: 2, why: 'not-found', retryAfterSeconds: null }] });
    expect((await readSprintPast(ports, 1)).unread).toBe(0);
  });
});
