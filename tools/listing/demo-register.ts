import { createHash } from 'node:crypto';

import { modulesByLanguage } from '#sandbox/api/modules';
import { demoUser } from '#sandbox/demo/people';
import type { ModuleContext } from '#sandbox/forge/host.types';
import { macroNode } from '#sandbox/forge/macro-node';
import { readManifest } from '#sandbox/forge/manifest';
import type { RunningSite } from '#sandbox/server';

const DAY_MS = 86_400_000;
const LEAD = demoUser('maren').accountId;

const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
const LOCAL_ID = idOf('the register of the demo');

type Owner = Parameters<typeof demoUser>[0] | null;

interface DemoRisk {
  readonly title: string;
  readonly cause?: string;
  readonly effect?: string;
  readonly category: 'technical-dependency' | 'resource-gap' | 'market-shift';
  readonly probability: 1 | 2 | 3;
  readonly impact: 1 | 2 | 3;
  readonly response?: 'mitigate' | 'avoid' | 'transfer' | 'accept';
  readonly owner: Owner;
  /** Days from the day on which the register is written. */
  readonly due?: number;
  readonly trigger?: string;
  readonly isMitigating?: true;
}

/** What a launch like the demo's would have in its register. */
const RISKS: readonly DemoRisk[] = [
  {
    title: 'The tax API changes in January and invoices are rejected',
    cause: 'the authority replaces its interface at the turn of the year',
    effect: 'invoices of three countries are sent back',
    category: 'technical-dependency',
    probability: 3,
    impact: 3,
    response: 'mitigate',
    owner: 'noa',
    due: 24,
    trigger: 'the sandbox of the authority refuses our test invoices',
    isMitigating: true,
  },
  {
    title: 'Only one person knows the ledger export, and is away in launch week',
    category: 'resource-gap',
    probability: 2,
    impact: 3,
    owner: 'maren',
  },
  {
    title: 'The payment provider raises its fees before we have signed',
    category: 'market-shift',
    probability: 2,
    impact: 2,
    response: 'transfer',
    owner: 'priya',
    due: 40,
  },
  {
    title: 'Imported customers have no VAT number, and their first invoice fails',
    category: 'technical-dependency',
    probability: 3,
    impact: 2,
    response: 'mitigate',
    owner: 'tomasz',
    due: 5,
    isMitigating: true,
  },
  {
    title: 'Support is not trained when the first invoices go out',
    category: 'resource-gap',
    probability: 2,
    impact: 1,
    response: 'mitigate',
    owner: 'priya',
    due: 30,
  },
  {
    title: 'A competitor announces the same integration first',
    category: 'market-shift',
    probability: 1,
    impact: 2,
    response: 'accept',
    owner: 'maren',
  },
  {
    title: 'Load tests come too late to change the queue',
    category: 'technical-dependency',
    probability: 1,
    impact: 3,
    owner: null,
  },
];

const onScale = (step: number) => ({ step, of: 3 });

function fieldsOf(risk: DemoRisk, today: number) {
  const day = (days: number) => new Date(today + days * DAY_MS).toISOString().slice(0, 10);
  return {
    title: risk.title,
    cause: risk.cause ?? null,
    event: null,
    effect: risk.effect ?? null,
    categoryId: risk.category,
    probability: onScale(risk.probability),
    impact: onScale(risk.impact),
    response: risk.response ?? 'none',
    plan: null,
    issueIds: [],
    ownerId: risk.owner === null ? null : demoUser(risk.owner).accountId,
    trigger: risk.trigger ?? null,
    dueOn: risk.due === undefined ? null : day(risk.due),
    state: { kind: risk.isMitigating ? 'mitigating' : 'open' },
    residual: null,
  };
}

/**
 * Puts a register with the risks of a launch onto the demo's page about it, written and reviewed a week ago through the app's own
 * calls; the clock of the site moves on by that time.
 *
 * @returns the address of the page, from `/` on.
 * @throws Error when the app does not take a call.
 */
export async function fillDemoRegister(site: RunningSite, manifestFile = 'manifest.yml'): Promise<string> {
  const { wiki, host, clock } = site;
  const page = [...wiki.all('pages')].find(({ title }) => title === 'Aurora launch');
  const space = page && wiki.get('spaces', page.spaceId);
  const modules = modulesByLanguage(readManifest(manifestFile))('en-US');
  const stamp = modules.find(({ key }) => key === 'risk-register')?.macro;
  if (!page || !space || !stamp) throw new Error('The demo has no page for a register.');
  const body = {
    ...page.body,
    content: [...(page.body.content ?? []), macroNode(stamp, LOCAL_ID, undefined)],
  };
  wiki.editPage(page.id, { body, version: page.version + 1 }, { by: LEAD });
  const at: ModuleContext = {
    moduleKey: 'risk-register',
    moduleType: 'macro',
    localId: LOCAL_ID,
    extension: { content: { id: page.id, type: 'page' }, space: { id: space.id, key: space.key } },
  };
  const call = async (functionKey: string, payload: object): Promise<unknown> => {
    const answer = (await host.invoke({ functionKey, payload }, at, LEAD)) as { ok: boolean; data?: unknown };
    if (!answer.ok) throw new Error(`${functionKey} did not answer: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const startedAt = new Date(clock.now()).toISOString();
  const created = (await call('create-risks', {
    risks: RISKS.map((risk) => ({
      id: idOf(risk.title),
      fields: fieldsOf(risk, clock.now()),
      origin: { kind: 'written' },
    })),
  })) as { answers: { result: string; risk?: { id: string; version: number } }[] };
  for (const { result, risk } of created.answers) {
    if (risk === undefined) throw new Error(`A risk of the demo was not taken: ${result}`);
    const change = { kind: 'review', outcome: 'unchanged' };
    await call('change-risk', { riskId: risk.id, version: risk.version, change });
  }
  await call('end-review', { startedAt });
  await site.advance(8 * DAY_MS);
  return `/wiki/spaces/${space.key}/pages/${page.id}`;
}
