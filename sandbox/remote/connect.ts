import { z } from 'zod';

import { explainTrouble } from '#sandbox/remote/network-trouble';
import type { Reply, SiteClient } from '#sandbox/remote/site-client';

/** The site cannot be used; the message is one line and says what to do. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

const ACCOUNT = z.object({
  accountId: z.string().min(1),
  displayName: z.string(),
  timeZone: z.string().default('Etc/UTC'),
  locale: z.string().default('en_US'),
});

const BOARD = z.object({
  id: z.number().int(),
  name: z.string(),
  type: z.string(),
  location: z.object({ projectKey: z.string().optional() }).nullish(),
});
const BOARDS = z.object({ total: z.number().int().optional(), values: z.array(BOARD) });

export type Account = z.infer<typeof ACCOUNT>;

/** A board and the project whose pages show it. */
export interface FoundBoard {
  readonly id: number;
  readonly name: string;
  readonly projectKey: string;
}

/** What was found on the site. */
export interface Connection {
  readonly account: Account;
  /** Of the first fifty boards, those that lie in a project. */
  readonly boards: readonly FoundBoard[];
  /** How many boards the account sees. */
  readonly boardCount: number;
}

type Answer = Extract<Reply, { readonly kind: 'answer' }>;

const TOKENS = 'https://id.atlassian.com/manage-profile/security/api-tokens';

function whenToTryAgain(headers: Headers): string {
  const named = headers.get('retry-after');
  const seconds = Number(named);
  if (named === null || !Number.isFinite(seconds)) return 'Try again in a few minutes.';
  return seconds < 120
    ? `Try again in ${seconds} seconds.`
    : `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}

/** Where a redirect leads, without what else its address may hold. */
function leadsTo(location: string | null, address: string): string {
  const to = location !== null && URL.canParse(location, address) ? new URL(location, address) : null;
  if (to === null || to.origin === address) return 'leads to a page of its own';
  return `leads on to ${to.origin}`;
}

/** What is wrong with an answer whatever was asked; null when nothing is. */
function refusalOf({ status, headers, isJson, isStranger }: Answer, { address, email, way }: SiteClient) {
  if (isStranger) {
    return `${address} does not take the token of ${email} (${status}). Check the e-mail, and make a new API token without scopes at ${TOKENS}: it may have expired.`;
  }
  if (status === 429) return `${address} takes no more calls for now (429). ${whenToTryAgain(headers)}`;
  if (status >= 300 && status < 400) {
    return `${address} is not the address of a Jira Cloud site: it ${leadsTo(headers.get('location'), address)}. Give the address that your browser shows on a board.`;
  }
  if (status >= 500) return `${address} is in trouble (${status}). Try again later.`;
  if (status === 403 && isJson) {
    return `${address} does not let ${email} use Jira (403). Ask its administrator for access to Jira, and whether calls are allowed from your network.`;
  }
  if (!isJson || status === 404) {
    const proxied = way.proxy === null ? '' : ` (or the proxy ${way.proxy} answers in its place)`;
    return `There is no Jira at ${address}: it answered ${isJson ? status : `${status} with something else than JSON`}${proxied}. Check the address.`;
  }
  return status === 200 ? null : `${address} answered ${status}, which Jira does not. Check the address.`;
}

async function ask<Shape extends z.ZodType>(
  client: SiteClient,
  path: string,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const reply = await client.send({ method: 'GET', path });
  if (reply.kind === 'failed') throw new ConnectError(explainTrouble(reply.trouble, client.way));
  const refusal = refusalOf(reply, client);
  if (refusal !== null) throw new ConnectError(refusal);
  const parsed = shape.safeParse(reply.json);
  if (parsed.success) return parsed.data;
  throw new ConnectError(
    `There is no Jira Cloud at ${client.address}: its answer has another shape. Check the address.`,
  );
}

/**
 * Finds out who the credentials belong to and which boards they see.
 * @throws ConnectError when the site does not answer, does not take the credentials, or shows no board.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/
 */
export async function connect(client: SiteClient): Promise<Connection> {
  const account = await ask(client, '/rest/api/3/myself', ACCOUNT);
  const { values, total } = await ask(client, '/rest/agile/1.0/board?maxResults=50', BOARDS);
  if (values.length === 0) {
    throw new ConnectError(
      `${account.displayName} sees no board on ${client.address}. Ask a project’s administrator for the permission to browse it.`,
    );
  }
  const boards = values.flatMap(({ id, name, location }) =>
    location?.projectKey === undefined ? [] : [{ id, name, projectKey: location.projectKey }],
  );
  return { account, boards, boardCount: total ?? values.length };
}
