import type { Instant } from '#src/domain/risk/calendar';
import { newRegister, type Register } from '#src/domain/risk/register';
import type { MacroPlace, RegisterRecord, RegisterStore } from '#src/ports/risk/register-store';

/** Where a register is made: a macro on a page of a space. */
export interface RegisterPlace extends MacroPlace {
  readonly spaceId: string;
}

/** A register as it comes, with nothing in it. */
export function newRecord(
  registers: Pick<RegisterStore, 'idOf'>,
  { pageId, localId, spaceId }: RegisterPlace,
  createdAt: Instant,
  settings: Partial<Register> = {},
): RegisterRecord {
  const id = registers.idOf({ pageId, localId });
  return {
    pageId,
    localId,
    spaceId,
    createdAt,
    register: { ...newRegister(id), ...settings, id },
    revision: 1,
    count: 0,
    removed: 0,
    versions: 0,
    isReminding: false,
    settledKeys: [],
    copying: null,
    recent: [],
  };
}

/** The register of a place, made with the first thing that somebody writes there. */
export async function registerHere(
  registers: RegisterStore,
  place: RegisterPlace,
  createdAt: Instant,
): Promise<string> {
  const id = registers.idOf(place);
  if ((await registers.load(id)) === null) await registers.create(newRecord(registers, place, createdAt));
  return id;
}
