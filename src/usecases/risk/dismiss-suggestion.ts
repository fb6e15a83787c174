import { applyRegisterChange } from '#src/domain/risk/register-change';
import type { Register } from '#src/domain/risk/register';
import type { Act } from '#src/domain/risk/risk';
import { ReadFailure } from '#src/ports/read-failure';
import type { RegisterPorts } from '#src/usecases/risk/ports';
import { summaryAfter } from '#src/usecases/risk/summarise';
import { tryAgain, WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/** Suggestions are few, and a register's row has room for so many keys. */
const KEYS_KEPT = 300;

/** The register after a dismissal, with all keys that are settled. */
export interface Dismissed {
  readonly register: Register;
  readonly settledKeys: readonly string[];
}

/**
 * Notes for good that a suggestion is not to be made again, with an entry in the register's history; what was settled before
 * stays as it was.
 * @throws ReadFailure `not-found` where there is no register.
 */
export async function dismissSuggestion(
  { registers, pause }: RegisterPorts,
  registerId: string,
  key: string,
  act: Act,
): Promise<Dismissed> {
  return await tryAgain(pause, async () => {
    const basis = await registers.loadForChange(registerId, []);
    if (!basis) throw new ReadFailure('not-found', 'register: there is none.');
    const { record } = basis;
    if (record.settledKeys.includes(key))
      return { register: record.register, settledKeys: record.settledKeys };
    const change = { kind: 'suggestion-dismissed', key } as const;
    const answer = applyRegisterChange(record.register, change, act, new Set());
    if (answer.result !== 'changed') return { register: record.register, settledKeys: record.settledKeys };
    const { register, event } = answer;
    const settledKeys = [...record.settledKeys, key].slice(-KEYS_KEPT);
    const next = { ...record, register, settledKeys };
    const summary = await summaryAfter(registers, basis, next, [], act.on);
    if (summary === WRITTEN_MEANWHILE) return summary;
    const isWritten = await registers.commit({ before: record, after: next, summary, risks: [], event });
    return isWritten ? { register, settledKeys } : WRITTEN_MEANWHILE;
  });
}
