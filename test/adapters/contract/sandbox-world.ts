import { createClock } from '#sandbox/clock';
import { createFaults } from '#sandbox/faults';
import {
  createProject,
  customField,
  FIELD,
  installDefaults,
  ISSUE_TYPE,
  LINK_TYPE,
  PRIORITY,
  STATUS,
} from '#sandbox/jira/defaults';
import type { Adf, Board } from '#sandbox/jira/model';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore } from '#sandbox/state/store';
import { restAsUser } from '#tools/rest-as-user';

import { restPorts } from './rest-ports';
import { CLOSED_COUNT, DAY, endOf, ISSUES, saysHow, startOf, type World, type WorldIssue } from './world';

const ANN = '5b10a2844c20165700ede21a';
const BEN = '5b10a2844c20165700ede21b';

const TYPES = {
  Story: ISSUE_TYPE.story,
  Bug: ISSUE_TYPE.bug,
  Epic: ISSUE_TYPE.epic,
  'Sub-task': ISSUE_TYPE.subtask,
} as const;

const COLUMNS = [
  { name: 'To Do', statusIds: [STATUS.toDo] },
  { name: 'In Progress', statusIds: [STATUS.inProgress, STATUS.inReview] },
  { name: 'Done', statusIds: [STATUS.done] },
  { name: 'Unused', statusIds: [] },
];

const CRITERIA = 'customfield_10100';

const TEXT_AREA = 'com.atlassian.jira.plugin.system.customfieldtypes:textarea';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: object[]) => ({ type: 'doc', version: 1, content }) as Adf;

/** Says how it is verified, as Jira's editor writes it. */
const VERIFIABLE = doc(
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Acceptance criteria' }] },
  {
    type: 'bulletList',
    content: ['The list opens', 'The list closes'].map((line) => ({
      type: 'listItem',
      content: [paragraph(line)],
    })),
  },
);

/** A field of the site that the project has on its screens. */
function addCriteriaField(site: JiraSite, projectId: string): void {
  site.put('fields', customField(CRITERIA, 'Acceptance Criteria', TEXT_AREA, 'string'));
  const project = site.get('projects', projectId);
  if (project) site.put('projects', { ...project, fieldIds: [...project.fieldIds, CRITERIA] });
}

function addUser(site: JiraSite, accountId: string, displayName: string): void {
  const email = `${displayName.toLowerCase()}@example.com`;
  // Not UTC: answers carry the viewer's offset.
  site.put('users', {
    accountId,
    displayName,
    email,
    active: true,
    timeZone: 'Asia/Kolkata',
    locale: 'en_GB',
  });
}

function addProject(site: JiraSite, key: string, member: string): string {
  const members = { admins: [], members: [member], viewers: [] };
  return createProject(site, { key, name: key, style: 'classic', leadAccountId: BEN, members }).id;
}

function addBoard(site: JiraSite, projectId: string, change: Partial<Board> = {}): number {
  return site.createBoard({
    name: 'Aurora',
    type: 'scrum',
    projectId,
    filterId: `1${projectId}`,
    filterJql: `project = ${projectId} ORDER BY Rank ASC`,
    columns: COLUMNS,
    estimation: { type: 'field', fieldId: FIELD.storyPoints },
    rankFieldId: FIELD.rank,
    hasSprints: true,
    ...change,
  }).id;
}

/** Twelve sprints; in each, an issue that it delivered, one that it did not finish, and one resolved too late. */
function playSprints(site: JiraSite, projectId: string, boardId: number): number[] {
  return Array.from({ length: CLOSED_COUNT }, (_, index) => {
    const [start, end] = [startOf(index), endOf(index)];
    const sprint = site.createSprint({ boardId, name: `Closed ${index + 1}` }, { by: ANN, at: start - DAY });
    const add = (points: number | null, description: Adf | null = null) =>
      site.createIssue(
        {
          projectId,
          issueTypeId: ISSUE_TYPE.story,
          summary: 'Past',
          sprintId: sprint.id,
          description,
          customFields: points === null ? {} : { [FIELD.storyPoints]: points },
        },
        { by: ANN, at: start - DAY },
      ).id;
    const delivered = add(index + 1, saysHow(index) ? VERIFIABLE : null);
    const unestimated = add(null);
    const late = add(100);
    add(100);
    site.startSprint(sprint.id, { by: ANN, at: start, endDate: end });
    for (const id of [delivered, unestimated]) {
      site.transitionIssue(id, STATUS.done, { by: ANN, at: start + 3 * DAY });
    }
    site.completeSprint(sprint.id, { by: ANN, at: end, moveOpenTo: null });
    site.transitionIssue(late, STATUS.done, { by: ANN, at: end + 1 });
    return sprint.id;
  });
}

