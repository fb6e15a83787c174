import { expect, it } from 'vitest';

import { createReminder } from '#src/background/remind';

import { addRisks, registerWorld, uuid } from '../resolvers/risk/register-world';
import { DAY } from '../sandbox/confluence/wiki.fixture';

const run = {};

it('removes what was deleted too long ago within a week, with a licence or without, and asks Confluence nothing', async () => {
  const world = registerWorld();
  const { ask, at, clock, rowsOf, logged, rest } = world;
  await addRisks(world, 2);
  await ask('change-risk', { riskId: uuid(1), version: 1, change: { kind: 'delete' } }, 'lea', at);
  const daily = createReminder(world.platformFor(null), () => false);
  clock.advance(91 * DAY);
  for (let day = 0; day < 7; day += 1) {
    clock.advance(DAY);
    const before = rest.ledger.entries().length;
    await daily(undefined, run);
    expect(rest.ledger.entries()).toHaveLength(before);
  }
  expect(rowsOf('risk')).toHaveLength(1);
  expect(rowsOf('risk-event').map(({ value }) => (value as { riskId: string }).riskId)).toEqual([uuid(2)]);
  expect(logged).toEqual([]);
  expect(await ask('open-register', {}, 'lea', at)).toMatchObject({
    risks: [{ id: uuid(2), number: 2 }],
    register: { nextNumber: 3 },
  });
});

it('goes on without what cannot be removed, and says so by its id alone', async () => {
  const world = registerWorld();
  const { ask, at, clock, trouble, logged, rowsOf } = world;
  await addRisks(world, 1);
  await ask('change-risk', { riskId: uuid(1), version: 1, change: { kind: 'delete' } }, 'lea', at);
  const daily = createReminder(world.platformFor(null), () => true);
  clock.advance(91 * DAY);
  trouble.before = (path) => {
    if (path.endsWith('/transaction')) throw new Error('Merger of Aurora.');
  };
  for (let day = 0; day < 7; day += 1) {
    clock.advance(DAY);
    await daily(undefined, run);
  }
  expect(logged).toEqual([{ event: 'purge-failed', register: rowsOf('register')[0]!.key, error: 'Error' }]);
  expect(rowsOf('risk')).toHaveLength(1);
});

const APART = 7 * DAY;

/** Runs the schedule for so many days, as often and as late each day as it says, and answers when comments were written. */
async function remindersOver(days: number, timesOn: (day: number) => readonly number[]) {
  const world = registerWorld({ queryLagMs: 2_000 });
  const { ask, at, clock, wiki, page } = world;
  await addRisks(world, 2);
  await ask('set-reminder', { isOn: true }, 'lea', at);
  clock.advance(40 * DAY);
  const daily = createReminder(world.platformFor(null), () => true);
  const midnight = clock.now();
  for (let day = 0; day < days; day += 1) {
    for (const time of timesOn(day)) {
      clock.advance(midnight + day * DAY + time - clock.now());
      // A schedule that arrives twice arrives at once.
      await Promise.all([daily(undefined, run), daily(undefined, run)]);
    }
  }
  return wiki.commentsOf(page.id).map(({ createdAt }) => createdAt);
}

it('writes every seventh day over a month of schedules that arrive twice', async () => {
  const written = await remindersOver(30, () => [0]);
  expect(written.map((time) => (time - written[0]!) / DAY)).toEqual([0, 7, 14, 21, 28]);
});

it.each([
  ['late on one day and early on the next', (day: number) => [day % 2 === 0 ? DAY - 1_000 : 1_000]],
  ['many times a day', () => [0, 1_000, DAY / 3, DAY / 2, DAY - 1]],
  ['with days that were left out', (day: number) => (day % 5 === 4 ? [] : [day * 60_000])],
])('leaves seven days between two comments: %s', async (_, timesOn) => {
  const written = await remindersOver(30, timesOn);
  expect(written.length).toBeGreaterThanOrEqual(4);
  for (const [index, time] of written.slice(1).entries()) {
    expect(time - written[index]!).toBeGreaterThanOrEqual(APART);
  }
});
