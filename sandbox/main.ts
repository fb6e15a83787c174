import { readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { boardAddress } from '#sandbox/api/addresses';
import { assertFree } from '#sandbox/api/listen';
import { buildAll } from '#sandbox/build';
import { type OwnSiteChoice, parseCommandLine, type StartOptions } from '#sandbox/cli';
import { readToken } from '#sandbox/remote/ask-token';
import { connect, type Connection } from '#sandbox/remote/connect';
import { startOwnSite } from '#sandbox/remote/own-site';
import { proxyOf, useProxies } from '#sandbox/remote/proxy';
import { createSiteClient } from '#sandbox/remote/site-client';
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
  'ConnectError',
  'NotTypedError',
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

function closeOnSignal(close: () => Promise<void>): void {
  const stop = () => {
    console.log('\nClosing …');
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
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
  closeOnSignal(async () => {
    await site.close();
  });
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

const BOARDS_NAMED = 10;

/** Where to look, one line a board. */
function namedBoards({ boards, boardCount }: Connection, url: string): readonly string[] {
  const named = boards.slice(0, BOARDS_NAMED);
  const more = boardCount - named.length;
  return [
    ...named.map(({ id, name, projectKey }) => `  ${name}: ${url}${boardAddress(projectKey, id)}`),
    ...(more > 0 ? [`  ${more} more: ${url}, by their project`] : []),
  ];
}

async function startOwn({ port, address, email }: OwnSiteChoice): Promise<void> {
  const token = await readToken(process.env, { input: process.stdin, output: process.stdout }, email);
  useProxies(process.env);
  const client = createSiteClient({ address, email, token, proxy: proxyOf(process.env, address) });
  console.log(`Connecting to ${address} …`);
  const connection = await connect(client);
  await assertFree([port, port + 1]);
  const { entry } = await buildAll(ROOT, console.log);
  const site = await startOwnSite({ client, account: connection.account, port, entry });
  closeOnSignal(site.close);
  console.log(`\nConnected to ${address} as ${connection.account.displayName}, read only. Boards:`);
  for (const line of namedBoards(connection, site.url)) console.log(line);
  console.log('Open one, then ••• at the top right of the board, then Backlog health.');
  console.log('Ctrl+C stops it. Nothing on your site is changed, and nothing of it is kept on this machine.');
}

async function main(): Promise<void> {
  try {
    const command = parseCommandLine(process.argv.slice(2));
    if (command.kind === 'help') console.log(command.text);
    else if (command.kind === 'own-site') await startOwn(command.choice);
    else await start(command.options);
  } catch (error) {
    console.error(error instanceof Error && PLAIN.has(error.name) ? error.message : error);
    process.exit(1);
  }
}

await main();
