import { describe, expect, test } from 'vitest';

import { textAdf } from '#sandbox/jira/adf';
import { FIELD, LINK_TYPE, PRIORITY, RESOLUTION, SECURITY_LEVEL, STATUS } from '#sandbox/jira/defaults';
import type { JiraSite } from '#sandbox/jira/site.types';

import { DAY, MONDAY, buildSite } from './site.fixture';

function stage() {
  const world = buildSite();
  const { site, scrum, board } = world;
  const act = { by: 'dev' };
  const create = (summary: string, more: object = {}) =>
    site.createIssue({ projectId: scrum.id, issueTypeId: '10001', summary, ...more }, act);
  const sprint = (name: string) => site.createSprint({ boardId: board.id, name }, act);
  return { ...world, act, create, sprint };
}

const itemsOf = (site: JiraSite, id: string) => site.historiesOf(id).map(({ items }) => items);

const item = (
  field: string,
  fieldId: string,
  from: string | null,
  fromString: string | null,
  to: string | null,
  toString: string | null,
) => ({
  field,
  fieldtype: fieldId.startsWith('customfield') ? 'custom' : 'jira',
  fieldId,
  from,
  fromString,
  to,
  toString,
});

type Stage = ReturnType<typeof stage>;

const EDITS: [name: string, edit: Parameters<JiraSite['editIssue']>[1], expected: object][] = [
  ['a summary', { summary: 'New' }, item('summary', 'summary', null, 'Story', null, 'New')],
  [
    'a description, as text',
    { description: textAdf('One\n\nTwo') },
    item('description', 'description', null, null, null, 'One\nTwo'),
  ],
  [
    'a priority',
    { priorityId: PRIORITY.high },
    item('priority', 'priority', PRIORITY.medium, 'Medium', PRIORITY.high, 'High'),
  ],
  ['an assignee', { assignee: 'lea' }, item('assignee', 'assignee', null, null, 'lea', 'Lea Lead')],
  ['labels', { labels: ['a', 'b'] }, item('labels', 'labels', '', '', '', 'a b')],
  [
    'a due date',
    { dueDate: '2026-07-01' },
    item('duedate', 'duedate', null, null, '2026-07-01', '2026-07-01 00:00:00.0'),
  ],
  ['a flag', { isFlagged: true }, item('Flagged', FIELD.flagged, '', '', '[10019]', 'Impediment')],
  [
    'story points',
    { customFields: { [FIELD.storyPoints]: 5 } },
    item('Story Points', FIELD.storyPoints, null, null, null, '5'),
  ],
  [
    'a security level',
    { securityLevelId: SECURITY_LEVEL.leads },
    item('security', 'security', null, null, SECURITY_LEVEL.leads, 'Leads only'),
  ],
];

describe('an edit writes to the change log', () => {
  test.each(EDITS)('%s', (_name, edit, expected) => {
    const { site, create, act } = stage();
    const issue = create('Story');
    site.editIssue(issue.id, edit, act);
    expect(itemsOf(site, issue.id)).toEqual([[expected]]);
  });

  test('once for all fields of an edit, with author and time, and dates the issue', () => {
    const { site, create } = stage();
    const issue = create('Story');
    const at = MONDAY + DAY;
    const edited = site.editIssue(issue.id, { summary: 'New', labels: ['x'] }, { by: 'lea', at });
    expect(site.historiesOf(issue.id)).toMatchObject([{ author: 'lea', created: at }]);
    expect(itemsOf(site, issue.id)[0]).toHaveLength(2);
    expect(edited.updated).toBe(at);
  });

  test('nothing when nothing changes', () => {
    const { site, create, act } = stage();
    const issue = create('Story', { customFields: { [FIELD.storyPoints]: 3 } });
    site.editIssue(issue.id, { summary: 'Story', customFields: { [FIELD.storyPoints]: 3 } }, act);
    expect(itemsOf(site, issue.id)).toEqual([]);
    expect(site.issue(issue.id)?.updated).toBe(issue.updated);
  });

  test('a cleared estimate, which is not an estimate of 0', () => {
    const { site, create, act } = stage();
    const issue = create('Story', { customFields: { [FIELD.storyPoints]: 3 } });
    site.editIssue(issue.id, { customFields: { [FIELD.storyPoints]: 0 } }, act);
    site.editIssue(issue.id, { customFields: { [FIELD.storyPoints]: null } }, act);
    expect(itemsOf(site, issue.id)).toEqual([
      [item('Story Points', FIELD.storyPoints, null, '3', null, '0')],
      [item('Story Points', FIELD.storyPoints, null, '0', null, '')],
    ]);
    expect(site.issue(issue.id)?.customFields).toEqual({});
  });

  test('a parent, as Jira names it since epics became parents', () => {
    const { site, create, act } = stage();
    const [epic, issue] = [create('Epic'), create('Story')];
    site.editIssue(issue.id, { parentId: epic.id }, act);
    expect(itemsOf(site, issue.id)).toEqual([
      [item('IssueParentAssociation', '', null, null, epic.id, epic.key)],
    ]);
  });
});

