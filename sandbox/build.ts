import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { z } from 'zod';

/** Where the builds are: the app's entry for the Forge host. Screens and pages lie in their own `build` folders. */
export interface Build {
  readonly entry: string;
}

const RECORD = z.object({ app: z.string(), entry: z.string(), screens: z.string() });

type Record = z.infer<typeof RECORD>;

/** What each build is made from; a change in any of these files builds it anew. */
const SHARED = [
  'src/**/*',
  'tools/bundle.ts',
  'tools/forge-bundle.cjs',
  'tools/screen-config.ts',
  'package-lock.json',
  'tsconfig.json',
];
const APP = [...SHARED, 'manifest.yml'];
const SCREENS = [
  ...SHARED,
  'static/**/*',
  'sandbox/site/**/*',
  'docs/checks/*',
  'docs/de/checks/*',
  'tools/check-docs.ts',
  'vite.config.ts',
];

const isBuilt = (path: string) => /[\\/]build[\\/]/.test(path);

function hashOf(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...patterns], { cwd: root }).filter((path) => !isBuilt(path));
  for (const path of files.sort()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(path).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function readRecord(file: string): Partial<Record> {
  if (!existsSync(file)) return {};
  try {
    return RECORD.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A broken record costs a build, nothing more.
    return {};
  }
}

/** The builds could not be made; the message says what to do, or what the compiler said. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

function explain(error: unknown, root: string): never {
  const text = error instanceof Error ? error.message : String(error);
  // Node copies whole folders in native code, which tells a full disk as EIO.
  if (/ENOSPC|EIO\b|no space left/i.test(text)) {
    throw new BuildError(
      `The disk is full: the app could not be built in ${root}. Free some space and try again.`,
      { cause: error },
    );
  }
  if (/EACCES|EPERM|EROFS/.test(text)) {
    throw new BuildError(
      `The app could not be built: ${text}. Check the permissions of ${root} and try again.`,
      {
        cause: error,
      },
    );
  }
  throw new BuildError(text, { cause: error });
}

function areScreensThere(root: string): boolean {
  const pages = globSync(['static/*/index.html', 'sandbox/site/index.html'], { cwd: root });
  return pages.every((page) => existsSync(join(root, dirname(page), 'build', 'index.html')));
}

/**
 * Builds the app, its screens and the site's pages, each unless its last build was made from the same files.
 * @param root the folder of the repository; the record of the last builds is kept in its `.sandbox`.
 * @param say told what is being built; not called when nothing is.
 * @throws BuildError with the compiler's messages when the code does not compile, or when the disk does not take the builds.
 */
export async function buildAll(root: string, say: (line: string) => void = () => undefined): Promise<Build> {
  try {
    return await buildStale(root, say);
  } catch (error) {
    return explain(error, root);
  }
}

async function buildStale(root: string, say: (line: string) => void): Promise<Build> {
  const file = join(root, '.sandbox', 'build.json');
  const last = readRecord(file);
  const hashes = { app: hashOf(root, APP), screens: hashOf(root, SCREENS) };
  const isAppFresh = last.app === hashes.app && existsSync(last.entry ?? '');
  const areScreensFresh = last.screens === hashes.screens && areScreensThere(root);
  let entry = isAppFresh ? last.entry : undefined;
  if (entry !== undefined && areScreensFresh) return { entry };
  // Loaded only when needed: the bundler and Vite take seconds to start.
  const { bundleApp, buildScreens } = await import('#tools/bundle');
  if (entry === undefined) {
    say('Building the app …');
    entry = await bundleApp(join(root, '.sandbox', 'app'));
  }
  if (!areScreensFresh) {
    say('Building the screens …');
    await buildScreens();
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...hashes, entry } satisfies Record));
  return { entry };
}
