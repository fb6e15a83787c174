import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { UsageError } from '#sandbox/cli';

/** Where an API token may come from when nobody types it. */
export const TOKEN_VARIABLE = 'ATLASSIAN_API_TOKEN';

/** The token was not typed: Ctrl+C, or the end of the input. */
export class NotTypedError extends Error {
  override readonly name = 'NotTypedError';
}

export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** Reads a line that is not shown while it is typed. @throws NotTypedError when the person gives up. */
async function readHidden(question: string, { input, output }: Terminal): Promise<string> {
  // The line editor echoes what it reads; here into nowhere.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  // Only now: until the editor reads, the terminal itself shows what is typed.
  output.write(question);
  const givenUp = new Promise<never>((_resolve, reject) => {
    for (const event of ['SIGINT', 'close'] as const) {
      lines.once(event, () => {
        reject(new NotTypedError('No API token was typed; nothing was started.'));
      });
    }
  });
  try {
    return await Promise.race([lines.question(''), givenUp]);
  } finally {
    lines.close();
    output.write('\n');
  }
}

/**
 * The API token: from the environment, which it is taken out of so that nothing that runs later finds it there, or typed.
 * @throws UsageError when there is neither a token nor anybody to type it; NotTypedError.
 */
export async function readToken(
  environment: Record<string, string | undefined>,
  terminal: Terminal,
  email: string,
): Promise<string> {
  const given = environment[TOKEN_VARIABLE]?.trim() ?? '';
  Reflect.deleteProperty(environment, TOKEN_VARIABLE);
  if (given !== '') return given;
  if (terminal.input.isTTY !== true) {
    throw new UsageError(
      `Put the API token of ${email} into ${TOKEN_VARIABLE}, or start in a terminal to type it.`,
    );
  }
  const typed = (await readHidden(`API token of ${email} (not shown): `, terminal)).trim();
  if (typed === '') throw new NotTypedError('No API token was typed; nothing was started.');
  return typed;
}
