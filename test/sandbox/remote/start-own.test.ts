import { spawn } from 'node:child_process';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { openFront, type Front } from './front';

// A process is started for each.
vi.setConfig({ testTimeout: 60_000 });

const TOKEN = 'ATATT-a-secret-token';
const EMAIL = 'you@example.com';
const CREDENTIALS = Buffer.from(`${EMAIL}:${TOKEN}`).toString('base64');

let front: Front;

beforeAll(async () => {
  front = await openFront('http://localhost:1');
});

afterAll(async () => {
  await front.close();
});

/** Runs what `npm start` runs, with nobody at the terminal. */
async function start(args: readonly string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, ['sandbox/main.ts', ...args], {
    env: { ...process.env, ATLASSIAN_API_TOKEN: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(said.stdout + said.stderr).not.toContain(TOKEN);
  expect(said.stdout + said.stderr).not.toContain(CREDENTIALS);
  return { code, ...said };
}

describe('npm start -- --site', () => {
  const site = () => ['--site', front.url, '--email', EMAIL];

  it('says in one line what is wrong, before anything is built', async () => {
    front.act(() => ({ status: 401 }));
    const { code, stdout, stderr } = await start(site(), { ATLASSIAN_API_TOKEN: TOKEN });
    expect(code).toBe(1);
    expect(stdout).toBe(`Connecting to ${front.url} …\n`);
    expect(stderr).toMatch(/^http:\S+ does not take the token of you@example\.com \(401\)\. .*\n$/);
    expect(front.seen.map(({ headers }) => headers.authorization)).toEqual([`Basic ${CREDENTIALS}`]);
  });

  it('goes by the proxy that the environment names', async () => {
    front.act(() => null);
    const { code, stderr } = await start(site(), {
      ATLASSIAN_API_TOKEN: TOKEN,
      HTTP_PROXY: 'http://me:proxy-secret@127.0.0.1:1',
      NO_PROXY: '',
      no_proxy: '',
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^The proxy 127\.0\.0\.1:1 .* refuses connections/) as string,
    });
    expect(stderr).not.toContain('proxy-secret');
    expect(front.seen).toEqual([]);
  });

  it('calls nobody without a token', async () => {
    const { code, stderr } = await start(site(), {});
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Put the API token of ${EMAIL} into ATLASSIAN_API_TOKEN, or start in a terminal to type it.\n`,
    );
  });
});
