import { z } from 'zod';

import type { Clock } from '#sandbox/clock';
import type { Faults } from '#sandbox/faults';
import type { Delivery, DeliveryLog, Retry } from '#sandbox/forge/events/delivery-log';
import { InvocationFailed } from '#sandbox/forge/invocation/errors';
import type { Runner } from '#sandbox/forge/invocation/run';

/** @see https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/#retries */
const RETENTION_MS = 24 * 3_600_000;
const MAX_RETRY_SECONDS = 900;
const RETRY_DATA_BYTES = 4 * 1024;
const FIRST_BACKOFF_SECONDS = 5;
const PRODUCT_EVENT_RETRIES = 4;

/** What a function returns to have its event delivered again: `InvocationError` of `@forge/events`. */
const RETRY_REQUEST = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.number().optional(),
    retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
    retryData: z.unknown().optional(),
  }),
});

interface Wish extends Omit<Retry, 'count'> {
  readonly afterSeconds: number;
}

const backoffSeconds = (count: number) => Math.min(MAX_RETRY_SECONDS, FIRST_BACKOFF_SECONDS * 2 ** count);

const isSmall = (data: unknown) =>
  data === undefined || Buffer.byteLength(JSON.stringify(data)) <= RETRY_DATA_BYTES;

/** What the function's answer asks for; null when the event is delivered. */
function wishOf(answer: unknown, count: number): Wish | null {
  const request = RETRY_REQUEST.safeParse(answer);
  if (!request.success) return null;
  const { retryAfter = backoffSeconds(count), retryReason, retryData } = request.data.retryOptions;
  return {
    afterSeconds: Math.min(MAX_RETRY_SECONDS, retryAfter),
    reason: retryReason,
    data: isSmall(retryData) ? retryData : undefined,
  };
}

/** A consumer that throws gets its event again; a product event is lost. */
function wishAfter(error: unknown, { kind, retry }: Delivery): Wish | null {
  if (kind === 'trigger') return null;
  const isLate = error instanceof InvocationFailed && error.code === 'FUNCTION_TIME_OUT';
  return {
    afterSeconds: backoffSeconds(retry?.count ?? 0),
    reason: isLate ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    data: retry?.data,
  };
}

function eventOf({ event, retry, enqueuedAt }: Delivery, now: number) {
  if (!retry) return event;
  return {
    ...event,
    retryContext: {
      retryCount: retry.count,
      retryReason: retry.reason,
      retryData: retry.data,
      retentionWindow: {
        startTime: new Date(enqueuedAt).toISOString(),
        remainingTimeMs: Math.max(0, enqueuedAt + RETENTION_MS - now),
      },
    },
  };
}

/**
 * Delivers what is due, one after another.
 * @returns a function that runs until nothing is due, and answers how many functions ran.
 */
export function createDeliverer(options: {
  readonly log: DeliveryLog;
  readonly runner: Runner;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly timeoutOf: (functionKey: string) => number;
}): () => Promise<number> {
  const { log, runner, clock, faults, timeoutOf } = options;

  const attempt = async (delivery: Delivery): Promise<Wish | null> => {
    const { functionKey, moduleKey, kind, depth, retry } = delivery;
    try {
      const answer = await runner.run({
        functionKey,
        moduleKey,
        moduleType: kind,
        accountId: undefined,
        event: eventOf(delivery, clock.now()),
        timeoutMs: timeoutOf(functionKey),
        depth,
      });
      return wishOf(answer, retry?.count ?? 0);
    } catch (error) {
      return wishAfter(error, delivery);
    }
  };

  const settle = (delivery: Delivery, wish: Wish | null) => {
    if (!wish) {
      log.finish(delivery, 'success');
      return;
    }
    const count = (delivery.retry?.count ?? 0) + 1;
    const due = clock.now() + wish.afterSeconds * 1000;
    const isGivenUp = delivery.kind === 'trigger' && count > PRODUCT_EVENT_RETRIES;
    if (isGivenUp || due > delivery.enqueuedAt + RETENTION_MS) log.finish(delivery, 'failed');
    else log.postpone({ ...delivery, due, retry: { count, reason: wish.reason, data: wish.data } });
  };

  const deliverAll = async (): Promise<number> => {
    let ran = 0;
    for (let next = log.nextDue(clock.now()); next; next = log.nextDue(clock.now())) {
      const wish = await attempt(next);
      ran += 1;
      if (faults.current().duplicateEvents) {
        await attempt(next);
        ran += 1;
      }
      settle(next, wish);
    }
    return ran;
  };

  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const turn = last.then(deliverAll, deliverAll);
    last = turn;
    return await turn;
  };
}
