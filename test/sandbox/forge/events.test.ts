import { describe, expect, it } from 'vitest';

import { createClock } from '#sandbox/clock';
import { openStore } from '#sandbox/state/store';

import { AT, NOON, runApp, type RunningApp } from './running-app';

const HOUR = 3_600_000;

const push = async (app: RunningApp, events: unknown, queue = 'work') =>
  await app.call<{ jobId: string }>('push', { queue, events });

describe('the event queue', () => {
  it('delivers each event to the consumer of its queue, without a user', async () => {
    const app = await runApp();
    const { value } = await push(app, [{ body: { n: 1 } }, { body: { n: 2 } }]);
    expect(await app.host.drain()).toBe(2);
    expect(await app.seen()).toEqual(
      [1, 2].map((n) => ({
        body: { n },
        jobId: value?.jobId,
        eventId: expect.any(String) as string,
        retry: null,
        principal: null,
      })),
    );
    expect(await app.host.drain()).toBe(0);
  });

  it('waits for the delay of an event', async () => {
    const app = await runApp();
    await push(app, { body: {}, delayInSeconds: 60 });
    expect(app.host.nextDueAt()).toBe(NOON + 60_000);
    expect(await app.host.drain()).toBe(0);
    app.clock.advance(60_000);
    expect(await app.host.drain()).toBe(1);
  });

  it('keeps what waits over a restart', async () => {
    const store = openStore(':memory:');
    await push(await runApp({ store }), { body: { n: 1 } });
    const again = await runApp({ store });
    expect(await again.host.drain()).toBe(1);
  });

  it.each([
    [
      '51 events',
      Array.from({ length: 51 }, () => ({ body: {} })),
      'This push contains more than the 50 events allowed.',
    ],
    ['over 200 KB', { body: { text: 'x'.repeat(200 * 1024) } }, 'The maximum payload size is 200KB.'],
    ['no event', [], 'No events pushed.'],
    [
      'a delay over 15 minutes',
      { body: {}, delayInSeconds: 901 },
      'The delayInSeconds setting must be between 0 and 900.',
    ],
    ['a body that is no object', { body: 'text' }, 'Event body must be an object.'],
  ])('refuses %s', async (_what, events, message) => {
    expect((await push(await runApp(), events)).error?.message).toBe(message);
  });

  it('refuses a queue without a consumer', async () => {
    const { error } = await push(await runApp(), { body: {} }, 'other');
    expect(error?.message).toBe('400 Bad Request: manifest.yml declares no consumer for the queue "other".');
  });

  it('refuses more than 500 events a minute', async () => {
    const app = await runApp();
    const fifty = Array.from({ length: 50 }, () => ({ body: {} }));
    for (let times = 0; times < 10; times += 1) expect((await push(app, fifty)).error).toBeUndefined();
    expect((await push(app, { body: {} })).error?.message).toBe('Too many requests.');
    app.clock.advance(60_000);
    expect((await push(app, { body: {} })).error).toBeUndefined();
  });

  it('delivers what a consumer pushes in the same run', async () => {
    const app = await runApp();
    await push(app, { body: { pushes: 3 } });
    expect(await app.host.drain()).toBe(4);
  });

  it('stops events that push one another without end', async () => {
    let time = NOON;
    const app = await runApp({ clock: createClock(() => (time += 200)) });
    await push(app, { body: { endless: true } });
    expect(await app.host.drain()).toBe(1000);
    expect(app.host.logs().at(-1)?.text).toContain('The limit on cyclic invocation has been reached.');
  });

  it('tells how a job fares, and forgets what is cancelled', async () => {
    const app = await runApp();
    const { value } = await push(app, [{ body: {} }, { body: {}, delayInSeconds: 60 }]);
    const job = { queue: 'work', jobId: value?.jobId };
    await app.host.drain();
    expect((await app.call('stats', job)).value).toEqual({ success: 1, inProgress: 1, failed: 0 });
    expect((await app.call('cancel', job)).error).toBeUndefined();
    app.clock.advance(60_000);
    expect(await app.host.drain()).toBe(0);
    expect((await app.call('stats', { ...job, jobId: 'none' })).error?.message).toContain(
      'was not found for the queue work',
    );
  });

  it('delivers every event twice when told to', async () => {
    const app = await runApp({ faults: { duplicateEvents: true } });
    await push(app, { body: { n: 1 } });
    expect(await app.host.drain()).toBe(2);
    const [first, second] = await app.seen();
    expect(second).toEqual(first);
  });

  it('never runs two deliveries at once', async () => {
    const app = await runApp();
    await push(app, [{ body: { waitMs: 20 } }, { body: { waitMs: 20 } }]);
    expect(await Promise.all([app.host.drain(), app.host.drain()])).toEqual([2, 0]);
    expect(await app.seen()).toHaveLength(2);
  });
});

