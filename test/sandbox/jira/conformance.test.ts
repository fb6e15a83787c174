import { describe, expect, test } from 'vitest';

import type { HandleRest } from '#sandbox/jira/rest.types';
import { checkSamples, checkScopes } from '#tools/conformance/checks';
import type { SpecFile } from '#tools/conformance/openapi';

const PRIORITY = { type: 'object', additionalProperties: false, properties: { id: { type: 'string' } } };
const SPEC: SpecFile = {
  name: 'jira-platform-v3.json',
  document: {
    paths: {
      '/rest/api/3/priority/{id}': {
        get: {
          security: [{ basicAuth: [] }, { OAuth2: ['read:jira-work'] }],
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Priority' } } } },
          },
        },
      },
    },
    components: { schemas: { Priority: PRIORITY, ErrorCollection: { type: 'object' } } },
  },
};
const OPERATION = 'GET /rest/api/3/priority/{id}' as const;

const answering =
  (status: number, body: unknown): HandleRest =>
  () =>
    Promise.resolve({ status, headers: {}, body: JSON.stringify(body) });

const check = async (handle: HandleRest, expected = 200) => {
  const [row] = await checkSamples([SPEC], handle, [
    { operation: OPERATION, params: { id: 3 }, status: expected },
  ]);
  return row;
};

describe('the conformance check', () => {
  test('passes an answer that fits its schema', async () => {
    expect(await check(answering(200, { id: '3' }))).toMatchObject({ verdict: 'schema', problems: [] });
  });

  test.each([
    ['a wrong type', answering(200, { id: 3 }), 200, '/id must be string'],
    ['a property too many', answering(200, { id: '3', x: 1 }), 200, 'must NOT have additional properties'],
    ['an unexpected status', answering(500, {}), 200, 'expected 200, got 500'],
    ['a status that is not documented', answering(418, {}), 418, 'status 418 is not documented'],
  ])('catches %s', async (_name, handle, expected, words) => {
    const row = await check(handle, expected);
    expect(row?.verdict).toBe('VIOLATION');
    expect(row?.problems.join('\n')).toContain(words);
  });

  test('catches scopes that differ from the files, and operations that they do not have', () => {
    const [read, other] = [['read:jira-work'], ['read:other']];
    expect(checkScopes([SPEC], { [OPERATION]: [read] })).toEqual([]);
    expect(checkScopes([SPEC], { [OPERATION]: [other] })[0]).toContain('the files say read:jira-work');
    expect(checkScopes([SPEC], { 'GET /rest/api/3/nothing': [read] })[0]).toContain(
      'do not have this operation',
    );
  });
});
