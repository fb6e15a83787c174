import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import type { ResponseOf } from '#src/contract/index';

import { FakeRegister } from './fake-register';
import { openRegister, rowOf } from './render-register';
import { LAUNCH, MITIGATIONS } from './risks';

type Answer = Extract<ResponseOf<'suggest-risks'>, { result: 'suggested' }>;
type Suggested = Answer['suggestions'][number];

const draft = (categoryId: string, issueIds: string[] = []): Suggested['draft'] => ({
  categoryId,
  probability: { step: 2, of: 3 },
  impact: { step: 3, of: 3 },
  issueIds,
});

const BELOW: Suggested = {
  key: 'below-two-sprints/1',
  kind: 'below-two-sprints',
  draft: draft('resource-gap'),
  evidence: {
    boardId: 1,
    runway: { p50: 1.75, p85: 1.99, isLowerBound: false },
    depth: { amount: 14, items: 3 },
  },
};
const CHAIN: Suggested = {
  key: 'blocked-chain/1/40',
  kind: 'blocked-chain',
  draft: draft('technical-dependency', ['40']),
  evidence: { boardId: 1, rootId: '40', blockedIds: ['10', '20', '30'], isRing: false },
};
const person = (accountId: string): Suggested => ({
  key: `one-person/1/${accountId}`,
  kind: 'one-person',
  draft: draft('resource-gap'),
  evidence: { boardId: 1, sprintId: 9, accountId, points: 9, total: 20, share: 0.45 },
});

const answer = (...suggestions: Suggested[]): Answer => ({
  result: 'suggested',
  boardId: 1,
  boardName: 'Aurora board',
  unit: 'points',
  asOf: '2026-11-24T08:00:00.000Z',
  suggestions,
  issueKeys: { 10: 'AUR-10', 20: 'AUR-20', 30: 'AUR-30', 40: 'PLAT-4' },
});

const BOARDS = {
  isLast: true,
  values: [
    { id: 1, name: 'Aurora board', type: 'scrum', location: { projectKey: 'AUR' } },
    { id: 2, name: 'Support board', type: 'kanban', location: { projectKey: 'SUP' } },
  ],
};
const SUMMARIES = {
  issues: [
    { id: '10', fields: { summary: 'Show the export' } },
    { id: '40', fields: { summary: 'Rotate the keys' } },
  ],
};
const jira = (path: string) =>
  path.startsWith('/rest/agile/1.0/board?') ? BOARDS : path.includes('/search/jql') ? SUMMARIES : {};

const suggesting = (boardId: number | null = 1, fields = LAUNCH, mitigations = MITIGATIONS) =>
  new FakeRegister({ fields, mitigations, register: { boardId } });

let register: FakeRegister;
beforeEach(() => {
  register = suggesting();
});

const part = async (name: string | RegExp) => await screen.findByRole('region', { name }, { timeout: 5_000 });

/** Opens what is folded into one line in a register that has risks. */
const unfold = async (user: ReturnType<typeof openRegister>['user'], name: string) => {
  const region = await part(name);
  await user.click(within(region).getByRole('button', { name, expanded: false }));
  return region;
};
const calls = (call: string) => register.asked.filter((each) => each.call === call);

