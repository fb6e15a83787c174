import { describe, expect, it } from 'vitest';

import { fromKept } from '#src/usecases/open-backlog';
import { withOwnChange } from '#src/usecases/own-changes';

import { buildKeptHealth } from '../builders/kept-health';
import { listedIssue, memoryBoard } from '../builders/memory-board';

/** Of 09:00, with the issues 10001, 10002 and 10003. */
const LAST = fromKept(memoryBoard({}), buildKeptHealth());
const BEFORE = listedIssue('AUR-1', { id: '10001', updated: '2026-11-24T08:00:00.000Z' });
const AFTER = { ...BEFORE, updated: '2026-11-24T10:00:00.000Z', estimate: 5 };
const OWN = { issueId: '10001', updated: AFTER.updated };
const OTHER = { issueId: '10002', updated: '2026-11-24T09:30:00.000Z' };

describe('a change of the viewer', () => {
  it.each([
    ['of an issue as the answer knows it', [OTHER], BEFORE, [OTHER, OWN]],
    [
      'of one that changed at the very moment of the answer',
      [],
      { ...BEFORE, updated: '2026-11-24T09:00:00.000Z' },
      [OWN],
    ],
    [
      'of one that they changed before',
      [{ issueId: '10001', updated: '2026-11-24T09:10:00.000Z' }, OTHER],
      { ...BEFORE, updated: '2026-11-24T09:10:00.000Z' },
      [OTHER, OWN],
    ],
  ])('is remembered by the time that Jira gave it: %s', (_, known, before, expected) => {
    expect(withOwnChange(known, LAST, { before, after: AFTER })).toEqual(expected);
  });

  it.each([
    [
      'of an issue that somebody changed since the answer',
      [],
      { ...BEFORE, updated: '2026-11-24T09:00:00.001Z' },
      AFTER,
      [],
    ],
    [
      'of one that somebody changed since they changed it',
      [{ issueId: '10001', updated: '2026-11-24T09:10:00.000Z' }, OTHER],
      { ...BEFORE, updated: '2026-11-24T09:20:00.000Z' },
      AFTER,
      [OTHER],
    ],
    ['while somebody moved it', [], BEFORE, { ...AFTER, sprint: { id: 31, name: 'Next' } }, []],
    ['while somebody named it anew', [], BEFORE, { ...AFTER, summary: 'Another' }, []],
  ])('is left for the probe to find: %s', (_, known, before, after, expected) => {
    expect(withOwnChange(known, LAST, { before, after })).toEqual(expected);
  });

  it('makes room for itself: the last twenty are remembered', () => {
    const known = Array.from({ length: 20 }, (_, index) => ({ ...OTHER, issueId: String(20_000 + index) }));
    const remembered = withOwnChange(known, LAST, { before: BEFORE, after: AFTER });
    expect(remembered).toEqual([...known.slice(1), OWN]);
  });
});
