import {
  newReason,
  readPreMortem,
  type PreMortemEntry,
  type Reason,
  type ReasonProblem,
} from '#src/domain/risk/pre-mortem';
import type { PreMortemStore } from '#src/ports/risk/pre-mortem-store';

/** What somebody adds, before it is known who likes and in which order. */
export type AskedEntry =
  | { readonly kind: 'reason'; readonly id: string; readonly text: string }
  | { readonly kind: 'like'; readonly reasonId: string; readonly isLiked: boolean }
  | {
      readonly kind: 'merge';
      readonly id: string;
      readonly reasonIds: readonly string[];
      readonly text: string | null;
    }
  | { readonly kind: 'risk'; readonly reasonId: string; readonly riskId: string };

export type PreMortemAnswer =
  | { readonly result: 'written'; readonly reasons: readonly Reason[] }
  | { readonly result: 'invalid'; readonly problem: ReasonProblem };

/** The reasons of a register's pre-mortem as one viewer sees them; null for somebody who is not logged in. */
export async function showPreMortem(
  store: PreMortemStore,
  registerId: string,
  accountId: string | null,
): Promise<readonly Reason[]> {
  const voter = accountId === null ? null : store.voterOf(registerId, accountId);
  return readPreMortem(await store.read(registerId), voter);
}

/** Adds to a pre-mortem; the answer has what was added in it, whatever the storage's lists say yet. */
export async function writePreMortem(
  store: PreMortemStore,
  registerId: string,
  asked: AskedEntry,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<PreMortemAnswer> {
  const voter = store.voterOf(registerId, accountId);
  const entries = await store.read(registerId);
  const entry = entryOf(asked, entries, voter, now.getTime());
  if (!isEntry(entry)) return { result: 'invalid', problem: entry };
  // A reason stays as it was written: sent twice, or with the id of another's, it changes nothing.
  if (entries.some((each) => isSameReason(each, entry))) {
    return { result: 'written', reasons: readPreMortem(entries, voter) };
  }
  await store.add(registerId, entry);
  return { result: 'written', reasons: readPreMortem([...entries, entry], voter) };
}

function entryOf(
  asked: AskedEntry,
  entries: readonly PreMortemEntry[],
  voter: string,
  turn: number,
): PreMortemEntry | ReasonProblem {
  switch (asked.kind) {
    case 'reason': {
      const others = entries.filter((each) => each.kind === 'reason' && each.id !== asked.id);
      return newReason(asked.id, asked.text, others.length);
    }
    case 'like':
      return { ...asked, voter, turn };
    case 'merge':
      return { ...asked, turn };
    case 'risk':
      return asked;
  }
}

function isEntry(entry: PreMortemEntry | ReasonProblem): entry is PreMortemEntry {
  return entry.kind !== 'empty' && entry.kind !== 'too-long' && entry.kind !== 'too-many';
}

function isSameReason(one: PreMortemEntry, other: PreMortemEntry): boolean {
  return one.kind === 'reason' && other.kind === 'reason' && one.id === other.id;
}