describe('suggested risks', () => {
  test('say what was seen, with the issues and the name that the viewer may see', async () => {
    register.suggested = answer(BELOW, CHAIN, person('jonas'));
    const { bridge, user } = openRegister(register, { jira });
    const region = await part('3 risks suggested from Jira');
    expect(within(region).queryAllByRole('button', { name: /^Add to register/ })).toEqual([]);
    await unfold(user, '3 risks suggested from Jira');
    expect(region.textContent).toContain('Ready work lasts 1.9 sprints in 85 of 100 cases');
    expect(region.textContent).toContain('14 points in 3 items');
    await within(region).findByText(/Jonas Adeyemi holds 9 of 20 points in the next sprint \(45%\)/);
    expect(
      within(region)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['PLAT-4', 'AUR-30', 'AUR-20', 'AUR-10']);
    await within(region).findByText(/Rotate the keys/);
    expect(region.textContent).toContain('From Aurora board, as of');
    expect(bridge.read.filter((path) => path.includes('/search/jql'))).toHaveLength(1);
  });

  test('are added with one click, without anybody’s name, and taken back with another', async () => {
    register.suggested = answer(CHAIN, person('jonas'));
    const { user } = openRegister(register, { jira });
    const region = await unfold(user, '2 risks suggested from Jira');
    await within(region).findByText(/Jonas Adeyemi/);
    const [, second] = within(region).getAllByRole('button', { name: /^Add to register/ });
    await user.click(second!);
    await part('1 risk suggested from Jira');
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Add to register: PLAT-4/);
    });
    await user.click(screen.getByRole('button', { name: /^Add to register: PLAT-4/ }));
    await waitFor(() => {
      expect(register.risk(11)).toMatchObject({ ...CHAIN.draft, ownerId: 'maria' });
    });
    expect(register.risk(10).title).toMatch(/^One person holds 45% of the next sprint/);
    expect(register.risk(10).title).not.toContain('Jonas');
    expect(register.settledKeys).toEqual(['one-person/1/jonas', CHAIN.key]);
    const last = await part('Jira suggests no further risks.');
    expect(document.activeElement).toBe(last);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(register.risk(11).deleted).not.toBeNull();
    });
    // Taken back, it is suggested again, and the one before it stays settled.
    const again = await part('1 risk suggested from Jira');
    within(again).getByRole('button', { name: /^Add to register: PLAT-4/ });
    expect(register.settledKeys).toEqual(['one-person/1/jonas']);
  });

  test('are dismissed for good, and that is said and told in the history', async () => {
    register.suggested = answer(BELOW);
    const { user } = openRegister(register, { jira });
    await unfold(user, '1 risk suggested from Jira');
    await user.click(screen.getByRole('button', { name: /^Dismiss for good/ }));
    await part('Jira suggests no further risks.');
    expect(screen.getAllByText(/^Dismissed for good, and not suggested again/)).not.toEqual([]);
    expect(register.settledKeys).toEqual([BELOW.key]);
    expect(register.register.version).toBe(2);
  });

  test('stay where they are when that fails', async () => {
    register.suggested = answer(BELOW);
    register.faults.set('dismiss-suggestion', [{ code: 'timed-out' }]);
    register.faults.set('create-risks', ['lost-after']);
    const { user } = openRegister(register, { jira });
    await unfold(user, '1 risk suggested from Jira');
    await user.click(screen.getByRole('button', { name: /^Dismiss for good/ }));
    expect((await screen.findAllByText(/^Not dismissed: /)).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: /^Add to register/ }));
    expect((await screen.findAllByText(/^Not added: /)).length).toBeGreaterThan(0);
    // Its answer was lost, and the same risk is sent again: there is one.
    await user.click(screen.getByRole('button', { name: /^Add to register/ }));
    await part('Jira suggests no further risks.');
    expect(register.risks).toHaveLength(LAUNCH.length + 1);
  });

  test('stand open in an empty register, and stay so with its first risk', async () => {
    register = suggesting(1, []);
    register.suggested = answer(BELOW, CHAIN);
    const { user } = openRegister(register, { jira });
    await part('2 risks suggested from Jira');
    await screen.findByRole('heading', { name: 'What might go wrong?' });
    await user.click(screen.getByRole('button', { name: /^Add to register: PLAT-4/ }));
    await part('1 risk suggested from Jira');
    await rowOf(1);
    screen.getByRole('button', { name: /^Add to register: Refined work/ });
    expect(calls('suggest-risks')).toHaveLength(1);
  });

  test('are not asked for by somebody who cannot add them, nor without a board', async () => {
    register.suggested = answer(BELOW);
    openRegister(register, { jira, visitor: { accountId: 'sam', canEdit: false } });
    await rowOf(1);
    expect(screen.queryByRole('region', { name: /Jira/ })).toBeNull();
    expect(calls('suggest-risks')).toEqual([]);
  });

  test.each([
    ['no-access', /You may not see the board/],
    ['no-jira', /Jira could not be reached/],
    ['too-little-history', /too little history/],
  ] as const)('say why there are none: %s', async (reason, words) => {
    register.suggested = { result: 'none', boardId: 1, reason } as never;
    openRegister(register, { jira });
    await part(words);
    expect(screen.queryByRole('button', { name: 'Try again' }) !== null).toBe(reason === 'no-jira');
  });

  test('that fail leave the register as it is, and can be asked for again', async () => {
    register.suggested = answer(BELOW);
    register.faults.set('suggest-risks', [{ code: 'internal', reference: 'r' }]);
    const { user } = openRegister(register, { jira });
    await rowOf(1);
    await part(/^No risks suggested: /);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await part('1 risk suggested from Jira');
  });
});

describe('the board', () => {
  test('that is evident is chosen beforehand, and saved by a click alone', async () => {
    const [tax = LAUNCH[0]!] = LAUNCH;
    register = suggesting(null, [tax], MITIGATIONS.slice(0, 1));
    register.suggested = answer(BELOW);
    const { user } = openRegister(register, { jira });
    await part(/^Jira can suggest risks/);
    expect(calls('suggest-risks')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Choose a board' }));
    const field = screen.getByRole('combobox', { name: 'Which board does this page plan with?' });
    await waitFor(() => {
      expect(field).toHaveProperty('value', '1');
    });
    expect(document.activeElement).toBe(field);
    expect(calls('change-register')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await part('1 risk suggested from Jira');
    expect(register.register.boardId).toBe(1);
  });

  test('is not guessed where risks are mitigated in two projects', async () => {
    register = suggesting(null);
    const { user } = openRegister(register, { jira });
    await part(/^Jira can suggest risks/);
    await user.click(screen.getByRole('button', { name: 'Choose a board' }));
    await screen.findByRole('option', { name: 'Support board (SUP)' });
    expect(screen.getByRole('combobox', { name: /Which board/ })).toHaveProperty('value', '');
  });

  test('can be chosen in the settings too', async () => {
    const { user } = openRegister(register, { jira });
    await rowOf(1);
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Settings' }));
    const settings = await screen.findByRole('group', { name: 'Jira board' }, { timeout: 5_000 });
    await within(settings).findByRole('option', { name: 'Support board (SUP)' });
    await user.selectOptions(within(settings).getByRole('combobox'), '2');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => {
      expect(register.register.boardId).toBe(2);
    });
  });
});
