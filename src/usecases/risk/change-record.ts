import type { CalendarDate } from '#src/domain/risk/calendar';
import { ReadFailure } from '#src/ports/read-failure';
import type { RegisterRecord } from '#src/ports/risk/register-store';
import type { RegisterPorts } from '#src/usecases/risk/ports';
import { summaryAfter } from '#src/usecases/risk/summarise';
import { tryAgain, WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/**
 * Changes what is kept about a register beside its risks and settings.
 * @param change null when everything is so already.
 * @throws ReadFailure `not-found` where there is no register.
 */
export async function changeRecord(
  { registers, pause }: RegisterPorts,
  registerId: string,
  today: CalendarDate,
  change: (record: RegisterRecord) => RegisterRecord | null,
): Promise<RegisterRecord> {
  return await tryAgain(pause, async () => {
    const basis = await registers.loadForChange(registerId, []);
    if (!basis) throw new ReadFailure('not-found', 'register: there is none.');
    const { record } = basis;
    const next = change(record);
    if (next === null) return record;
    const summary = await summaryAfter(registers, basis, next, [], today);
    if (summary === WRITTEN_MEANWHILE) return summary;
    const isWritten = await registers.commit({
      before: record,
      after: next,
      summary,
      risks: [],
      event: null,
    });
    return isWritten ? next : WRITTEN_MEANWHILE;
  });
}

/** Turns the weekly reminder on or off; answers how it is now. */
export async function setReminder(
  ports: RegisterPorts,
  registerId: string,
  isOn: boolean,
  today: CalendarDate,
): Promise<boolean> {
  const { isReminding } = await changeRecord(ports, registerId, today, (record) =>
    record.isReminding === isOn ? null : { ...record, isReminding: isOn },
  );
  return isReminding;
}
