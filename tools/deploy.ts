import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { deploy, DeployStopped, type Environment } from '#tools/deploy/deploy';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const HELP = `Checks everything, says which version of the app it becomes and why, and deploys it with the Forge CLI.

  npm run deploy -- [--environment development|staging|production] [--major] [--dry-run]

A change of scopes, egress or licensing becomes a major version, which waits for the consent of every site's admin: it
needs --major. What it is compared with is the commit that was deployed last, tagged deployed/<environment>.
--dry-run checks and compares, and uploads nothing.`;

const ENVIRONMENTS: readonly Environment[] = ['development', 'staging', 'production'];

/** The tests, and the bundle as Forge would make it. */
function checkAll(): void {
  for (const script of ['tools/test.ts', 'tools/bundle.ts']) {
    const { status } = spawnSync(process.execPath, [script], { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) throw new DeployStopped('Not everything passed, so nothing was deployed.');
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      environment: { type: 'string', short: 'e', default: 'development' },
      major: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const environment = ENVIRONMENTS.find((name) => name === values.environment);
  if (environment === undefined)
    throw new DeployStopped(`--environment is one of ${ENVIRONMENTS.join(', ')}.`);
  deploy({
    root: ROOT,
    environment,
    isMajorApproved: values.major,
    isDryRun: values['dry-run'],
    check: checkAll,
    say: console.log,
  });
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
