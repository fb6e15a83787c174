import type { CalendarDate } from '#src/domain/risk/calendar';
import { summaryOf, withRisk, type RegisterSummary } from '#src/domain/risk/summary';
import { withTrendPoint, type TrendPoint } from '#src/domain/risk/trend';
import type {
  ChangeBasis,
  RegisterRecord,
  RegisterStore,
  RiskWrite,
  SummaryRecord,
} from '#src/ports/risk/register-store';
import { WRITTEN_MEANWHILE } from '#src/usecases/risk/try-again';

/** A summary with what belongs to it, as of a day. */
export function summaryRecord(
  { pageId, localId, spaceId }: RegisterRecord,
  summary: RegisterSummary,
  trend: readonly TrendPoint[],
  today: CalendarDate,
): SummaryRecord {
  return { pageId, localId, spaceId, summary, trend: withTrendPoint(trend, summary, today) };
}

/**
 * The summary after changes of single risks. Where there is none to start from it is made from all risks as they are read;
 * when the reading is not whole, or of another moment, the change has to be tried again.
 */
export async function summaryAfter(
  registers: RegisterStore,
  { record, summary }: ChangeBasis,
  next: RegisterRecord,
  writes: readonly RiskWrite[],
  today: CalendarDate,
): Promise<SummaryRecord | typeof WRITTEN_MEANWHILE> {
  const start = summary === null ? await wholeSummary(registers, record) : summary.summary;
  if (start === WRITTEN_MEANWHILE) return start;
  const counted = writes.reduce(
    (sum, { before, after }) => withRisk(sum, before, after, next.register),
    start,
  );
  return summaryRecord(next, counted, summary?.trend ?? [], today);
}

/** Sums up a register from its risks as of the revision that `record` has. */
export async function wholeSummary(
  registers: RegisterStore,
  record: RegisterRecord,
  register = record.register,
): Promise<RegisterSummary | typeof WRITTEN_MEANWHILE> {
  const reading = await registers.read(record.register.id);
  if (reading?.record.revision !== record.revision) return WRITTEN_MEANWHILE;
  // Risks that cannot be read at all will not come back by waiting: the summary goes without them.
  if (reading.isBehind && reading.unread === 0) return WRITTEN_MEANWHILE;
  return summaryOf(register, reading.risks);
}
