import { expect, it } from 'vitest';

import { CALLS } from '#src/contract/index';

import { stories } from '../builders/memory-board';
import { memoryApp } from './memory-app';

const ANN = { accountId: '5b10:ann' };

async function mend(change: object) {
  const { resolvers, asked } = memoryApp({ issues: stories(3) });
  const payload = { boardId: 1, issueId: '1', mend: change };
  return { answer: await resolvers['mend-issue']({ payload, context: ANN }), asked };
}

const template = { heading: 'Criteria', lines: ['Given'] };

it.each([
  [{ kind: 'estimate', from: 3, to: 5 }],
  [{ kind: 'priority', from: '3', to: '1' }],
  [{ kind: 'insert-criteria', template }],
  [{ kind: 'link-blocker', blockerKey: 'PLAT-77' }],
])('answers health and undo in the shape of the contract: %j', async (change) => {
  const { answer } = await mend(change);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(CALLS['mend-issue'].response.parse(answer.data)).toEqual(answer.data);
  expect(answer.data.undo).not.toBeNull();
  expect(Object.keys(answer.data.health.words.issues)).toEqual(['1']);
});

it.each([
  [{ kind: 'estimate', from: 3, to: -1 }],
  [{ kind: 'estimate', from: 3, to: '5' }],
  [{ kind: 'priority', from: '3', to: 'High' }],
  [{ kind: 'link-blocker', blockerKey: '10001' }],
  [{ kind: 'link-blocker', blockerKey: 'PLAT-77 OR 1=1' }],
  [{ kind: 'insert-criteria', template: { heading: '', lines: [] } }],
  [{ kind: 'delete' }],
])('refuses what is no change that it knows: %j', async (change) => {
  const { answer, asked } = await mend(change);
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  expect(asked).toEqual([]);
});
