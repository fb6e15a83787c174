import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv, type ValidateFunction } from 'ajv';

import type { Adf } from '#sandbox/jira/model';
import { RestError } from '#sandbox/jira/rest/endpoint';
import { FieldRefusal } from '#sandbox/jira/rest/platform/field-refusal';
import { isObject } from '#sandbox/jira/rest/request';

let validate: ValidateFunction<Adf> | undefined;

/** Atlassian's JSON schema of the format; it names a draft that the validator does not load. Made when first needed: it is large. */
function validator(): ValidateFunction<Adf> {
  const file = createRequire(import.meta.url).resolve('@atlaskit/adf-schema/dist/json-schema/v1/full.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const named = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
  return new Ajv({ strict: false, validateSchema: false, logger: false }).compile<Adf>(named);
}

/**
 * Reads a document: every node known, in its place, with what it needs.
 * @throws FieldRefusal on what is no document at all; RestError 400 on one that breaks the format.
 */
export function readDocument(value: unknown): Adf {
  if (!isObject(value) || value['type'] !== 'doc' || value['version'] !== 1) {
    throw new FieldRefusal(
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    );
  }
  validate ??= validator();
  if (!validate(value)) throw new RestError(400, ['INVALID_INPUT']);
  return value;
}
