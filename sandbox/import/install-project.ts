import { accountsOf, DEVELOPERS } from '#sandbox/demo/install-people';
import { projectIds, type Catalogue } from '#sandbox/import/catalogue';
import { createProject, FIELD } from '#sandbox/jira/defaults';
import type { Project } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

/**
 * Makes the project and its Scrum board, with a column for each status category. The demo's people work on it;
 * `people` are members too, so that work can be theirs.
 * @param isEstimated false makes the board count issues.
 */
export function installProject(
  site: JiraSite,
  chosen: { key: string; name: string },
  catalogue: Catalogue,
  people: readonly string[],
  isEstimated: boolean,
): { project: Project; boardId: number } {
  const created = createProject(site, {
    ...chosen,
    style: 'classic',
    leadAccountId: accountsOf('maren')[0] ?? '',
    description: 'Imported from a CSV export.',
    members: {
      admins: accountsOf('maren', 'sunniva'),
      members: [...DEVELOPERS, ...people],
      viewers: accountsOf('priya'),
    },
  });
  const { types, statuses, priorities } = projectIds(catalogue);
  const project = { ...created, issueTypeIds: types, statusIds: statuses, priorityIds: priorities };
  site.put('projects', project);
  const inCategory = (category: string) =>
    statuses.filter((id) => site.get('statuses', id)?.category === category);
  const board = site.createBoard({
    name: `${chosen.key} board`,
    type: 'scrum',
    projectId: project.id,
    filterId: String(20_000 + Number(project.id)),
    filterJql: `project = ${chosen.key} ORDER BY Rank ASC`,
    columns: [
      { name: 'To Do', statusIds: inCategory('new') },
      { name: 'In Progress', statusIds: inCategory('indeterminate') },
      { name: 'Done', statusIds: inCategory('done') },
    ],
    estimation: isEstimated ? { type: 'field', fieldId: FIELD.storyPoints } : { type: 'issueCount' },
    rankFieldId: FIELD.rank,
    hasSprints: true,
  });
  return { project, boardId: board.id };
}
