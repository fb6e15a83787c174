import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { compileFunction, constants } from 'node:vm';

import type { Clock } from '#sandbox/clock';
import { type Manifest, ManifestError } from '#sandbox/forge/manifest';

/** A function of the app, as the platform calls it. */
export type Handler = (event: unknown, context: unknown) => unknown;

/** `Date` by the site's clock: what the app takes for now moves with the site. */
function dateOf(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [clock.now()] : args, newTarget) as Date,
    apply: () => new Date(clock.now()).toString(),
    get: (target, property) =>
      property === 'now' ? () => clock.now() : (Reflect.get(target, property) as unknown),
  });
}

/** Runs a CommonJS file anew, with the site's time; what it requires comes from Node's cache. */
async function load(file: string, clock: Clock): Promise<Readonly<Record<string, unknown>>> {
  const names = ['exports', 'require', 'module', '__filename', '__dirname', 'Date'];
  const run = compileFunction(await readFile(file, 'utf8'), names, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  const args = [module.exports, createRequire(file), module, file, dirname(file), dateOf(clock)];
  Reflect.apply(run, module.exports, args);
  return module.exports;
}

/**
 * Loads the app's bundle and finds the handler of each function.
 * @param bundle CommonJS file that exports the handlers; `file.export` of the manifest is looked for in a file of that name
 * beside it first.
 * @throws ManifestError when the manifest names a handler that nothing exports.
 */
export async function loadHandlers(
  bundle: string,
  manifest: Manifest,
  clock: Clock,
): Promise<ReadonlyMap<string, Handler>> {
  const loaded = new Map<string, Readonly<Record<string, unknown>>>();
  const exportsOf = async (file: string) => {
    const exported = loaded.get(file) ?? (await load(file, clock));
    loaded.set(file, exported);
    return exported;
  };
  const handlers = new Map<string, Handler>();
  for (const { key, handler } of manifest.functions.values()) {
    const [name = '', property = ''] = handler.split(/\.(?=[^.]*$)/);
    const beside = join(dirname(bundle), name + extname(bundle));
    const file = existsSync(beside) ? beside : bundle;
    const exported = (await exportsOf(file))[property];
    if (typeof exported !== 'function') {
      throw new ManifestError(
        `function "${key}" names ${handler}, but ${basename(file)} exports no function "${property}".`,
      );
    }
    handlers.set(key, exported as Handler);
  }
  return handlers;
}
