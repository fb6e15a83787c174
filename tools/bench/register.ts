import { readModules } from '#sandbox/api/modules';
import { DEMO_USERS } from '#sandbox/demo/seed';
import { macroNode } from '#sandbox/forge/macro-node';
import { readManifest } from '#sandbox/forge/manifest';
import { startSite, type RunningSite } from '#sandbox/server';
import { medianMs, openTimedPage, paintOn, withBrowser } from '#tools/bench/paint-watch';
import { riskOf, uuidOf } from '#tools/bench/rollup';

/** What it takes to open a register. */
export interface RegisterCost {
  readonly storageCalls: number;
  readonly productCalls: number;
  /** From the arrival of the screen's scripts to its verdict, at 150 ms a call; null without a browser. */
  readonly firstUsefulPaintMs: number | null;
  /** Points of Jira's and Confluence's quota for suggested risks: with nothing kept, and once the viewer was there. */
  readonly suggestPoints: { readonly cold: number; readonly warm: number };
}

const RISKS = 200;
const RISKS_A_CALL = 20;
const RUNS = 5;
const LATENCY_MS = 150;
const LOCAL_ID = uuidOf('the register of the bench');

interface Place {
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly localId: string;
  readonly extension: Readonly<Record<string, unknown>>;
}

/** Puts the macro on a page of the demo, as its editor does. @returns the page's address, and what the platform says of the macro. */
function placeMacro({ wiki, url }: RunningSite, manifestFile: string, by: string) {
  const page = [...wiki.all('pages')].find(({ title }) => title === 'Aurora launch');
  const stamp = readModules(readManifest(manifestFile)).find(({ key }) => key === 'risk-register')?.macro;
  const space = page && wiki.get('spaces', page.spaceId);
  if (!page || !space || !stamp) throw new Error('The demo has no page for a register.');
  const body = { type: 'doc', version: 1, content: [macroNode(stamp, LOCAL_ID, undefined)] };
  wiki.editPage(page.id, { body, version: page.version + 1 }, { by });
  const at: Place = {
    moduleKey: 'risk-register',
    moduleType: 'macro',
    localId: LOCAL_ID,
    extension: {
      type: 'macro',
      content: { id: page.id, type: 'page' },
      space: { id: space.id, key: space.key },
    },
  };
  return { at, address: `${url}/wiki/spaces/${space.key}/pages/${page.id}` };
}

/** What the risks that a board suggests cost; leaves the register with a board. */
async function measureSuggestions(
  { rest, site }: RunningSite,
  call: (functionKey: string, payload: object) => Promise<void>,
) {
  const board = [...site.all('boards')].find(({ name }) => name.startsWith('Aurora'));
  await call('change-register', { version: 1, patch: { boardId: board?.id ?? null } });
  const pointsOfOne = async () => {
    const since = rest.ledger.mark();
    await call('suggest-risks', {});
    return rest.ledger.entries({ since }).reduce((sum, { points }) => sum + points, 0);
  };
  const cold = await pointsOfOne();
  return { cold, warm: await pointsOfOne() };
}

/** Opens a register of 200 risks, each with an issue that mitigates it: on the platform, and in a browser. */
export async function measureRegister(
  bundle: string,
  manifestFile: string,
): Promise<Readonly<Record<string, RegisterCost>>> {
  const site = await startSite({ port: 0, stateFile: ':memory:', entry: bundle });
  try {
    const lead = DEMO_USERS.find(({ role }) => role === 'lead')?.accountId ?? '';
    const { at, address } = placeMacro(site, manifestFile, lead);
    const issueIds = [...site.site.all('issues')].slice(0, 90).map(({ id }) => id);
    const call = async (functionKey: string, payload: object) => {
      const answer = (await site.host.invoke({ functionKey, payload }, at, lead)) as { ok: boolean };
      if (!answer.ok) throw new Error(`${functionKey} did not answer: ${JSON.stringify(answer)}`);
    };
    for (let from = 0; from < RISKS; from += RISKS_A_CALL) {
      const risks = Array.from({ length: RISKS_A_CALL }, (_, offset) => {
        const risk = riskOf('bench', from + offset);
        const issueId = issueIds[(from + offset) % issueIds.length];
        return { ...risk, fields: { ...risk.fields, issueIds: issueId === undefined ? [] : [issueId] } };
      });
      await call('create-risks', { risks });
    }
    // What was written just now is carried by the register's row; later it is not.
    await site.advance(3_600_000);
    const [before, since] = [site.host.use(), site.rest.ledger.mark()];
    await call('open-register', {});
    const after = site.host.use();
    const productCalls = site.rest.ledger.entries({ since }).length;
    const suggestPoints = await measureSuggestions(site, call);
    site.faults.set({ latencyMs: LATENCY_MS });
    const firstUsefulPaintMs = await withBrowser(async (browser) => {
      const page = await openTimedPage(browser, {
        url: site.url,
        accountId: lead,
        selector: '.verdict__title',
      });
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        await page.goto(address);
        times.push(await paintOn(page));
      }
      return medianMs(times);
    });
    const storageCalls = after.kvsReads + after.kvsWrites - before.kvsReads - before.kvsWrites;
    return { [RISKS]: { storageCalls, productCalls, firstUsefulPaintMs, suggestPoints } };
  } finally {
    await site.close();
  }
}
