import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { UsageError } from '#sandbox/cli';
import { NotTypedError, readToken } from '#sandbox/remote/ask-token';

const EMAIL = 'you@example.com';

/** A terminal at which somebody types, and what it shows. */
function terminal({ isTTY = true } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  const output = new PassThrough();
  const shown = () => String(output.read() ?? '');
  return { input, output, shown };
}

describe('readToken', () => {
  it('takes it from the environment, and out of it', async () => {
    const environment = { ATLASSIAN_API_TOKEN: ' from-outside\n', PATH: '/bin' };
    const { input, output, shown } = terminal();
    expect(await readToken(environment, { input, output }, EMAIL)).toBe('from-outside');
    expect(environment).toEqual({ PATH: '/bin' });
    expect(shown()).toBe('');
  });

  it.each([
    ['typed-secret\r', 'typed-secret'],
    ['  pasted-secret  \n', 'pasted-secret'],
    ['typo\u007f\u007f\u007f\u007fright\r', 'right'],
  ])('lets %j be typed, and shows nothing of it', async (keys, token) => {
    const { input, output, shown } = terminal();
    const reading = readToken({}, { input, output }, EMAIL);
    for (const key of keys) input.write(key);
    expect(await reading).toBe(token);
    expect(shown()).toBe(`API token of ${EMAIL} (not shown): \n`);
  });

  it.each([['\u0003'], ['\u0004'], ['\r'], ['half\u0003']])('takes %j for giving up', async (keys) => {
    const { input, output, shown } = terminal();
    const reading = readToken({}, { input, output }, EMAIL);
    input.write(keys);
    await expect(reading).rejects.toThrow(NotTypedError);
    expect(shown()).not.toContain('half');
  });

  it('says what to do where nobody can type', async () => {
    const reading = readToken({ ATLASSIAN_API_TOKEN: ' ' }, terminal({ isTTY: false }), EMAIL);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(`Put the API token of ${EMAIL} into ATLASSIAN_API_TOKEN`);
  });
});
