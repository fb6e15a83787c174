import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { buildAll, BuildError } from '#sandbox/build';
import { findBrowser, NoBrowserError } from '#tools/browser';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** What `npm test` runs, cheapest first. Arguments of the command go to the tests alone. */
const STEPS: readonly Step[] = [
  { name: 'Types', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  {
    name: 'Formatting',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  { name: 'Lint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'Forge lint', script: 'tools/forge-lint.mjs', args: [] },
  { name: 'Unit, integration and browser tests', script: 'node_modules/vitest/vitest.mjs', args: ['run'] },
];

function run({ name, script, args }: Step): boolean {
  const started = performance.now();
  console.log(`\n── ${name}`);
  // Building the screens has set NODE_ENV to production for this process; React's test tools need its other build.
  const env = { ...process.env, NODE_ENV: 'test' };
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit', env });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name}, ${seconds} s`);
  return status === 0;
}

try {
  await findBrowser();
  console.log('── Building what the tests open');
  await buildAll(ROOT, console.log);
} catch (error) {
  if (!(error instanceof NoBrowserError || error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}

const failed = STEPS.filter((step) => !run(step)).map((step) => step.name);
console.log(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
