import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';

import { deploy, DeployStopped, type Deployment } from '#tools/deploy/deploy';
import { versionRule } from '#tools/deploy/version-rule';

const MANIFEST = readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8');
const manifest = (change: (text: string) => string = (text) => text): unknown => parse(change(MANIFEST));
const withScope = (text: string) => text.replace('    - storage:app', '    - storage:app\n    - read:me');

describe('the version that a deployment becomes', () => {
  test('is the first where nothing was deployed', () => {
    expect(versionRule(null, manifest()).kind).toBe('first');
  });

  test('is minor when only modules, storage and code change', () => {
    const other = (text: string) => text.replace('title: Backlog health', 'title: Health of the backlog');
    expect(versionRule(manifest(), manifest(other))).toEqual({ kind: 'minor', reasons: [] });
    expect(versionRule(manifest(), manifest())).toEqual({ kind: 'minor', reasons: [] });
  });

  test.each([
    ['a scope more', withScope, 'It adds the scope read:me.'],
    [
      'a scope less',
      (text: string) => text.replace('    - write:comment:confluence\n', ''),
      'It removes the scope write:comment:confluence.',
    ],
    [
      'egress',
      (text: string) =>
        text.replace('permissions:', 'permissions:\n  external:\n    fetch:\n      backend: [x.test]'),
      'It adds to the permissions: external.fetch.backend: "x.test".',
    ],
    [
      'inline styles',
      (text: string) =>
        text.replace('permissions:', "permissions:\n  content:\n    styles: ['unsafe-inline']"),
      'It adds to the permissions: content.styles: "unsafe-inline".',
    ],
    [
      'a web trigger',
      (text: string) =>
        text.replace('modules:', 'modules:\n  webtrigger:\n    - key: in\n      function: resolver'),
      'It adds the dynamic web trigger in.',
    ],
    [
      'a remote',
      (text: string) => `${text}\nremotes:\n  - key: far\n    baseUrl: https://far.test\n`,
      'It changes the remotes.',
    ],
  ])('is major with %s', (_what, change, reason) => {
    expect(versionRule(manifest(), manifest(change))).toEqual({ kind: 'major', reasons: [reason] });
  });

  test('is major when licensing begins, and not when it was there', () => {
    const free = (text: string) => text.replace('enabled: true', 'enabled: false');
    expect(versionRule(manifest(free), manifest()).reasons).toEqual(['It enables licensing.']);
    expect(versionRule(manifest(), manifest(free)).kind).toBe('minor');
  });
});

describe('deploying', () => {
  let root = '';
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  const commit = (text: string) => {
    writeFileSync(join(root, 'manifest.yml'), text);
    git('add', '.');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '-qm', 'change', '--allow-empty');
  };
  const registered = MANIFEST.replace(
    '00000000-0000-0000-0000-000000000000',
    '6d8f4e0a-95d4-4d0e-b5d5-3b1f9a7f3c11',
  );

  /** A Forge CLI that writes down how it is called; `whoami` fails while nobody is logged in. */
  const installForge = (isLoggedIn: boolean) => {
    const bin = join(root, '..', 'bin');
    mkdirSync(bin, { recursive: true });
    const script = `#!/bin/sh\necho "$@" >> "${join(root, '..', 'calls')}"\n[ "$1" = whoami ] && exit ${isLoggedIn ? 0 : 1}\nexit 0\n`;
    writeFileSync(join(bin, 'forge'), script);
    chmodSync(join(bin, 'forge'), 0o755);
    vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
  };
  const calls = () => {
    const file = join(root, '..', 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };
  const said: string[] = [];
  const go = (change: Partial<Deployment> = {}) => {
    deploy({
      root,
      environment: 'production',
      isMajorApproved: false,
      isDryRun: false,
      check: () => undefined,
      say: (line) => said.push(line),
      ...change,
    });
  };

  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
    root = join(folder, 'app');
    mkdirSync(root);
    git('init', '-q');
    commit(registered);
    said.length = 0;
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(join(root, '..'), { recursive: true, force: true });
  });

  test('says how to log in when nobody is', () => {
    installForge(false);
    expect(() => {
      go();
    }).toThrow(/run "forge login"/);
    expect(calls()).not.toContainEqual(expect.stringContaining('deploy'));
  });

  test('says how to install the CLI when it is not there', () => {
    vi.stubEnv(
      'PATH',
      execFileSync('sh', ['-c', 'dirname "$(command -v git)"'], { encoding: 'utf8' }).trim(),
    );
    expect(() => {
      go();
    }).toThrow(/npm install -g @forge\/cli/);
  });

  test('deploys, tags, and compares the next one with it', () => {
    installForge(true);
    go();
    expect(said[0]).toBe('This becomes the first version.');
    expect(calls()).toContain('deploy -e production');
    expect(git('rev-parse', 'deployed/production')).toBe(git('rev-parse', 'HEAD'));

    commit(withScope(registered));
    expect(() => {
      go();
    }).toThrow(/--major/);
    expect(said).toContain('  It adds the scope read:me.');
    go({ isMajorApproved: true });
    expect(calls()).toContain('deploy -e production --approve MAJOR_VERSION_RULE');
  });

  test('stops before the upload when something does not pass', () => {
    installForge(true);
    const check = () => {
      throw new DeployStopped('Not everything passed.');
    };
    expect(() => {
      go({ check });
    }).toThrow('Not everything passed.');
    expect(calls()).toEqual([]);
  });

  test('deploys nothing that is not committed, and no app without an id', () => {
    installForge(true);
    writeFileSync(join(root, 'manifest.yml'), withScope(registered));
    expect(() => {
      go();
    }).toThrow(/Commit what you changed/);
    commit(MANIFEST);
    expect(() => {
      go();
    }).toThrow(/forge register/);
  });

  test('a dry run needs neither, and uploads nothing', () => {
    commit(MANIFEST);
    go({ isDryRun: true });
    expect(said).toEqual([
      'This becomes the first version.',
      '  Nothing was deployed to this environment before.',
    ]);
  });
});
