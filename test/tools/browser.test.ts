import { afterEach, expect, it, vi } from 'vitest';

import { findBrowser, launchBrowser } from '#tools/browser';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('takes the browser that CHROME_PATH names', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(await findBrowser()).toBe(process.execPath);
});

it.each([
  ['is not there', '/nowhere/chromium', /\/nowhere\/chromium, which does not exist/],
  ['is no browser', process.execPath, /does not start .* Set CHROME_PATH/],
])('says what to do when what CHROME_PATH names %s', async (_what, path, message) => {
  vi.stubEnv('CHROME_PATH', path);
  await expect(launchBrowser()).rejects.toThrow(message);
});
