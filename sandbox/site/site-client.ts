import type { DialogSize } from './bridge/frame-view';
import { getJson, sendJson, sendFile } from './http';

/** What `/sandbox/api` answers. The types mirror sandbox/api; the server's own types do not reach the browser. */
export interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
}

export interface AppModule {
  readonly key: string;
  readonly type: string;
  readonly place: 'board' | 'backlog' | 'project';
  readonly title: string;
  readonly tooltip?: string;
  readonly resource: string;
  readonly viewportSize?: DialogSize;
}

export interface Session {
  readonly accountId: string;
  readonly theme: 'light' | 'dark';
  readonly users: readonly SiteUser[];
  /** Site time, epoch milliseconds. */
  readonly now: number;
  readonly resourceUrl: string;
  readonly frameSandbox: string;
  readonly modules: readonly AppModule[];
}

export interface Cost {
  readonly points: number;
  readonly calls: number;
  readonly roundTrips: number;
}

export interface Meter {
  readonly pointsThisHour: number;
  readonly pointsAnHour: number;
  readonly lastOpen: (Cost & { readonly screenCalls: number }) | null;
  readonly lastInvocation: Cost | null;
  readonly platform: {
    readonly invocations: number;
    readonly kvsReads: number;
    readonly kvsWrites: number;
    readonly kvsReadBytes: number;
    readonly kvsWrittenBytes: number;
    readonly invocationMs: number;
  };
}

export interface RestFault {
  readonly match: string;
  readonly kind: 'rate-limited' | 'server-error' | 'time-out';
  readonly pages: 'all' | 'later-pages';
  readonly remaining: number | null;
}

export interface FaultSettings {
  readonly latencyMs: number;
  readonly rest: readonly RestFault[];
  readonly duplicateEvents: boolean;
  readonly queryLagMs: number;
  readonly license: 'active' | 'inactive' | 'missing';
  readonly offline: boolean;
}

export interface LogLine {
  readonly at: number;
  readonly level: string;
  readonly text: string;
  readonly invocationId: string;
}

/** Where a module was opened. */
export interface Place {
  readonly moduleKey: string;
  readonly projectKey: string;
  readonly boardId: number | null;
  readonly modal?: unknown;
}

const API = '/sandbox/api';

export const readSession = async () => (await getJson(`${API}/session`)) as Session;

export const changeSession = async (change: { accountId?: string; theme?: 'light' | 'dark' }) =>
  (await sendJson('POST', `${API}/session`, change)) as Session;

export const moveClock = async (milliseconds: number) =>
  (await sendJson('POST', `${API}/clock`, { milliseconds })) as { now: number };

export const readMeter = async () => (await getJson(`${API}/meter`)) as Meter;

export const readFaults = async () => (await getJson(`${API}/faults`)) as FaultSettings;

export const changeFaults = async (change: Partial<FaultSettings>) =>
  (await sendJson('POST', `${API}/faults`, change)) as FaultSettings;

export const readLogs = async () => (await getJson(`${API}/logs`)) as readonly LogLine[];

export interface Imported {
  readonly report: string;
  /** The address of the new board. */
  readonly path: string;
}

export async function importBacklog(file: File, estimateColumn: string): Promise<Imported> {
  const query = new URLSearchParams({
    fileName: file.name,
    ...(estimateColumn !== '' && { estimateColumn }),
  });
  return (await sendFile(`${API}/import?${query.toString()}`, file)) as Imported;
}

/** Runs a bridge command on the platform. @throws Error with the platform's message. */
export async function callPlatform(
  command: string,
  frame: string,
  place: Place,
  arg: unknown,
): Promise<unknown> {
  const answer = (await sendJson('POST', `${API}/bridge/${command}`, { frame, place, arg })) as
    { readonly result?: unknown; readonly error?: undefined } | { readonly error: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.result;
}
