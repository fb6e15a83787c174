import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A throw-away copy of the app as a deploy sees it, to be broken on purpose. */
export interface AppCopy {
  readonly folder: string;
  /** Replaces a text of a file; fails when the file does not hold it, so that no case passes by accident. */
  replace(file: string, text: string | RegExp, by: string): void;
  write(file: string, content: string): void;
  remove(): void;
}

export function copyApp(): AppCopy {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-app-'));
  for (const part of ['src', 'manifest.yml', 'locales', 'package.json', 'tsconfig.json', 'static']) {
    if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    replace(file, text, by) {
      const before = readFileSync(join(folder, file), 'utf8');
      const after = before.replace(text, by);
      if (after === before) throw new Error(`${file} does not hold ${String(text)}`);
      writeFileSync(join(folder, file), after);
    },
    write: (file, content) => {
      writeFileSync(join(folder, file), content);
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one of the project's tools on a copy, and gives what it printed and whether it was content. */
export function runTool(tool: string, ...args: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools', tool), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}
