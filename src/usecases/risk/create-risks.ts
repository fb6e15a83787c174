import { createRisk } from '#src/domain/risk/apply-change';
import type { Register } from '#src/domain/risk/register';
import type { Origin } from '#src/domain/risk/risk-event';
import type { Act, RiskFields } from '#src/domain/risk/risk';
import { ReadFailure } from '#src/ports/read-failure';
import { RISKS_AT_ONCE, type RegisterRecord, type RiskWrite } from '#src/ports/risk/register-store';
import { isBy, type ChangeOutcome } from '#src/usecases/risk/change-risk';
import type { RegisterPorts } from '#src/usecases/risk/ports';
import { summaryAfter } from '#src/usecases/risk/summarise';
import { tryAgain, WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/** A risk to be made. The id is its author's, so that sending it twice makes one risk. */
export interface NewRisk {
  readonly id: string;
  readonly fields: RiskFields;
  readonly origin: Origin;
}

export interface CreatedRisks {
  readonly register: Register;
  /** In the order asked. */
  readonly answers: readonly ChangeOutcome[];
}

/**
 * Makes risks, as many in one transaction as the platform allows. One that is there already is answered as it is; one that is
 * refused does not keep the others from being made.
 * @param also what else to note of the register with the last of them.
 */
export async function createRisks(
  { registers, pause }: RegisterPorts,
  request: { readonly registerId: string; readonly spaceId: string; readonly risks: readonly NewRisk[] },
  act: Act,
  also: (record: RegisterRecord, made: readonly NewRisk[]) => Partial<RegisterRecord> = () => ({}),
): Promise<CreatedRisks> {
  const answers: ChangeOutcome[] = [];
  let register: Register | null = null;
  for (let from = 0; from < request.risks.length; from += RISKS_AT_ONCE) {
    const batch = request.risks.slice(from, from + RISKS_AT_ONCE);
    const made = await tryAgain(pause, async (number) => await createBatch(batch, number > 0));
    answers.push(...made.answers);
    register = made.register;
  }
  if (register === null) throw new RangeError('no risks to make');
  return { register, answers };

  async function createBatch(
    batch: readonly NewRisk[],
    isRetry: boolean,
  ): Promise<CreatedRisks | typeof WRITTEN_MEANWHILE> {
    const { registerId, spaceId } = request;
    const basis = await registers.loadForChange(
      registerId,
      batch.map(({ id }) => id),
    );
    if (!basis) throw new ReadFailure('not-found', 'register: there is none.');
    const { record } = basis;
    let next: RegisterRecord = { ...record, spaceId };
    const writes: RiskWrite[] = [];
    const made: ChangeOutcome[] = [];
    for (const { id, fields, origin } of batch) {
      const known = basis.risks.get(id) ?? writes.find(({ after }) => after.id === id)?.after;
      if (known !== undefined) {
        // Written by the attempt before this one, whose answer was lost.
        const [created] = isRetry ? await registers.loadEvents(registerId, id, 1, 1) : [];
        const isOwn = created !== undefined && isBy(act)(created);
        made.push(
          isOwn ? { result: 'changed', risk: known, event: created } : { result: 'same', risk: known },
        );
        continue;
      }
      const answer = createRisk(next.register, fields, { id, origin, count: next.count }, act);
      made.push(answer as ChangeOutcome);
      if (answer.result !== 'changed') continue;
      writes.push({ before: null, after: answer.risk, event: answer.event });
      next = {
        ...next,
        count: next.count + 1,
        register: { ...next.register, nextNumber: next.register.nextNumber + 1 },
        settledKeys:
          origin.kind === 'suggestion' ? [...new Set([...next.settledKeys, origin.key])] : next.settledKeys,
      };
    }
    next = { ...next, ...also(next, batch) };
    const created = { register: next.register, answers: made };
    if (writes.length === 0 && next.copying === record.copying) return created;
    const summary = await summaryAfter(registers, basis, next, writes, act.on);
    if (summary === WRITTEN_MEANWHILE) return summary;
    const isWritten = await registers.commit({
      before: record,
      after: next,
      summary,
      risks: writes,
      event: null,
    });
    return isWritten ? created : WRITTEN_MEANWHILE;
  }
}
