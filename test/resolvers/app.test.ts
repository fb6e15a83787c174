import { expect, it } from 'vitest';

import { createApp, type LogEntry, type Platform } from '#src/app';
import type { RequestJira } from '#src/adapters/jira/access';

const CONFIGURATION = {
  id: 1,
  name: 'Aurora',
  type: 'scrum',
  columnConfig: { columns: [{ statuses: [{ id: '3' }] }] },
};
const CLOSED = {
  id: 7,
  name: 'Sprint 7',
  state: 'closed',
  startDate: '2026-01-05T09:00:00.000Z',
  completeDate: '2026-01-16T15:00:00.000Z',
};

const jira: RequestJira = async ({ value: path }) => {
  await Promise.resolve();
  if (path.includes('/configuration')) return Response.json(CONFIGURATION);
  if (path.includes('/sprint?')) {
    const values = path.includes('state=closed') ? [CLOSED] : [];
    return Response.json({ isLast: true, total: values.length, values });
  }
  if (path.includes('/field') || path.includes('/priority')) return Response.json([]);
  if (path.includes('/mypermissions')) {
    return Response.json({ permissions: { ADMINISTER: { havePermission: true } } });
  }
  if (path.includes('/approximate-count')) return Response.json({ count: 3 });
  return Response.json({ issues: [] });
};

const refuse = async () => {
  await Promise.resolve();
  throw new TypeError('The value {"key": "secret-of-ann"} is too long.');
};

const ANN = { accountId: 'ann', isLicensed: true };

function withoutStorage() {
  const logged: LogEntry[] = [];
  const entity = { get: refuse, set: refuse };
  const app = createApp({
    jiraAsUser: () => jira,
    storage: {
      batchGet: refuse,
      batchSet: refuse,
      entity: () => entity,
    } as unknown as Platform['storage'],
    now: () => new Date('2026-10-12T08:00:00.000Z'),
    log: (entry) => logged.push(entry),
  });
  return { app, logged };
}

it('reads a backlog without the storage, and logs that it failed, but not what it says', async () => {
  const { app, logged } = withoutStorage();
  const { backlog, settings } = await app.openBacklog(ANN, 1, { mayBeKept: true });
  expect(backlog.assessment.history.delivered).toEqual([{ sprintId: 7, amount: 0 }]);
  expect(settings.version).toBe(0);
  expect(new Set(logged.map((entry) => JSON.stringify(entry)))).toEqual(
    new Set([JSON.stringify({ event: 'storage-failed', error: 'TypeError' })]),
  );
  expect(logged.length).toBeGreaterThan(3);
});

it('shows no settings without the storage, rather than wrong ones', async () => {
  const { app } = withoutStorage();
  await expect(app.showBoardSettings(ANN, 1)).rejects.toBeInstanceOf(TypeError);
});
