import {
  applyRegisterChange,
  type RegisterChange,
  type RegisterEvent,
  type RegisterProblem,
} from '#src/domain/risk/register-change';
import type { Register, RegisterFields } from '#src/domain/risk/register';
import type { Act } from '#src/domain/risk/risk';
import { summaryOf } from '#src/domain/risk/summary';
import { ReadFailure } from '#src/ports/read-failure';
import type { ChangeBasis, RegisterReading, RegisterStore } from '#src/ports/risk/register-store';
import type { RegisterPorts } from '#src/usecases/risk/ports';
import { summaryAfter, summaryRecord } from '#src/usecases/risk/summarise';
import { tryAgain, WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/** What became of a change of the settings. On `conflict` nothing was stored: `register` is as it is now. */
export type RegisterOutcome =
  | { readonly result: 'changed' | 'same' | 'conflict'; readonly register: Register }
  | { readonly result: 'invalid'; readonly problems: readonly RegisterProblem[] };

export interface SettingsChange {
  readonly registerId: string;
  readonly spaceId: string;
  /** The version that the author saw. */
  readonly version: number;
  readonly patch: Partial<RegisterFields>;
}

/**
 * Changes a register's settings. Some of them say where its risks count in the summary, which is then made anew of all of them,
 * in the same transaction.
 * @throws ReadFailure `not-found` where there is no register.
 */
export async function changeRegister(
  { registers, pause }: RegisterPorts,
  { registerId, spaceId, version, patch }: SettingsChange,
  act: Act,
): Promise<RegisterOutcome> {
  const needsRisks =
    patch.categories !== undefined || patch.scale !== undefined || patch.cadence !== undefined;
  return await tryAgain(pause, async () => {
    const basis = await registers.loadForChange(registerId, []);
    if (!basis) throw new ReadFailure('not-found', 'register: there is none.');
    const { register, revision } = basis.record;
    if (version !== register.version) return { result: 'conflict', register };
    const reading = needsRisks ? await registers.read(registerId) : null;
    if (needsRisks && !isWhole(reading, revision)) return WRITTEN_MEANWHILE;
    const used = new Set(reading?.risks.flatMap(({ categoryId }) => categoryId ?? []));
    const change: RegisterChange = { kind: 'settings', patch };
    const answer = applyRegisterChange(register, change, act, used);
    if (answer.result === 'same') return { result: 'same', register };
    if (answer.result === 'invalid') return answer;
    const { register: next, event } = answer;
    const isStored = await storeRegister(registers, basis, { register: next, event, reading, spaceId }, act);
    return isStored ? { result: 'changed', register: next } : WRITTEN_MEANWHILE;
  });
}

/** Whether a reading has all risks as of a revision; risks that cannot be read at all do not come by waiting. */
function isWhole(reading: RegisterReading | null, revision: number): boolean {
  return reading?.record.revision === revision && (!reading.isBehind || reading.unread > 0);
}

/** Stores a register's change with its entry in the history; false when somebody else wrote meanwhile. */
export async function storeRegister(
  registers: RegisterStore,
  basis: ChangeBasis,
  made: {
    readonly register: Register;
    readonly event: RegisterEvent;
    /** All risks, where the change moves them in the summary. */
    readonly reading: RegisterReading | null;
    readonly spaceId: string;
  },
  act: Act,
): Promise<boolean> {
  const { record } = basis;
  const { register, event, reading, spaceId } = made;
  const next = { ...record, spaceId, register };
  const summary = reading
    ? summaryRecord(next, summaryOf(register, reading.risks), basis.summary?.trend ?? [], act.on)
    : await summaryAfter(registers, basis, next, [], act.on);
  if (summary === WRITTEN_MEANWHILE) return false;
  const lastReviewOn = register.lastReview?.ended.on ?? null;
  const reviewed = { ...summary, summary: { ...summary.summary, lastReviewOn } };
  return await registers.commit({ before: record, after: next, summary: reviewed, risks: [], event });
}
