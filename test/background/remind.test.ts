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
