import { ReadFailure } from '#src/ports/read-failure';
import type { Pause } from '#src/usecases/risk/ports';

/** Says that somebody else wrote meanwhile: read again, and apply again. */
export const WRITTEN_MEANWHILE = Symbol('written meanwhile');

const ATTEMPTS = 12;

/**
 * Does a change until it is written. Who else works on the register is nobody's business as long as it is not the same risk, so
 * it never reaches the screen.
 * @param attempt gets its number, 0 first.
 * @throws ReadFailure `rate-limited` when the register is written to all the time.
 */
export async function tryAgain<Result>(
  pause: Pause,
  attempt: (number: number) => Promise<Result | typeof WRITTEN_MEANWHILE>,
): Promise<Result> {
  for (let number = 0; number < ATTEMPTS; number += 1) {
    if (number > 0) await pause(number);
    const result = await attempt(number);
    if (result !== WRITTEN_MEANWHILE) return result;
  }
  throw new ReadFailure('rate-limited', 'register: others are writing all the time.', 1);
}
