import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { answer, later, never, refuse } from '../fake-bridge';
import { axeFindings } from '../render-at-desk';

import {
  buildClosed,
  buildPlanned,
  buildPlannedIssue,
  buildRunning,
  NO_PAST,
  NOTHING_OPEN,
  PAST,
  planOf,
} from './opened-builder';
import { renderOpened, renderSprint, sentence } from './render-sprint';

import type { OpenedSprint } from '#src/contract/sprint/calls';
import type { Answer } from '#src/contract/outcome';

const BLOCKED = buildPlannedIssue(19, {
  isReady: false,
  findings: [
    {
      check: 'open-blocker',
      severity: 'critical',
      facts: { blockers: [{ key: 'TIDE-80', placesBelow: 3 }] },
    },
  ],
});

describe('the sentence of a plan', () => {
  test.each<[string, OpenedSprint, RegExp]>([
    ['ready', planOf(3), /^Ready: 15 points against a likely \d+–\d+, \d\d% chance to deliver 80% of it$/],
    [
      'too much',
      planOf(9),
      /^Ready, but 45 points against a likely \d+–\d+: \d+% chance to deliver 80% of it$/,
    ],
    [
      'not ready',
      buildPlanned([buildPlannedIssue(11), BLOCKED]),
      /^Not ready: 1 of 2 items needs work first$/,
    ],
    ['nothing planned', planOf(0), /^Nothing is planned in this sprint yet$/],
    [
      'too little history',
      planOf(2, { past: NO_PAST }),
      /^Ready, but too little history for odds \(3 of 5 sprints\)$/,
    ],
    [
      'history to come',
      planOf(2, { past: { ...NO_PAST, sprints: [] } }),
      /^Ready, but too little history for odds \(0 of 5 sprints\)$/,
    ],
  ])('%s', async (_name, opened, words) => {
    renderOpened(opened);
    expect(await sentence()).toMatch(words);
    expect(await axeFindings()).toEqual([]);
  });

  test('never says that something is certain', async () => {
    renderOpened(planOf(40));
    expect(await sentence()).not.toMatch(/ (0|100)% chance/);
  });
});

describe('what stands in the way of a plan', () => {
  test('is told with the issues that it is about', async () => {
    const opened = buildPlanned([
      buildPlannedIssue(11, { estimate: 13, assigneeId: 'ann' }),
      buildPlannedIssue(12, { estimate: null, isCarriedIn: true }),
      { ...BLOCKED, isFlagged: true, assigneeId: 'ann' },
    ]);
    const view = { ...opened.view, blockedByLater: [{ key: 'TIDE-19', blockerKey: 'TIDE-80' }] };
    renderOpened({ ...opened, view });
    const card = within(await screen.findByRole('region', { name: 'Items' }));
    expect(card.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '2 of 3 ready, 13 of 18 points',
      '1 without an estimate',
      '1 blocked: TIDE-19',
      'TIDE-19 waits for TIDE-80, which is planned after it',
      '1 flagged: TIDE-19',
      '1 carried in: TIDE-12',
      '100% of the points rest on Ann Achterberg',
    ]);
  });

  test('a picture says in words what it shows', async () => {
    renderOpened(planOf(4));
    const label = (await screen.findByRole('img')).getAttribute('aria-label');
    expect(label).toMatch(
      /Planned are 20 points; 80% of it is 16 points\. \d+ of 20 equally likely outcomes/,
    );
  });
});

