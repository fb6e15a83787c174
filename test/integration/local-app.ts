import { isDeepStrictEqual } from 'node:util';

import { inject } from 'vitest';

import { CALLS, type Call, type ResponseOf } from '#src/contract/index';
import type { Failure } from '#src/contract/outcome';
import { DEMO_USERS, type RoleKey } from '#sandbox/demo/seed';
import type { Rest } from '#sandbox/jira/rest/create-rest';
import { startLocalApp, type LocalApp } from '#tools/local-app';

import { uncoveredCalls } from '../manifest/uncovered-calls';

/** The first of a role, whom the site's user switcher offers. */
export function accountOf(role: RoleKey): string {
  const user = DEMO_USERS.find((candidate) => candidate.role === role);
  if (!user) throw new Error(`Nobody in the demo is ${role}.`);
  return user.accountId;
}

/** The path of the app's bundle, which all tests share: see bundle-once.ts. */
export const bundleForTests = (): (() => string) => () => inject('bundle');

const watched: Rest[] = [];

/** Starts an app whose REST calls `watchedCalls` looks through at the end. */
export async function startWatchedApp<Seed>(
  ...args: Parameters<typeof startLocalApp<Seed>>
): Promise<LocalApp<Seed>> {
  const app = await startLocalApp(...args);
  watched.push(app.rest);
  return app;
}

/** What of all watched apps the manifest does not cover. */
export function uncoveredWatchedCalls(): readonly string[] {
  return watched.flatMap(uncoveredCalls);
}

/** Makes a call that should succeed, and holds the answer to its schema: nothing missing, nothing beside it. */
export async function dataOf<C extends Call, Seed>(
  app: LocalApp<Seed>,
  call: C,
  payload: unknown,
  accountId: string,
): Promise<ResponseOf<C>> {
  const answer = (await app.call(call, payload, accountId)) as { ok: boolean; data: ResponseOf<C> };
  if (!answer.ok) throw new Error(`${call} failed: ${JSON.stringify(answer)}`);
  const parsed = CALLS[call].response.parse(answer.data);
  if (!isDeepStrictEqual(parsed, answer.data)) {
    throw new Error(`${call} answered more than its schema says.`);
  }
  return answer.data;
}

/** Makes a call that should fail. */
export async function failureOf<Seed>(
  app: LocalApp<Seed>,
  call: Call,
  payload: unknown,
  accountId: string,
): Promise<Failure> {
  const answer = (await app.call(call, payload, accountId)) as { ok: boolean; error: Failure };
  if (answer.ok) throw new Error(`${call} should have failed.`);
  return answer.error;
}

/** What a call costs: its REST calls and their points. */
export interface Cost {
  readonly points: number;
  readonly calls: readonly string[];
}

/** Does something, and says what it cost at Jira. */
export async function costOf<Seed, Value>(
  { rest }: LocalApp<Seed>,
  work: () => Promise<Value>,
): Promise<Cost & { readonly value: Value }> {
  const since = rest.ledger.mark();
  const value = await work();
  const entries = rest.ledger.entries({ since });
  return {
    value,
    points: entries.reduce((sum, { points }) => sum + points, 0),
    calls: entries.map(({ method, operation }) => `${method} ${operation}`),
  };
}
