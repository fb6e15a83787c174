import type { Adf } from '#sandbox/jira/model';
import { RestError } from '#sandbox/jira/rest/endpoint';
import { FieldRefusal } from '#sandbox/jira/rest/platform/field-refusal';
import { isObject } from '#sandbox/jira/rest/request';
import { isDocument } from '#sandbox/rest/adf-schema';

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
  if (!isDocument(value)) throw new RestError(400, ['INVALID_INPUT']);
  return value;
}