describe('a sprint that runs', () => {
  test('is told beside what is usual, and drawn with a table of the same', async () => {
    const { user } = renderOpened(buildRunning(), {}, { sprintId: 23 });
    await screen.findByText('Show as a table');
    expect(await sentence()).toBe('As usual: 10 points of 22 points delivered with 50% of the time gone');
    await user.click(screen.getByText('Show as a table'));
    const [, half] = within(screen.getAllByRole('table')[0]!).getAllByRole('row', { name: /^[05]0?%/ });
    expect(half?.textContent).toContain('50%');
    expect(half?.textContent).toContain('10 points');
    expect(screen.getByText(/^under way for 9 days; 85 of 100 .* within 4 days$/)).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  test.each([
    ['behind', /^Behind what is usual: 10 points delivered, 5–15 points are usual by now$/],
    ['ahead', /^Ahead of what is usual/],
    ['scope-grew', /^Scope grew more than usual: 2 points added since the start, 0–4 points are usual$/],
  ] as const)('%s', async (verdict, words) => {
    renderOpened(buildRunning({ verdict }), {}, { sprintId: 23 });
    expect(await sentence()).toMatch(words);
  });

  test('without history is told without a comparison', async () => {
    renderOpened(
      buildRunning({ verdict: 'no-history', fan: null, ageLimitDays: null }, { past: NO_PAST }),
      {},
      {
        sprintId: 23,
      },
    );
    expect(await sentence()).toBe('10 points of 22 points delivered with 50% of the time gone');
    expect(screen.getByText('too little history for odds (3 of 5 sprints).')).toBeTruthy();
  });
});

describe('where there is nothing to say', () => {
  test('a board without sprints', async () => {
    renderOpened(NOTHING_OPEN);
    expect(await sentence()).toBe('No sprint to show');
    expect(screen.queryByLabelText('Sprint')).toBeNull();
    expect(await axeFindings()).toEqual([]);
  });

  test('a sprint that was closed without being started', async () => {
    renderOpened({ ...buildClosed(), view: null }, {}, { sprintId: 22 });
    expect(await sentence()).toBe('This sprint was never started');
  });

  test('a failure, and the way on', async () => {
    const answers: Answer<OpenedSprint>[] = [refuse({ code: 'jira-unavailable' }), answer(planOf(3))];
    const { user } = renderSprint({ 'get-sprint': () => answers.shift()! });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await sentence()).toMatch(/^Ready/);
  });

  test('a wait that Jira asks for', async () => {
    renderSprint({ 'get-sprint': () => refuse({ code: 'rate-limited', retryAfterSeconds: 30 }) });
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(again.hasAttribute('disabled')).toBe(true);
  });

  test('an outline while it loads', () => {
    renderSprint({ 'get-sprint': never });
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('Loading the sprint');
  });

  test('a dialog without a board', async () => {
    renderSprint({}, { boardId: null });
    await screen.findByRole('heading', { level: 2 });
  });
});

describe('by permission and licence', () => {
  test('those who may change nothing read all of it', async () => {
    renderOpened(planOf(9, { canManageSprints: false, canMoveIssues: false, canSaveNotes: false }));
    expect(await sentence()).toMatch(/^Ready, but 45 points/);
    expect(screen.queryByRole('button', { name: /^(Move|Edit|Save)/ })).toBeNull();
    expect(screen.getByText('Moving items takes the permission to schedule them.')).toBeTruthy();
    expect(screen.getByText('Only those who may manage sprints can change the goal.')).toBeTruthy();
  });

  test('without a licence nothing can be changed, and copying goes on', async () => {
    renderOpened(planOf(9, { isLicensed: false }));
    await screen.findByRole('region', { name: 'Evenkeel has no licence on this site' });
    expect(screen.queryByRole('button', { name: /^(Move|Edit|Save)/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy for planning' })).toBeTruthy();
  });
});

describe('the sprints to choose from', () => {
  test('are grouped by state, and the chosen one is read', async () => {
    const { bridge, user } = renderSprint({
      'get-sprint': ({ sprintId }) => answer(sprintId === 22 ? buildClosed() : planOf(3)),
    });
    const chooser = await screen.findByLabelText('Sprint');
    expect(
      within(chooser)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Tide 24', 'Tide 23', 'Tide 22']);
    await user.selectOptions(chooser, 'Tide 22');
    await screen.findByRole('table', { name: 'What happened' });
    expect(await sentence()).toBe('18 points delivered of 25 points planned');
    expect(bridge.asked.map(({ payload }) => payload)).toEqual([
      { boardId: 7, sprintId: 24 },
      { boardId: 7, sprintId: 22 },
    ]);
    expect(await axeFindings()).toEqual([]);
  });

  test('an answer that is overtaken by another choice is dropped', async () => {
    const slow = later<Answer<OpenedSprint>>();
    const { user } = renderSprint({
      'get-sprint': ({ sprintId }) =>
        sprintId === 23 ? slow.promise : answer(sprintId === 22 ? buildClosed() : planOf(3)),
    });
    const chooser = await screen.findByLabelText('Sprint');
    await user.selectOptions(chooser, 'Tide 23');
    await user.selectOptions(chooser, 'Tide 22');
    await screen.findByRole('table', { name: 'What happened' });
    slow.settle(answer(buildRunning()));
    expect(await sentence()).toBe('18 points delivered of 25 points planned');
  });
});

describe('past sprints that are not read yet', () => {
  const UNREAD = { ...NO_PAST, sprints: [], unread: 9 };

  test('are read beside what is shown, then the sprint is read once more', async () => {
    const lefts = [4, 0];
    const { bridge } = renderSprint({
      'get-sprint': () => answer(planOf(3, lefts.length > 0 ? { past: UNREAD } : {})),
      'read-sprint-past': () => answer({ ...PAST, unread: lefts.shift() ?? 0 }),
    });
    expect(await screen.findByText(/^From your last 6 sprints$/i)).toBeTruthy();
    expect(bridge.asked.map(({ call }) => call)).toEqual([
      'get-sprint',
      'read-sprint-past',
      'read-sprint-past',
      'get-sprint',
    ]);
  });

  test('say so, in a calm line, while they are read', async () => {
    renderOpened(planOf(3, { past: UNREAD }), { 'read-sprint-past': never });
    expect(await screen.findByText(/^Reading past sprints exactly, once: 0 of 9\./)).toBeTruthy();
    expect(await sentence()).toBe('Ready, but past sprints are still being read');
  });

  test('that cannot be read are told, and read on request', async () => {
    const pasts = [refuse({ code: 'rate-limited', retryAfterSeconds: 1 }), answer({ ...PAST, unread: 0 })];
    let isRead = false;
    const { user } = renderSprint({
      'get-sprint': () => answer(planOf(3, { past: isRead ? PAST : UNREAD })),
      'read-sprint-past': () => {
        const [next] = pasts.splice(0, 1);
        isRead = next!.ok;
        return next!;
      },
    });
    const failed = await screen.findByText(/^9 past sprints are not read yet/);
    await user.click(within(failed).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^From your last 6 sprints$/i)).toBeTruthy();
  });

  test('that stay unread are not asked for again and again', async () => {
    const { bridge } = renderOpened(planOf(3, { past: { ...PAST, unread: 2 } }), {
      'read-sprint-past': () => answer({ ...PAST, unread: 2 }),
    });
    await screen.findByRole('heading', { level: 2 });
    await expect.poll(() => bridge.asked.length).toBe(3);
    expect(bridge.asked.map(({ call }) => call)).toEqual(['get-sprint', 'read-sprint-past', 'get-sprint']);
  });
});
