import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { costsOf, MEASURED, type Costs } from '#tools/quota/costs';
import { reportQuota } from '#tools/quota/report';
import { simulateQuota } from '#tools/quota/simulate-quota';

const HELP = `Simulates working weeks of sites that have the app, against Jira's quota.

  npm run simulate -- quota [--bench FILE.json] [--fair POINTS] [--seed NUMBER] [--json]

quota shows how many sites and boards fit into the 65,000 points an hour that all of them share, how busy sites are by
their number of boards, and from how many boards on a limit for each site is reached.
--bench takes the costs from what "npm run bench -- --json" printed, instead of those it had when this was written.
--fair is that limit for each site in points an hour; by default a tenth of the quota, so that no site can starve the others.
--json prints one line: {"tenants":{"median","worst"},"boards":{"median","worst"},"quota","fair":{"limit","boards"},
"peaks":[{"boards","median","p95","over"}],"ownQuota":[…]}.`;

function costsFrom(file: string | undefined): Costs {
  if (file === undefined) return MEASURED;
  try {
    return costsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`--${name} is a whole number of at least 1, not "${text}".`);
  }
  return value;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      bench: { type: 'string' },
      fair: { type: 'string', default: '6500' },
      seed: { type: 'string', default: '20261012' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1 || positionals[0] !== 'quota') throw new Error(HELP);
  const result = simulateQuota({
    costs: costsFrom(values.bench),
    fair: wholeNumber('fair', values.fair),
    seed: wholeNumber('seed', values.seed),
  });
  console.log(values.json ? JSON.stringify(result) : reportQuota(result));
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
