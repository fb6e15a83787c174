import { beforeAll, expect, it } from 'vitest';

import { REGISTER_CALLS, type RegisterCall, type RequestOf, type ResponseOf } from '#src/contract/index';
import { seedDemo } from '#sandbox/demo/seed';
import { seedWiki } from '#sandbox/demo/wiki/seed';
import { startLocalRegister, type LocalRegister } from '#tools/local-register';

import { accountOf, bundleForTests } from './local-app';

const bundle = bundleForTests();
const [LEAD, OUTSIDER] = [accountOf('lead'), accountOf('outsider')];

let app: LocalRegister<ReturnType<typeof seedWiki>>;

const call = async <C extends RegisterCall>(name: C, payload: RequestOf<C>, who = LEAD) =>
  (await app.call(app.macroOn({ id: app.seeded.pages['launch']! }), name, payload, who)) as {
    readonly ok: boolean;
    readonly data: ResponseOf<C>;
  };

async function ask<C extends RegisterCall>(name: C, payload: RequestOf<C>): Promise<ResponseOf<C>> {
  const answer = await call(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  expect(REGISTER_CALLS[name].response.parse(answer.data)).toEqual(answer.data);
  return answer.data;
}

beforeAll(async () => {
  app = await startLocalRegister(bundle(), (site, wiki) => {
    seedDemo(site);
    return seedWiki(wiki);
  });
});

it('suggests a risk from the demo’s board, adds it, and does not suggest it again', async () => {
  const { site, rest } = app;
  const aurora = [...site.all('boards')].find(({ name }) => name.startsWith('Aurora'))!;
  expect(await ask('suggest-risks', {})).toMatchObject({ result: 'none', reason: 'no-board' });
  const { register } = await ask('open-register', {});
  await ask('change-register', { version: register!.version, patch: { boardId: aurora.id } });

  const first = await ask('suggest-risks', {});
  if (first.result !== 'suggested') throw new Error(first.reason);
  const [suggestion] = first.suggestions;
  expect(suggestion?.kind).toBe('below-two-sprints');

  const mark = rest.ledger.mark();
  expect(await ask('suggest-risks', {})).toEqual(first);
  const points = rest.ledger.entries({ since: mark }).reduce((sum, each) => sum + each.points, 0);
  expect(points).toBeLessThanOrEqual(5);

  const { key, draft } = suggestion!;
  const fields = {
    ...draft,
    title: 'Refined work runs out within two sprints',
    cause: null,
    event: null,
    effect: null,
    response: 'none' as const,
    plan: null,
    ownerId: LEAD,
    trigger: null,
    dueOn: null,
    state: { kind: 'open' as const },
    residual: null,
  };
  const id = '00000000-0000-4000-8000-000000000001';
  const created = await ask('create-risks', { risks: [{ id, fields, origin: { kind: 'suggestion', key } }] });
  expect(created.answers).toMatchObject([{ result: 'changed', risk: { categoryId: 'resource-gap' } }]);
  const then = await ask('suggest-risks', {});
  expect(then.result === 'suggested' && then.suggestions.map((each) => each.key)).not.toContain(key);

  expect(await call('suggest-risks', {}, OUTSIDER)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});
