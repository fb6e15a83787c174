import type { LedgerEntry } from '#sandbox/jira/rest.types';
import type { Board } from '#tools/bench/panel';
import type { LocalApp } from '#tools/local-app';

/** What one opening asks of Jira. */
export interface OpeningCost {
  readonly calls: number;
  readonly points: number;
}

/** Opening sprints of each state: for the first time, and once more. */
export type SprintCost = Readonly<
  Record<'future' | 'active' | 'closed', { readonly cold: OpeningCost; readonly warm: OpeningCost }>
>;

interface Opened {
  readonly sprints: readonly { readonly id: number; readonly state: string }[];
}

const costOf = (entries: readonly LedgerEntry[]): OpeningCost => ({
  calls: entries.length,
  points: entries.reduce((total, { points }) => total + points, 0),
});

async function open({ call, rest, seeded }: LocalApp<Board>, sprintId: number | null) {
  const since = rest.ledger.mark();
  const answer = await call('get-sprint', { boardId: seeded.boardId, sprintId }, seeded.leadAccountId);
  const { ok, data } = answer as { ok: boolean; data?: Opened };
  if (!ok || data === undefined) throw new Error(`get-sprint did not answer: ${JSON.stringify(answer)}`);
  return { data, cost: costOf(rest.ledger.entries({ since })) };
}

/**
 * Opens a sprint of each state twice. The first opening of a future one reads the backlog too, since nobody opened that before; started
 * ones are read from their change logs each time.
 */
export async function measureSprint(app: LocalApp<Board>): Promise<SprintCost> {
  const first = await open(app, null);
  const again = async (state: string) => {
    const id = first.data.sprints.find((sprint) => sprint.state === state)?.id;
    if (id === undefined) throw new Error(`The board has no ${state} sprint.`);
    return (await open(app, id)).cost;
  };
  const future = { cold: first.cost, warm: await again('future') };
  const active = { cold: await again('active'), warm: await again('active') };
  const closed = { cold: await again('closed'), warm: await again('closed') };
  return { future, active, closed };
}
