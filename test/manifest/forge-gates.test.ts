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

interface Break {
  readonly what: string;
  readonly file: string;
  readonly text: string | RegExp;
  readonly by: string;
  /** What the linter must say of it. */
  readonly complaint: RegExp;
}

/** The linter takes half a minute a run, most of it compiling its own schema: what it can tell apart is broken at once. */
const BAD_KEY: readonly Break[] = [
  {
    what: 'a bad key',
    file: 'manifest.yml',
    text: 'key: board-backlog-health',
    by: 'key: "board backlog health"',
    complaint: /board backlog health/,
  },
];

const UNKNOWN_MODULE: readonly Break[] = [
  {
    what: 'an unknown module',
    file: 'manifest.yml',
    text: 'jira:backlogAction:',
    by: 'jira:backlogButton:',
    complaint: /backlogButton/,
  },
];

const CODE_BREAKS: readonly Break[] = [
  {
    what: 'a handler that src/index.ts does not export',
    file: 'manifest.yml',
    text: 'index.resolver',
    by: 'index.resolved',
    complaint: /resolved/,
  },
  {
    what: 'a resource that is nowhere',
    file: 'manifest.yml',
    text: 'path: static/backlog-health/build',
    by: 'path: static/nowhere',
    complaint: /static\/nowhere/,
  },
  {
    what: 'a missing scope',
    file: 'manifest.yml',
    text: /.*read:board-scope\.admin:jira-software\n/,
    by: '',
    complaint: /read:board-scope\.admin/,
  },
  {
    what: 'egress that the manifest does not declare',
    file: 'src/index.ts',
    text: /^/,
    by: "import { fetch } from '@forge/api';\nexport const leak = () => fetch('https://example.com/collect');\n",
    complaint: /example\.com/,
  },
];

describe("Atlassian's linter", () => {
  it.each([
    ['a key', BAD_KEY],
    ['a module', UNKNOWN_MODULE],
    ['manifest and code together', CODE_BREAKS],
  ])('refuses what is wrong with %s', (_where, breaks) => {
    for (const { file, text, by } of breaks) app.replace(file, text, by);
    const { ok, output } = runTool('forge-lint.mjs', app.folder);
    const missed = breaks.filter(({ complaint }) => !complaint.test(output)).map(({ what }) => what);
    expect({ missed, ok }, output).toEqual({ missed: [], ok: false });
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
