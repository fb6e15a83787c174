import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BacklogHealth, MissingPart } from '#src/contract/get-backlog-health';

import { buildHealth, buildIssue, FINDINGS, NO_FORECAST } from '../health-builder';
import { renderHealth, spoken } from '../render-screen';

const ready = [buildIssue({ key: 'AUR-1' }), buildIssue({ key: 'AUR-2', estimate: 5 })];
const unready = [
  buildIssue({ key: 'AUR-1', estimate: null, width: 3, findings: [FINDINGS.noEstimate] }),
  buildIssue({ key: 'AUR-2', estimate: null, width: 3, findings: [FINDINGS.noEstimate] }),
];
const runway = (p85: number, p50: number, isLowerBound = false) => ({ p85, p50, isLowerBound });
const history = (...amounts: readonly number[]) => ({
  required: 5,
  period: 'sprint' as const,
  delivered: amounts.map((amount, index) => ({ sprintId: index + 1, amount })),
  approximate: 0,
});

const weeks = (...amounts: readonly number[]) => ({ ...history(...amounts), period: 'fortnight' as const });
const kanban = { hasSprints: false, unit: 'items', history: weeks(4, 6, 5, 7, 6, 5, 4, 6, 7, 5) } as const;
const lacking = (part: MissingPart) => [{ part, code: 'rate-limited', retryAfterSeconds: 9 } as const];

interface Case {
  readonly when: string;
  readonly health: Partial<BacklogHealth>;
  readonly verdict: string;
  readonly basis: string;
}

