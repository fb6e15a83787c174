import { expect, it } from 'vitest';

import { CALLS } from '#src/contract/index';
import { FINDING } from '#src/contract/finding';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';

import { memoryApp } from '../resolvers/memory-app';

it('has a resolver for every call, and a call for every resolver', () => {
  expect(Object.keys(memoryApp().resolvers).sort()).toEqual(Object.keys(CALLS).sort());
});

it('has a shape for the findings of every check, and no other', () => {
  const ids = FINDING.options.map(({ shape }) => shape.check.value);
  expect([...ids].sort()).toEqual([...CHECK_IDS].sort());
});
