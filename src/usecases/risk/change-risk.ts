import { applyChange, type Answer, type Changed, type RiskChange } from '#src/domain/risk/apply-change';
import { mergeEdits } from '#src/domain/risk/merge-edits';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Act, Risk } from '#src/domain/risk/risk';
import { isSameJson } from '#src/domain/risk/same';
import { settledAfter, turnOf } from '#src/domain/risk/settled';
import { ReadFailure } from '#src/ports/read-failure';
import type { ChangeBasis, RegisterRecord, RegisterStore } from '#src/ports/risk/register-store';
import { fieldsAt } from '#src/usecases/risk/fields-at';
import type { RegisterPorts } from '#src/usecases/risk/ports';
import { summaryAfter } from '#src/usecases/risk/summarise';
import { tryAgain, WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/** A change as it is asked for: a revert names the version, and its fields are looked up here. */
export type AskedChange =
  Exclude<RiskChange, { kind: 'revert' }> | { readonly kind: 'revert'; readonly toVersion: number };

export interface ChangeRequest {
  readonly registerId: string;
  /** The page's space, as Confluence says now. */
  readonly spaceId: string;
  readonly riskId: string;
  /** The version that the author saw. */
  readonly version: number;
  readonly change: AskedChange;
}

/** What became of it. On `conflict` nothing was stored. */
export type ChangeOutcome =
  /** `settledKeys` are those of the register's suggestions, where the change opened or settled one. */
  | (Changed & { readonly settledKeys?: readonly string[] })
  | { readonly result: 'same'; readonly risk: Risk }
  | { readonly result: 'conflict'; readonly theirs: Risk }
  | Exclude<Answer, { result: 'changed' | 'same' }>;

/**
 * Changes one risk, in one transaction with its entry in the history and the summary. An edit that was made on an older version
 * is merged where no field was changed by both; anything else that was meant for an older version is a conflict.
 * @throws ReadFailure `not-found` when the register has no such risk.
 */
export async function changeRisk(
  { registers, pause }: RegisterPorts,
  { registerId, spaceId, riskId, version, change }: ChangeRequest,
  act: Act,
): Promise<ChangeOutcome> {
  let tried: RiskEvent | null = null;
  return await tryAgain(pause, async () => {
    const basis = await registers.loadForChange(registerId, [riskId]);
    const risk = basis?.risks.get(riskId);
    if (!basis || !risk) throw new ReadFailure('not-found', 'risk: the register has none with this id.');
    if (tried !== null && (await isStored(registers, tried)))
      return { result: 'changed', risk, event: tried, settledKeys: basis.record.settledKeys };
    const applicable = await settle(registers, risk, version, change);
    if ('result' in applicable) return applicable;
    const { record } = basis;
    const answer = applyChange(risk, applicable, act, record.register, record.count);
    if (answer.result === 'same') return { result: 'same', risk };
    if (answer.result !== 'changed') return answer;
    tried = answer.event;
    const settledKeys = await settledBy(registers, record, risk, answer);
    const isWritten = await store(registers, basis, spaceId, risk, answer, act, settledKeys);
    if (!isWritten) return WRITTEN_MEANWHILE;
    return settledKeys === record.settledKeys ? answer : { ...answer, settledKeys };
  });
}

/** Which suggestions are settled after a change: the same list where it touches none. */
async function settledBy(
  { loadEvents }: RegisterStore,
  { settledKeys }: RegisterRecord,
  before: Risk,
  { risk: after }: Changed,
): Promise<readonly string[]> {
  const turn = turnOf(before, after);
  if (turn === null) return settledKeys;
  const [created] = await loadEvents(before.registerId, before.id, 1, 1);
  if (created?.kind !== 'created' || created.origin.kind !== 'suggestion') return settledKeys;
  return settledAfter(settledKeys, created.origin, turn);
}

async function store(
  registers: RegisterStore,
  basis: ChangeBasis,
  spaceId: string,
  before: Risk,
  { risk: after, event }: Changed,
  act: Act,
  settledKeys: readonly string[],
): Promise<boolean> {
  const { record } = basis;
  const count = record.count + Number(after.deleted === null) - Number(before.deleted === null);
  const next = { ...record, spaceId, count, settledKeys };
  const writes = [{ before, after, event }];
  const summary = await summaryAfter(registers, basis, next, writes, act.on);
  if (summary === WRITTEN_MEANWHILE) return false;
  return await registers.commit({ before: record, after: next, summary, risks: writes, event: null });
}

/**
 * Whether an event that was tried was written, and only the storage's answer was lost: else trying again would find a conflict with
 * oneself.
 */
async function isStored({ loadEvents }: RegisterStore, tried: RiskEvent): Promise<boolean> {
  const { registerId, riskId, version } = tried;
  const [event] = await loadEvents(registerId, riskId, version, version);
  return event !== undefined && isSameJson(event, tried);
}

/** Whether an event is what somebody did in one call. */
export const isBy =
  ({ by, at }: Act) =>
  ({ act }: RiskEvent) =>
    act.by === by && act.at === at;

/** The change as it applies to the risk that is stored now. */
async function settle(
  registers: RegisterStore,
  risk: Risk,
  version: number,
  change: AskedChange,
): Promise<RiskChange | Extract<ChangeOutcome, { result: 'conflict' | 'refused' }>> {
  const conflict = { result: 'conflict', theirs: risk } as const;
  if (version > risk.version) return conflict;
  if (change.kind === 'revert') {
    if (version !== risk.version) return conflict;
    const fields =
      change.toVersion >= risk.version ? null : await fieldsAt(registers, risk, change.toVersion);
    if (fields === null) throw new ReadFailure('not-found', 'risk: it has no such version.');
    return { ...change, fields };
  }
  if (version === risk.version) return change;
  if (change.kind !== 'edit') return conflict;
  const base = await fieldsAt(registers, risk, version);
  if (base === null) return conflict;
  const merge = mergeEdits(base, { ...base, ...change.patch }, risk);
  return merge.result === 'merged' ? { kind: 'edit', patch: merge.patch } : conflict;
}
