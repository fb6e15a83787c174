import { readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { assertFree } from '#sandbox/api/listen';
import { buildAll } from '#sandbox/build';
import { parseCommandLine, type StartOptions } from '#sandbox/cli';
import { startSite } from '#sandbox/server';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** Errors that say all there is to say: they are printed without a stack. */
const PLAIN = new Set([
  'UsageError',
  'BuildError',
  'PortTakenError',
  'StoreError',
  'ImportError',
  'ManifestError',
  'InputError',
]);

class InputError extends Error {
  override readonly name = 'InputError';
}

function readCsv(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'does not exist'
        : 'cannot be read';
    throw new InputError(`${file} ${reason}. Give the path of a CSV file that Jira exported.`, {
      cause: error,
    });
  }
}

async function start(options: StartOptions): Promise<void> {
  const { importFile, estimateColumn } = options;
  const csv =
    importFile === null ? null : { name: basename(importFile), bytes: readCsv(importFile), estimateColumn };
  await assertFree([options.port, options.port + 1]);
  const { entry } = await buildAll(ROOT, console.log);
  const stateFile = join(ROOT, '.sandbox', 'site.db');
  if (options.fresh) for (const end of ['', '-wal', '-shm']) rmSync(stateFile + end, { force: true });
  const site = await startSite({ port: options.port, stateFile, entry, say: console.log });
  const stop = () => {
    console.log('\nClosing …');
    void site.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let first = '/jira/software/c/projects/AUR/boards/1';
  if (csv !== null) {
    const { report, path } = await site.importCsv(csv);
    console.log(report);
    first = path;
  }
  console.log(`\nEvenkeel is at ${site.url}`);
  console.log(`Open ${site.url}${first}, then ••• at the top right of the board, then Backlog health.`);
  console.log('Ctrl+C stops it. What you change stays; "npm start -- --fresh" starts over.');
}

async function main(): Promise<void> {
  try {
    const command = parseCommandLine(process.argv.slice(2));
    if (command.kind === 'help') console.log(command.text);
    else await start(command.options);
  } catch (error) {
    console.error(error instanceof Error && PLAIN.has(error.name) ? error.message : error);
    process.exit(1);
  }
}

await main();
