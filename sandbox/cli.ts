import { parseArgs } from 'node:util';

import { readSiteAddress } from '#sandbox/remote/site-address';

/** What `npm start` was asked to do. */
export interface StartOptions {
  readonly port: number;
  /** A Jira CSV export to load; null when none was named. */
  readonly importFile: string | null;
  /** The column that holds the estimate; null lets the import find it. */
  readonly estimateColumn: string | null;
  /** Throws the stored site away and starts over. */
  readonly fresh: boolean;
}

/** Which real site to show, and as whom. The API token comes another way: arguments can be read by everybody on the machine. */
export interface OwnSiteChoice {
  readonly port: number;
  /** The site's origin. */
  readonly address: string;
  readonly email: string;
}

export type Command =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'own-site'; readonly choice: OwnSiteChoice }
  | { readonly kind: 'help'; readonly text: string };

/** The command line cannot be understood; the message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const DEFAULT_PORT = 8040;

const HELP = `Evenkeel in your browser, on a local Jira site, without an Atlassian account.

Usage: npm start -- [options]

  --import FILE.csv          load a Jira CSV export into a board of its own
  --estimate-column NAME     the column of that file with the estimates ("Story Points" by default)
  --site ADDRESS             show your own Jira Cloud site instead, read only, as the account of --email;
                             its API token is asked for, or comes from ATLASSIAN_API_TOKEN
  --email ADDRESS            the e-mail address of that account
  --fresh                    start over with the demo data
  --port N                   the port of the site (${DEFAULT_PORT} by default; the app's screens use the next one)
  --help                     this text`;

const OPTIONS = {
  import: { type: 'string' },
  'estimate-column': { type: 'string' },
  site: { type: 'string' },
  email: { type: 'string' },
  token: { type: 'string' },
  fresh: { type: 'boolean' },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parsePort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_534) {
    throw new UsageError(`--port takes a whole number from 1 to 65534; got "${text}".`);
  }
  return port;
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // Node's own hint about a positional argument after "--" only puzzles here: keep its first sentence.
    const [first = text] = text.split(/\. (?=[A-Z])/);
    throw new UsageError(`${first.replace(/\.$/, '')}. "npm start -- --help" lists what there is.`, {
      cause: error,
    });
  }
}

type Values = ReturnType<typeof readValues>;

function parseOwnSite({ site = '', email = '', port, ...others }: Values): OwnSiteChoice {
  const local = ['import', 'estimate-column', 'fresh'] as const;
  const stray = local.find((name) => others[name] !== undefined);
  if (stray !== undefined) {
    throw new UsageError(`--${stray} is for the local site: leave it out, or leave --site out.`);
  }
  const address = readSiteAddress(site);
  if ('problem' in address) throw new UsageError(address.problem);
  if (!/^[^\s:@]+@[^\s:@]+$/.test(email)) {
    throw new UsageError('--site needs your account’s e-mail address: add --email you@example.com.');
  }
  return { port: parsePort(port), address: address.origin, email };
}

/**
 * Reads the arguments after `npm start --`.
 * @throws UsageError when one is unknown, lacks its value or makes no sense.
 */
export function parseCommandLine(args: readonly string[]): Command {
  const values = readValues(args);
  if (values.help) return { kind: 'help', text: HELP };
  // Not repeated, and not taken: whoever lists this machine's processes could read it.
  if (values.token !== undefined) {
    throw new UsageError(
      'The API token is not taken as an argument. Leave --token out: you will be asked, or put it into ATLASSIAN_API_TOKEN.',
    );
  }
  if (values.site !== undefined) return { kind: 'own-site', choice: parseOwnSite(values) };
  if (values.email !== undefined) {
    throw new UsageError('--email goes with a site: add --site https://your-site.atlassian.net.');
  }
  const importFile = values.import ?? null;
  const estimateColumn = values['estimate-column'] ?? null;
  if (estimateColumn !== null && importFile === null) {
    throw new UsageError('--estimate-column names a column of the file to import: add --import FILE.csv.');
  }
  return {
    kind: 'start',
    options: { port: parsePort(values.port), importFile, estimateColumn, fresh: values.fresh ?? false },
  };
}
