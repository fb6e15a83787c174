import type { z } from 'zod';

import type { Cost, Meter } from '#sandbox/api/meter';
import type { Place as ModulePlace } from '#sandbox/api/modules';
import type { ADMIN_PLACE } from '#sandbox/api/admin-place';
import type { WIDGET_PLACE } from '#sandbox/api/home/widget-place';
import type { WIKI_PLACE } from '#sandbox/api/wiki/place';
import type { FaultSettings, RestFault } from '#sandbox/faults';
import type { MacroModule } from '#sandbox/forge/macro-module';

import type { DialogSize } from './bridge/frame-view';
import { getJson, sendJson, sendFile } from './http';

/** What `/sandbox/api` answers. Types of the server may be taken from it; its code does not reach the browser. */
export interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
}

export interface AppModule {
  readonly key: string;
  readonly type: string;
  readonly place: ModulePlace;
  readonly title: string;
  readonly tooltip?: string;
  /** Of the panel of an issue. */
  readonly label?: string;
  readonly resource: string;
  readonly viewportSize?: DialogSize;
  readonly unlicensedAccess?: readonly string[];
  /** What only macros have. */
  readonly macro?: MacroModule;
  /** The end of the address of a page of settings. */
  readonly tail?: string;
  /** What a widget is for, and the view in which it is set up. */
  readonly description?: string;
  readonly edit?: { readonly resource: string };
  readonly useAsConfig?: boolean;
  readonly useAsGetStarted?: boolean;
}

export interface Session {
  readonly accountId: string;
  readonly theme: 'light' | 'dark';
  /** The language of the account, such as `de_DE`. */
  readonly locale: string;
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
  readonly users: readonly SiteUser[];
  /** Site time, epoch milliseconds. */
  readonly now: number;
  readonly resourceUrl: string;
  readonly frameSandbox: string;
  readonly modules: readonly AppModule[];
  /** The real site that is shown instead of a local one, and only read; null for the local one. */
  readonly ownSite: { readonly name: string; readonly address: string } | null;
}

export type { Cost, FaultSettings, Meter, RestFault };

export interface LogLine {
  readonly at: number;
  readonly level: string;
  readonly text: string;
  readonly invocationId: string;
}

interface InJira {
  readonly moduleKey: string;
  readonly projectKey: string;
  readonly boardId: number | null;
  readonly sprintId?: number;
  /** The issue on whose page it stands. */
  readonly issueKey?: string;
  readonly modal?: unknown;
}

type InWiki = z.infer<typeof WIKI_PLACE>;
type InAdmin = z.infer<typeof ADMIN_PLACE>;
type OnDashboard = z.infer<typeof WIDGET_PLACE>;

/** Where a module was opened. */
export type Place = InJira | InWiki | InAdmin | OnDashboard;

const API = '/sandbox/api';

export const readSession = async () => (await getJson(`${API}/session`)) as Session;

export const changeSession = async (change: {
  accountId?: string;
  theme?: 'light' | 'dark';
  locale?: string;
}) => (await sendJson('POST', `${API}/session`, change)) as Session;

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

/** What the app says of a panel that is closed; null where it says nothing. */
export interface PanelStatus {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

export const readPanelStatus = async (place: Place) =>
  ((await sendJson('POST', `${API}/panel-status`, { place })) as { status: PanelStatus | null }).status;

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
