import { createMemoryJira, type MemoryBoard } from '#src/adapters/memory/jira';

import { listedIssue, memoryBoard } from '../../builders/memory-board';

import {
  CLOSED_COUNT,
  endOf,
  FINISHED,
  ISSUES,
  saysHow,
  startOf,
  type World,
  type WorldIssue,
} from './world';

const SPRINTS = {
  active: { id: 50, name: 'Active', state: 'active' },
  next: { id: 51, name: 'Next', state: 'future' },
  later: { id: 52, name: 'Later', state: 'future' },
} as const;

const LEVELS = { Story: 0, Bug: 0, Epic: 1, 'Sub-task': -1 } as const;

const CRITERIA = { id: 'customfield_10100', name: 'Acceptance Criteria', isCustom: true };

const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, index) => ({
  id: String(index + 1),
  name,
  isDefault: name === 'Medium',
}));

const idOf = (key: string) => key.replace('EK-', '9');

function parentOf({ parent, above }: WorldIssue) {
  const key = above ?? parent;
  return key === undefined ? null : { id: idOf(key), key, summary: `Story ${key}` };
}

function toIssue(issue: WorldIssue): MemoryBoard['issues'][number] {
  const words = issue.words;
  return listedIssue(issue.key, {
    id: idOf(issue.key),
    issueType: { name: issue.type, level: LEVELS[issue.type] },
    estimate: issue.estimate ?? null,
    isDone: issue.isDone ?? false,
    sprint: issue.place === 'backlog' ? null : SPRINTS[issue.place],
    description:
      words === undefined
        ? null
        : {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
          },
    hasCriteriaField: issue.criteria !== undefined,
    emptyFieldIds: issue.criteria === undefined ? [CRITERIA.id] : [],
    priorityId: issue.priority === 'High' ? '2' : '3',
    priorityName: issue.priority ?? 'Medium',
    assigneeId: issue.assignee === 'Ann' ? '5b10a2844c20165700ede21a' : null,
    assigneeName: issue.assignee ?? null,
    parent: parentOf(issue),
    blockers: (issue.blockedBy ?? []).map((key) => {
      const blocker = ISSUES.find((other) => other.key === key);
      return {
        id: idOf(key),
        key,
        summary: `Story ${key}`,
        statusCategory: blocker?.isDone ? 'done' : 'new',
      };
    }),
  });
}

/** The contract's world as plain data. */
export function memoryWorld(): World {
  const closedSprints = Array.from({ length: CLOSED_COUNT }, (_, index) => ({
    id: 10 + index,
    startDate: new Date(startOf(index)).toISOString(),
    completeDate: new Date(endOf(index)).toISOString(),
    points: index + 1,
    items: 1,
    allItems: 2,
    stories: 1,
    storiesWithCriteria: saysHow(index) ? 1 : 0,
  }));
  const finished = Object.fromEntries(
    closedSprints.map(({ storiesWithCriteria }, index) => [
      index,
      { items: FINISHED, stories: FINISHED, storiesWithCriteria },
    ]),
  );
  const aurora = memoryBoard({
    openSprints: [SPRINTS.active, SPRINTS.next, SPRINTS.later],
    closedSprints,
    issues: ISSUES.map(toIssue),
  });
  const kanban = memoryBoard({
    id: 2,
    name: 'Flow',
    type: 'kanban',
    estimation: null,
    hasSprints: false,
    closedSprints: [],
    finished,
  });
  return {
    ports: createMemoryJira({ boards: [aurora, kanban], fields: [CRITERIA], priorities: PRIORITIES }),
    criteriaFieldId: CRITERIA.id,
    boardId: 1,
    kanbanId: 2,
    hiddenId: 3,
    projectId: '10000',
    emptyProjectId: '10001',
    sprints: { active: 50, next: 51, later: 52 },
    closed: closedSprints.map(({ id }) => id),
    idOf,
  };
}