describe('a transition', () => {
  test('into a done status sets the resolution, out of it clears it', () => {
    const { site, create } = stage();
    const issue = create('Story');
    const done = site.transitionIssue(issue.id, STATUS.done, { by: 'dev', at: MONDAY + DAY });
    expect(done).toMatchObject({
      resolutionId: RESOLUTION.done,
      resolutionDate: MONDAY + DAY,
      statusCategoryChanged: MONDAY + DAY,
    });
    const again = site.transitionIssue(issue.id, STATUS.inReview, { by: 'dev', at: MONDAY + 2 * DAY });
    expect(again).toMatchObject({ resolutionId: null, resolutionDate: null });
    expect(itemsOf(site, issue.id)).toEqual([
      [
        item('resolution', 'resolution', null, null, RESOLUTION.done, 'Done'),
        item('status', 'status', STATUS.toDo, 'To Do', STATUS.done, 'Done'),
      ],
      [
        item('resolution', 'resolution', RESOLUTION.done, 'Done', null, null),
        item('status', 'status', STATUS.done, 'Done', STATUS.inReview, 'In Review'),
      ],
    ]);
  });

  test('within a category leaves the date of the category alone', () => {
    const { site, create } = stage();
    const issue = create('Story', { statusId: STATUS.inProgress });
    const moved = site.transitionIssue(issue.id, STATUS.inReview, { by: 'dev', at: MONDAY + DAY });
    expect(moved.statusCategoryChanged).toBe(MONDAY);
  });
});

describe('the Sprint field', () => {
  test('keeps closed sprints and swaps open ones, ids and names comma-separated', () => {
    const { site, create, sprint, act }: Stage = stage();
    const [one, two, three] = [sprint('One'), sprint('Two'), sprint('Three')];
    const issue = create('Story');
    site.moveToSprint(issue.id, one.id, act);
    site.startSprint(one.id, { ...act, endDate: MONDAY + 14 * DAY });
    site.completeSprint(one.id, { ...act, moveOpenTo: two.id });
    site.moveToSprint(issue.id, three.id, act);
    site.moveToSprint(issue.id, null, act);
    expect(itemsOf(site, issue.id)).toEqual([
      [item('Sprint', FIELD.sprint, '', '', '1', 'One')],
      [item('Sprint', FIELD.sprint, '1', 'One', '1, 2', 'One, Two')],
      [item('Sprint', FIELD.sprint, '1, 2', 'One, Two', '1, 3', 'One, Three')],
      [item('Sprint', FIELD.sprint, '1, 3', 'One, Three', '1', 'One')],
    ]);
    expect(site.issue(issue.id)?.sprintIds).toEqual([1]);
  });

  test('of a done issue stays when its sprint is completed', () => {
    const { site, create, sprint, act } = stage();
    const one = sprint('One');
    const issue = create('Story', { sprintId: one.id });
    site.startSprint(one.id, { ...act, endDate: MONDAY + 14 * DAY });
    site.transitionIssue(issue.id, STATUS.done, act);
    const before = itemsOf(site, issue.id).length;
    const closed = site.completeSprint(one.id, { by: 'lea', at: MONDAY + 14 * DAY, moveOpenTo: null });
    expect(closed).toMatchObject({ state: 'closed', completeDate: MONDAY + 14 * DAY });
    expect(itemsOf(site, issue.id)).toHaveLength(before);
    expect(site.issue(issue.id)?.sprintIds).toEqual([one.id]);
  });

  test('of a sub-task follows its parent, and a sub-task cannot be moved by itself', () => {
    const { site, create, sprint, act } = stage();
    const one = sprint('One');
    const issue = create('Story');
    const step = create('Step', { issueTypeId: '10004', parentId: issue.id });
    site.moveToSprint(issue.id, one.id, act);
    expect(site.issue(step.id)?.sprintIds).toEqual([one.id]);
    expect(() => {
      site.moveToSprint(step.id, null, act);
    }).toThrow('SCR-2 is a sub-task');
  });
});

