import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Delivery, DeliveryLog } from '#sandbox/forge/events/delivery-log';
import type { Manifest } from '#sandbox/forge/manifest';

/** @see https://developer.atlassian.com/platform/forge/limits-async-events/ */
const LIMITS = { events: 50, payloadBytes: 200 * 1024, perMinute: 500, cycle: 1000 } as const;

const PUSH = z.object({
  queueName: z.string(),
  jobId: z.string().min(1),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().min(0).max(900).optional(),
      concurrency: z.object({ key: z.string(), limit: z.number() }).optional(),
    }),
  ),
});

const JOB = z.object({ queueName: z.string(), jobId: z.string() });

export interface QueueAnswer {
  readonly status: number;
  readonly body: unknown;
}

const refuse = (status: number, message: string): QueueAnswer => ({
  status,
  body: { code: status, message },
});

/** The service behind `Queue` of `@forge/events`. */
export interface EventQueue {
  /** Answers a request of the SDK; undefined when the path is not the queue's. */
  handle(path: string, body: unknown, depth: number): QueueAnswer | undefined;
}

/**
 * Takes events in for the consumers of the manifest.
 * @param now site time, in milliseconds.
 */
export function createEventQueue(manifest: Manifest, log: DeliveryLog, now: () => number): EventQueue {
  const minute = { start: now(), used: 0 };

  const push = (request: z.infer<typeof PUSH>, depth: number): QueueAnswer => {
    const { queueName, jobId, payload } = request;
    const consumer = manifest.consumers.find(({ queue }) => queue === queueName);
    if (!consumer) return refuse(400, `manifest.yml declares no consumer for the queue "${queueName}".`);
    if (payload.length === 0) return refuse(400, 'No events pushed.');
    if (payload.length > LIMITS.events || Buffer.byteLength(JSON.stringify(payload)) > LIMITS.payloadBytes) {
      return { status: 413, body: { errorMessage: 'A push carries at most 50 events and 200 KB.' } };
    }
    if (depth >= LIMITS.cycle) return refuse(405, 'The limit on cyclic invocation has been reached.');
    const at = now();
    if (at >= minute.start + 60_000) Object.assign(minute, { start: at, used: 0 });
    if (minute.used + payload.length > LIMITS.perMinute) return refuse(429, 'Too many requests.');
    minute.used += payload.length;
    log.add(
      payload.map(({ body, delayInSeconds = 0 }): Delivery => ({
        id: randomUUID(),
        kind: 'consumer',
        moduleKey: consumer.key,
        functionKey: consumer.functionKey,
        event: { queueName, jobId, eventId: randomUUID(), body },
        jobId,
        due: at + delayInSeconds * 1000,
        enqueuedAt: at,
        retry: null,
        depth: depth + 1,
      })),
    );
    return { status: 201, body: {} };
  };

  const endpoints = new Map<string, (body: unknown, depth: number) => QueueAnswer>([
    [
      '/webhook/queue/publish/',
      (body, depth) => {
        const request = PUSH.safeParse(body);
        return request.success ? push(request.data, depth) : refuse(400, z.prettifyError(request.error));
      },
    ],
    [
      '/webhook/queue/stats/',
      (body) => {
        const job = JOB.safeParse(body).data;
        const stats = job && log.statsOf(job.jobId);
        return stats ? { status: 200, body: stats } : refuse(404, 'No such job.');
      },
    ],
    [
      '/webhook/queue/cancel/',
      (body) => {
        const job = JOB.safeParse(body).data;
        if (!job || !log.statsOf(job.jobId)) return refuse(404, 'No such job.');
        log.cancel(job.jobId);
        return { status: 204, body: undefined };
      },
    ],
  ]);

  return {
    handle(path, body, depth) {
      const endpoint = [...endpoints].find(([prefix]) => path.startsWith(prefix))?.[1];
      return endpoint?.(body, depth);
    },
  };
}
