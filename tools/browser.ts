import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

const PLAYWRIGHT = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
const PACKAGE = new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url);

/**
 * The Chromium that comes with `npm ci` (Linux x64 only), unpacked once for each version to the temporary folder; null elsewhere.
 * The package takes whatever lies there for its own, so it gets a folder of its own, and an unpacking that did not end begins anew.
 * @throws Error when it cannot be unpacked.
 */
async function packaged(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const temporary = process.env['TMPDIR'];
  const folder = join(tmpdir(), 'evenkeel-chromium');
  const mark = join(folder, 'unpacked');
  const version = readFileSync(PACKAGE, 'utf8');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== version) {
    rmSync(folder, { recursive: true, force: true });
  }
  // Told that it runs on AWS Lambda, the package unpacks the system libraries and fonts that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  process.env['TMPDIR'] = folder;
  try {
    mkdirSync(folder, { recursive: true });
    const { default: lambdaChromium } = await import('@sparticuz/chromium');
    const path = await lambdaChromium.executablePath();
    // It names the folder that the package usually unpacks to: without its fonts Chromium draws no text.
    const fonts = join(folder, 'fonts', 'fonts.conf');
    writeFileSync(fonts, readFileSync(fonts, 'utf8').replace(/>\/tmp\/fonts(?=[<-])/g, `>${folder}/fonts`));
    writeFileSync(mark, version);
    return path;
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
}

/** The Chromium that Playwright downloads, fetched now if it was not before; null when it cannot be. */
function fetched(): string | null {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.log('Fetching a Chromium for the browser tests …');
  spawnSync(process.execPath, [PLAYWRIGHT, 'install', '--no-shell', 'chromium'], { stdio: 'ignore' });
  return existsSync(path) ? path : null;
}

/**
 * The path of a Chromium: `$CHROME_PATH`, else the one that comes with the packages, else one installed on the machine, else
 * one that is downloaded.
 * @throws NoBrowserError when there is none.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new NoBrowserError(`CHROME_PATH names ${chosen}, which does not exist.`);
  }
  let trouble = '';
  const unpacked = await packaged().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    trouble = ` The one that comes with the packages could not be unpacked to ${tmpdir()} (${reason}).`;
    return null;
  });
  const found = unpacked ?? INSTALLED.find((path) => existsSync(path)) ?? fetched();
  if (found !== null) return found;
  throw new NoBrowserError(
    `No Chromium or Chrome was found, and none could be downloaded.${trouble} Install one, or set CHROME_PATH to its executable, and try again.`,
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
