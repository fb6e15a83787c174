import { roundTrips } from '#sandbox/jira/rest/round-trips';
import type { LedgerEntry } from '#sandbox/jira/rest.types';
import type { LocalApp } from '#tools/local-app';

export interface PanelCost {
  readonly coldPoints: number;
  readonly coldCalls: number;
  readonly coldRoundTrips: number;
  readonly warmPoints: number;
  readonly warmRoundTrips: number;
  /** A whole reading of the board where its past sprints were read exactly before, and no answer is kept. */
  readonly exactPoints: number;
  readonly exactCalls: number;
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

async function asked({ call, rest, seeded }: LocalApp<Board>, name: string, payload: object) {
  const since = rest.ledger.mark();
  const answer = await call(name, { boardId: seeded.boardId, ...payload }, seeded.leadAccountId);
  const { ok, data } = answer as { ok: boolean; data?: unknown };
  if (!ok) throw new Error(`${name} did not answer: ${JSON.stringify(answer)}`);
  return { entries: rest.ledger.entries({ since }), data };
}

interface Opened {
  readonly isKept: boolean;
  readonly read: { readonly issues: number };
}

/** As the screen opens: the last answer where there is one, otherwise a whole reading. */
async function open(app: LocalApp<Board>) {
  const { entries, data } = await asked(app, 'get-backlog-health', { mayBeKept: true });
  const { isKept, read } = data as Opened;
  return { entries, isKept, issuesRead: read.issues };
}

/** The second open: the last answer, and the probe that finds nothing changed. @throws Error when it is dearer by design. */
async function openAgain(app: LocalApp<Board>) {
  const { entries, isKept } = await open(app);
  if (!isKept) throw new Error('The second open did not show the last answer.');
  const probe = await asked(app, 'probe-backlog', {});
  if ((probe.data as { isChanged: boolean }).isChanged)
    throw new Error('The probe saw a change where none was.');
  return [...entries, ...probe.entries];
}

/** Reads past sprints exactly, and then opens the panel. @throws Error when the answer rests on anything else. */
async function openOnExactPast(app: LocalApp<Board>) {
  const ENOUGH_CALLS = 10;
  for (let call = 0; call < ENOUGH_CALLS; call += 1) {
    const { data } = await asked(app, 'read-sprint-past', {});
    if ((data as { unread: number }).unread === 0) break;
  }
  const { entries, data } = await asked(app, 'get-backlog-health', { mayBeKept: false });
  const { approximate } = (data as { history: { approximate: number } }).history;
  if (approximate !== 0) throw new Error(`${approximate} past sprints are not exact.`);
  return entries;
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
  const warm = await openAgain(app);
  app.faults.set({ latencyMs: 0 });
  const exact = await openOnExactPast(app);
  return {
    coldPoints: sum(cold.entries),
    coldCalls: cold.entries.length,
    coldRoundTrips: roundTrips(cold.entries),
    warmPoints: sum(warm),
    warmRoundTrips: roundTrips(warm),
    exactPoints: sum(exact),
    exactCalls: exact.length,
    kvsWrittenBytes,
    naivePoints: await readWholeBacklog(app),
    issuesRead: cold.issuesRead,
  };
}
