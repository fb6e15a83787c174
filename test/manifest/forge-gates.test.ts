import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { copyApp, runTool, type AppCopy } from './app-copy';

let app: AppCopy;
beforeEach(() => {
  app = copyApp();
});
afterEach(() => {
  app.remove();
});

describe("Atlassian's linter", () => {
  const lint = () => runTool('forge-lint.mjs', app.folder);

  it('is content with the app as it is', () => {
    expect(lint()).toMatchObject({ ok: true, output: expect.stringContaining('no problems') as string });
  });

  it.each([
    ['a bad key', 'manifest.yml', 'key: board-backlog-health', 'key: "board backlog health"', /key/],
    ['an unknown module', 'manifest.yml', 'jira:boardAction:', 'jira:boardButton:', /boardButton/],
    [
      'a handler that src/index.ts does not export',
      'manifest.yml',
      'index.resolver',
      'index.resolved',
      /resolved/,
    ],
    [
      'a resource that is nowhere',
      'manifest.yml',
      'path: static/backlog-health/build',
      'path: static/nowhere',
      /nowhere/,
    ],
    [
      'a missing scope',
      'manifest.yml',
      /.*read:board-scope\.admin:jira-software\n/,
      '',
      /read:board-scope\.admin/,
    ],
  ])('refuses %s', (_case, file, text, by, complaint) => {
    app.replace(file, text, by);
    const { ok, output } = lint();
    expect(output).toMatch(complaint);
    expect(ok).toBe(false);
  });

  it('refuses egress that the manifest does not declare', () => {
    app.replace('src/index.ts', /$/, "\nexport const leak = () => fetch('https://example.com/collect');\n");
    app.replace('src/index.ts', /^/, "import { fetch } from '@forge/api';\n");
    const { ok, output } = lint();
    expect(output).toMatch(/example\.com/);
    expect(ok).toBe(false);
  });
});

describe("Atlassian's bundler", () => {
  const bundle = () => {
    const out = mkdtempSync(join(tmpdir(), 'evenkeel-bundle-'));
    try {
      return runTool('forge-bundle.cjs', app.folder, out);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  };

  it('bundles the app as it is', () => {
    expect(bundle()).toMatchObject({ ok: true });
  });

  it('refuses a type error', () => {
    app.write('src/app.ts', `export const app: number = 'not a number';\n`);
    const { ok, output } = bundle();
    expect(output).toMatch(/TS2322|not assignable/);
    expect(ok).toBe(false);
  });

  it('refuses an import that leads nowhere', () => {
    app.replace('src/index.ts', /^/, "import '#src/nowhere';\n");
    const { ok, output } = bundle();
    expect(output).toMatch(/nowhere/);
    expect(ok).toBe(false);
  });
});
