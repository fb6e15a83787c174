import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { buildAll } from '#sandbox/build';
import { seedBenchBoard } from '#sandbox/demo/bench-board';
import { measureDomain } from '#tools/bench/domain';
import { measureFirstPaint, type FirstPaint } from '#tools/bench/first-paint';
import { measurePanel, type PanelCost } from '#tools/bench/panel';
import { measureRegister, type RegisterCost } from '#tools/bench/register';
import { measureRollUp, type RollUpCost } from '#tools/bench/rollup';
import { firstPaintGzipKB } from '#tools/bench/screen';
import { measureSprint, type SprintCost } from '#tools/bench/sprint';
import { measureSprintHistory, type SprintHistoryCost } from '#tools/bench/sprints';
import { startLocalApp } from '#tools/local-app';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const SIZES = [1_000, 10_000];
const SEED = 20_261_012;
const SCREEN = 'backlog-health';
const SCREENS = [SCREEN, 'sprint-readiness', 'risk-register', 'risk-overview'];

interface Figures {
  readonly panel: Readonly<Record<string, PanelCost>>;
  readonly domain: Readonly<Record<string, { readonly ms: number }>>;
  /** On the smallest board. */
  readonly sprint: SprintCost;
  /** Ten closed sprints of thirty issues each. */
  readonly history: SprintHistoryCost;
  /** By the number of risks in a register. */
  readonly register: Readonly<Record<string, RegisterCost>>;
  /** By the number of risks in 200 registers. */
  readonly rollup: Readonly<Record<string, RollUpCost>>;
  readonly bundles: Readonly<Record<string, { readonly firstPaintGzipKB: number }>>;
  /** Milliseconds from the arrival of the screen's scripts to its verdict; null without a browser. */
  readonly firstUsefulPaintMs: FirstPaint | null;
}

async function measure(bundle: string): Promise<Figures> {
  const panel: Record<string, PanelCost> = {};
  const domain: Record<string, { ms: number }> = {};
  for (const issues of SIZES) {
    const app = await startLocalApp(bundle, (site) => seedBenchBoard(site, { issues, seed: SEED }));
    panel[issues] = await measurePanel(app);
    domain[issues] = { ms: await measureDomain(app) };
  }
  const seedSmallest = (site: Parameters<typeof seedBenchBoard>[0]) =>
    seedBenchBoard(site, { issues: SIZES[0] ?? 0, seed: SEED });
  const sprint = await measureSprint(await startLocalApp(bundle, seedSmallest));
  const history = await measureSprintHistory(bundle);
  const register = await measureRegister(bundle, join(ROOT, 'manifest.yml'));
  const rollup = await measureRollUp(bundle);
  const bundles = Object.fromEntries(
    SCREENS.map((screen) => [
      screen,
      { firstPaintGzipKB: firstPaintGzipKB(join(ROOT, 'static', screen, 'build')) },
    ]),
  );
  const firstUsefulPaintMs = await measureFirstPaint(bundle, seedSmallest);
  return { panel, domain, sprint, history, register, rollup, bundles, firstUsefulPaintMs };
}

/** What each figure is called, and DESIGN's budget for it where there is one. */
const ROWS: readonly (readonly [keyof PanelCost, string, string])[] = [
  ['coldPoints', 'Jira points, first open', '≤ 150'],
  ['coldCalls', 'REST calls, first open', ''],
  ['coldRoundTrips', 'round trips in sequence, first open', '≤ 4'],
  ['warmPoints', 'Jira points, second open', '≤ 5'],
  ['warmRoundTrips', 'round trips in sequence, second open', ''],
  ['exactPoints', 'Jira points, whole reading on an exact past', ''],
  ['exactCalls', 'REST calls, whole reading on an exact past', ''],
  ['kvsWrittenBytes', 'bytes written to storage, first open', '≤ 10240'],
  ['naivePoints', 'Jira points to read the whole backlog', ''],
  ['issuesRead', 'issues of the backlog that were assessed', ''],
];

function print({
  panel,
  domain,
  sprint,
  history,
  register,
  rollup,
  bundles,
  firstUsefulPaintMs,
}: Figures): void {
  const sizes = Object.keys(panel);
  const line = (name: string, values: readonly (string | number)[], budget: string) => {
    const cells = values.map((value) => String(value).padStart(10));
    console.log([name.padEnd(58), ...cells, `  ${budget}`].join('').trimEnd());
  };
  line(
    '',
    sizes.map((size) => Number(size).toLocaleString('en')),
    'budget',
  );
  for (const [key, name, budget] of ROWS)
    line(
      name,
      sizes.map((size) => panel[size]?.[key] ?? ''),
      budget,
    );
  const times = sizes.map((size) => domain[size]?.ms ?? '');
  line('domain work on all issues, ms', times, '≤ 250 at 10,000');
  for (const [state, { cold, warm }] of Object.entries(sprint)) {
    const shown = [cold, warm].map(({ calls, points }) => `${calls} / ${points}`);
    line(`a sprint that is ${state}: calls / points, first open, second`, shown, '');
  }
  for (const [open, { calls, points, roundTrips }] of Object.entries(history)) {
    const figures = [`${calls} / ${points} / ${roundTrips}`];
    line(
      `ten sprints from change logs, ${open}: calls / points / trips`,
      figures,
      open === 'first' ? '≤ 12 calls' : '',
    );
  }
  for (const [risks, cost] of Object.entries(register)) {
    line(`a register of ${risks} risks: storage calls`, [cost.storageCalls], '≤ 4');
    line(`a register of ${risks} risks: Confluence and Jira calls`, [cost.productCalls], '≤ 3');
    line(`… first useful paint at 150 ms a call, ms`, [cost.firstUsefulPaintMs ?? 'no Chromium'], '≤ 1000');
    const { cold, warm } = cost.suggestPoints;
    line('suggested risks: points, first time / with a kept answer', [cold, warm], '');
  }
  for (const [risks, { storageCalls, productCalls }] of Object.entries(rollup)) {
    const what = `all registers of a space, ${Number(risks).toLocaleString('en')} risks`;
    line(`${what}: storage calls`, [storageCalls], '≤ 2');
    line(`${what}: Confluence calls`, [productCalls], '≤ 2');
  }
  for (const [name, { firstPaintGzipKB: kilobytes }] of Object.entries(bundles)) {
    line(`${name}: script for first paint, KB gzip`, [kilobytes], '≤ 130');
  }
  if (firstUsefulPaintMs === null) console.log('first useful paint: not measured, there is no Chromium');
  else {
    line('first useful paint at 150 ms a call, first open, ms', [firstUsefulPaintMs.cold], '≤ 1000');
    line('first useful paint at 150 ms a call, second open, ms', [firstUsefulPaintMs.warm], '≤ 400');
  }
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
// Told on the other channel, so that --json prints nothing else.
const { entry } = await buildAll(ROOT, console.error);
const figures = await measure(entry);
if (values.json) console.log(JSON.stringify(figures, null, 2));
else print(figures);
