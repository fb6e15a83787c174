import type { CheckedWireRow, WireRow } from '#src/contract/admin/data';
import type { ResponseOf } from '#src/contract/index';
import {
  inOrderOfWriting,
  inParts,
  registerOf,
  type FileRow,
  type PlacedRow,
} from '#src/domain/transfer/file';

import { demand, type AskData } from './demand';

/** A call carries at most 500 KB, with what the platform puts around it. */
const PART = { bytes: 300_000, rows: 100 };

/** As many as the backend looks up at once. */
const PAGES_AT_ONCE = 100;

type Problem = Extract<CheckedWireRow, { problem: unknown }>['problem'];
type State = Extract<CheckedWireRow, { state: unknown }>['state'];

/** What an import would do. Nothing is written yet. */
export interface ImportPlan {
  /** Rows by what they would do, those of registers that are here otherwise left out. */
  readonly rows: Readonly<Record<State, number>>;
  /** Registers of the file by their ids: not here yet, here as they are, or here otherwise. */
  readonly newRegisters: readonly string[];
  readonly sameRegisters: readonly string[];
  /** With what the file's is: newer or older than what is here, or simply another one. */
  readonly otherRegisters: ReadonlyMap<string, State>;
  /** Rows that cannot be taken, by their places in the file. With one of them, nothing is written. */
  readonly problems: readonly {
    readonly place: number;
    readonly entity: string;
    readonly problem: Problem;
  }[];
  /** Pages that registers belong to and that are not on this site, or not seen by who asks; null when that is not known. */
  readonly missingPages: readonly string[] | null;
}

const toWire = ({ row }: PlacedRow): WireRow => ({ ...row, value: { ...row.value } });

async function lookForPages(ask: AskData, rows: readonly FileRow[]): Promise<readonly string[] | null> {
  const all = rows.flatMap(({ entity, value }) => {
    const { pageId } = value;
    return entity === 'register' && typeof pageId === 'string' && /^[0-9]+$/u.test(pageId) ? [pageId] : [];
  });
  const pageIds = [...new Set(all)];
  const found = new Set<string>();
  try {
    for (let from = 0; from < pageIds.length; from += PAGES_AT_ONCE) {
      const part = pageIds.slice(from, from + PAGES_AT_ONCE);
      for (const id of (await demand(ask, 'find-pages', { pageIds: part })).pageIds) found.add(id);
    }
  } catch {
    // Confluence may not be there at all: the rest of the file matters all the same.
    return null;
  }
  return pageIds.filter((id) => !found.has(id));
}

/**
 * Looks through the whole file before anything is written.
 *
 * @param progress Told how many of the rows are looked through, and how many there are.
 * @throws DataRefused
 */
export async function planImport(
  ask: AskData,
  rows: readonly FileRow[],
  progress: (done: number, all: number) => void,
): Promise<ImportPlan> {
  const checked: { readonly placed: PlacedRow; readonly answer: CheckedWireRow }[] = [];
  for (const part of inParts(inOrderOfWriting(rows), PART)) {
    const answer = await demand(ask, 'check-import', { rows: part.map(toWire) });
    part.forEach((placed, index) => {
      const one = answer.rows[index];
      if (one !== undefined) checked.push({ placed, answer: one });
    });
    progress(checked.length, rows.length);
  }
  const problems = checked.flatMap(({ placed: { place, row }, answer }) =>
    'problem' in answer ? [{ place, entity: row.entity, problem: answer.problem }] : [],
  );
  const registers = checked.flatMap(({ placed: { row }, answer }) =>
    row.entity === 'register' && 'state' in answer ? [{ id: row.key, state: answer.state }] : [],
  );
  const of = (wanted: (state: State) => boolean) => registers.filter(({ state }) => wanted(state));
  const other = new Map(
    of((state) => state !== 'new' && state !== 'same').map(({ id, state }) => [id, state]),
  );
  const counts = { new: 0, same: 0, newer: 0, older: 0, other: 0 };
  for (const { placed, answer } of checked) {
    if ('state' in answer && !other.has(registerOf(placed.row) ?? '')) counts[answer.state] += 1;
  }
  return {
    rows: counts,
    newRegisters: of((state) => state === 'new').map(({ id }) => id),
    sameRegisters: of((state) => state === 'same').map(({ id }) => id),
    otherRegisters: other,
    problems: problems.sort((a, b) => a.place - b.place),
    missingPages: await lookForPages(ask, rows),
  };
}

/**
 * Writes a file of which nothing is wrong. What breaks off can be done again from the start: what is written already is found so.
 *
 * @param mode `skip` leaves everything that is here as it is; `restore` puts the file's in its place.
 * @throws DataRefused
 */
export async function runImport(
  ask: AskData,
  rows: readonly FileRow[],
  plan: Pick<ImportPlan, 'otherRegisters'>,
  mode: 'skip' | 'restore',
  progress: (done: number, all: number) => void,
): Promise<ResponseOf<'write-import'>> {
  const { otherRegisters } = plan;
  const wanted = mode === 'restore' ? rows : rows.filter((row) => !otherRegisters.has(registerOf(row) ?? ''));
  if (mode === 'restore') {
    for (const registerId of otherRegisters.keys()) {
      while (!(await demand(ask, 'remove-register', { registerId })).isDone);
    }
  }
  const sums = { written: 0, same: 0, kept: rows.length - wanted.length, expired: 0 };
  let done = 0;
  for (const part of inParts(inOrderOfWriting(wanted), PART)) {
    const answer = await demand(ask, 'write-import', { rows: part.map(toWire), mode });
    for (const name of ['written', 'same', 'kept', 'expired'] as const) sums[name] += answer[name];
    done += part.length;
    progress(done, wanted.length);
  }
  return sums;
}
