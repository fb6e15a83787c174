import type { KeptAnswers, Precomputation } from '#sandbox/jira/jql/app-functions.types';
import { JqlError } from '#sandbox/jira/jql/error';
import { type Answer, type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { pageOf, pageRequest } from '#sandbox/jira/rest/paging';
import { callOnly } from '#sandbox/jira/rest/points';
import { bodyOf, booleanOf, isObject, stringIn, stringsIn } from '#sandbox/jira/rest/request';
import { jiraDateTime } from '#sandbox/jira/zone';

const ONLY_APPS = 'This API is only accessible to the app that provides the function.';

/** @throws RestError 403 for everybody but the app itself. */
function keptFor({ accountId, kept }: Call): KeptAnswers {
  if (accountId === null && kept) return kept;
  throw new RestError(403, [ONLY_APPS]);
}

function bean(kept: KeptAnswers, row: Precomputation) {
  const { id, moduleKey, functionName, field, operator, arguments: words, answer } = row;
  // Instants, whoever reads: an app has no time zone.
  const at = (instant: number) => jiraDateTime(instant, 'Etc/UTC');
  return {
    id,
    functionKey: kept.ariOf(moduleKey),
    functionName,
    field,
    operator,
    arguments: words,
    ...answer,
    created: at(row.created),
    updated: at(row.updated),
    used: at(row.used),
  };
}

const ORDERS = {
  functionKey: (row: Precomputation) => row.moduleKey,
  used: (row: Precomputation) => row.used,
  created: (row: Precomputation) => row.created,
  updated: (row: Precomputation) => row.updated,
};

function inOrder(call: Call, rows: readonly Precomputation[]): readonly Precomputation[] {
  const asked = call.query.get('orderBy') ?? '';
  if (asked === '') return rows;
  const name = asked.replace(/^[-+]/, '');
  const key = Object.entries(ORDERS).find(([each]) => each === name)?.[1];
  if (!key) throw new RestError(400, [`Ordering by '${asked}' is not valid.`]);
  const sign = asked.startsWith('-') ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left === right ? 0 : left < right ? -sign : sign;
  });
}

const LIST = defineEndpoint({
  operation: 'GET /rest/api/3/jql/function/computation',
  points: callOnly,
  handle(call) {
    const kept = keptFor(call);
    const asked = call.query.getAll('functionKey').filter(Boolean);
    const known = kept.functions.map(({ moduleKey }) => kept.ariOf(moduleKey));
    const missing = asked.find((key) => !known.includes(key));
    if (missing !== undefined) throw new RestError(404, [`The function '${missing}' was not found.`]);
    const rows = kept
      .all()
      .filter(({ moduleKey }) => asked.length === 0 || asked.includes(kept.ariOf(moduleKey)));
    const page = pageOf(inOrder(call, rows), pageRequest(call.query, 100));
    return ok({ ...page, values: page.values.map((row) => bean(kept, row)) });
  },
});

const SEARCH = defineEndpoint({
  operation: 'POST /rest/api/3/jql/function/computation/search',
  points: callOnly,
  handle(call) {
    const kept = keptFor(call);
    const ids = stringsIn(bodyOf(call, ['precomputationIDs']), 'precomputationIDs');
    const found = kept.all().filter(({ id }) => ids.includes(id));
    return ok({
      precomputations: inOrder(call, found).map((row) => bean(kept, row)),
      notFoundPrecomputationIDs: ids.filter((id) => !found.some((row) => row.id === id)),
    });
  },
});

/** An error of the update has a shape of its own. */
const refusedUpdate = (status: number, words: string, notFound?: readonly string[]): Answer => ({
  status,
  body: { errorMessages: [words], ...(notFound && { notFoundPrecomputationIDs: notFound }) },
});

interface Update {
  readonly id: string;
  readonly answer: { readonly value: string } | { readonly error: string };
}

/** null for one without an id, or with not exactly one of a value and an error. */
function updateOf(value: unknown): Update | null {
  if (!isObject(value)) return null;
  const [id, fragment, error] = ['id', 'value', 'error'].map((name) => stringIn(value, name));
  if (id === undefined) return null;
  if (fragment !== undefined && error === undefined) return { id, answer: { value: fragment } };
  return error !== undefined && fragment === undefined ? { id, answer: { error } } : null;
}

const UPDATE = defineEndpoint({
  operation: 'POST /rest/api/3/jql/function/computation',
  points: callOnly,
  handle(call) {
    const { accountId, kept } = call;
    if (accountId !== null || !kept) return refusedUpdate(403, ONLY_APPS);
    const { values } = bodyOf(call, ['values']);
    const updates = (Array.isArray(values) ? values : []).map(updateOf);
    if (updates.length === 0 || updates.includes(null)) {
      return refusedUpdate(
        400,
        "'values' must be a list of precomputations with an id and a value or an error.",
      );
    }
    const given = updates.flatMap((update) => update ?? []);
    const isSkipping = booleanOf(call.query, 'skipNotFoundPrecomputations', false);
    const known = new Set(kept.all().map(({ id }) => id));
    const missing = given.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    if (missing.length > 0 && !isSkipping) {
      return refusedUpdate(404, 'Some precomputations were not found.', missing);
    }
    try {
      for (const { id, answer } of given) kept.update(id, answer);
    } catch (error) {
      if (!(error instanceof JqlError)) throw error;
      return refusedUpdate(400, error.message);
    }
    return isSkipping ? ok({ notFoundPrecomputationIDs: missing }) : { status: 204 };
  },
});

export const JQL_FUNCTIONS = [LIST, SEARCH, UPDATE];
