import { createHash } from 'node:crypto';

import type { WikiSite } from '#sandbox/confluence/site';
import type { ModuleContext } from '#sandbox/forge/host.types';
import { textAdf } from '#sandbox/jira/adf';
import { installDefaults } from '#sandbox/jira/defaults';
import type { JiraSite } from '#sandbox/jira/site.types';
import { startLocalApp, type LocalApp } from '#tools/local-app';

/** What it takes to show all registers of a space, from the first call to the last. */
export interface RollUpCost {
  readonly storageCalls: number;
  readonly productCalls: number;
}

const REGISTERS = 200;
const RISKS_EACH = 50;
/** As many as one call takes. */
const RISKS_A_CALL = 20;
const LEAD = '5c10a2844c20165700bec001';
/** Writes are limited by the minute. */
const MINUTE = 60_000;

interface Space {
  readonly id: string;
  readonly key: string;
  readonly pageIds: readonly string[];
}

function seedSpace(site: JiraSite, wiki: WikiSite): Space {
  installDefaults(site);
  site.put('users', {
    accountId: LEAD,
    displayName: 'Bench Lead',
    email: 'bench.lead@example.com',
    active: true,
    timeZone: 'Etc/UTC',
    locale: 'en_GB',
  });
  const holder = { type: 'user', accountId: LEAD } as const;
  return wiki.batch(() => {
    const { id, key } = wiki.createSpace(
      {
        key: 'BENCH',
        name: 'Bench',
        grants: (['read space', 'create page'] as const).map((operation) => ({ operation, holder })),
        home: { title: 'Bench', body: textAdf('A space with many registers.') },
      },
      { by: LEAD },
    );
    const pageIds = Array.from(
      { length: REGISTERS },
      (_, index) =>
        wiki.createPage(
          { spaceId: id, title: `Plan ${index + 1}`, body: textAdf('With a register.') },
          { by: LEAD },
        ).id,
    );
    return { id, key, pageIds };
  });
}

/** The same ids every time. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const step = (index: number) => ({ step: (index % 3) + 1, of: 3 });

export function riskOf(pageId: string, index: number) {
  const fields = {
    title: `A supplier of plan ${pageId} is late and part ${index + 1} slips`,
    cause: null,
    event: null,
    effect: null,
    categoryId: 'resource-gap',
    probability: step(index),
    impact: step(index >> 2),
    response: 'mitigate',
    plan: null,
    issueIds: [],
    ownerId: index % 5 === 0 ? null : `bench-owner-${index % 7}`,
    trigger: null,
    dueOn: null,
    state: { kind: 'open' },
    residual: null,
  };
  return { id: uuidOf(`${pageId} ${index}`), fields, origin: { kind: 'written' } };
}

async function answered(app: LocalApp<Space>, at: ModuleContext, name: string, payload: object) {
  const answer = (await app.callAt(at, name, payload, LEAD)) as { ok: boolean; data?: unknown };
  if (!answer.ok) throw new Error(`${name} did not answer: ${JSON.stringify(answer)}`);
  return answer.data;
}

/** Writes the registers as their macros do, so that the summaries are those of the app. */
async function writeRegisters(app: LocalApp<Space>): Promise<void> {
  const { id, key, pageIds } = app.seeded;
  for (const pageId of pageIds) {
    const at = {
      moduleKey: 'risk-register',
      moduleType: 'macro',
      localId: uuidOf(pageId),
      extension: { content: { id: pageId, type: 'page' }, space: { id, key } },
    };
    const risks = Array.from({ length: RISKS_EACH }, (_, index) => riskOf(pageId, index));
    for (let from = 0; from < RISKS_EACH; from += RISKS_A_CALL) {
      await answered(app, at, 'create-risks', { risks: risks.slice(from, from + RISKS_A_CALL) });
    }
    app.clock.advance(MINUTE);
  }
}

interface Shown {
  readonly registers: readonly { readonly summary: { readonly cells: readonly number[] } }[];
  readonly cursor: string | null;
}

/** Reads the space as its page does. @returns how many risks it was shown. */
async function readSpace(app: LocalApp<Space>): Promise<number> {
  const { id, key } = app.seeded;
  const at = {
    moduleKey: 'space-risks',
    moduleType: 'confluence:spacePage',
    extension: { space: { id, key } },
  };
  let risks = 0;
  let cursor: string | null = null;
  do {
    const asked: object = { spaceId: id, cursor };
    const page = (await answered(app, at, 'roll-up-registers', asked)) as Shown;
    for (const { summary } of page.registers) risks += summary.cells.reduce((sum, count) => sum + count, 0);
    ({ cursor } = page);
  } while (cursor !== null);
  return risks;
}

/** Shows 200 registers of 50 risks each. @throws Error when not all of them are shown. */
export async function measureRollUp(bundle: string): Promise<Readonly<Record<string, RollUpCost>>> {
  const app = await startLocalApp(bundle, seedSpace);
  await writeRegisters(app);
  const [storage, since] = [app.host.use(), app.rest.ledger.mark()];
  const risks = await readSpace(app);
  if (risks !== REGISTERS * RISKS_EACH) throw new Error(`Only ${risks} risks were shown.`);
  const after = app.host.use();
  return {
    [risks]: {
      storageCalls: after.kvsReads + after.kvsWrites - storage.kvsReads - storage.kvsWrites,
      productCalls: app.rest.ledger.entries({ since }).length,
    },
  };
}
