import { describe, expect, it } from 'vitest';

import { forwardSprintEvents, sprintProductEvent } from '#sandbox/forge/events/sprint-events';

import { DAY, MONDAY, buildSite } from '../jira/site.fixture';
import { runApp } from './running-app';

const EVENT = 'avi:jira-software:started:sprint';
const listening = (text: string) => text.replace('- avi:jira:updated:issue', `- ${EVENT}`);
const withScope = (scope: string) => (text: string) =>
  listening(text).replace('- read:jira-work', `- ${scope}`);

const SPRINT = {
  id: 6,
  name: 'EX1 Sprint 1',
  state: 'future',
  goal: 'The new goal',
  originBoardId: 12,
  createdDate: Date.UTC(2024, 8, 24, 8, 59, 20, 334),
  startDate: Date.UTC(2024, 9, 5),
  endDate: Date.UTC(2024, 9, 12),
  activatedDate: null,
  completeDate: null,
} as const;

describe('the event of a sprint', () => {
  it('is as Atlassian describes it: ids are strings, an update has what it replaced', () => {
    const old = { ...SPRINT, goal: 'The goal', startDate: Date.UTC(2024, 9, 3) };
    expect(sprintProductEvent({ kind: 'updated', sprint: SPRINT, old, by: 'lea' })).toEqual({
      eventType: 'avi:jira-software:updated:sprint',
      sprint: {
        id: '6',
        originBoardId: '12',
        name: 'EX1 Sprint 1',
        goal: 'The new goal',
        state: 'future',
        createDate: '2024-09-24T08:59:20.334+0000',
        startDate: '2024-10-05T00:00:00.000+0000',
        endDate: '2024-10-12T00:00:00.000+0000',
      },
      oldValue: { goal: 'The goal', startDate: '2024-10-03T00:00:00.000+0000' },
      atlassianId: 'lea',
    });
  });

  it('of what the app did itself says so and names nobody', () => {
    const event = sprintProductEvent({ kind: 'closed', sprint: SPRINT, old: null, by: 'app' });
    expect(event).toMatchObject({ eventType: 'avi:jira-software:closed:sprint', selfGenerated: true });
    expect(event).not.toHaveProperty('atlassianId');
    expect(event).not.toHaveProperty('oldValue');
  });
});

describe('triggers', () => {
  it.each(['read:jira-work', 'read:sprint:jira-software'])('hear it with %s', async (scope) => {
    const app = await runApp({ manifest: withScope(scope) });
    expect(await app.host.deliverEvent({ eventType: EVENT })).toBe(1);
  });

  it('do not hear it without a scope for sprints', async () => {
    const app = await runApp({ manifest: withScope('read:jira-user') });
    expect(await app.host.deliverEvent({ eventType: EVENT })).toBe(0);
  });

  it('hear it twice where the platform repeats itself, and only what they listen to', async () => {
    const app = await runApp({ manifest: listening, faults: { duplicateEvents: true } });
    const { site, board } = buildSite();
    let delivered: () => void;
    const told: number[] = [];
    const all = new Promise<void>((resolve) => (delivered = resolve));
    forwardSprintEvents(site, {
      deliverEvent: async (event) => {
        const ran = await app.host.deliverEvent(event);
        told.push(ran);
        if (told.length === 3) delivered();
        return ran;
      },
    });
    const act = { by: 'lea', at: MONDAY };
    const sprint = site.createSprint({ boardId: board.id, name: 'One' }, act);
    site.startSprint(sprint.id, { ...act, endDate: MONDAY + 14 * DAY });
    site.completeSprint(sprint.id, { ...act, at: MONDAY + DAY, moveOpenTo: null });
    expect(told).toEqual([]);
    await all;
    expect([...told].sort()).toEqual([0, 0, 2]);
    expect((await app.seen()).map(({ heard }) => heard)).toEqual([EVENT, EVENT]);
  });
});
