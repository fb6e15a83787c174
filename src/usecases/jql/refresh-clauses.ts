import type {
  Clause,
  FunctionUse,
  ListPrecomputations,
  Precomputation,
  PrecomputationUpdate,
  UpdatePrecomputations,
} from '#src/ports/jql';
import { ReadFailure } from '#src/ports/read-failure';
import type { Computed, Refusal } from '#src/usecases/jql/compute-clause';

export interface RefreshClausesPorts {
  readonly use: FunctionUse;
  readonly listPrecomputations: ListPrecomputations;
  readonly updatePrecomputations: UpdatePrecomputations;
  /** See `clauseComputer`: one for the run. */
  readonly compute: (clause: Clause) => Promise<Computed>;
  /** Puts an answer into a query's words. */
  readonly write: (
    clause: Clause,
    computed: Computed,
  ) => { readonly jql: string } | { readonly error: string };
  readonly now: () => Date;
  readonly report: (event: string, error?: unknown) => void;
}

/** What a run did. */
export interface Refreshed {
  readonly updated: number;
  /** Left as they were: Jira did not answer, or the run was over. */
  readonly left: number;
}

const HOUR_MS = 3_600_000;

/** A query that nobody has run for so long is not kept fresh: it would cost points for nobody. */
const USED_WITHIN_MS = 72 * HOUR_MS;

/** Schedules drift: so much is let off. */
const DRIFT_MS = 15 * 60_000;

/** How old an answer may grow while people search with it. A new reading of a board costs a hundred points. */
const FRESH_FOR_MS = 6 * HOUR_MS - DRIFT_MS;

/** How old it may grow while nobody does, so that the first search of a day does not find that of the day before. */
const IDLE_FOR_MS = 24 * HOUR_MS - DRIFT_MS;

/** That somebody searches with an old answer again is seen so much later at most. */
const LOOK_AGAIN_MS = 3 * HOUR_MS;

/** Different first arguments (boards, levels) in one run: what is over waits for the next, the oldest coming first. */
const SUBJECTS_AT_MOST = 10;

/** Updates in one call. */
const UPDATES_AT_ONCE = 25;

/** When the earliest of them may have grown old; those that come later grow old later still. */
function nextDue(kept: readonly Precomputation[], now: Date): Date {
  const young = kept
    .map(({ updated }) => Date.parse(updated) + FRESH_FOR_MS)
    .filter((at) => at > now.getTime());
  return new Date(Math.min(now.getTime() + LOOK_AGAIN_MS, ...young));
}

const subjectOf = ({ clause }: Precomputation) => (clause.arguments[0] ?? '').trim().toLowerCase();

/** Those that have grown old, the oldest first. */
function oldOf(kept: readonly Precomputation[], now: Date): readonly Precomputation[] {
  return kept
    .filter(({ used, updated }) => {
      const age = now.getTime() - Date.parse(updated);
      return age >= IDLE_FOR_MS || (age >= FRESH_FOR_MS && Date.parse(used) > Date.parse(updated));
    })
    .toSorted((one, other) => Date.parse(one.updated) - Date.parse(other.updated));
}

/** Those of as many subjects as a run takes. */
function chooseDue(old: readonly Precomputation[]): readonly Precomputation[] {
  const subjects = new Set([...new Set(old.map(subjectOf))].slice(0, SUBJECTS_AT_MOST));
  return old.filter((each) => subjects.has(subjectOf(each)));
}

const isNoAnswer = (why: Refusal) => why === 'no-answer' || why === 'no-capacity';

/**
 * Brings the answers that Jira keeps for clauses up to date: those that somebody used lately and that have grown old, each once in six
 * hours at most. It costs nothing on a site whose people use no function, nor when the schedule is delivered twice.
 * Once Jira has no capacity for the app it is asked no more, and everything stays as it is until the next hour.
 * @param endsAt Epoch milliseconds after which no further clause is begun.
 */
export async function refreshClauses(ports: RefreshClausesPorts, endsAt: number): Promise<Refreshed> {
  const { use, report } = ports;
  const now = ports.now();
  const nothing = { updated: 0, left: 0 };
  if (!(await use.isNoted())) return nothing;
  const expected = await use.readNextDue();
  if (expected !== null && expected > now) return nothing;
  if (!(await use.claimHour(now))) return nothing;
  const kept = await ports.listPrecomputations(new Date(now.getTime() - USED_WITHIN_MS));
  // As long as somebody searches with a kept answer, the app is not asked, and would not know of it.
  if (kept.length > 0) await use.note();
  const old = oldOf(kept, now);
  const due = chooseDue(old);
  const updates: PrecomputationUpdate[] = [];
  for (const { id, clause } of due) {
    if (ports.now().getTime() >= endsAt) break;
    const computed = await ports.compute(clause);
    if (computed.kind === 'refused' && computed.why === 'no-capacity') {
      report('no-capacity-for-jql');
      break;
    }
    // The last answer does longer than a failure that passes.
    if (computed.kind === 'refused' && isNoAnswer(computed.why)) continue;
    const written = ports.write(clause, computed);
    updates.push('jql' in written ? { id, value: written.jql } : { id, error: written.error });
  }
  const done = await store(ports, updates, due.length);
  // What is left is tried again in the next hour.
  const isAll = done.left === 0 && due.length === old.length;
  await use.saveNextDue(isAll ? nextDue(kept, now) : now);
  return done;
}

async function store(
  { updatePrecomputations, report }: RefreshClausesPorts,
  updates: readonly PrecomputationUpdate[],
  due: number,
): Promise<Refreshed> {
  let updated = 0;
  for (let from = 0; from < updates.length; from += UPDATES_AT_ONCE) {
    const some = updates.slice(from, from + UPDATES_AT_ONCE);
    try {
      await updatePrecomputations(some);
      updated += some.length;
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      report('jql-update-failed', error);
      if (error.kind === 'rate-limited') break;
    }
  }
  return { updated, left: due - updated };
}
