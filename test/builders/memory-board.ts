import type { MemoryBoard } from '#src/adapters/memory/jira';
import type { ListedIssue } from '#src/ports/backlog';

/** A refined story of three points in the backlog. */
export function listedIssue(
  key: string,
  change: Partial<ListedIssue> & { isDone?: boolean } = {},
): MemoryBoard['issues'][number] {
  return {
    id: key.replace(/\D/g, ''),
    key,
    summary: `Story ${key}`,
    issueType: { name: 'Story', level: 0 },
    estimate: 3,
    description: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'The customer sees every open invoice with its due date, newest first of all.',
            },
          ],
        },
      ],
    },
    hasCriteriaField: false,
    sprint: null,
    blockers: [],
    priorityId: '3',
    priorityName: 'Medium',
    assigneeId: null,
    assigneeName: null,
    parent: null,
    updated: '2026-10-01T09:00:00.000Z',
    emptyFieldIds: [],
    ...change,
  };
}

export function stories(count: number, change: Partial<ListedIssue> = {}): MemoryBoard['issues'] {
  return Array.from({ length: count }, (_, index) => listedIssue(`EK-${index + 1}`, change));
}

/** Closed sprints of two weeks, oldest first, each with its points; an item is three of them. */
export function closedSprints(points: readonly number[]): MemoryBoard['closedSprints'] {
  const fortnight = 14 * 86_400_000;
  return points.map((amount, index) => ({
    id: 100 + index,
    startDate: new Date(Date.UTC(2026, 0, 5) + index * fortnight).toISOString(),
    completeDate: new Date(Date.UTC(2026, 0, 5) + (index + 1) * fortnight - 3_600_000).toISOString(),
    points: amount,
    items: Math.round(amount / 3),
  }));
}

/** A Scrum board with five even sprints of twelve points behind it and nothing to do. */
export function memoryBoard(change: Partial<MemoryBoard> = {}): MemoryBoard {
  return {
    id: 1,
    name: 'Aurora',
    type: 'scrum',
    projectId: '10000',
    estimation: { fieldId: 'customfield_10016', displayName: 'Story Points' },
    doneStatusIds: ['3'],
    isRanked: true,
    hasSprints: true,
    openSprints: [],
    closedSprints: closedSprints([12, 12, 12, 12, 12]),
    issues: [],
    ...change,
  };
}
