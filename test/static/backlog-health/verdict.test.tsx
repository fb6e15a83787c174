import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';

import { buildHealth, buildIssue, FINDINGS, NO_FORECAST } from '../health-builder';
import { renderHealth } from '../render-screen';

const ready = [buildIssue({ key: 'AUR-1' }), buildIssue({ key: 'AUR-2', estimate: 5 })];
const unready = [
  buildIssue({ key: 'AUR-1', estimate: null, width: 3, findings: [FINDINGS.noEstimate] }),
  buildIssue({ key: 'AUR-2', estimate: null, width: 3, findings: [FINDINGS.noEstimate] }),
];
const runway = (p85: number, p50: number, isLowerBound = false) => ({ p85, p50, isLowerBound });
const history = (...amounts: readonly number[]) => ({
  required: 5,
  delivered: amounts.map((amount, index) => ({ sprintId: index + 1, amount })),
});

const noSprints = { ...NO_FORECAST, hasSprints: false, history: history() };

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
    health: { unit: 'items', history: history(4, 6, 5, 7, 6), shortBy: 1 },
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
    when: 'the board has no sprints',
    health: { ...noSprints, unit: 'items', issues: ready },
    verdict: '2 items are ready.',
    basis: 'everything in this backlog is ready · this board has no sprints, so there is no forecast',
  },
  {
    when: 'the board has no sprints and nothing is ready',
    health: { ...noSprints, unit: 'items', issues: unready },
    verdict: 'Nothing is ready yet.',
    basis: 'the very first item is not ready · this board has no sprints, so there is no forecast',
  },
];

describe('the verdict', () => {
  test.each(CASES)('when $when', async ({ health, verdict, basis }) => {
    renderHealth(buildHealth(health));

    const heading = await screen.findByRole('heading', { level: 2, name: verdict });

    expect(heading.nextElementSibling?.textContent).toBe(basis);
    expect(screen.getByRole('status').textContent).toBe(verdict);
  });
});