const CASES: readonly Case[] = [
  {
    when: 'less than two sprints are ready',
    health: {},
    verdict: 'Ready for 1.4 sprints. You want 2.',
    basis:
      'Too little ready 85% sure of 1.4 sprints, 50% of 1.9 · from your last 9 sprints (11–31 points each) · 15 points short of two sprints',
  },
  {
    when: 'almost two are ready: it is not rounded up',
    health: { runway: runway(1.97, 2.4), shortBy: 1 },
    verdict: 'Ready for 1.9 sprints. You want 2.',
    basis:
      'Too little ready 85% sure of 1.9 sprints, 50% of 2.4 · from your last 9 sprints (11–31 points each) · 1 point short of two sprints',
  },
  {
    when: 'exactly one is ready',
    health: { runway: runway(1, 1.3), band: 'red', shortBy: 25 },
    verdict: 'Ready for 1 sprint. You want 2.',
    basis:
      'Far too little ready 85% sure of 1 sprint, 50% of 1.3 · from your last 9 sprints (11–31 points each) · 25 points short of two sprints',
  },
  {
    when: 'exactly two are ready',
    health: { runway: runway(2, 2.5), band: 'green', shortBy: 0 },
    verdict: 'Two sprints ahead: ready for 2 sprints.',
    basis: 'On course 85% sure of 2 sprints, 50% of 2.5 · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'more than two are ready',
    health: { runway: runway(2.64, 3.1), band: 'green', shortBy: 0 },
    verdict: 'Two sprints ahead: ready for 2.6 sprints.',
    basis: 'On course 85% sure of 2.6 sprints, 50% of 3.1 · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'reading stopped with all of it ready',
    health: { runway: runway(2.6, 3.1, true), band: 'green', shortBy: 0 },
    verdict: 'Two sprints ahead: ready for at least 2.6 sprints.',
    basis: 'On course 85% sure of at least 2.6 sprints · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'more than five are ready',
    health: { runway: runway(5, 5, true), band: 'overstocked', shortBy: 0 },
    verdict: 'Ready for more than 5 sprints: some of it will go stale.',
    basis: 'Too much ready 85% sure of at least 5 sprints · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'the whole backlog is ready and too short',
    health: { issues: ready, runway: runway(0.3, 0.5), band: 'red', shortBy: 44 },
    verdict: 'All of it is ready, and it lasts 0.3 sprints. You want 2.',
    basis:
      'Far too little ready 85% sure of 0.3 sprints, 50% of 0.5 · from your last 9 sprints (11–31 points each) · 44 points short of two sprints',
  },
  {
    when: 'nothing is ready and nothing has an estimate',
    health: { issues: unready, runway: runway(0, 0), band: 'red', shortBy: 52 },
    verdict: 'Nothing in this backlog is ready yet.',
    basis:
      'Far too little ready no item has an estimate · from your last 9 sprints (11–31 points each) · 52 points short of two sprints',
  },
  {
    when: 'nothing that was read is ready',
    health: {
      issues: unready,
      runway: runway(0, 0),
      band: 'red',
      shortBy: 52,
      read: { issues: 2, isWholeBacklog: false },
    },
    verdict: 'Nothing at the top of this backlog is ready yet.',
    basis:
      'Far too little ready no item has an estimate · from your last 9 sprints (11–31 points each) · 52 points short of two sprints',
  },
  {
    when: 'the board counts items',
    health: {
      unit: 'items',
      board: { ...buildHealth().board, estimationField: null },
      history: history(4, 6, 5, 7, 6),
      shortBy: 1,
    },
    verdict: 'Ready for 1.4 sprints. You want 2.',
    basis:
      'Too little ready 85% sure of 1.4 sprints, 50% of 1.9 · from your last 5 sprints (4–7 items each) · 1 item short of two sprints',
  },
  {
    when: 'there is too little history: points and items, no forecast',
    health: { ...NO_FORECAST, history: history(9, 14, 12) },
    verdict: 'Too little history for a forecast (3 of 5 sprints).',
    basis:
      '14 points ready in 4 items · the first item is ready, then comes a hole · 2 more closed sprints bring a forecast',
  },
  {
    when: 'there is no history at all and everything is ready',
    health: { ...NO_FORECAST, issues: ready, history: history() },
    verdict: 'Too little history for a forecast (0 of 5 sprints).',
    basis:
      '8 points ready in 2 items · everything in this backlog is ready · 5 more closed sprints bring a forecast',
  },
  {
    when: 'there is no history, and all that was read is ready',
    health: {
      ...NO_FORECAST,
      issues: ready,
      history: history(),
      read: { issues: 2, isWholeBacklog: false },
    },
    verdict: 'Too little history for a forecast (0 of 5 sprints).',
    basis:
      '8 points ready in 2 items · everything that was read is ready · 5 more closed sprints bring a forecast',
  },
  {
    when: 'every sprint delivered the same',
    health: { history: history(20, 20, 20, 20, 20) },
    verdict: 'Ready for 1.4 sprints. You want 2.',
    basis:
      'Too little ready 85% sure of 1.4 sprints, 50% of 1.9 · from your last 5 sprints (20 points each) · 15 points short of two sprints',
  },
  {
    when: 'closed sprints delivered nothing',
    health: { ...NO_FORECAST, issues: unready, history: history(0, 0, 0, 0, 0) },
    verdict: 'No forecast: the last 5 sprints delivered nothing.',
    basis: 'no item has an estimate · 0 points ready in 0 items · the very first item is not ready',
  },
  {
    when: 'the board has no sprints: weeks, two of them a fortnight',
    health: { ...kanban, shortBy: 3 },
    verdict: 'Ready for 2.8 weeks. You want 4.',
    basis:
      'Too little ready “Story Points” is empty throughout, so items are counted · 85% sure of 2.8 weeks, 50% of 3.8 · from your last 10 fortnights (4–7 items each) · 3 items short of four weeks',
  },
  {
    when: 'the board has no sprints and is four weeks ahead',
    health: {
      ...kanban,
      board: { ...buildHealth().board, estimationField: null },
      runway: runway(2.05, 2.5),
      band: 'green',
      shortBy: 0,
    },
    verdict: 'Four weeks ahead: ready for 4.1 weeks.',
    basis: 'On course 85% sure of 4.1 weeks, 50% of 5 · from your last 10 fortnights (4–7 items each)',
  },
  {
    when: 'the board has no sprints and half a week is ready',
    health: { ...kanban, runway: runway(0.5, 0.5), band: 'red', shortBy: 9 },
    verdict: 'Ready for 1 week. You want 4.',
    basis:
      'Far too little ready “Story Points” is empty throughout, so items are counted · 85% sure of 1 week, 50% of 1 · from your last 10 fortnights (4–7 items each) · 9 items short of four weeks',
  },
  {
    when: 'the board has no sprints and too much is ready',
    health: { ...kanban, runway: runway(5, 5, true), band: 'overstocked', shortBy: 0 },
    verdict: 'Ready for more than 10 weeks: some of it will go stale.',
    basis:
      'Too much ready “Story Points” is empty throughout, so items are counted · 85% sure of at least 10 weeks · from your last 10 fortnights (4–7 items each)',
  },
  {
    when: 'the board has no sprints and a short past',
    health: { ...NO_FORECAST, ...kanban, history: weeks(4, 6) },
    verdict: 'Too little history for a forecast (2 of 5 fortnights).',
    basis:
      '“Story Points” is empty throughout, so items are counted · 4 items ready · the first item is ready, then comes a hole · 3 more fortnights with this board bring a forecast',
  },
  {
    when: 'the board has no sprints and finished nothing',
    health: { ...NO_FORECAST, ...kanban, history: weeks(0, 0, 0, 0, 0), issues: unready },
    verdict: 'No forecast: the last 5 fortnights delivered nothing.',
    basis:
      '“Story Points” is empty throughout, so items are counted · nothing ready · the very first item is not ready',
  },
  {
    when: 'past sprints could not be read: nothing is said of their number',
    health: { ...NO_FORECAST, history: history(), missing: lacking('history') },
    verdict: 'No forecast: past sprints could not be read.',
    basis: '14 points ready in 4 items · the first item is ready, then comes a hole',
  },
  {
    when: 'past weeks could not be read',
    health: { ...NO_FORECAST, ...kanban, history: weeks(), missing: lacking('history') },
    verdict: 'No forecast: past weeks could not be read.',
    basis:
      '“Story Points” is empty throughout, so items are counted · 4 items ready · the first item is ready, then comes a hole',
  },
  {
    when: 'the rest of the backlog could not be read: a shortage is not claimed',
    health: { missing: lacking('rest-of-backlog') },
    verdict: 'Ready for at least 1.4 sprints, in the part that could be read. You want 2.',
    basis: '85% sure of at least 1.4 sprints · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'the rest could not be read and nothing is ready so far',
    health: {
      issues: unready,
      runway: runway(0, 0),
      band: 'red',
      shortBy: 52,
      missing: lacking('rest-of-backlog'),
    },
    verdict: 'Nothing in the part that could be read is ready yet.',
    basis: 'no item has an estimate · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'the rest could not be read and all so far is ready',
    health: {
      issues: ready,
      runway: runway(0.3, 0.5),
      band: 'red',
      shortBy: 44,
      missing: lacking('rest-of-backlog'),
    },
    verdict: 'Ready for at least 0.3 sprints, in the part that could be read. You want 2.',
    basis: '85% sure of at least 0.3 sprints · from your last 9 sprints (11–31 points each)',
  },
  {
    when: 'the rest could not be read and two sprints are ready all the same',
    health: {
      runway: runway(2.3, 2.5),
      band: 'green',
      shortBy: 0,
      missing: lacking('rest-of-backlog'),
    },
    verdict: 'Two sprints ahead: ready for at least 2.3 sprints.',
    basis: 'On course 85% sure of at least 2.3 sprints · from your last 9 sprints (11–31 points each)',
  },
];

describe('the verdict', () => {
  test.each(CASES)('when $when', async ({ health, verdict, basis }) => {
    renderHealth(buildHealth(health));

    const heading = await screen.findByRole('heading', { level: 2, name: verdict });

    expect(heading.nextElementSibling?.textContent).toBe(basis);
    expect(spoken()).toBe(verdict);
  });

  test.each(CASES.filter(({ health }) => health.hasSprints === false))(
    'has no word of sprints when $when',
    async ({ health }) => {
      renderHealth(buildHealth(health));
      await screen.findByRole('heading', { name: 'What to refine' });
      expect(screen.getByRole('main').textContent).not.toMatch(/sprint/i);
    },
  );
});
