// Runs a script of this repo on the Node version of the manifest's runtime, and installs what is missing first.
// Usage: node tools/run.mjs SCRIPT [arguments]. Plain JavaScript, since it must start on any Node from 20 on with nothing installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

function stop(message) {
  console.error(message);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The packages of the lock file that are not installed at its version; platform-bound ones may be absent. */
function missingPackages() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const installed = readJson('node_modules/.package-lock.json')?.packages ?? {};
  return Object.keys(wanted).filter((path) => {
    const entry = wanted[path];
    if (path === '' || entry.optional || entry.link || !path.includes('node_modules/')) return false;
    return installed[path]?.version !== entry.version;
  });
}

function install() {
  // Yarn and pnpm name themselves here, too.
  const npm = /npm-cli\.js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : undefined;
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  console.log('Installing what is missing (about two minutes the first time) …');
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    // On a full disk npm complains of every file it cannot write: megabytes.
    maxBuffer: 256 * 1024 * 1024,
    shell: !npm && process.platform === 'win32',
  });
  if (result.error)
    stop(`npm could not be started: ${result.error.message}. Install npm 10 or newer and try again.`);
  if (result.status === 0) return;
  const output = result.stderr ?? '';
  if (/ENOSPC|no space left/i.test(output))
    stop('The disk is full: about 1.3 GB are needed for the packages. Free some space and try again.');
  if (/EACCES|EPERM/.test(output))
    stop(`npm may not write to ${join(root, 'node_modules')}. Mend the folder's permissions and try again.`);
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(output))
    stop(
      'The npm registry cannot be reached. Check the network (or the proxy in your npm settings) and try again.',
    );
  stop(
    `npm ci failed:\n${
      output
        .split('\n')
        .filter((line) => line.startsWith('npm error'))
        .join('\n') || output
    }`,
  );
}

/** The Node of the npm package `node`, which has the runtime's version; this one when it is of the same major version. */
function runtimeNode() {
  const wanted = readJson('package.json').devDependencies.node;
  const shipped = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(shipped)) return shipped;
  if (process.versions.node.split('.')[0] === wanted.split('.')[0]) return process.execPath;
  return stop(
    `Node ${wanted} is missing: the npm package "node" could not place it (install scripts switched off?). Run "npm rebuild node", or use Node ${wanted.split('.')[0]} yourself.`,
  );
}

const [script, ...args] = process.argv.slice(2);
if (!script) stop('Usage: node tools/run.mjs SCRIPT [arguments]');
if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Node 20 or newer is needed; this is ${process.versions.node}.`);
if (missingPackages().length > 0) install();

const node = runtimeNode();
const bin = join(root, 'node_modules', '.bin');
const separator = process.platform === 'win32' ? ';' : ':';
const child = spawnSync(node, [script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${separator}${bin}${separator}${process.env.PATH ?? ''}` },
});
if (child.error) stop(`${node} could not be started: ${child.error.message}`);
process.exit(child.status ?? (child.signal === 'SIGINT' ? 130 : 1));
