import type { Store } from '#sandbox/state/store';

/** Why an event is delivered again. */
export interface Retry {
  readonly count: number;
  readonly reason: string;
  readonly data: unknown;
}

/** An event on its way to a function: of a queue, or of the product. */
export interface Delivery {
  readonly id: string;
  readonly kind: 'consumer' | 'trigger';
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly event: Readonly<Record<string, unknown>>;
  /** The push it belongs to; null for product events. */
  readonly jobId: string | null;
  /** Site time from which it may be delivered. */
  readonly due: number;
  readonly enqueuedAt: number;
  /** Null on the first attempt. */
  readonly retry: Retry | null;
  readonly depth: number;
}

interface Job {
  readonly success: number;
  readonly failed: number;
}

/** What waits to be delivered, kept on disk, and how the pushes fared. */
export interface DeliveryLog {
  add(deliveries: readonly Delivery[]): void;
  /** The delivery that has been due longest; undefined when none is. */
  nextDue(now: number): Delivery | undefined;
  /** Site time of the next delivery; null when nothing waits. */
  nextDueAt(): number | null;
  /** Puts a delivery off; one that was cancelled meanwhile stays gone. */
  postpone(delivery: Delivery): void;
  finish(delivery: Delivery, outcome: keyof Job): void;
  /** Forgets what still waits of a push. */
  cancel(jobId: string): void;
  /** Undefined for an unknown push. */
  statsOf(jobId: string): (Job & { readonly inProgress: number }) | undefined;
}

const WAITING = 'forge-queue';
const JOBS = 'forge-jobs';

/** Opens the deliveries that `store` keeps. */
export function openDeliveryLog(store: Store): DeliveryLog {
  const waiting = new Map([...store.load(WAITING)].map(([id, value]) => [id, value as Delivery]));
  const jobs = new Map([...store.load(JOBS)].map(([id, value]) => [id, value as Job]));
  const putJob = (jobId: string, job: Job) => {
    store.put(JOBS, jobId, job);
    jobs.set(jobId, job);
  };
  const put = (delivery: Delivery) => {
    store.put(WAITING, delivery.id, delivery);
    waiting.set(delivery.id, delivery);
  };
  const drop = (id: string) => {
    store.remove(WAITING, id);
    waiting.delete(id);
  };
  const byDue = () => [...waiting.values()].sort((a, b) => a.due - b.due);
  return {
    add(deliveries) {
      store.transaction(() => {
        for (const delivery of deliveries) {
          put(delivery);
          if (delivery.jobId !== null && !jobs.has(delivery.jobId)) {
            putJob(delivery.jobId, { success: 0, failed: 0 });
          }
        }
      });
    },
    nextDue: (now) => byDue().find(({ due }) => due <= now),
    nextDueAt: () => byDue()[0]?.due ?? null,
    postpone(delivery) {
      if (waiting.has(delivery.id)) put(delivery);
    },
    finish({ id, jobId }, outcome) {
      store.transaction(() => {
        drop(id);
        const job = jobId === null ? undefined : jobs.get(jobId);
        if (jobId !== null && job) putJob(jobId, { ...job, [outcome]: job[outcome] + 1 });
      });
    },
    cancel(jobId) {
      store.transaction(() => {
        for (const delivery of [...waiting.values()]) if (delivery.jobId === jobId) drop(delivery.id);
      });
    },
    statsOf(jobId) {
      const job = jobs.get(jobId);
      const inProgress = [...waiting.values()].filter((delivery) => delivery.jobId === jobId).length;
      return job && { ...job, inProgress };
    },
  };
}
