import type { ImportedIssue } from '#sandbox/import/read-issues';
import { ISSUE_TYPE, PRIORITY, STATUS } from '#sandbox/jira/ids';
import type { Collections, IssueType, StatusCategory } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

type Named = 'issueTypes' | 'statuses' | 'priorities' | 'linkTypes';

/** `Sub-task`, `Subtask` and `sub task` are one name. */
const bare = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function nextId(site: JiraSite, name: Named): string {
  const numbers = [...site.all(name)].map(({ id }) => Number(id)).filter(Number.isInteger);
  return String(Math.max(10_199, ...numbers) + 1);
}

const isShared = (record: object) => !('projectId' in record) || record.projectId === null;

/** The record of that name that all projects share, made when there is none. */
function matchOrCreate<Name extends Named>(
  site: JiraSite,
  collection: Name,
  name: string,
  create: (id: string) => Collections[Name],
): Collections[Name] {
  for (const record of site.all(collection)) {
    if (bare(record.name) === bare(name) && isShared(record)) return record;
  }
  const created = create(nextId(site, collection));
  site.put(collection, created);
  return created;
}

const CATEGORY_NAMES: Readonly<Record<string, StatusCategory>> = {
  todo: 'new',
  inprogress: 'indeterminate',
  done: 'done',
};

const IS_DONE = /done|closed|resolved|complete|released|rejected|won.?t|cancel/i;
const IS_STARTED = /progress|review|test|develop|doing|verif|ready for (qa|release|deploy)/i;

/** The category of a status: as the file says, else by the resolution, else by its name. */
function categoryOf(name: string, issues: readonly ImportedIssue[]): StatusCategory {
  const said = issues.flatMap(({ statusCategory }) => (statusCategory ? [bare(statusCategory)] : []));
  const category = CATEGORY_NAMES[said[0] ?? ''];
  if (category !== undefined) return category;
  const isResolved = ({ resolution }: ImportedIssue) =>
    resolution !== null && bare(resolution) !== 'unresolved';
  if (IS_DONE.test(name) || issues.every(isResolved)) return 'done';
  return IS_STARTED.test(name) ? 'indeterminate' : 'new';
}

function levelOf(name: string): IssueType['hierarchyLevel'] {
  if (bare(name) === 'epic') return 1;
  return /^sub-?\s?task|sub-?task$/i.test(name) ? -1 : 0;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Ids by the names that the file uses. */
export interface Catalogue {
  readonly typeIds: ReadonlyMap<string, string>;
  readonly statusIds: ReadonlyMap<string, string>;
  readonly priorityIds: ReadonlyMap<string, string>;
  /** Names that had to be made, for the report. */
  readonly created: readonly string[];
}

/** Finds the file's issue types, statuses and priorities on the site by name, and makes those that are missing. */
export function installCatalogue(site: JiraSite, issues: readonly ImportedIssue[]): Catalogue {
  const created: string[] = [];
  const make =
    <Row>(kind: string, name: string, row: (id: string) => Row) =>
    (id: string): Row => {
      created.push(`${kind} "${name}"`);
      return row(id);
    };
  const typeIds = new Map(
    distinct(issues.map(({ type }) => type)).map((name) => {
      const row = (id: string) => ({
        id,
        name,
        description: '',
        hierarchyLevel: levelOf(name),
        projectId: null,
      });
      return [name, matchOrCreate(site, 'issueTypes', name, make('issue type', name, row)).id];
    }),
  );
  const statusIds = new Map(
    distinct(issues.map(({ status }) => status)).map((name) => {
      const category = categoryOf(
        name,
        issues.filter(({ status }) => status === name),
      );
      const row = (id: string) => ({ id, name, category, projectId: null });
      return [name, matchOrCreate(site, 'statuses', name, make(`status`, name, row)).id];
    }),
  );
  const priorityIds = new Map(
    distinct(issues.map(({ priority }) => priority)).map((name) => {
      const row = (id: string) => ({ id, name, description: '', statusColor: '#707070' });
      return [name, matchOrCreate(site, 'priorities', name, make('priority', name, row)).id];
    }),
  );
  return { typeIds, statusIds, priorityIds, created };
}

/** The link type of that name, made when there is none. */
export function linkTypeId(site: JiraSite, name: string): string {
  const row = (id: string) => ({ id, name, inward: name, outward: name });
  return matchOrCreate(site, 'linkTypes', name, row).id;
}

/** All ids of a project that uses this catalogue, the usual ones first. */
export function projectIds(catalogue: Catalogue): {
  types: string[];
  statuses: string[];
  priorities: string[];
} {
  const union = (usual: readonly string[], used: ReadonlyMap<string, string>) => [
    ...new Set([...usual, ...used.values()]),
  ];
  return {
    types: union(Object.values(ISSUE_TYPE), catalogue.typeIds),
    statuses: union([STATUS.toDo, STATUS.inProgress, STATUS.done], catalogue.statusIds),
    priorities: union(Object.values(PRIORITY), catalogue.priorityIds),
  };
}
