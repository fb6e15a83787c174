import { describe, expect, it } from 'vitest';

import type { KeptHealth, ProbeFrom } from '#src/ports/kept-health';
import { probeBacklog } from '#src/usecases/probe-backlog';

import { buildKeptHealth } from '../builders/kept-health';

const NOW = new Date('2026-11-24T10:30:00.000Z');

interface Jira {
  readonly isChanged?: boolean;
  readonly activeSprintIds?: readonly number[];
}

function ports(kept: KeptHealth | null, { isChanged = false, activeSprintIds = [7] }: Jira = {}) {
  const asked: ProbeFrom[] = [];
  return {
    asked,
    ports: {
      now: () => NOW,
      loadHealth: () => Promise.resolve(kept),
      readActiveSprints: () => Promise.resolve(activeSprintIds),
      probeIssues: async (_boardId: number, from: ProbeFrom) => {
        asked.push(from);
        return await Promise.resolve(isChanged);
      },
    },
  };
}

describe('the last answer', () => {
  it.each<[string, Jira, boolean]>([
    ['nothing changed', {}, false],
    ['an issue did', { isChanged: true }, true],
    ['a sprint was started', { activeSprintIds: [7, 8] }, true],
    ['a sprint was closed', { activeSprintIds: [] }, true],
    ['one was closed and another started', { activeSprintIds: [8] }, true],
  ])('is compared with Jira: %s', async (_, jira, isChanged) => {
    const { ports: memory, asked } = ports(buildKeptHealth(), jira);
    expect(await probeBacklog(memory, 1)).toEqual({ isChanged, checkedAt: NOW });
    expect(asked).toEqual([
      {
        issueIds: ['10001', '10002', '10003'],
        activeSprintIds: [7],
        ownChanges: [],
        since: new Date('2026-11-24T09:00:00.000Z'),
        now: NOW,
      },
    ]);
  });

  it('that is not there is out of date, and Jira is not asked', async () => {
    const { ports: memory, asked } = ports(null);
    expect(await probeBacklog(memory, 1)).toEqual({ isChanged: true, checkedAt: NOW });
    expect(asked).toEqual([]);
  });
});
