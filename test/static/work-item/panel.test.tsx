import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import type { BacklogHealthIssue } from '#src/contract/get-backlog-health';
import type { WorkItem } from '#src/contract/work-item/calls';

// The forms load when they are first shown; here they are there at once.
import '../../../static/backlog-health/mend/mend-form';
import { App } from '../../../static/work-item/app';
import { answer, fakeBridge, refuse, type Answers } from '../fake-bridge';
import { buildHealth, buildIssue, FINDINGS } from '../health-builder';
import { violations } from '../violations';

type Finding = BacklogHealthIssue['findings'][number];

const CONTEXT = {
  boardId: null,
  projectId: '10000',
  issueId: '10001',
  surface: 'page',
  locale: 'en-US',
  siteUrl: 'https://acme.atlassian.net',
} as const;

const NO_RISKS = { 'get-work-item-risks': () => answer({ risks: [] }) };

const failOnWords = (error: Error) => {
  throw error;
};

function itemOf(
  change: Partial<WorkItem> = {},
  findings: readonly Finding[] = [FINDINGS.noEstimate, FINDINGS.thin],
): WorkItem {
  const isReady = findings.every(({ severity }) => severity !== 'critical');
  return {
    state: 'judged',
    board: { id: 1, name: 'Aurora board' },
    boards: null,
    health: buildHealth({ issues: [buildIssue({ id: '10001', findings, isReady })] }),
    comparedWith: null,
    isUnderWay: false,
    canMend: true,
    notLooked: [],
    ...change,
  };
}

function open(answers: Answers) {
  document.documentElement.lang = 'en';
  const bridge = fakeBridge({ ...NO_RISKS, ...answers }, CONTEXT);
  render(<App bridge={bridge} context={CONTEXT} onWordsError={failOnWords} />);
  return { bridge, user: userEvent.setup() };
}

