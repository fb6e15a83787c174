import { expect, it } from 'vitest';

import { createApp } from '#src/app';
import { CALLS } from '#src/contract/index';
import { callResolvers } from '#src/resolvers/calls';

it('has a resolver for every call, and a call for every resolver', () => {
  const app = createApp({
    jiraAsUser: () => () => Promise.reject(new Error('Nothing is read here.')),
    storage: {
      batchGet: () => Promise.resolve({ successfulKeys: [] }),
      batchSet: () => Promise.resolve(undefined),
    },
    now: () => new Date('2026-10-12T08:00:00.000Z'),
    log: () => undefined,
  });
  expect(Object.keys(callResolvers(app)).sort()).toEqual(Object.keys(CALLS).sort());
});
