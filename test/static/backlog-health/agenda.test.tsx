import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';

import { Agenda } from '../../../static/backlog-health/agenda/agenda';

import { buildHealth, buildIssue, buildWords, FINDINGS, NO_FORECAST, NO_WORDS } from '../health-builder';
import { axeFindings, renderAtDesk } from '../render-at-desk';

const renderAgenda = (health: BacklogHealth) => renderAtDesk(health, () => <Agenda />);

const title = () => screen.getByRole('heading', { level: 2 }).textContent;
const entries = () => screen.queryAllByRole('listitem');
const texts = () =>
  entries().map((entry) => [...entry.querySelectorAll('p')].map((line) => line.textContent.trim()));

/** Ready for 40 of the 52 points that two sprints may take, with holes of 5, 3, 8 and 2 points. */
const HOLES = [
  buildIssue({ key: 'AUR-1', estimate: 40, width: 40 }),
  buildIssue({ key: 'AUR-2', estimate: 5, findings: [FINDINGS.blockedBelow] }),
  buildIssue({ key: 'AUR-3', estimate: null, width: 3, findings: [FINDINGS.noEstimate, FINDINGS.thin] }),
  buildIssue({ key: 'AUR-4', estimate: 8, findings: [FINDINGS.blockedTwice] }),
  buildIssue({ key: 'AUR-5', estimate: 2, findings: [FINDINGS.blockedBelow] }),
];

const short = (overrides: Partial<BacklogHealth> = {}) =>
  buildHealth({ issues: HOLES, ready: { amount: 40, items: 1 }, shortBy: 12, ...overrides });

describe('the agenda', () => {
  test('lists the fewest items that bring two sprints ahead, with what to settle and what each buys', () => {
    renderAgenda(short());

    expect(title()).toBe('Refine these 2 to be two sprints ahead');
    expect(screen.getByText('16 of 90 minutes')).toBeDefined();
    expect(texts()).toEqual([
      [
        'AUR-2 Summary of AUR-2',
        'PLAT-77: Move the blocker up, or drop the link.',
        '+5 points, then ready for 1.7 sprints',
      ],
      [
        'AUR-4 Summary of AUR-4',
        'PLAT-77 and OPS-3: Move the blocker up, or drop the link.',
        '+8 points, then ready for 2 sprints',
      ],
    ]);
  });

  test('says what else is worth a look, and quotes what is open', () => {
    const issues = [
      buildIssue({
        key: 'AUR-2',
        estimate: null,
        width: 3,
        findings: [FINDINGS.noEstimate, FINDINGS.placeholder, FINDINGS.abandoned],
      }),
    ];
    renderAgenda(short({ issues, ready: { amount: 50, items: 9 } }));

    expect(texts()).toEqual([
      [
        'AUR-2 Summary of AUR-2',
        'Estimate it together; 0 says that it needs none.',
        'While at it: Settle what is open, and write it down. (“TBD: which archive format”)',
        '+3 points, then ready for 2 sprints',
      ],
    ]);
  });

  test('asks for the estimate of a ready item that lacks nothing else', () => {
    const issues = [buildIssue({ key: 'AUR-2', estimate: null, width: 3 })];
    renderAgenda(short({ issues, ready: { amount: 50, items: 9 } }));

    expect(texts()).toEqual([
      [
        'AUR-2 Summary of AUR-2',
        'Estimate it together; 0 says that it needs none.',
        '+3 points, then ready for 2 sprints',
      ],
    ]);
  });

  test('opens an item in Jira', async () => {
    const { bridge, user } = renderAgenda(short());
    await user.click(screen.getByRole('link', { name: 'AUR-4' }));
    expect(bridge.opened).toEqual(['/browse/AUR-4']);
  });

  test('stands while summaries are not known', () => {
    renderAgenda(short({ words: NO_WORDS }));
    expect(texts()[0]?.[0]).toBe('AUR-2');
  });
});

describe('the session', () => {
  test('cuts the list at once, and says what is left for the next one', async () => {
    const { user } = renderAgenda(short());
    const minutes = screen.getByRole('spinbutton', { name: 'Session minutes' });
    await user.clear(minutes);
    await user.type(minutes, '15');

    expect(title()).toBe('Refine this one on the way to two sprints ahead');
    expect(screen.getByText('8 of 15 minutes')).toBeDefined();
    expect(entries()).toHaveLength(1);
    expect(
      screen.getByText('One more does not fit into the session and can wait for the next one.'),
    ).toBeDefined();
  });

  test('has its own time an item', async () => {
    const { user } = renderAgenda(short());
    const each = screen.getByRole('spinbutton', { name: 'Minutes an item' });
    await user.clear(each);
    await user.type(each, '30');

    expect(screen.getByText('60 of 90 minutes')).toBeDefined();
  });

  test('can be too short for a single item', async () => {
    const { user } = renderAgenda(short());
    const each = screen.getByRole('spinbutton', { name: 'Minutes an item' });
    await user.type(each, '0');
    const minutes = screen.getByRole('spinbutton', { name: 'Session minutes' });
    await user.clear(minutes);
    await user.type(minutes, '30');

    expect(title()).toBe('The session is too short for a single item');
    expect(entries()).toEqual([]);
  });

  test('keeps the last good number while something else is typed, and says what would do', async () => {
    const { user } = renderAgenda(short());
    const minutes = screen.getByRole('spinbutton', { name: 'Session minutes' });
    await user.clear(minutes);

    expect(screen.getByText('16 of 90 minutes')).toBeDefined();
    expect(minutes.getAttribute('aria-invalid')).toBe('true');
    const problem = document.getElementById(minutes.getAttribute('aria-describedby') ?? '');
    expect(problem?.textContent).toBe('Enter a whole number from 10 to 480.');
  });
});

