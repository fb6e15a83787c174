/* global setTimeout */
/** An app on the real Forge SDKs, whose functions do what the tests tell them. */
const { asApp, asUser, fetch, getAppContext, privacy, requestJira, route } = require('@forge/api');
const { InvocationError, Queue } = require('@forge/events');
const { Filter, kvs } = require('@forge/kvs');
const { makeResolver } = require('@forge/resolver');

const filterOf = ({ operator, conditions }) =>
  conditions.reduce(
    (filter, [field, ...condition]) =>
      filter[operator](field, { condition: condition[0], values: condition.slice(1) }),
    new Filter(),
  );

async function query({ where, limit, cursor, options }) {
  const builder = kvs.query(options);
  if (where) builder.where(where[0], { condition: where[1], values: where.slice(2) });
  if (limit !== undefined) builder.limit(limit);
  if (cursor !== undefined) builder.cursor(cursor);
  return await builder.getMany();
}

async function entityQuery({ entity, index, partition, where, filters, sort, limit, cursor, options }) {
  const builder = kvs
    .entity(entity)
    .query(options)
    .index(index, partition && { partition });
  if (where) builder.where({ condition: where[0], values: where.slice(1) });
  if (filters) builder.filters(filterOf(filters));
  if (sort !== undefined) builder.sort(sort);
  if (limit !== undefined) builder.limit(limit);
  if (cursor !== undefined) builder.cursor(cursor);
  return await builder.getMany();
}

const conditionsOf = (entity) =>
  entity && {
    entityName: entity.entityName,
    ...(entity.conditions && { conditions: filterOf(entity.conditions) }),
  };

async function transact({ set = [], remove = [], check = [] }) {
  const transaction = kvs.transact();
  for (const [key, value, entity, options] of set) transaction.set(key, value, conditionsOf(entity), options);
  for (const [key, entity] of remove) transaction.delete(key, conditionsOf(entity));
  for (const [key, entity] of check) transaction.check(key, conditionsOf(entity));
  await transaction.execute();
}

const FROM = {
  user: ({ accountId }) => asUser(accountId).requestJira,
  app: () => asApp().requestJira,
  none: () => requestJira,
  confluence: () => asUser().requestConfluence,
};

async function product({ from, method, body, accountId }) {
  const send = FROM[from]({ accountId });
  const response = await send(route`/rest/api/3/issue/${'A-1'}?fields=summary`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  return { status: response.status, text: await response.text(), limit: response.headers.get('ratelimit') };
}

/** Errors as data: what the SDK throws does not cross to the screen whole. */
const told = (work) => async (request) => {
  try {
    return { value: await work(request.payload, request) };
  } catch (error) {
    const { name, message, code, status, responseDetails, errorCode } = error;
    return { error: { name, message, code: code ?? errorCode, status: responseDetails?.status ?? status } };
  }
};

let calls = 0;

exports.resolver = makeResolver({
  kvs: told(({ method, args }) => kvs[method](...args)),
  entity: told(({ entity, method, args }) => kvs.entity(entity)[method](...args)),
  query: told(query),
  entityQuery: told(entityQuery),
  transact: told(transact),
  raw: told(async ({ path, body }) => {
    const target = { type: 'kvs', provider: 'app', remote: 'kvs' };
    const response = await globalThis.__forge_fetch__(target, path, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return { status: response.status, ...(await response.json()) };
  }),
  product: told(product),
  privacy: told(() => privacy.reportPersonalData([{ accountId: 'a', updatedAt: '2026-01-01T00:00:00Z' }])),
  fetch: told(async ({ url, global }) => (await (global ? globalThis.fetch : fetch)(url)).text()),
  context: told((_payload, { context }) => context),
  appContext: told(() => {
    const { appAri, environmentType, moduleKey, license, permissions } = getAppContext();
    return { app: String(appAri), environmentType, moduleKey, license, scopes: permissions.scopes };
  }),
  now: told(() => ({
    now: Date.now(),
    date: new Date().getTime(),
    isDate: new Date() instanceof Date,
    fixed: new Date(5).getTime(),
  })),
  echo: ({ payload }) => payload,
  fill: ({ payload }) => 'x'.repeat(payload.bytes),
  fail: () => {
    throw new TypeError('the app is broken');
  },
  count: () => (calls += 1),
  log: ({ payload }) => {
    for (const line of payload.lines) console[payload.level ?? 'log'](...line);
  },
  wait: async ({ payload }) => {
    await new Promise((resolve) => setTimeout(resolve, payload.ms));
    await kvs.set('after-time', true);
  },
  push: told(({ queue, events }) => new Queue({ key: queue }).push(events)),
  stats: told(({ queue, jobId }) => new Queue({ key: queue }).getStats(jobId)),
  cancel: told(({ queue, jobId }) => new Queue({ key: queue }).cancel(jobId)),
});

async function remember(entry) {
  await kvs.set('seen', [...((await kvs.get('seen')) ?? []), entry]);
}

exports.consume = async (event, context) => {
  if (event.body.endless) return void (await new Queue({ key: 'work' }).push({ body: { endless: true } }));
  await remember({
    body: event.body,
    eventId: event.eventId,
    jobId: event.jobId,
    retry: event.retryContext ?? null,
    principal: context.principal ?? null,
  });
  const { retryAfter, retryData, fails, pushes, waitMs, asUser: speaks } = event.body;
  if (pushes) await new Queue({ key: 'work' }).push({ body: { pushes: pushes - 1 } });
  if (waitMs) await new Promise((resolve) => setTimeout(resolve, waitMs));
  if (speaks)
    await remember({
      answer: await told(product)({
        payload: { from: 'user', accountId: speaks === true ? undefined : speaks },
      }),
    });
  if (fails && !event.retryContext) throw new Error('not this time');
  if (retryAfter && (event.retryContext?.retryCount ?? 0) < (event.body.times ?? 1)) {
    return new InvocationError({ retryAfter, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData });
  }
  return undefined;
};

exports.scheduled = async ({ context }) => {
  await remember({ schedule: context.moduleKey });
  if (context.moduleKey === 'weekly') throw new Error('a schedule that fails');
};

exports.heard = async (event) => {
  await remember({
    heard: event.eventType,
    issue: event.issue,
    retry: event.retryContext?.retryCount ?? null,
  });
  return event.again ? new InvocationError({ retryAfter: 1 }) : undefined;
};