describe('the panel of a work item', () => {
  it('says how many flags stand against it, with the facts of each, in two calls', async () => {
    const { bridge } = open({ 'get-work-item': () => answer(itemOf()) });
    await screen.findByRole('heading', { name: 'Not ready for a sprint: 2 flags' });
    screen.getByText('6 words of description, fewer than 10');
    expect(bridge.asked).toHaveLength(2);
    expect(bridge.asked).toContainEqual({
      call: 'get-work-item',
      payload: { issueId: '10001', projectId: '10000', boardId: null },
    });
    expect(bridge.asked).toContainEqual({ call: 'get-work-item-risks', payload: { issueId: '10001' } });
    expect(await violations()).toEqual([]);
  });

  it.each<[readonly Finding[], string]>([
    [[], 'Ready for a sprint'],
    [[FINDINGS.thin], 'Ready for a sprint, with 1 flag worth a look'],
    [[FINDINGS.noBenefit], 'Ready for a sprint'],
  ])('says ready as such: %#', async (findings, sentence) => {
    open({ 'get-work-item': () => answer(itemOf({}, findings)) });
    await screen.findByRole('heading', { name: sentence });
  });

  it.each([
    [
      'no-board',
      'This project has no board that you can see, so there are no rules to check this work item by.',
    ],
    [
      'not-counted',
      'Epics and sub-tasks are not checked: readiness is about what goes into a sprint as a whole.',
    ],
    ['done', 'Done. Readiness is about work that is still to come.'],
    ['not-on-board', 'This work item is not on the board “Aurora board”, so its rules say nothing about it.'],
  ] as const)('says why it is not judged: %s', async (state, sentence) => {
    const item = itemOf({ state, health: null, canMend: false });
    open({ 'get-work-item': () => answer(state === 'no-board' ? { ...item, board: null } : item) });
    await screen.findByText(sentence);
    expect(screen.queryByRole('button', { name: 'Mend here' })).toBeNull();
  });

  it('lists what it did not look at, by why', async () => {
    const notLooked = [
      { check: 'near-duplicate', why: 'whole-backlog' },
      { check: 'default-priority', why: 'not-shown' },
    ] as const;
    const { user } = open({ 'get-work-item': () => answer(itemOf({ notLooked })) });
    await user.click(await screen.findByText('2 checks say nothing here'));
    screen.getByText(/^Not looked at here, since it takes the whole backlog:/);
    screen.getByText(/^A field is not shown to you:/);
  });

  it('judges by another board when that is chosen', async () => {
    const boards = [
      { id: 1, name: 'Aurora board', type: 'scrum' as const },
      { id: 2, name: 'Borealis board', type: 'scrum' as const },
    ];
    const { bridge, user } = open({
      'get-work-item': ({ boardId }) =>
        answer(itemOf(boardId === 2 ? { board: { id: 2, name: 'Borealis board' } } : {})),
      'list-boards': () => answer({ boards }),
    });
    await user.click(await screen.findByRole('button', { name: 'Other board' }));
    await user.selectOptions(await screen.findByLabelText('By the rules of'), 'Borealis board');
    await waitFor(() => {
      expect(bridge.asked.at(-1)).toMatchObject({ call: 'get-work-item', payload: { boardId: 2 } });
    });
    await waitFor(() => {
      expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'By the rules of' }).value).toBe('2');
    });
  });

  it('is mended in place by the rules of its board, and compared from then on', async () => {
    const mended = buildHealth({
      issues: [
        buildIssue({ id: '7', key: 'AUR-7' }),
        buildIssue({ id: '10001', findings: [], isReady: true, estimate: 5 }),
      ],
    });
    const { bridge, user } = open({
      'get-work-item': () =>
        answer(
          itemOf({ notLooked: [{ check: 'near-duplicate', why: 'whole-backlog' }] }, [FINDINGS.noEstimate]),
        ),
      'mend-issue': () => answer({ health: mended, undo: null }),
      jira: () => [],
    });
    await user.click(await screen.findByRole('button', { name: 'Mend here' }));
    const field = await screen.findByLabelText('Story Points');
    await user.clear(field);
    await user.type(field, '5{Enter}');
    await screen.findByRole('heading', { name: 'Ready for a sprint' });
    expect(bridge.asked.find(({ call }) => call === 'mend-issue')?.payload).toMatchObject({
      boardId: 1,
      issueId: '10001',
      mend: { kind: 'estimate', to: 5 },
    });
    expect(screen.queryByText('1 check says nothing here')).toBeNull();
    screen.getByText(/^Compared with the backlog/);
  });

  it('offers a way to try again after a failure, and shows the answer then', async () => {
    let isDown = true;
    const { user } = open({
      'get-work-item': () => (isDown ? refuse({ code: 'jira-unavailable' }) : answer(itemOf({}, []))),
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isDown = false;
    await user.click(again);
    await screen.findByRole('heading', { name: 'Ready for a sprint' });
  });

  it('shows the risks that it mitigates, each with its page', async () => {
    const risk = {
      riskId: 'a',
      number: 7,
      title: 'The supplier is late',
      level: 'high',
      dueOn: '2026-12-01',
      page: { title: 'Aurora launch', path: '/wiki/spaces/AUR/pages/1' },
    } as const;
    const { bridge, user } = open({
      'get-work-item': () => answer(itemOf({}, [])),
      'get-work-item-risks': () => answer({ risks: [risk] }),
    });
    await screen.findByRole('heading', { name: 'Mitigates 1 risk' });
    screen.getByText('due Dec 1, 2026', { exact: false });
    await user.click(screen.getByRole('link', { name: 'Aurora launch' }));
    expect(bridge.opened).toEqual(['/wiki/spaces/AUR/pages/1']);
  });

  it('says nothing of risks where there are none', async () => {
    open({ 'get-work-item': () => answer(itemOf({}, [])) });
    await screen.findByRole('heading', { name: 'Ready for a sprint' });
    expect(screen.queryByText(/Mitigates|Risks that it mitigates/)).toBeNull();
  });
});
