import { NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createAsk, JiraRefusal, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { ReadFailure } from '#src/ports/read-failure';

const SCHEMA = z.object({ name: z.string() });

const answering = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  createAsk()('board configuration', SCHEMA, () =>
    Promise.resolve(new Response(JSON.stringify(body), { status, headers })),
  );

async function failureOf(asking: Promise<unknown>): Promise<ReadFailure> {
  const error = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReadFailure)) throw new Error(`Expected a ReadFailure, got ${String(error)}.`);
  return error;
}

it('answers what the schema makes of the body', async () => {
  expect(await answering(200, { name: 'Aurora', more: 1 })).toEqual({ name: 'Aurora' });
});

describe('a status other than success', () => {
  it.each([
    [400, 'unexpected-answer'],
    [401, 'no-access'],
    [403, 'no-access'],
    [404, 'not-found'],
    [408, 'timed-out'],
    [429, 'rate-limited'],
    [500, 'jira-unavailable'],
    [503, 'jira-unavailable'],
    [504, 'timed-out'],
  ])('%i is %s, by name of the call', async (status, kind) => {
    const failure = await failureOf(answering(status));
    expect(failure).toMatchObject({ kind, status, retryAfterSeconds: null });
    expect(failure).toBeInstanceOf(JiraRefusal);
    expect(failure.message).toContain('board configuration');
  });

  it.each([
    ['7', 7],
    ['0.4', 1],
    ['0', null],
    ['-3', null],
    ['soon', null],
  ])('with Retry-After: %s asks to wait %s', async (header, seconds) => {
    expect(await failureOf(answering(429, {}, { 'Retry-After': header }))).toMatchObject({
      retryAfterSeconds: seconds,
    });
  });
});

describe('an answer of another shape', () => {
  it('names the call and the place, and quotes nothing', async () => {
    const failure = await failureOf(answering(200, { name: { secret: 'Merger' } }));
    expect(failure.kind).toBe('unexpected-answer');
    expect(failure.message).toBe('board configuration: the answer has another shape at name.');
  });

  it('covers a body that is no JSON', async () => {
    const html = () => Promise.resolve(new Response('<html>maintenance</html>', { status: 200 }));
    const failure = await failureOf(createAsk()('backlog', SCHEMA, html));
    expect(failure).toMatchObject({ kind: 'unexpected-answer', message: 'backlog: the answer is not JSON.' });
  });
});

describe('an error of the platform', () => {
  it.each([
    ['nobody logged in', new NeedsAuthenticationError('Authentication Required', 'key'), 'no-access'],
    ['a proxy that waited too long', new ProxyRequestError(502, 'UPSTREAM_TIMEOUT'), 'timed-out'],
    ['a proxy that refuses', new ProxyRequestError(403, 'FORBIDDEN'), 'no-access'],
    ['a proxy that is down', new ProxyRequestError(502, 'BAD_GATEWAY'), 'jira-unavailable'],
    ['an aborted call', new DOMException('The operation was aborted.', 'AbortError'), 'timed-out'],
    ['a call that timed out', new Error('network timeout at: /rest'), 'timed-out'],
    ['no connection', new TypeError('fetch failed'), 'jira-unavailable'],
  ])('%s', async (_, error, kind) => {
    const failure = await failureOf(createAsk()('backlog', SCHEMA, () => Promise.reject(error)));
    expect(failure.kind).toBe(kind);
  });

  it('passes on what it does not know', async () => {
    const bug = new RangeError('a bug of ours');
    await expect(createAsk()('backlog', SCHEMA, () => Promise.reject(bug))).rejects.toBe(bug);
  });
});

it('gives up before the platform does, which is after 25 seconds', async () => {
  expect(TIME_LIMIT_MS).toBeLessThan(25_000);
  const never = () => new Promise<Response>(() => undefined);
  const failure = await failureOf(createAsk(20)('backlog', SCHEMA, never));
  expect(failure).toMatchObject({ kind: 'timed-out', message: 'backlog: no answer in time.' });
});

it('keeps five calls going at once, and no more', async () => {
  const ask = createAsk();
  let running = 0;
  let most = 0;
  const slow = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    return new Response('{"name":"x"}');
  };
  await Promise.all(Array.from({ length: 12 }, () => ask('backlog', SCHEMA, slow)));
  expect(most).toBe(5);
});