/** What closed sprints left open would stand in the backlog; the contract's world has none of it. */
function clearBacklog(site: JiraSite, projectId: string): void {
  for (const issue of [...site.all('issues')]) {
    if (issue.projectId === projectId && issue.statusId !== STATUS.done)
      site.deleteIssue(issue.id, { by: BEN });
  }
}

function addIssue(
  site: JiraSite,
  projectId: string,
  issue: WorldIssue,
  sprintIds: Readonly<Record<string, number>>,
): void {
  const { key, type, estimate, words, criteria, parent } = issue;
  const sprintId = type === 'Sub-task' ? null : (sprintIds[issue.place] ?? null);
  const { id } = site.createIssue(
    {
      projectId,
      key,
      issueTypeId: TYPES[type],
      summary: `Story ${key}`,
      sprintId,
      parentId: parent === undefined ? null : (site.issue(parent)?.id ?? null),
      description: words === undefined ? null : doc(paragraph(words)),
      ...(issue.priority === 'High' ? { priorityId: PRIORITY.high } : {}),
      ...(issue.assignee === 'Ann' ? { assignee: ANN } : {}),
      customFields: {
        ...(estimate === undefined ? {} : { [FIELD.storyPoints]: estimate }),
        ...(criteria === undefined ? {} : { [CRITERIA]: criteria }),
      },
    },
    { by: ANN },
  );
  if (issue.isDone) site.transitionIssue(id, STATUS.done, { by: ANN });
}

/** The contract's world on the local Jira, read through the app's own REST clients. */
export function sandboxWorld(): World {
  const clock = createClock(() => endOf(CLOSED_COUNT - 1) + 5 * DAY);
  const site = createJiraSite(openStore(':memory:'), clock);
  installDefaults(site);
  addUser(site, ANN, 'Ann');
  addUser(site, BEN, 'Ben');
  const projectId = addProject(site, 'EK', ANN);
  addCriteriaField(site, projectId);
  const emptyProjectId = addProject(site, 'NONE', ANN);
  const boardId = addBoard(site, projectId);
  const kanban = { name: 'Flow', type: 'kanban', estimation: { type: 'none' }, hasSprints: false } as const;
  const kanbanId = addBoard(site, projectId, kanban);
  const hiddenId = addBoard(site, addProject(site, 'SECRET', BEN));

  const closed = playSprints(site, projectId, boardId);
  clearBacklog(site, projectId);
  const open = (name: string) => site.createSprint({ boardId, name }, { by: ANN }).id;
  const sprints = { active: open('Active'), next: open('Next'), later: open('Later') };
  for (const issue of ISSUES) addIssue(site, projectId, issue, sprints);
  for (const { key, above } of ISSUES) {
    if (above === undefined) continue;
    const epicId = site.issue(above)?.id ?? null;
    site.editIssue(site.issue(key)?.id ?? '', { parentId: epicId }, { by: ANN });
  }
  site.startSprint(sprints.active, { by: ANN, endDate: clock.now() + 9 * DAY });
  const idOf = (key: string) => site.issue(key)?.id ?? '';
  for (const { key, blockedBy = [] } of ISSUES) {
    for (const blocker of blockedBy) {
      site.linkIssues(LINK_TYPE.blocks, idOf(blocker), idOf(key), { by: ANN });
    }
  }

  const rest = createRest({ site, clock, faults: createFaults(), siteUrl: 'http://localhost:8080' });
  const ports = restPorts(restAsUser(rest, ANN));
  return {
    ports,
    boardId,
    kanbanId,
    hiddenId,
    projectId,
    emptyProjectId,
    sprints,
    closed,
    idOf,
    criteriaFieldId: CRITERIA,
  };
}
