import { NeedsAuthenticationError, ProxyRequestError } from '@forge/api';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createAsk, JiraRefusal, TIME_LIMIT_MS, type AskOptions } from '#src/adapters/jira/ask';
import type { Timing } from '#src/adapters/jira/deadline';
import { ReadFailure } from '#src/ports/read-failure';

const SCHEMA = z.object({ name: z.string() });

const responding = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

/** A clock that only sleeping moves on. */
function fakeTiming() {
  let now = 0;
  const slept: number[] = [];
  const timing: Timing = {
    now: () => now,
    sleep: async (milliseconds) => {
      await Promise.resolve();
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
  return { timing, slept };
}

const answering = (...given: Parameters<typeof responding>) =>
  createAsk(TIME_LIMIT_MS, fakeTiming().timing)('board configuration', SCHEMA, () =>
    Promise.resolve(responding(...given)),
  );

const OK = [200, { name: 'Aurora' }] as const;
type Given = Parameters<typeof responding>;

/** Asks Jira that gives these answers one after the other, the last one for ever. */
async function asking(answers: readonly Given[], options: AskOptions = {}) {
  const { timing, slept } = fakeTiming();
  let sent = 0;
  const ask = createAsk(TIME_LIMIT_MS, timing);
  const send = async () => {
    await Promise.resolve();
    const given = answers[Math.min(sent, answers.length - 1)] ?? OK;
    sent += 1;
    return responding(...(given as Given));
  };
  const outcome = await ask('backlog', SCHEMA, send, options).then(
    ({ name }) => name,
    (error: unknown) => error,
  );
  return { outcome, slept, sent };
}

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

it.each([
  ['by the clock of the answer', 'Mon, 12 Oct 2026 08:00:07 GMT', 7],
  ['that is over', 'Mon, 12 Oct 2026 07:59:00 GMT', null],
])('a Retry-After may be a date, %s', async (_, date, retryAfterSeconds) => {
  const headers = { 'Retry-After': date, Date: 'Mon, 12 Oct 2026 08:00:00 GMT' };
  // Longer than is left, where it is anything.
  const { timing } = fakeTiming();
  const failure = await failureOf(
    createAsk(1, timing)('backlog', SCHEMA, () => Promise.resolve(responding(429, {}, headers))),
  );
  expect(failure).toMatchObject({ kind: 'rate-limited', retryAfterSeconds });
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

describe('what Jira says of a refusal', () => {
  it.each([
    ['messages', { errorMessages: ['No such sprint.', 'Ask again.'] }, 'No such sprint. Ask again.'],
    ['messages by field', { errorMessages: [], errors: { priority: 'Not allowed.' } }, 'Not allowed.'],
    ['nothing', {}, null],
    ['a page instead of JSON', '<html></html>', null],
  ])('%s', async (_, body, detail) => {
    expect(await failureOf(answering(400, body))).toMatchObject({ detail });
  });
});

it('parses an empty body as undefined', async () => {
  const nothing = () => Promise.resolve(new Response(null, { status: 204 }));
  await expect(createAsk()('priority', z.undefined(), nothing)).resolves.toBeUndefined();
});

describe('what Jira refuses for now', () => {
  const after = (seconds: number) => ({ 'Retry-After': String(seconds) });

  it.each<[string, Given[], slept: number[]]>([
    ['429 after the time it asks for', [[429, {}, after(5)], [...OK]], [5000]],
    ['429 as often as it takes', [[429, {}, after(5)], [429, {}, after(7)], [...OK]], [5000, 7000]],
    ['429 that names no time, ever later', [[429], [429], [429], [...OK]], [500, 1000, 2000]],
    ['503 after the time it asks for', [[503, {}, after(3)], [...OK]], [3000]],
    ['503 that names no time, once', [[503], [...OK]], [500]],
    ['500, once', [[500], [...OK]], [500]],
    ['504, once', [[504], [...OK]], [500]],
  ])('is asked again: %s', async (_, answers, slept) => {
    expect(await asking(answers)).toEqual({ outcome: 'Aurora', slept, sent: answers.length });
  });

  it.each<[string, Given[], slept: number[], object]>([
    ['500 that stays', [[500]], [500], { kind: 'jira-unavailable', status: 500 }],
    ['404', [[404]], [], { kind: 'not-found' }],
    ['400', [[400]], [], { kind: 'unexpected-answer' }],
    [
      '429 with a wait that would pass the deadline: at once, with the time',
      [[429, {}, after(20)]],
      [],
      { kind: 'rate-limited', retryAfterSeconds: 20 },
    ],
    [
      '429 with waits that add up to more than the deadline',
      [[429, {}, after(8)]],
      [8000, 8000],
      { kind: 'rate-limited', retryAfterSeconds: 8 },
    ],
  ])('is given up: %s', async (_, answers, slept, failure) => {
    const { outcome, ...how } = await asking(answers);
    expect(outcome).toMatchObject(failure);
    expect(how).toEqual({ slept, sent: slept.length + 1 });
  });

  it.each<[string, Given[], sent: number]>([
    ['again after 429, since nothing was done', [[429, {}, after(2)], [...OK]], 2],
    ['once when Jira breaks, since it may have been done', [[500]], 1],
    ['once on 503, whatever it asks', [[503, {}, after(2)]], 1],
  ])('is written %s', async (_, answers, sent) => {
    expect((await asking(answers, { isWrite: true })).sent).toBe(sent);
  });

  it('still tells how long to wait when no further answer comes in time', async () => {
    // A clock that stands still, but for the real one that ends the invocation.
    let isBegun = false;
    const now = () => {
      if (isBegun) return -10_000;
      isBegun = true;
      return 0;
    };
    const ask = createAsk(30, { now, sleep: () => Promise.resolve() });
    let sent = 0;
    const send = async () => {
      sent += 1;
      if (sent === 1) return await Promise.resolve(responding(429, {}, after(5)));
      return await new Promise<Response>(() => undefined);
    };
    expect(await failureOf(ask('backlog', SCHEMA, send))).toMatchObject({
      kind: 'rate-limited',
      retryAfterSeconds: 5,
    });
    expect(sent).toBe(2);
  });

  it('is not begun as a change when hardly any time is left', async () => {
    const { timing } = fakeTiming();
    const ask = createAsk(TIME_LIMIT_MS, timing);
    await timing.sleep(TIME_LIMIT_MS - 2_999);
    let sent = 0;
    const send = async () => {
      sent += 1;
      return await Promise.resolve(responding(...OK));
    };
    const failure = await failureOf(ask('priority', SCHEMA, send, { isWrite: true }));
    expect(failure.kind).toBe('timed-out');
    expect(sent).toBe(0);
    expect(await ask('backlog', SCHEMA, send)).toEqual({ name: 'Aurora' });
  });

  it('shares the deadline among all calls of an invocation', async () => {
    const { timing } = fakeTiming();
    const ask = createAsk(TIME_LIMIT_MS, timing);
    const busy = () => Promise.resolve(responding(429, {}, after(15)));
    await failureOf(ask('backlog', SCHEMA, busy));
    expect(timing.now()).toBe(15_000);
    await failureOf(ask('sprint issues', SCHEMA, busy));
    expect(timing.now()).toBe(15_000);
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
    ['a connection that broke', new TypeError('terminated'), 'jira-unavailable'],
    ['a name that is not found', new Error('getaddrinfo EAI_AGAIN api'), 'jira-unavailable'],
  ])('%s', async (_, error, kind) => {
    const ask = createAsk(TIME_LIMIT_MS, fakeTiming().timing);
    const failure = await failureOf(ask('backlog', SCHEMA, () => Promise.reject(error)));
    expect(failure.kind).toBe(kind);
  });

  it.each([
    ['a proxy that is down', () => Promise.reject(new ProxyRequestError(502, 'BAD_GATEWAY'))],
    ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['an error of its own', () => Promise.resolve(responding(500, {}))],
  ])('names Confluence where that was asked: %s', async (_, send) => {
    const { timing } = fakeTiming();
    let attempts = 0;
    const failure = await failureOf(
      createAsk(TIME_LIMIT_MS, timing, 'Confluence')('page', SCHEMA, () => {
        attempts += 1;
        return send();
      }),
    );
    expect(failure.kind).toBe('confluence-unavailable');
    // Sent again once, as to Jira.
    expect(attempts).toBe(2);
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

it('does not send what waited for its turn until the time was over', async () => {
  const ask = createAsk(20);
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return responding(...OK);
  };
  let isSent = false;
  const last = async () => {
    isSent = true;
    return await Promise.resolve(responding(...OK));
  };
  const waiting = Array.from({ length: 5 }, () => failureOf(ask('backlog', SCHEMA, slow)));
  expect((await failureOf(ask('backlog', SCHEMA, last))).kind).toBe('timed-out');
  await Promise.all(waiting);
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(isSent).toBe(false);
});
