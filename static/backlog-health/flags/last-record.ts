import type { FlagRecord, ScoredCheck } from './record';

let last: FlagRecord | null = null;

/** Keeps what was read for as long as the screen is open, so that other parts of it need not ask. */
export function rememberRecord(record: FlagRecord): void {
  last = record;
}

/** What the record says of a check of this board; null while it was not read. */
export function knownVerdict(boardId: number, check: ScoredCheck['check']): ScoredCheck['verdict'] | null {
  if (last?.board.id !== boardId) return null;
  return last.checks.find((each) => each.check === check)?.verdict ?? null;
}
