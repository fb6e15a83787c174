import { expect, it } from 'vitest';

import { BACKLOG_CALLS, REGISTER_CALLS } from '#src/contract/index';
import { FINDING } from '#src/contract/finding';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';

import { createRegisterApp } from '#src/app/register';
import { registerResolvers } from '#src/resolvers/risk/register-calls';
import { memoryApp } from '../resolvers/memory-app';
import { registerWorld } from '../resolvers/risk/register-world';

it('has a resolver for every call, and a call for every resolver', () => {
  expect(Object.keys(memoryApp().resolvers).sort()).toEqual(Object.keys(BACKLOG_CALLS).sort());
  const { platformFor } = registerWorld();
  const register = registerResolvers(createRegisterApp(platformFor('lea')));
  expect(Object.keys(register).sort()).toEqual(Object.keys(REGISTER_CALLS).sort());
});

it('has a shape for the findings of every check, and no other', () => {
  const ids = FINDING.options.map(({ shape }) => shape.check.value);
  expect([...ids].sort()).toEqual([...CHECK_IDS].sort());
});
