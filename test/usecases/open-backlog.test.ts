import { describe, expect, it } from 'vitest';

import { settingsOf } from '#src/domain/backlog/checks/read-settings';
import { ReadFailure } from '#src/ports/read-failure';
import { openBacklog } from '#src/usecases/open-backlog';
import { NO_WORDS } from '#src/usecases/board-backlog';
import { AS_THEY_COME, orAsItComes } from '#src/usecases/settings-as-they-come';

import { stories } from '../builders/memory-board';
import { memoryPorts } from '../builders/memory-ports';

const KEPT = { mayBeKept: true };
const NEW = { mayBeKept: false };

async function opened() {
  const memory = memoryPorts({ issues: stories(6) });
  const { backlog } = await openBacklog(memory.ports, 1, NEW);
  memory.reads.length = 0;
  return { ...memory, first: backlog };
}

describe('the last answer', () => {
  it('is there after the first, without its words, for the price of the board', async () => {
    const { ports, reads, first } = await opened();
    const { backlog } = await openBacklog(ports, 1, KEPT);
    expect(reads).toEqual(['readBoard']);
    expect(backlog).toMatchObject({ isKept: true, asOf: first.asOf, words: NO_WORDS });
    expect(backlog.assessment.issues.map(({ key }) => key)).toEqual(
      first.assessment.issues.map(({ key }) => key),
    );
  });

  it('is not used where a new one was asked for', async () => {
    const { ports, reads } = await opened();
    const { backlog } = await openBacklog(ports, 1, NEW);
    expect(backlog.isKept).toBe(false);
    expect(reads).toContain('readBacklogPage');
  });

  it('is read anew where there is none, with the board read once', async () => {
    const { ports, reads } = memoryPorts({ issues: stories(6) });
    const { backlog } = await openBacklog(ports, 1, KEPT);
    expect(backlog.isKept).toBe(false);
    expect(reads.filter((name) => name === 'readBoard')).toHaveLength(1);
  });

  it('is never shown to somebody who may not see the board any more', async () => {
    const { ports } = await opened();
    const refused = new ReadFailure('not-found', 'board configuration: Jira answered 404.');
    const refusing = { ...ports, readBoard: () => Promise.reject(refused) };
    await expect(openBacklog(refusing, 1, KEPT)).rejects.toBe(refused);
    await expect(openBacklog(refusing, 1, NEW)).rejects.toBe(refused);
  });

  it.each([
    ['the estimation field', { estimation: { fieldId: 'customfield_9', displayName: 'Size' } }],
    ['the done column', { doneStatusIds: ['3', '4'] }],
    ['ranking', { isRanked: false }],
  ])('is not used once the board has another set-up: %s', async (_, change) => {
    const { ports, board, reads } = await opened();
    const changed = { ...ports, readBoard: async () => await Promise.resolve({ ...board, ...change }) };
    const { backlog } = await openBacklog(changed, 1, KEPT);
    expect(backlog.isKept).toBe(false);
    expect(reads).toContain('readBacklogPage');
  });

  it('goes by the board of today for what is only shown', async () => {
    const { ports, board } = await opened();
    const renamed = {
      ...ports,
      readBoard: async () => await Promise.resolve({ ...board, name: 'Borealis' }),
    };
    const { backlog } = await openBacklog(renamed, 1, KEPT);
    expect(backlog).toMatchObject({ isKept: true, board: { name: 'Borealis' } });
  });

  it('is not used once the checks run otherwise, and is again when they run as before', async () => {
    const { ports } = await opened();
    const isKept = async (version: number, choices: Parameters<typeof settingsOf>[0]) => {
      const settings = { ...AS_THEY_COME, checks: settingsOf(choices) };
      ports.setBoard(1, settings);
      // Not saved, so that the first answer stays.
      const reading = { ...ports, saveHealth: () => Promise.resolve() };
      return (await openBacklog(reading, 1, KEPT)).backlog.isKept;
    };
    expect(await isKept(1, { abandoned: { enabled: false } })).toBe(false);
    expect(await isKept(2, {})).toBe(true);
  });

  it('is used when only the session is another', async () => {
    const { ports } = await opened();
    const settings = { ...AS_THEY_COME, session: { minutes: 30, minutesPerItem: 5 } };
    ports.setBoard(1, settings);
    const opening = await openBacklog(ports, 1, KEPT);
    expect(opening.backlog.isKept).toBe(true);
    expect(opening.settings.settings.session).toEqual({ minutes: 30, minutesPerItem: 5 });
  });

  it('is not a partial one', async () => {
    const { ports } = memoryPorts({ issues: stories(6) });
    const slow = {
      ...ports,
      readPriorities: () =>
        Promise.reject(new ReadFailure('rate-limited', 'priorities: Jira answered 429.', 9)),
    };
    const { backlog } = await openBacklog(slow, 1, NEW);
    expect(backlog.missing).toEqual([{ part: 'priorities', why: 'rate-limited', retryAfterSeconds: 9 }]);
    expect(await ports.loadHealth(1)).toBeNull();
  });
});

it('judges by the checks as they come while the settings cannot be read, and keeps that apart', async () => {
  const { ports } = await opened();
  const settings = { ...AS_THEY_COME, checks: settingsOf({ abandoned: { enabled: false } }) };
  ports.setBoard(1, settings);
  await openBacklog(ports, 1, NEW);
  const reported: unknown[] = [];
  const down = new Error('storage is down');
  const loadSettings = orAsItComes(
    () => Promise.reject(down),
    (error) => reported.push(error),
  );
  const opening = await openBacklog({ ...ports, loadSettings }, 1, KEPT);
  expect(opening.backlog.isKept).toBe(false);
  expect(opening.settings).toMatchObject({ version: 0 });
  expect(reported).toEqual([down]);
});
