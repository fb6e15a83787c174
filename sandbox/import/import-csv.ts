import { installPeople } from '#sandbox/demo/install-people';
import { installCatalogue, type Catalogue } from '#sandbox/import/catalogue';
import { chooseProject, prefixOf } from '#sandbox/import/choose-project';
import { understandColumns } from '#sandbox/import/columns';
import { deriveSprints, type DerivedSprint } from '#sandbox/import/derive-sprints';
import { installProject } from '#sandbox/import/install-project';
import { createPeople, installPeopleOf } from '#sandbox/import/people';
import { createPlaced, playSprint, settleStatus, type Placed, type Scene } from '#sandbox/import/play-issues';
import { playRelations, settleRecords } from '#sandbox/import/play-relations';
import { readIssues, type ImportedIssue } from '#sandbox/import/read-issues';
import { readTable } from '#sandbox/import/read-table';
import { notesOf, type ImportReport } from '#sandbox/import/report';
import { installDefaults, STATUS } from '#sandbox/jira/defaults';
import type { Project } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

export { ImportError } from '#sandbox/import/import-error';
export { formatImportReport, type ImportReport } from '#sandbox/import/report';

const DAY = 86_400_000;

export interface ImportOptions {
  readonly fileName: string;
  /** The column of the estimates where it is not called as Jira calls it. */
  readonly estimateColumn?: string;
  readonly projectKey?: string;
  /** Epoch milliseconds; what has no date in the file happened then, and nothing happens later. */
  readonly now: number;
}

/** Sub-tasks go where their parents go. */
function isSubtask(site: JiraSite, id: string): boolean {
  return site.get('issueTypes', site.issue(id)?.issueTypeId ?? '')?.hierarchyLevel === -1;
}

/** By Jira's rank where there is one, else in the order of the file. */
function inRankOrder(issues: readonly ImportedIssue[]): readonly ImportedIssue[] {
  return [...issues].sort((a, b) => {
    if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
    return a.rank < b.rank ? -1 : Number(a.rank > b.rank);
  });
}

function sprintsOf(site: JiraSite, issues: readonly ImportedIssue[], catalogue: Catalogue, now: number) {
  const facts = issues.map(({ sprints, status, resolved }) => {
    const category =
      site.get('statuses', catalogue.statusIds.get(status ?? '') ?? STATUS.toDo)?.category ?? 'new';
    return { sprints, category, resolved };
  });
  return deriveSprints(facts, now);
}

function place(
  site: JiraSite,
  issues: readonly ImportedIssue[],
  project: Pick<Project, 'key'>,
  catalogue: Catalogue,
  sprints: readonly DerivedSprint[],
  now: number,
): Placed[] {
  const own = (issue: ImportedIssue) =>
    issue.key !== null && prefixOf(issue.key) === project.key ? issue.key : null;
  let next = Math.max(0, ...issues.map((issue) => Number(own(issue)?.slice(project.key.length + 1) ?? 0)));
  const startOf = new Map(sprints.map(({ name, start }) => [name, start]));
  return inRankOrder(issues).map((issue) => {
    const statusId = catalogue.statusIds.get(issue.status ?? '') ?? STATUS.toDo;
    const firstStart = startOf.get(issue.sprints[0] ?? '');
    return {
      issue,
      key: own(issue) ?? `${project.key}-${(next += 1)}`,
      statusId,
      category: site.get('statuses', statusId)?.category ?? 'new',
      created: Math.min(now, issue.created ?? (firstStart === undefined ? now : firstStart - 7 * DAY)),
    };
  });
}

/**
 * Imports a CSV export of Jira as a new company-managed project with a Scrum board. Nothing is changed on the site
 * when it fails. Wiki markup becomes ADF; sprints are derived from the issues that name them.
 * @throws ImportError when the text is no such export, or its project is on the site already.
 */
export function importCsv(site: JiraSite, text: string, options: ImportOptions): ImportReport {
  const table = readTable(text);
  const columns = understandColumns(table, options.estimateColumn);
  const { issues, skipped } = readIssues(table, columns);
  const chosen = chooseProject(site, table, columns, issues, options);
  return site.batch(() => {
    installDefaults(site);
    installPeople(site);
    const people = createPeople(site);
    installPeopleOf(people, issues);
    const catalogue = installCatalogue(site, issues);
    const { project, boardId } = installProject(
      site,
      chosen,
      catalogue,
      people.created,
      columns.has('estimate'),
    );
    const { id: projectId, leadAccountId } = project;
    const scene: Scene = { site, projectId, boardId, leadAccountId, catalogue, people, now: options.now };
    const sprints = sprintsOf(site, issues, catalogue, options.now);
    let plain = 0;
    const onPlain = () => {
      plain += 1;
    };
    const entries = place(site, issues, project, catalogue, sprints, options.now).map((placed) => ({
      placed,
      id: createPlaced(scene, placed, onPlain),
    }));
    const ids = new Map<string, string>();
    for (const { placed, id } of entries) {
      for (const name of [placed.issue.id, placed.issue.key]) if (name !== null) ids.set(name, id);
    }
    const find = (keyOrId: string) => ids.get(keyOrId.toUpperCase());
    settleRecords(scene, entries, find);
    for (const sprint of sprints) {
      const members = entries.filter(
        ({ placed, id }) => placed.issue.sprints.includes(sprint.name) && !isSubtask(site, id),
      );
      playSprint(scene, sprint, members);
    }
    for (const { placed, id } of entries) settleStatus(scene, placed, id);
    const missing = playRelations(scene, entries, find, onPlain);
    settleRecords(scene, entries, find);
    const renumbered = entries.filter(
      ({ placed }) => placed.issue.key !== null && placed.key !== placed.issue.key,
    );
    return {
      project: { id: projectId, key: project.key, name: project.name },
      boardId,
      understood: columns.understood,
      ignoredColumns: columns.ignored,
      issues: entries.length,
      skipped: [...skipped, ...missing].sort((a, b) => a.line - b.line),
      notes: notesOf(columns, catalogue, sprints, {
        renumbered: renumbered.length,
        people: people.created.length,
        plain,
      }),
    };
  });
}
