import { daysBetween, type CalendarDate } from '#src/domain/risk/calendar';
import { isToGo } from '#src/domain/risk/purge';
import type { PurgeStore } from '#src/ports/risk/purge-store';
import type { RegisterRecord } from '#src/ports/risk/register-store';

export interface PurgePorts {
  readonly registers: PurgeStore;
  /** Told of registers by their ids alone. */
  readonly report: (event: string, registerId: string, error?: unknown) => void;
}

/** Each register is looked through on one day of so many: a day's work is a seventh of the site's. */
const DAYS = 7;

/** A run has to end within its time; what is left is removed when the register's day comes again. */
const MOST_AT_ONCE = 500;

/** Risks of a register that are deleted and still stored. Known from its row: where there is none, its risks are not read. */
export function deletedCount({ register, count, removed }: RegisterRecord): number {
  return register.nextNumber - 1 - removed - count;
}

/** The day of the seven on which a register is looked through, by its id: registers are spread evenly. */
function isTurnOf(registerId: string, today: CalendarDate): boolean {
  const turn = Number.parseInt(registerId.slice(0, 8), 16) % DAYS;
  return daysBetween('1970-01-01', today) % DAYS === turn;
}

/**
 * Removes the risks, with their history, that were deleted longer ago than they can be restored. Every risk is gone eight days after
 * the last day on which it could have been brought back, unless more than 500 are due at once. A register that fails is reported and
 * left for its next day; running twice a day changes nothing.
 *
 * Storage calls: one for 25 registers of the site; for the registers whose day it is and that have deleted risks, a reading; for
 * each risk that goes, two and one more for 25 versions of its history.
 * @returns how many risks were removed.
 */
export async function purgeRisks({ registers, report }: PurgePorts, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  let removed = 0;
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<PurgeStore['listRegisters']>> = await registers.listRegisters(cursor);
    for (const record of page.records) {
      const { id } = record.register;
      if (!isTurnOf(id, today) || deletedCount(record) <= 0) continue;
      try {
        removed += await purgeRegister(registers, id, today, MOST_AT_ONCE - removed);
      } catch (error) {
        report('purge-failed', id, error);
      }
    }
    cursor = page.cursor;
  } while (cursor !== null && removed < MOST_AT_ONCE);
  return removed;
}

async function purgeRegister(
  registers: PurgeStore,
  registerId: string,
  today: CalendarDate,
  most: number,
): Promise<number> {
  const reading = await registers.read(registerId);
  const toGo = (reading?.risks ?? []).filter((risk) => isToGo(risk, today)).slice(0, most);
  let removed = 0;
  for (const risk of toGo) if (await registers.remove(risk)) removed += 1;
  return removed;
}