describe('retries', () => {
  it('come after the time that the consumer asks for, with its data', async () => {
    const app = await runApp();
    await push(app, { body: { retryAfter: 30, retryData: { page: 2 }, times: 1 } });
    expect(await app.host.drain()).toBe(1);
    app.clock.advance(29_000);
    expect(await app.host.drain()).toBe(0);
    app.clock.advance(1000);
    expect(await app.host.drain()).toBe(1);
    const [first, second] = await app.seen();
    expect(second).toEqual({
      ...first,
      retry: {
        retryCount: 1,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { page: 2 },
        retentionWindow: { startTime: '2026-10-12T12:00:00.000Z', remainingTimeMs: 24 * HOUR - 30_000 },
      },
    });
    app.clock.advance(HOUR);
    expect(await app.host.drain()).toBe(0);
  });

  it('wait 15 minutes at most, and drop data over 4 KB', async () => {
    const app = await runApp();
    await push(app, { body: { retryAfter: 5000, retryData: 'x'.repeat(4096), times: 1 } });
    await app.host.drain();
    app.clock.advance(900_000);
    expect(await app.host.drain()).toBe(1);
    expect((await app.seen())[1]?.['retry']).not.toHaveProperty('retryData');
  });

  it.each([
    ['throws', { fails: true }, 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
    ['takes too long', { waitMs: 1100 }, 'FUNCTION_TIME_OUT'],
  ])('come when a consumer %s', async (_what, body, retryReason) => {
    const app = await runApp();
    await push(app, { body });
    expect(await app.host.drain()).toBe(1);
    app.clock.advance(5000);
    expect(await app.host.drain()).toBe(1);
    expect((await app.seen())[1]).toMatchObject({ retry: { retryCount: 1, retryReason } });
  });

  it('end after a day, and the job has failed', async () => {
    const app = await runApp();
    const { value } = await push(app, { body: { retryAfter: 900, times: 1000 } });
    let ran = 0;
    for (let times = 0; times < 100; times += 1) {
      ran += await app.host.drain();
      app.clock.advance(900_000);
    }
    expect(ran).toBe(97);
    expect((await app.call('stats', { queue: 'work', jobId: value?.jobId })).value).toEqual({
      success: 0,
      inProgress: 0,
      failed: 1,
    });
  });
});

describe('schedules', () => {
  const ran = async (app: RunningApp) => (await app.seen()).map(({ schedule }) => schedule);

  it('start five minutes after the app and go on at their interval', async () => {
    const app = await runApp();
    expect(app.host.nextDueAt()).toBe(NOON + 5 * 60_000);
    expect(await app.host.runDueSchedules()).toBe(0);
    app.clock.advance(5 * 60_000);
    expect(await app.host.runDueSchedules()).toBe(2);
    expect(await app.host.runDueSchedules()).toBe(0);
    app.clock.advance(HOUR);
    expect(await app.host.runDueSchedules()).toBe(1);
    expect(await ran(app)).toEqual(['hourly', 'weekly', 'hourly']);
  });

  it('run once when the clock jumps over many, and keep their minute', async () => {
    const app = await runApp();
    app.clock.advance(10 * HOUR);
    expect(await app.host.runDueSchedules()).toBe(2);
    expect(app.host.nextDueAt()).toBe(NOON + 10 * HOUR + 5 * 60_000);
  });

  it('keep their time over a restart', async () => {
    const store = openStore(':memory:');
    const first = await runApp({ store });
    first.clock.advance(5 * 60_000);
    await first.host.runDueSchedules();
    const again = await runApp({ store, clock: first.clock });
    expect(await again.host.runDueSchedules()).toBe(0);
    expect(again.host.nextDueAt()).toBe(NOON + 5 * 60_000 + HOUR);
  });

  it('log a failure and do not retry it', async () => {
    const app = await runApp();
    app.clock.advance(5 * 60_000);
    await app.host.runDueSchedules();
    expect(app.host.logs().map(({ text }) => text.split('\n')[0])).toEqual(['Error: a schedule that fails']);
    expect(await app.host.runDueSchedules()).toBe(0);
  });

  it.each(['inactive', 'missing'] as const)(
    'skip those for licensed sites while the licence is %s',
    async (license) => {
      const app = await runApp({ faults: { license } });
      app.clock.advance(5 * 60_000);
      expect(await app.host.runDueSchedules()).toBe(1);
    },
  );

  it('run twice when told to', async () => {
    const app = await runApp({ faults: { duplicateEvents: true } });
    app.clock.advance(5 * 60_000);
    await app.host.runDueSchedules();
    expect(await ran(app)).toEqual(['hourly', 'hourly', 'weekly', 'weekly']);
  });
});

describe('product events', () => {
  const UPDATED = { eventType: 'avi:jira:updated:issue', issue: { id: '1' } };

  it('reach the triggers that listen to them', async () => {
    const app = await runApp();
    expect(await app.host.deliverEvent(UPDATED)).toBe(1);
    expect(await app.host.deliverEvent({ eventType: 'avi:jira:created:issue' })).toBe(0);
    expect(await app.seen()).toEqual([{ heard: 'avi:jira:updated:issue', issue: { id: '1' }, retry: null }]);
  });

  it('of the app itself are not heard by a trigger that ignores them', async () => {
    const app = await runApp();
    expect(await app.host.deliverEvent({ ...UPDATED, selfGenerated: true })).toBe(0);
  });

  it('come again four times when the function asks for it', async () => {
    const app = await runApp();
    let ran = await app.host.deliverEvent({ ...UPDATED, again: true });
    for (let times = 0; times < 10; times += 1) {
      app.clock.advance(1000);
      ran += await app.host.drain();
    }
    expect(ran).toBe(5);
    expect((await app.seen()).map(({ retry }) => retry)).toEqual([null, 1, 2, 3, 4]);
  });
});

it('background work and screens count as invocations alike', async () => {
  const app = await runApp();
  await push(app, { body: {} });
  await app.host.drain();
  await app.host.invoke({ functionKey: 'echo' }, AT, 'lead');
  expect(app.host.use().invocations).toBe(3);
});
