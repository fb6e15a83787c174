import { expect, it } from 'vitest';

import { createApp, type LogEntry } from '#src/app';
import type { RequestJira } from '#src/adapters/jira/access';
import type { BatchStorage } from '#src/adapters/storage/sprint-outcomes';

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
  return Response.json({ issues: [] });
};

const refuse = async () => {
  await Promise.resolve();
  throw new TypeError('The value {"key": "secret-of-ann"} is too long.');
};

it('answers without the storage, and logs that it failed, but not what it says', async () => {
  const logged: LogEntry[] = [];
  const storage: BatchStorage = { batchGet: refuse, batchSet: refuse };
  const app = createApp({
    jiraAsUser: () => jira,
    storage,
    now: () => new Date('2026-10-12T08:00:00.000Z'),
    log: (entry) => logged.push(entry),
  });
  const { assessment } = await app.assessBoardBacklog({ accountId: 'ann' }, 1);
  expect(assessment.history.delivered).toEqual([{ sprintId: 7, amount: 0 }]);
  expect(logged).toEqual([
    { event: 'storage-failed', error: 'TypeError' },
    { event: 'storage-failed', error: 'TypeError' },
  ]);
});