describe('ranking', () => {
  test('leaves "Ranked higher" or "Ranked lower" and does not touch the date of the issue', () => {
    const { site, create } = stage();
    const [a, b, c] = [create('a'), create('b'), create('c')];
    const act = { by: 'dev', at: MONDAY + DAY };
    site.rankIssues([c.id], { before: a.id }, act);
    site.rankIssues([a.id], { after: b.id }, act);
    expect(site.rankedIssues().map(({ summary }) => summary)).toEqual(['c', 'b', 'a']);
    const rank = (words: string) => [[item('Rank', FIELD.rank, '', '', '', words)]];
    expect(itemsOf(site, c.id)).toEqual(rank('Ranked higher'));
    expect(itemsOf(site, a.id)).toEqual(rank('Ranked lower'));
    expect(site.issue(c.id)?.updated).toBe(MONDAY);
  });

  test('moves several in the order given, also around an issue that moves itself', () => {
    const { site, create, act } = stage();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => create(name).id);
    site.rankIssues([d!, b!], { after: a! }, act);
    expect(site.rankedIssues().map(({ summary }) => summary)).toEqual(['a', 'd', 'b', 'c']);
    expect(() => {
      site.rankIssues([c!], { before: c! }, act);
    }).toThrow('relative to itself');
  });
});

describe('a link', () => {
  test('is written on both ends in the words of its direction, and when it goes', () => {
    const { site, create, act } = stage();
    const [a, b] = [create('a'), create('b')];
    const link = site.linkIssues(LINK_TYPE.blocks, a.id, b.id, act);
    site.unlinkIssues(link.id, act);
    expect(itemsOf(site, a.id)).toEqual([
      [item('Link', '', null, null, b.key, 'This issue blocks SCR-2')],
      [item('Link', '', b.key, 'This issue blocks SCR-2', null, null)],
    ]);
    expect(itemsOf(site, b.id)[0]).toEqual([
      item('Link', '', null, null, a.key, 'This issue is blocked by SCR-1'),
    ]);
    expect(site.linksOf(a.id)).toEqual([]);
  });
});

test('deleting an issue takes its sub-tasks, comments and links along and frees the children of an epic', () => {
  const { site, create, act } = stage();
  const epic = create('Epic', { issueTypeId: '10000' });
  const story = create('Story', { parentId: epic.id });
  const step = create('Step', { issueTypeId: '10004', parentId: story.id });
  const other = create('Other');
  site.linkIssues(LINK_TYPE.relates, story.id, other.id, act);
  site.addComment(story.id, textAdf('x'), act);
  site.deleteIssue(epic.id, act);
  expect(site.issue(story.id)?.parentId).toBeNull();
  site.deleteIssue(story.id, act);
  expect([site.issue(story.id), site.issue(step.key)]).toEqual([undefined, undefined]);
  expect([...site.all('comments'), ...site.all('links')]).toEqual([]);
  expect(site.linksOf(other.id)).toEqual([]);
});

test('an act that fails in a batch leaves nothing behind, neither in memory nor on disk', () => {
  const { site, create, act } = stage();
  const issue = create('Story');
  expect(() => {
    site.batch(() => {
      site.editIssue(issue.id, { summary: 'New' }, act);
      site.moveToSprint(issue.id, 99, act);
    });
  }).toThrow('no record 99 in sprints');
  expect(site.issue(issue.id)?.summary).toBe('Story');
  expect(site.historiesOf(issue.id)).toEqual([]);
  expect(site.issue('SCR-1')?.id).toBe(issue.id);
});
