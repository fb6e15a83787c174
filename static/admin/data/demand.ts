import type { DataCall, RequestOf, ResponseOf } from '#src/contract/index';
import type { Answer } from '#src/contract/outcome';

import { attempt, type ScreenFailure } from '../../ui/failure';

/** Makes a call about all data; rejects when no answer came. */
export type AskData = <C extends DataCall>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>;

/** A call that did not succeed, also not after waiting. */
export class DataRefused extends Error {
  override readonly name = 'DataRefused';
  readonly failure: ScreenFailure;

  constructor(failure: ScreenFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Failures that pass by themselves. */
const PASSING: ReadonlySet<ScreenFailure['code']> = new Set(['rate-limited', 'timed-out', 'no-answer']);

const ATTEMPTS = 6;
const USUAL_WAIT_SECONDS = 5;

const sleep = async (milliseconds: number) => {
  await new Promise<void>((done) => {
    setTimeout(done, milliseconds);
  });
};

/**
 * Makes a call, and again after a while where it failed in a way that passes: doing any of them twice changes nothing more.
 *
 * @param wait How the time is let pass, in milliseconds.
 * @throws DataRefused
 */
export async function demand<C extends DataCall>(
  ask: AskData,
  call: C,
  payload: RequestOf<C>,
  wait: (milliseconds: number) => Promise<void> = sleep,
): Promise<ResponseOf<C>> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const result = await attempt(async () => await ask(call, payload));
    if (result.ok) return result.data;
    const { failure } = result;
    if (left <= 1 || !PASSING.has(failure.code)) throw new DataRefused(failure);
    const seconds =
      ('retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined) ?? USUAL_WAIT_SECONDS;
    await wait(seconds * 1_000);
  }
}
