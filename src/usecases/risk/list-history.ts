import type { ReadPage } from '#src/ports/risk/page-access';
import {
  BadCursorError,
  type HistoryPage,
  type MacroPlace,
  type RegisterStore,
} from '#src/ports/risk/register-store';
import { findShown } from '#src/usecases/risk/find-register';

/** An answer carries at most 5 MB, and an entry with two large plans takes 160 KB. */
const PAGE = 25;

const NOTHING: HistoryPage = { events: [], registerEvents: [], cursor: null };

/**
 * A page of the history of one risk, or of the register with all its risks; newest first.
 * @throws BadCursorError for a cursor that no page gave.
 */
export async function listHistory(
  ports: { readonly registers: RegisterStore; readonly readPage: ReadPage },
  place: MacroPlace,
  riskId: string | null,
  cursor: string | null,
): Promise<HistoryPage> {
  const { registers } = ports;
  const record = await findShown(ports, place);
  if (record === null) return NOTHING;
  if (riskId === null) return await registers.listHistory(record, cursor);
  const { id } = record.register;
  const risk = (await registers.loadForChange(id, [riskId]))?.risks.get(riskId);
  if (risk === undefined) return NOTHING;
  const to = cursor === null ? risk.version : Number(cursor);
  if (!Number.isSafeInteger(to) || to < 1 || to > risk.version) {
    throw new BadCursorError('No page gave this cursor.');
  }
  const from = Math.max(1, to - PAGE + 1);
  const events = await registers.loadEvents(id, riskId, from, to);
  return {
    events: events.toReversed(),
    registerEvents: [],
    cursor: from > 1 ? String(from - 1) : null,
  };
}
