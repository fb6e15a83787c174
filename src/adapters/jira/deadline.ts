/** The clock of an invocation, and how it waits. */
export interface Timing {
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export const REAL_TIME: Timing = {
  now: () => performance.now(),
  sleep: async (milliseconds) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  },
};

/** The end of the time that an invocation has. */
export interface Deadline {
  readonly millisecondsLeft: () => number;
  /** The work's outcome. @throws DOMException `TimeoutError` when it is not there in time. */
  readonly within: <Value>(work: Promise<Value>) => Promise<Value>;
}

/** Rejects with a TimeoutError after so many milliseconds. */
function rejectAfter(milliseconds: number): Promise<never> {
  const signal = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as DOMException);
    });
  });
  // When nothing is under way any more, nobody is left to hear of it.
  late.catch(() => undefined);
  return late;
}

export function createDeadline(timeLimitMs: number, { now }: Pick<Timing, 'now'>): Deadline {
  const end = now() + timeLimitMs;
  const late = rejectAfter(timeLimitMs);
  return {
    millisecondsLeft: () => end - now(),
    within: async (work) => await Promise.race([work, late]),
  };
}
