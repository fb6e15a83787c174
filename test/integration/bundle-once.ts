import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { bundleApp } from '#tools/bundle';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the app's bundle. */
    readonly bundle: string;
  }
}

/** Bundles the app once for all tests that run it: Atlassian's bundler takes longer than most of them. */
export default async function bundleOnce({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-test-'));
  provide('bundle', await bundleApp(folder));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
