import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

/** Where a Chromium or Chrome is usually installed. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No Chromium could be started; the message says what to do. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

/** The Chromium that comes with `npm ci` (Linux x64 only), unpacked to the temporary folder; null elsewhere. */
async function packaged(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // Told that it runs on AWS Lambda, the package unpacks the system libraries and fonts that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: lambdaChromium } = await import('@sparticuz/chromium');
  return await lambdaChromium.executablePath();
}

/**
 * The path of a Chromium: `$CHROME_PATH`, else the one that comes with the packages, else one installed on the machine.
 * @throws NoBrowserError when there is none.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new NoBrowserError(`CHROME_PATH names ${chosen}, which does not exist.`);
  }
  const found = (await packaged().catch(() => null)) ?? INSTALLED.find((path) => existsSync(path));
  if (found) return found;
  throw new NoBrowserError(
    'No Chromium or Chrome was found. Install one, or set CHROME_PATH to its executable, and try again.',
  );
}

/** Starts a headless Chromium. @throws NoBrowserError when there is none or it does not start. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  try {
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new NoBrowserError(
      `${executablePath} does not start (${reason}). Set CHROME_PATH to a Chromium or Chrome that does, and try again.`,
      { cause: error },
    );
  }
}
