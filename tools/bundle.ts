import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { build } from 'vite';
import { parse } from 'yaml';

import { screenConfig } from '#tools/screen-config';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));

const run = promisify(execFile);

/** Forge's limits for one resource. @see https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/ */
const RESOURCE_LIMIT = { bytes: 100 * 1024 * 1024, files: 5000 };

/**
 * Bundles the handlers of `src/` with Atlassian's own bundler, as `forge deploy` does (type check included), and puts the
 * result into `out`.
 * @returns the path of the bundled CommonJS entry.
 * @throws Error with the compiler's messages when the code does not compile.
 */
export async function bundleApp(out: string, app = ROOT): Promise<string> {
  const script = join(ROOT, 'tools', 'forge-bundle.cjs');
  try {
    await run(process.execPath, [script, app, resolve(out)]);
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`The app does not bundle:\n${output.trim()}`, { cause: error });
  }
  return join(resolve(out), 'index.cjs');
}

/** The folders under `static/` that are Forge resources: those with an index.html. */
export function screenFolders(): string[] {
  return readdirSync(join(ROOT, 'static'))
    .map((name) => `static/${name}`)
    .filter((folder) => existsSync(join(ROOT, folder, 'index.html')));
}

/** Builds every Forge resource, and the local site's own pages, each into its `build` folder. */
export async function buildScreens(folders = [...screenFolders(), 'sandbox/site']): Promise<void> {
  for (const folder of folders) {
    const config = screenConfig(folder);
    await build({ ...config, root: join(ROOT, folder), configFile: false });
  }
}

interface Weight {
  readonly files: number;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Files and bytes of a folder, gzip as each file is sent. */
export function weigh(folder: string): Weight {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const contents = files.map((path) => readFileSync(path));
  return {
    files: files.length,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzipBytes: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
}

function resourcePaths(): string[] {
  const manifest = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')) as {
    resources?: { path: string }[];
  };
  return (manifest.resources ?? []).map((resource) => join(ROOT, resource.path));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { app: { type: 'string' }, out: { type: 'string' } } });
  const out = resolve(values.out ?? join(ROOT, '.bundle'));
  await bundleApp(out, resolve(values.app ?? ROOT));
  const upload = [out];
  if (!values.app) {
    await buildScreens(screenFolders());
    upload.push(...resourcePaths());
  }
  for (const folder of upload) {
    const { files, bytes, gzipBytes } = weigh(folder);
    const kilobytes = (count: number) => `${(count / 1024).toFixed(1)} KB`;
    console.log(
      `${relative(ROOT, folder)}: ${files} files, ${kilobytes(bytes)}, ${kilobytes(gzipBytes)} gzip`,
    );
    if (files > RESOURCE_LIMIT.files || bytes > RESOURCE_LIMIT.bytes) {
      throw new Error(`${folder} is over Forge's limit of 5,000 files or 100 MB: it cannot be deployed.`);
    }
  }
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
