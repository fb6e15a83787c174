import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { EXCEPTIONS, standIn } from '#tools/conformance/exceptions';

type Json = Readonly<Record<string, unknown>>;

/** One of Atlassian's OpenAPI files. */
export interface SpecFile {
  readonly name: string;
  readonly document: Json;
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is found by walking down names; undefined when a step is missing. */
export function dig(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>((found, name) => (isJson(found) ? found[name] : undefined), value);
}

/** Reads the two files that the sandbox is held against. @throws Error that says which file is missing. */
export function readSpecs(folder: string): SpecFile[] {
  return ['jira-platform-v3.json', 'jira-software.json'].map((name) => {
    let text: string;
    try {
      text = readFileSync(join(folder, name), 'utf8');
    } catch (error) {
      throw new Error(
        `${join(folder, name)} cannot be read. Give the folder of the OpenAPI files with --specs.`,
        {
          cause: error,
        },
      );
    }
    return { name, document: adapt(JSON.parse(text), []) as Json };
  });
}

/** Makes an OpenAPI 3.0 schema a JSON schema: `nullable`, and the places where the files are known to be wrong. */
function adapt(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each: unknown, place) => adapt(each, [...path, String(place)]));
  if (!isJson(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    // Samples are no schemas, and may hold anything.
    copy[name] = name === 'example' || name === 'examples' ? undefined : adapt(part, [...path, name]);
  }
  const where = path.join('/');
  const isExcepted = EXCEPTIONS.some((exception) => where.endsWith(exception.at));
  if (copy['nullable'] !== true && !isExcepted) return copy;
  delete copy['nullable'];
  return { anyOf: [copy, { type: 'null' }] };
}

/** The operation of the files, wherever it is. */
export function findOperation(
  specs: readonly SpecFile[],
  method: string,
  path: string,
): { spec: SpecFile; operation: Json } | undefined {
  for (const spec of specs) {
    const operation = dig(spec.document, 'paths', path, method.toLowerCase());
    if (isJson(operation)) return { spec, operation };
  }
  return undefined;
}

/** The alternative scope sets of an operation, as sorted comma-separated text; no set at all when it has no OAuth. */
export function scopeSets(operation: Json): string[] {
  const asText = (scopes: unknown) => (Array.isArray(scopes) ? scopes.map(String).toSorted().join(',') : '');
  const listed = operation['x-atlassian-oauth2-scopes'];
  const sets = Array.isArray(listed)
    ? listed.map((entry: unknown) => asText(dig(entry, 'scopes')))
    : (Array.isArray(operation['security']) ? operation['security'] : [])
        .filter((entry: unknown) => isJson(entry) && 'OAuth2' in entry)
        .map((entry: unknown) => asText(dig(entry, 'OAuth2')));
  return [...new Set(sets)].toSorted();
}

/** Where the files give no schema for an error, it is Jira's error collection. */
const ERRORS = { $ref: 'jira-platform-v3.json#/components/schemas/ErrorCollection' };

/** A JSON pointer, escaped for use in a reference. */
const pointer = (names: readonly string[]) =>
  names.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** Checks bodies against the schemas of the files. */
export function createValidator(specs: readonly SpecFile[]) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const format of ['int32', 'int64', 'float', 'double', 'byte', 'binary']) ajv.addFormat(format, true);
  for (const { name, document } of specs) ajv.addSchema(document, name);
  const responseSchema = (spec: SpecFile, method: string, path: string, status: number) => {
    const names = ['paths', path, method.toLowerCase(), 'responses', String(status)];
    const full = [...names, 'content', 'application/json', 'schema'];
    const found = dig(spec.document, ...full);
    return isJson(found) && Object.keys(found).length > 0 ? `${spec.name}#/${pointer(full)}` : undefined;
  };
  return {
    /** Where the schema of a response is; undefined when the files say nothing about its body. */
    schemaOf(spec: SpecFile, method: string, path: string, status: number): object | undefined {
      const own = responseSchema(spec, method, path, status);
      if (own !== undefined) return { $ref: own };
      if (status >= 400) return ERRORS;
      return status === 200 || status === 201 ? standIn(`${method} ${path}`, spec.name) : undefined;
    },
    /** What is wrong with a body. */
    problems(schema: object, body: unknown): string[] {
      const validate = ajv.compile(schema);
      if (validate(body)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath || '(body)'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
      );
    },
  };
}
