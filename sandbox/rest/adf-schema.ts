import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv, type ValidateFunction } from 'ajv';

import type { Adf } from '#sandbox/jira/model';

let validate: ValidateFunction<Adf> | undefined;

/** Atlassian's JSON schema of the format; it names a draft that the validator does not load. Made when first needed: it is large. */
function validator(): ValidateFunction<Adf> {
  const file = createRequire(import.meta.url).resolve('@atlaskit/adf-schema/dist/json-schema/v1/full.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const named = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
  return new Ajv({ strict: false, validateSchema: false, logger: false }).compile<Adf>(named);
}

/** Whether a value is a document of the Atlassian Document Format: every node known, in its place, with what it needs. */
export function isDocument(value: unknown): value is Adf {
  validate ??= validator();
  return validate(value);
}
