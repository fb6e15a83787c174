import { createClock } from '#sandbox/clock';
import { createFaults } from '#sandbox/faults';
import { textAdf } from '#sandbox/jira/adf';
import {
  FIELD,
  GROUP,
  ISSUE_TYPE,
  LINK_TYPE,
  PRIORITY,
  STATUS,
  createProject,
  installDefaults,
} from '#sandbox/jira/defaults';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { createJiraSite } from '#sandbox/jira/site';
import type { JiraSite } from '#sandbox/jira/site.types';
import { openStore } from '#sandbox/state/store';

const START = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;
const ACT = { by: 'admin', at: START };

function installPeople(site: JiraSite): void {
  for (const accountId of ['admin', 'member']) {
    site.put('users', {
      accountId,
      displayName: `The ${accountId}`,
      email: `${accountId}@example.com`,
      active: true,
      timeZone: 'Europe/Berlin',
      locale: 'en_US',
    });
  }
  site.put('groups', { groupId: GROUP.siteAdmins, name: 'site-admins', accountIds: ['admin'] });
}

function installBoards(site: JiraSite) {
  const members = { admins: ['admin'], members: ['member'], viewers: [] };
  const scrum = createProject(site, {
    key: 'SCR',
    name: 'Scrum',
    style: 'classic',
    leadAccountId: 'admin',
    members,
  });
  const team = createProject(site, {
    key: 'TEAM',
    name: 'Team',
    style: 'next-gen',
    leadAccountId: 'admin',
    members,
  });
  const board = site.createBoard({
    name: 'SCR board',
    type: 'scrum',
    projectId: scrum.id,
    filterId: '10001',
    filterJql: 'project = SCR ORDER BY Rank ASC',
    columns: [
      { name: 'To Do', statusIds: [STATUS.toDo] },
      { name: 'In Progress', statusIds: [STATUS.inProgress, STATUS.inReview], max: 4 },
      { name: 'Done', statusIds: [STATUS.done] },
    ],
    estimation: { type: 'field', fieldId: FIELD.storyPoints },
    rankFieldId: FIELD.rank,
    hasSprints: true,
  });
  site.createBoard({
    name: 'TEAM board',
    type: 'kanban',
    projectId: team.id,
    filterId: '10002',
    filterJql: 'project = TEAM ORDER BY Rank ASC',
    columns: team.statusIds.map((id) => ({ name: site.get('statuses', id)?.name ?? id, statusIds: [id] })),
    estimation: { type: 'none' },
    rankFieldId: FIELD.rank,
    hasSprints: false,
  });
  return { scrum, team, board };
}

/** A small site in which every kind of record and every field has a value somewhere, and its REST door. */
export function createConformanceSite() {
  const clock = createClock(() => START + 30 * DAY);
  const site = createJiraSite(openStore(':memory:'), clock);
  installDefaults(site);
  installPeople(site);
  const { scrum, team, board } = installBoards(site);
  const closed = site.createSprint({ boardId: board.id, name: 'Sprint 1', goal: 'Begin' }, ACT);
  const active = site.createSprint({ boardId: board.id, name: 'Sprint 2' }, ACT);
  const future = site.createSprint({ boardId: board.id, name: 'Sprint 3' }, ACT);
  const create = (summary: string, issueTypeId: string, more: object = {}) =>
    site.createIssue({ projectId: scrum.id, issueTypeId, summary, ...more }, ACT);
  const epic = create('An epic', ISSUE_TYPE.epic);
  const story = create('A story', ISSUE_TYPE.story, {
    parentId: epic.id,
    assignee: 'member',
    labels: ['one', 'two'],
    description: textAdf('So that there is a description.'),
    dueDate: '2026-04-01',
    sprintId: closed.id,
    customFields: { [FIELD.storyPoints]: 3 },
  });
  const bug = create('A bug', ISSUE_TYPE.bug, { priorityId: PRIORITY.high });
  create('A step', ISSUE_TYPE.subtask, { parentId: story.id });
  create('Done early', ISSUE_TYPE.task, { sprintId: closed.id, statusId: STATUS.done });
  site.createIssue(
    { projectId: team.id, issueTypeId: team.issueTypeIds[1] ?? '', summary: 'Of a team' },
    ACT,
  );
  const at = (days: number) => ({ by: 'member', at: START + days * DAY });
  site.startSprint(closed.id, { ...at(1), endDate: START + 14 * DAY });
  site.completeSprint(closed.id, { ...at(14), moveOpenTo: active.id });
  site.startSprint(active.id, { ...at(15), endDate: START + 29 * DAY });
  site.editIssue(story.id, { isFlagged: true, customFields: { [FIELD.storyPoints]: 5 } }, at(16));
  site.transitionIssue(story.id, STATUS.inProgress, at(17));
  site.rankIssues([bug.id], { before: story.id }, at(18));
  const link = site.linkIssues(LINK_TYPE.blocks, bug.id, story.id, at(19));
  const comment = site.addComment(story.id, textAdf('A remark.'), at(20));
  const rest = createRest({
    site,
    clock,
    faults: createFaults(),
    siteUrl: 'https://site.example.com',
    limits: { writesPerIssue: 1_000 },
  });
  return { site, rest, scrum, team, board, closed, active, future, epic, story, bug, link, comment };
}

export type ConformanceSite = ReturnType<typeof createConformanceSite>;
