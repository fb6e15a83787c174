/** Milliseconds between two readings: at first, and at most once nothing happens. */
export const PACE = { fast: 3_000, slow: 30_000, growth: 1.5 } as const;

/** Reads again and again: soon after something happened, ever more seldom while nothing does, and not at all while hidden. */
export interface Poll {
  /** Reads now, and quickly again afterwards. */
  readonly quicken: () => void;
  readonly stop: () => void;
}

/**
 * Starts reading. @param read Answers whether anything was new; a rejection slows down as silence does.
 */
export function startPoll(read: () => Promise<boolean>): Poll {
  let wait: number = PACE.fast;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isReading = false;
  let isStopped = false;

  const plan = () => {
    if (timer !== null) clearTimeout(timer);
    timer = isStopped || document.hidden ? null : setTimeout(() => void look(), wait);
  };
  const look = async () => {
    if (isReading || isStopped) return;
    isReading = true;
    const isNew = await read().catch(() => false);
    isReading = false;
    wait = isNew ? PACE.fast : Math.min(PACE.slow, wait * PACE.growth);
    plan();
  };
  const wake = () => {
    wait = PACE.fast;
    if (document.hidden) plan();
    else void look();
  };
  document.addEventListener('visibilitychange', wake);
  void look();
  return {
    quicken: () => {
      wait = PACE.fast;
      plan();
    },
    stop: () => {
      isStopped = true;
      document.removeEventListener('visibilitychange', wake);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
