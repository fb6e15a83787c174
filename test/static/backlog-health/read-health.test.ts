import { describe, expect, test } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { Answer } from '#src/contract/outcome';

import { nextView, OPENED, type HealthEvent } from '../../../static/backlog-health/health-view';
import { startReading } from '../../../static/backlog-health/read-health';
import { answer, fakeBridge, later, refuse } from '../fake-bridge';
import { buildHealth, buildWords, ISSUES, NO_WORDS } from '../health-builder';

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
const view = (events: readonly HealthEvent[]) => events.reduce(nextView, OPENED);
const ready = (amount: number, words = buildWords(ISSUES)) =>
  buildHealth({ ready: { amount, items: 1 }, words });

describe('a change made while the board is read', () => {
  test('is not lost to an answer that may be older than it', async () => {
    const first = later<Answer<BacklogHealth>>();
    const answers = [() => answer(ready(1)), () => first.promise, () => answer(ready(3))];
    const bridge = fakeBridge({
      'get-backlog-health': () => answers.shift()?.() ?? refuse({ code: 'internal' }),
    });
    const events: HealthEvent[] = [];
    const reading = startReading(bridge, 7, (event) => events.push(event));
    await settled();
    reading.refresh();
    reading.takeIn(ready(2, NO_WORDS));
    expect(view(events).health?.ready.amount).toBe(2);

    first.settle(answer(ready(1)));
    await settled();

    expect(view(events).health?.ready.amount).toBe(3);
    expect(bridge.asked).toHaveLength(3);
    expect(events.filter(({ type }) => type === 'answered')).toHaveLength(2);
  });

  test('keeps the words that were known, and brings its own', async () => {
    const bridge = fakeBridge({ 'get-backlog-health': () => answer(ready(1)) });
    const events: HealthEvent[] = [];
    const reading = startReading(bridge, 7, (event) => events.push(event));
    await settled();
    const own = { issues: { '118': { summary: 'Rewritten', type: 'Bug' } } };
    reading.takeIn(ready(2, { ...NO_WORDS, ...own }));

    const issues = view(events).health?.words.issues;
    expect(issues?.['118']).toEqual({ summary: 'Rewritten', type: 'Bug' });
    expect(issues?.['101']?.summary).toBe('Show the invoice number in the list');
  });
});

describe('a reading', () => {
  test('asks once, however often it is asked to', async () => {
    const first = later<Answer<BacklogHealth>>();
    const bridge = fakeBridge({ 'get-backlog-health': () => first.promise });
    const reading = startReading(bridge, 7, () => undefined);
    reading.refresh();
    reading.refresh();
    await settled();
    expect(bridge.asked).toHaveLength(1);
  });

  test('tells nothing more once it is stopped', async () => {
    const first = later<Answer<BacklogHealth>>();
    const bridge = fakeBridge({ 'get-backlog-health': () => first.promise });
    const events: HealthEvent[] = [];
    const reading = startReading(bridge, 7, (event) => events.push(event));
    reading.stop();
    first.settle(answer(ready(1)));
    await settled();
    expect(events).toEqual([{ type: 'asked' }]);
  });
});
