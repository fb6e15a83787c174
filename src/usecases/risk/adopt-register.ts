import { onScale, type Exposure, type Scale } from '#src/domain/risk/rating';
import { fieldsOf, isLive, type Act, type Risk, type RiskFields } from '#src/domain/risk/risk';
import { ReadFailure } from '#src/ports/read-failure';
import { changeRecord } from '#src/usecases/risk/change-record';
import { createRisks } from '#src/usecases/risk/create-risks';
import { findOriginal } from '#src/usecases/risk/find-register';
import { newRecord, registerHere, type RegisterPlace } from '#src/usecases/risk/new-record';
import type { OpenPorts } from '#src/usecases/risk/open-register';

/** What to do with a macro whose page is a copy. */
export type Adoption = 'copy' | 'show' | 'start-empty';

/**
 * Settles whose register a macro has. Where it has one of its own already, nothing changes: but a copy that broke off goes on,
 * and `start-empty` ends it with what is there.
 * @throws ReadFailure `not-found` when there is no original that the viewer may see.
 */
export async function adoptRegister(
  ports: OpenPorts,
  place: RegisterPlace,
  how: Adoption,
  act: Act,
): Promise<void> {
  const { registers } = ports;
  const own = await registers.load(registers.idOf(place));
  if (own !== null && own.copying === null) return;
  switch (how) {
    case 'start-empty': {
      const id = await registerHere(registers, place, act.at);
      await changeRecord(ports, id, act.on, (record) =>
        record.copying === null && record.revision > 1 ? null : { ...record, copying: null },
      );
      return;
    }
    case 'show': {
      if (own !== null) return;
      const registerId = (await originalToUse(ports, place)).registerId;
      await registers.saveShown({ pageId: place.pageId, localId: place.localId, registerId });
      return;
    }
    case 'copy':
      await copyRisks(ports, place, own?.copying?.registerId ?? null, act);
  }
}

async function originalToUse(ports: OpenPorts, place: RegisterPlace) {
  const original = await findOriginal(ports, place);
  if (original?.title == null) throw new ReadFailure('not-found', 'register: there is no original to use.');
  return original;
}

/**
 * Copies the live risks of the original, as many at a time as a transaction takes. A copy's id follows from what it is a copy of,
 * so that a copy that broke off goes on where it was, and nothing is there twice.
 */
async function copyRisks(
  ports: OpenPorts,
  place: RegisterPlace,
  begun: string | null,
  act: Act,
): Promise<void> {
  const { registers, readPage } = ports;
  const originalId = begun ?? (await originalToUse(ports, place)).registerId;
  const original = await registers.read(originalId);
  if (original === null) throw new ReadFailure('not-found', 'register: the original is gone.');
  // That the viewer may see the original's page is asked of Confluence again, whatever was said before.
  await readPage(original.record.pageId);
  const live = original.risks.filter(isLive);
  const last = live.at(-1);
  const { scale, categories, cadence, checks, boardId } = original.record.register;
  const settings = { scale, categories, cadence, checks, boardId };
  const fresh = newRecord(registers, place, act.at, settings);
  const copying = last === undefined ? null : { registerId: originalId, afterNumber: 0 };
  await registers.create({ ...fresh, copying });
  const { id } = fresh.register;
  if (last === undefined) {
    await changeRecord(ports, id, act.on, (record) => ({ ...record, copying: null }));
    return;
  }
  const after = (await registers.load(id))?.copying?.afterNumber ?? 0;
  const copies = live
    .filter(({ number }) => number > after)
    .map((risk) => ({ number: risk.number, risk: copyOf(risk, scale, registers.copyIdOf(id, risk.id)) }));
  const numbers = new Map(copies.map(({ number, risk }) => [risk.id, number]));
  const request = { registerId: id, spaceId: place.spaceId, risks: copies.map(({ risk }) => risk) };
  await createRisks(ports, request, act, (_record, batch) => {
    const done = numbers.get(batch.at(-1)?.id ?? '') ?? after;
    return { copying: done === last.number ? null : { registerId: originalId, afterNumber: done } };
  });
}

/** A new risk with the same fields, rated on the register's scale as it is shown there. */
function copyOf(risk: Risk, scale: Scale, id: string) {
  const seen = ({ probability, impact }: Exposure): Exposure => ({
    probability: onScale(probability, scale),
    impact: onScale(impact, scale),
  });
  const fields: RiskFields = {
    ...fieldsOf(risk),
    ...seen(risk),
    residual: risk.residual && seen(risk.residual),
  };
  return { id, fields, origin: { kind: 'copy' as const, registerId: risk.registerId, riskId: risk.id } };
}
