import type { HandleRest } from '#sandbox/jira/rest.types';
import {
  type SpecFile,
  createValidator,
  dig,
  findOperation,
  isJson,
  scopeSets,
} from '#tools/conformance/openapi';
import type { Sample } from '#tools/conformance/requests';

/** What came of one call. `schema`: its body was checked; `status`: the files have no schema for it. */
export interface Row {
  readonly operation: string;
  readonly status: number;
  readonly verdict: 'schema' | 'status' | 'VIOLATION';
  readonly problems: readonly string[];
}

function addressOf({ operation, params, query }: Sample): { method: string; template: string; path: string } {
  const [method = '', template = ''] = operation.split(' ');
  const filled = template.replaceAll(/\{(\w+)\}/g, (_slot, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '')),
  );
  return { method, template, path: query === undefined ? filled : `${filled}?${query}` };
}

/** Makes the calls one after the other and checks status and body of each. */
export async function checkSamples(
  specs: readonly SpecFile[],
  handle: HandleRest,
  samples: readonly Sample[],
): Promise<Row[]> {
  const validator = createValidator(specs);
  const rows: Row[] = [];
  for (const sample of samples) {
    const { method, template, path } = addressOf(sample);
    const response = await handle({
      method,
      path,
      headers: {},
      body: sample.body === undefined ? undefined : JSON.stringify(sample.body),
      accountId: 'admin',
      caller: 'site',
      scopes: null,
    });
    const problems: string[] = [];
    if (response.status !== sample.status) {
      problems.push(`expected ${sample.status}, got ${response.status}: ${response.body.slice(0, 300)}`);
    }
    const found = findOperation(specs, method, template);
    const schema = found && validator.schemaOf(found.spec, method, template, response.status);
    if (!found) problems.push('the files do not have this operation');
    else if (dig(found.operation, 'responses', String(response.status)) === undefined) {
      problems.push(`status ${response.status} is not documented`);
    } else if (schema !== undefined) {
      const body: unknown = response.body === '' ? undefined : JSON.parse(response.body);
      problems.push(...validator.problems(schema, body));
    }
    const verdict = schema === undefined ? 'status' : 'schema';
    rows.push({
      operation: sample.operation,
      status: response.status,
      verdict: problems.length > 0 ? 'VIOLATION' : verdict,
      problems,
    });
  }
  return rows;
}

/** Compares the scopes that the local Jira asks for with those of the files. */
export function checkScopes(
  specs: readonly SpecFile[],
  scopes: Readonly<Record<string, readonly (readonly string[])[]>>,
): string[] {
  return Object.entries(scopes).flatMap(([name, sets]) => {
    const [method = '', path = ''] = name.split(' ');
    const found = findOperation(specs, method, path);
    if (!isJson(found?.operation)) return [`${name}: the files do not have this operation.`];
    const theirs = scopeSets(found.operation);
    const ours = [...new Set(sets.map((set) => [...set].toSorted().join(',')))].toSorted();
    if (ours.join(' | ') === theirs.join(' | ')) return [];
    return [`${name}: scopes are ${ours.join(' | ')}; the files say ${theirs.join(' | ')}.`];
  });
}
