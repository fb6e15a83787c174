import type { Columns } from '#sandbox/import/columns';
import { ImportError } from '#sandbox/import/import-error';
import type { ImportedIssue } from '#sandbox/import/read-issues';
import type { Table } from '#sandbox/import/read-table';
import type { JiraSite } from '#sandbox/jira/site.types';

const LONGEST_KEY = 10;

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

export const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

function keyFromFileName(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const letters = stem
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  return letters.length >= 2 ? letters.slice(0, LONGEST_KEY) : 'IMPORT';
}

/**
 * Key and name of the project that the file becomes: as told, else from its columns, its issue keys or its name.
 * @throws ImportError when the key is no project key, or the site has it already.
 */
export function chooseProject(
  site: JiraSite,
  table: Table,
  columns: Columns,
  issues: readonly ImportedIssue[],
  options: { readonly fileName: string; readonly projectKey?: string },
): { key: string; name: string } {
  const column = (meaning: 'projectKey' | 'projectName') =>
    commonest(table.rows.flatMap((row) => columns.one(row, meaning) ?? []));
  const prefix = commonest(issues.flatMap(({ key }) => (key === null ? [] : [prefixOf(key)])));
  const key = (
    options.projectKey ??
    column('projectKey') ??
    prefix ??
    keyFromFileName(options.fileName)
  ).toUpperCase();
  if (!/^[A-Z][A-Z0-9_]{1,9}$/.test(key)) {
    throw new ImportError(
      `"${key}" is not a project key: 2 to 10 letters or digits, starting with a letter.`,
    );
  }
  if (site.project(key)) {
    throw new ImportError(
      `There is already a project ${key} on this site. Start over with --fresh, and import again.`,
    );
  }
  return { key, name: column('projectName') ?? key };
}
