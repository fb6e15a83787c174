import type { RegisterStore } from '#src/ports/risk/register-store';

/** Waits before a write is tried again: the longer, the more often it was tried, and never the same for two who collide. */
export type Pause = (attempt: number) => Promise<void>;

/** What every change of a register works with. */
export interface RegisterPorts {
  readonly registers: RegisterStore;
  readonly pause: Pause;
}
