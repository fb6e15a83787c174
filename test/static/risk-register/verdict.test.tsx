import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { RiskFields } from '#src/domain/risk/risk';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH } from './risks';

const [, training, translators] = LAUNCH as readonly [RiskFields, RiskFields, RiskFields];

/** Two risks in which nothing is wrong. */
const sound = () =>
  new FakeRegister({
    fields: [
      { ...training, issueIds: [] },
      { ...translators, ownerId: 'sam' },
    ],
  });

const firstLine = () => screen.getAllByRole('heading', { level: 2 })[0]?.textContent;
const reviewButton = () => screen.queryByRole('button', { name: /^Review \d/ })?.textContent;

test('the first line and the button beside it speak of the same risks', async () => {
  openRegister(sound());
  await rowOf(1);
  expect(reviewButton()).toMatch(/^Review 2 /);
  expect(firstLine()).toBe('2 risks are up for review, and nothing else needs you.');
  expect(screen.getByText(': new', { exact: false }).textContent).toBe('R-1, R-2: new');
});

test('who may only read is told the same, of everybody', async () => {
  openRegister(sound(), { visitor: { accountId: 'sam', canEdit: false } });
  await rowOf(1);
  expect(firstLine()).toBe('2 risks are up for review, and nothing else needs anybody.');
});

test('nothing needs anybody once all was looked at', async () => {
  const register = sound();
  for (const { id } of register.risks) register.change('maria', id, { kind: 'review', outcome: 'unchanged' });
  openRegister(register);
  await rowOf(1);
  expect(reviewButton()).toBeUndefined();
  expect(firstLine()).toBe('Nothing needs you.');
  expect(screen.getByText(/^Next review: R-/)).toBeTruthy();
});
