import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { versionRule, type VersionRule } from '#tools/deploy/version-rule';

/** The environment that `forge` deploys to. */
export type Environment = 'development' | 'staging' | 'production';

/** A deployment that stops, with what to do about it. */
export class DeployStopped extends Error {
  override readonly name = 'DeployStopped';
}

export interface Deployment {
  /** The folder with the manifest, in a git repository. */
  readonly root: string;
  readonly environment: Environment;
  /** Whether a major version may go out, for which every admin is asked. */
  readonly isMajorApproved: boolean;
  /** Stops before anything is uploaded. */
  readonly isDryRun: boolean;
  /** Everything that must pass before. @throws DeployStopped */
  readonly check: () => void;
  readonly say: (line: string) => void;
}

const NO_APP = '00000000-0000-0000-0000-000000000000';

function run(root: string, command: string, args: readonly string[], shows = false) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: shows ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // npm's commands are .cmd files there.
    shell: process.platform === 'win32',
  });
  return { isThere: error === undefined, isOk: status === 0, output: (stdout as string | null) ?? '' };
}

/** The tag at what is deployed: the next deployment is compared with it. */
export const tagOf = (environment: Environment) => `deployed/${environment}`;

function ruleFor({ root, environment }: Deployment, manifest: unknown): VersionRule {
  const last = run(root, 'git', ['show', `${tagOf(environment)}:manifest.yml`]);
  return versionRule(last.isOk ? parse(last.output) : null, manifest);
}

function explain(rule: VersionRule, say: Deployment['say']): void {
  const what = {
    first: 'This becomes the first version.',
    minor: 'This becomes a minor version: every site gets it by itself.',
    major: 'This becomes a major version: no site gets it before its admin has agreed.',
  };
  say(what[rule.kind]);
  for (const reason of rule.reasons) say(`  ${reason}`);
}

function requireLogin({ root }: Deployment): void {
  if (!run(root, 'forge', ['--version']).isThere) {
    throw new DeployStopped(
      'The Forge CLI is not installed. Run "npm install -g @forge/cli", then this again.',
    );
  }
  if (!run(root, 'forge', ['whoami']).isOk) {
    throw new DeployStopped(
      'Nobody is logged in to Forge. Make an API token at https://id.atlassian.com/manage/api-tokens, run "forge login", then this again.',
    );
  }
}

/**
 * Deploys the app: checks, says which version it becomes and why, and hands over to the Forge CLI. What was deployed is tagged.
 * @throws DeployStopped with what to do, before anything is uploaded; or when the CLI failed.
 */
export function deploy(deployment: Deployment): void {
  const { root, environment, isMajorApproved, isDryRun, check, say } = deployment;
  const text = readFileSync(join(root, 'manifest.yml'), 'utf8');
  if (!isDryRun && text.includes(NO_APP)) {
    throw new DeployStopped(
      'manifest.yml has no app id yet. Run "forge register" once: it writes your own id into app.id. Commit that.',
    );
  }
  const changes = run(root, 'git', ['status', '--porcelain']).output.trim();
  if (!isDryRun && changes !== '') {
    throw new DeployStopped(
      `Commit what you changed, so that what is deployed can be found again:\n${changes}`,
    );
  }
  check();
  const rule = ruleFor(deployment, parse(text));
  explain(rule, say);
  if (isDryRun) return;
  if (rule.kind === 'major' && !isMajorApproved) {
    throw new DeployStopped('Run this again with --major if every admin is to be asked.');
  }
  requireLogin(deployment);
  const approval = rule.kind === 'major' ? ['--approve', 'MAJOR_VERSION_RULE'] : [];
  if (!run(root, 'forge', ['deploy', '-e', environment, ...approval], true).isOk) {
    throw new DeployStopped('The Forge CLI did not deploy; it says why above. Nothing was tagged.');
  }
  if (!run(root, 'git', ['tag', '--force', tagOf(environment)]).isOk) {
    throw new DeployStopped(
      `It is deployed, but could not be tagged. Run "git tag --force ${tagOf(environment)}".`,
    );
  }
  say(`Deployed, and tagged ${tagOf(environment)}.`);
}
