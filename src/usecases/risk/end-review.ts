import { applyRegisterChange } from '#src/domain/risk/register-change';
import type { Instant } from '#src/domain/risk/calendar';
import type { Register } from '#src/domain/risk/register';
import { recordSession, type ReviewSession } from '#src/domain/risk/review-session';
import type { Act } from '#src/domain/risk/risk';
import { ReadFailure } from '#src/ports/read-failure';
import { storeRegister } from '#src/usecases/risk/change-register';
import type { RegisterPorts } from '#src/usecases/risk/ports';
import { tryAgain, WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/** A review that was left open for longer is taken to have started so long ago. */
const LONGEST_MS = 3 * 86_400_000;

/** What a register's row has room for. The history has every look as an entry of its own. */
const LOOKS_KEPT = 600;

export interface EndedReview {
  readonly register: Register;
  /** null when nobody looked at anything: then nothing is stored. */
  readonly session: ReviewSession | null;
}

/** Ends a review: the record of who looked at what is made from the history itself. */
export async function endReview(
  { registers, pause }: RegisterPorts,
  request: { readonly registerId: string; readonly spaceId: string; readonly startedAt: Instant },
  act: Act,
): Promise<EndedReview> {
  const earliest = Date.parse(act.at) - LONGEST_MS;
  const startedAt = new Date(Math.max(Date.parse(request.startedAt), earliest)).toISOString();
  return await tryAgain(pause, async () => {
    const basis = await registers.loadForChange(request.registerId, []);
    if (!basis) throw new ReadFailure('not-found', 'register: there is none.');
    const { record } = basis;
    const events = await registers.eventsSince(record, startedAt);
    const whole = recordSession(events, startedAt, act, record.register.lastReview);
    if (whole === null) return { register: record.register, session: null };
    const session = { ...whole, looks: whole.looks.slice(-LOOKS_KEPT) };
    const answer = applyRegisterChange(record.register, { kind: 'review-ended', session }, act, new Set());
    if (answer.result !== 'changed') return { register: record.register, session };
    const { register, event } = answer;
    const made = { register, event, reading: null, spaceId: request.spaceId };
    const isStored = await storeRegister(registers, basis, made, act);
    return isStored ? { register, session } : WRITTEN_MEANWHILE;
  });
}
