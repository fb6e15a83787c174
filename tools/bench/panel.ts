import { roundTrips } from '#sandbox/jira/rest/round-trips';
import type { LedgerEntry } from '#sandbox/jira/rest.types';
import type { LocalApp } from '#tools/local-app';

export interface PanelCost {
  readonly coldPoints: number;
  readonly coldCalls: number;
  readonly coldRoundTrips: number;
  readonly warmPoints: number;
  readonly warmRoundTrips: number;
  readonly kvsWrittenBytes: number;
  readonly naivePoints: number;
  readonly issuesRead: number;
}

export interface Board {
  readonly boardId: number;
  readonly projectId: string;
  readonly leadAccountId: string;
}

/** Long enough that calls which do not wait for one another overlap. */
const LATENCY_MS = 60;

const sum = (entries: readonly LedgerEntry[]) => entries.reduce((total, { points }) => total + points, 0);

async function open({ call, rest, seeded }: LocalApp<Board>) {
  const since = rest.ledger.mark();
  const answer = await call('get-backlog-health', { boardId: seeded.boardId }, seeded.leadAccountId);
  const { ok, data } = answer as { ok: boolean; data?: { read: { issues: number } } };
  if (!ok || !data) throw new Error(`The panel did not open: ${JSON.stringify(answer)}`);
  return { entries: rest.ledger.entries({ since }), issuesRead: data.read.issues };
}

/** Reads every unstarted issue with its text in pages of 100 by search, as apps do that know nothing of boards. */
async function readWholeBacklog({ rest, seeded }: LocalApp<Board>): Promise<number> {
  rest.limits.change({ readsPerSecond: Infinity });
  const since = rest.ledger.mark();
  let nextPageToken: string | undefined;
  do {
    const query = new URLSearchParams({
      jql: `project = ${seeded.projectId} AND statusCategory != Done ORDER BY Rank`,
      fields: 'summary,description,issuelinks,status',
      maxResults: '100',
      ...(nextPageToken !== undefined && { nextPageToken }),
    });
    const { status, body } = await rest.handle({
      method: 'GET',
      path: `/rest/api/3/search/jql?${query}`,
      headers: {},
      body: undefined,
      accountId: seeded.leadAccountId,
      caller: 'client',
      scopes: null,
    });
    if (status !== 200) throw new Error(`The search answered ${status}: ${body}`);
    ({ nextPageToken } = JSON.parse(body) as { nextPageToken?: string });
  } while (nextPageToken !== undefined);
  return sum(rest.ledger.entries({ since }));
}

/** Opens the panel twice on the platform, with a delay for each REST call, and counts what it took. */
export async function measurePanel(app: LocalApp<Board>): Promise<PanelCost> {
  app.faults.set({ latencyMs: LATENCY_MS });
  const cold = await open(app);
  const { kvsWrittenBytes } = app.host.use();
  const warm = await open(app);
  app.faults.set({ latencyMs: 0 });
  return {
    coldPoints: sum(cold.entries),
    coldCalls: cold.entries.length,
    coldRoundTrips: roundTrips(cold.entries),
    warmPoints: sum(warm.entries),
    warmRoundTrips: roundTrips(warm.entries),
    kvsWrittenBytes,
    naivePoints: await readWholeBacklog(app),
    issuesRead: cold.issuesRead,
  };
}
