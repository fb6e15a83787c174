import { ACTIVE_SPRINT, noteAurora } from '#sandbox/demo/aurora/seed';
import { noteOps, SELECTED } from '#sandbox/demo/ops-seed';
import { accountsOf, DEVELOPERS, installPeople } from '#sandbox/demo/install-people';
import { demoUser } from '#sandbox/demo/people';
import { createStage } from '#sandbox/demo/stage';
import { createCalendar } from '#sandbox/demo/timeline';
import { createProject, FIELD, installDefaults, STATUS } from '#sandbox/jira/defaults';
import type { Board, Project } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

export { DEMO_USERS, type DemoUser, type RoleKey } from '#sandbox/demo/people';

/** What the demo made, by the names that tests and the site use. */
export interface DemoIds {
  readonly projects: { readonly aurora: string; readonly borealis: string; readonly operations: string };
  readonly boards: { readonly aurora: number; readonly borealis: number; readonly operations: number };
}

type BoardShape = Pick<Board, 'name' | 'type' | 'columns' | 'estimation' | 'hasSprints'>;

function createBoardOf(site: JiraSite, project: Project, shape: BoardShape): number {
  return site.createBoard({
    ...shape,
    projectId: project.id,
    filterId: String(10_000 + (Number(project.id) % 10_000)),
    filterJql: `project = ${project.key} ORDER BY Rank ASC`,
    rankFieldId: FIELD.rank,
  }).id;
}

function createAurora(site: JiraSite): { project: Project; boardId: number } {
  const project = createProject(site, {
    key: 'AUR',
    name: 'Aurora',
    style: 'classic',
    description: 'Invoicing for companies of one to twenty people.',
    leadAccountId: demoUser('maren').accountId,
    members: { admins: accountsOf('maren', 'sunniva'), members: DEVELOPERS, viewers: accountsOf('priya') },
  });
  const boardId = createBoardOf(site, project, {
    name: 'Aurora board',
    type: 'scrum',
    columns: [
      { name: 'To Do', statusIds: [STATUS.toDo] },
      { name: 'In Progress', statusIds: [STATUS.inProgress] },
      { name: 'In Review', statusIds: [STATUS.inReview] },
      { name: 'Done', statusIds: [STATUS.done] },
    ],
    estimation: { type: 'field', fieldId: FIELD.storyPoints },
    hasSprints: true,
  });
  return { project, boardId };
}

function createBorealis(site: JiraSite): { project: Project; boardId: number } {
  const project = createProject(site, {
    key: 'BOR',
    name: 'Borealis',
    style: 'next-gen',
    description: 'The next product; nothing planned yet.',
    leadAccountId: demoUser('maren').accountId,
    members: {
      admins: accountsOf('maren', 'sunniva'),
      members: DEVELOPERS,
      viewers: accountsOf('priya', 'oscar'),
    },
  });
  const boardId = createBoardOf(site, project, {
    name: 'BOR board',
    type: 'simple',
    columns: project.statusIds.map((id) => ({ name: site.get('statuses', id)?.name ?? '', statusIds: [id] })),
    estimation: { type: 'field', fieldId: FIELD.storyPointEstimate },
    hasSprints: true,
  });
  return { project, boardId };
}

function createOperations(site: JiraSite): { project: Project; boardId: number } {
  site.put('statuses', SELECTED);
  const created = createProject(site, {
    key: 'OPS',
    name: 'Platform operations',
    style: 'classic',
    description: 'Servers, deliveries, certificates, and what breaks at night.',
    leadAccountId: demoUser('sunniva').accountId,
    members: {
      admins: accountsOf('sunniva', 'maren'),
      members: DEVELOPERS,
      viewers: accountsOf('priya', 'oscar'),
    },
  });
  const project = { ...created, statusIds: [STATUS.toDo, SELECTED.id, STATUS.inProgress, STATUS.done] };
  site.put('projects', project);
  const boardId = createBoardOf(site, project, {
    name: 'Operations board',
    type: 'kanban',
    columns: [
      { name: 'Backlog', statusIds: [STATUS.toDo] },
      { name: 'Selected for Development', statusIds: [SELECTED.id] },
      { name: 'In Progress', statusIds: [STATUS.inProgress], max: 5 },
      { name: 'Done', statusIds: [STATUS.done] },
    ],
    estimation: { type: 'none' },
    hasSprints: false,
  });
  return { project, boardId };
}

/**
 * Fills an empty site with the demo: people, three projects and half a year of Aurora's history, dated back from the
 * clock's now. Two sites seeded at the same moment are equal.
 */
export function seedDemo(site: JiraSite): DemoIds {
  return site.batch(() => {
    installDefaults(site);
    installPeople(site);
    const [aurora, borealis, operations] = [createAurora(site), createBorealis(site), createOperations(site)];
    const now = site.clock.now();
    const stage = createStage(site, createCalendar(now, ACTIVE_SPRINT));
    noteOps(stage, operations.project.id);
    noteAurora(stage, aurora.project.id, aurora.boardId);
    stage.timeline.play(now);
    return {
      projects: {
        aurora: aurora.project.id,
        borealis: borealis.project.id,
        operations: operations.project.id,
      },
      boards: { aurora: aurora.boardId, borealis: borealis.boardId, operations: operations.boardId },
    };
  });
}