interface StateCase {
  readonly state: string;
  readonly health: BacklogHealth;
  readonly title: string;
  readonly notes: readonly string[];
  readonly items: number;
}

const READY = [buildIssue({ key: 'AUR-1' })];

const STATES: readonly StateCase[] = [
  {
    state: 'ahead, with a hole',
    health: short({ ready: { amount: 52, items: 9 }, shortBy: 0 }),
    title: 'No refinement needed: two sprints ahead',
    notes: ['The first hole is AUR-2.'],
    items: 0,
  },
  {
    state: 'ahead, without a hole',
    health: short({ issues: READY, ready: { amount: 60, items: 9 }, shortBy: 0, firstHole: null }),
    title: 'No refinement needed: two sprints ahead',
    notes: [],
    items: 0,
  },
  {
    state: 'not to be restored by refining',
    health: short({ ready: { amount: 30, items: 9 }, shortBy: 22 }),
    title: 'Refine these 4 on the way to two sprints ahead',
    notes: ['Refining is not enough. Write more stories: 4 points are missing to two sprints ahead.'],
    items: 4,
  },
  {
    state: 'not to be restored by refining what was read',
    health: short({
      ready: { amount: 30, items: 9 },
      shortBy: 22,
      read: { issues: 5, isWholeBacklog: false },
    }),
    title: 'Refine these 4 on the way to two sprints ahead',
    notes: [
      'Refining what was read is not enough. Write more stories, or look further down: 4 points are missing to two sprints ahead.',
    ],
    items: 4,
  },
  {
    state: 'short with everything ready',
    health: short({ issues: READY, ready: { amount: 3, items: 1 }, firstHole: null }),
    title: 'Nothing to refine',
    notes: ['Write more stories: 49 points are missing to two sprints ahead.'],
    items: 0,
  },
  {
    state: 'no forecast',
    health: short(NO_FORECAST),
    title: 'Refine these 4 first',
    notes: [],
    items: 4,
  },
  {
    state: 'no forecast and everything ready',
    health: short({ ...NO_FORECAST, issues: READY }),
    title: 'Nothing to refine',
    notes: [],
    items: 0,
  },
  {
    state: 'a partial answer',
    health: short({ missing: [{ part: 'blockers', code: 'timed-out', retryAfterSeconds: null }] }),
    title: 'Refine these 2 to be two sprints ahead',
    notes: ['Jira was not read whole, so something may be missing here.'],
    items: 2,
  },
  {
    state: 'without what epics say, which changes nothing about the agenda',
    health: short({ missing: [{ part: 'parents', code: 'timed-out', retryAfterSeconds: null }] }),
    title: 'Refine these 2 to be two sprints ahead',
    notes: [],
    items: 2,
  },
];

describe('the agenda of a board that is', () => {
  test.each(STATES)('$state', async ({ health, title: expected, notes, items }) => {
    renderAgenda(health);

    expect(title()).toBe(expected);
    expect([...document.querySelectorAll('.agenda__note')].map((note) => note.textContent)).toEqual(notes);
    expect(entries()).toHaveLength(items);
    expect(await axeFindings()).toEqual([]);
  });

  test('without sprints speaks of weeks and items', () => {
    const item = (key: string, ...findings: (typeof FINDINGS.blockedBelow)[]) =>
      buildIssue({ key, estimate: null, width: 1, findings });
    const issues = [
      item('AUR-1'),
      item('AUR-2', FINDINGS.blockedBelow),
      item('AUR-3', FINDINGS.blockedBelow),
    ];
    const ends = (p85: number) => ({ p50: p85 - 1, p85 });
    renderAgenda(
      buildHealth({
        unit: 'items',
        hasSprints: false,
        history: { required: 5, period: 'fortnight', delivered: [], approximate: 0 },
        demand: { one: ends(2), two: ends(3), three: ends(5), four: ends(7), five: ends(9) },
        ready: { amount: 1, items: 1 },
        issues,
        words: buildWords(issues),
      }),
    );

    expect(title()).toBe('Refine these 2 to be four weeks ahead');
    expect(texts().map((lines) => lines.at(-1))).toEqual([
      '+1 item, then ready for 2 weeks',
      '+1 item, then ready for 4 weeks',
    ]);
    expect(within(screen.getByRole('region')).queryByText(/sprint/)).toBeNull();
  });
});
