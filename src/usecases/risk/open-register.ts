import { newRegister, type Register } from '#src/domain/risk/register';
import type { CalendarDate } from '#src/domain/risk/calendar';
import { isRestorable } from '#src/domain/risk/apply-change';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import { isLive, type Risk } from '#src/domain/risk/risk';
import type { Mitigation, ReadMitigations } from '#src/ports/risk/mitigations';
import type { ReadPage, ReadTitles, SeenPage } from '#src/ports/risk/page-access';
import type { KnownAccount, ReadAccounts } from '#src/ports/risk/people';
import type { MacroPlace, RegisterReading } from '#src/ports/risk/register-store';
import { changeRecord } from '#src/usecases/risk/change-record';
import { findOriginal, seenOrNull, type Original } from '#src/usecases/risk/find-register';
import type { RegisterPorts } from '#src/usecases/risk/ports';

/** Where a macro's register is. `copied`: this page is a copy, and nobody has chosen yet what to do about it. */
export type Place = 'new' | 'here' | 'copied' | 'shown-from-elsewhere';

export interface OpenPorts extends RegisterPorts {
  readonly readPage: ReadPage;
  readonly readTitles: ReadTitles;
  /** null where nobody is there to read as. */
  readonly readMitigations: ReadMitigations | null;
  readonly readAccounts: ReadAccounts | null;
  /** Told of what could not be read, and of a register whose risks have not all arrived. */
  readonly report: (event: string, error?: unknown) => void;
}

/** A register as the viewer sees it. */
export interface OpenedRegister {
  readonly place: Place;
  readonly original: Omit<Original, 'registerId'> | null;
  /** null where the viewer may not see the original's page. */
  readonly register: Register | null;
  readonly risks: readonly Risk[];
  /** Risks that are stored and could not be read. */
  readonly unread: number;
  readonly events: readonly RiskEvent[];
  /** null where Jira is not there, or did not answer in time. */
  readonly mitigations: readonly Mitigation[] | null;
  readonly accounts: readonly Omit<KnownAccount, 'name'>[];
  readonly canEdit: boolean;
  readonly isReminding: boolean;
  readonly settledKeys: readonly string[];
}

/** Issues that are looked up at most: three calls, side by side. */
const ISSUES = 300;
const ACCOUNTS = 250;

/**
 * Opens the register of a macro. The page is read as the viewer side by side with the register, and nothing is answered unless
 * they may see the page.
 * @throws ReadFailure `not-found` when the viewer may not see the page.
 */
export async function openRegister(
  ports: OpenPorts,
  place: MacroPlace,
  today: CalendarDate,
): Promise<OpenedRegister> {
  const { registers, readPage } = ports;
  const id = registers.idOf(place);
  const [page, reading] = await Promise.all([readPage(place.pageId), registers.read(id)]);
  if (reading !== null && reading.record.copying === null) {
    const [known] = await Promise.all([
      surroundings(ports, reading),
      followPage(ports, page, reading, today),
    ]);
    return { ...shown(reading, today), ...known, place: 'here', original: null, canEdit: page.canEdit };
  }
  const fresh = { ...nothing(newRegister(id)), canEdit: page.canEdit };
  if (reading !== null) {
    const original = await originalOf(ports, reading.record.copying?.registerId ?? '');
    return original ? { ...fresh, place: 'copied', original } : { ...fresh, place: 'new', original: null };
  }
  const [chosen, original] = await Promise.all([registers.loadShown(place), findOriginal(ports, place)]);
  if (chosen !== null) {
    const elsewhere = await openElsewhere(ports, chosen.registerId, today);
    if (elsewhere !== null) return elsewhere;
  }
  if (original === null) return { ...fresh, place: 'new', original };
  const { pageId, title, count } = original;
  return { ...fresh, place: 'copied', original: { pageId, title, count } };
}

/** The register of another page, read only; null where it is gone. */
async function openElsewhere(
  ports: OpenPorts,
  registerId: string,
  today: CalendarDate,
): Promise<OpenedRegister | null> {
  const reading = await ports.registers.read(registerId);
  if (reading === null) return null;
  const { pageId } = reading.record;
  const page = await seenOrNull(ports.readPage, pageId);
  const place = 'shown-from-elsewhere';
  if (page === null) return { ...nothing(null), place, original: { pageId, title: null, count: null } };
  const known = await surroundings(ports, reading);
  const original = { pageId, title: page.title, count: reading.record.count };
  return { ...shown(reading, today), ...known, place, original, canEdit: false };
}

async function originalOf({ registers, readPage }: OpenPorts, registerId: string) {
  const record = await registers.load(registerId);
  if (record === null) return null;
  const page = await seenOrNull(readPage, record.pageId);
  return { pageId: record.pageId, title: page?.title ?? null, count: page && record.count };
}

function nothing(register: Register | null) {
  return {
    register,
    risks: [],
    unread: 0,
    events: [],
    mitigations: [],
    accounts: [],
    canEdit: false,
    isReminding: false,
    settledKeys: [],
  };
}

/** Deleted risks come along for as long as they can be brought back. */
function shown({ record, risks, unread, events }: RegisterReading, today: CalendarDate) {
  const { register, isReminding, settledKeys } = record;
  const there = risks.filter((risk) => risk.deleted === null || isRestorable(risk, today));
  return { register, risks: there, unread, events, isReminding, settledKeys };
}

/** What Jira and Confluence say about a register's risks; whatever fails there does not keep the register shut. */
async function surroundings(ports: OpenPorts, { risks, isBehind }: RegisterReading) {
  const { readMitigations, readAccounts, report } = ports;
  if (isBehind) report('register-behind');
  const live = risks.filter(isLive);
  const issueIds = [...new Set(live.flatMap((risk) => risk.issueIds))].slice(0, ISSUES);
  const accountIds = [...new Set(live.flatMap(accountsOf))].slice(0, ACCOUNTS);
  const failed = (event: string) => (error: unknown) => {
    report(event, error);
    return null;
  };
  const [mitigations, accounts] = await Promise.all([
    issueIds.length === 0 ? [] : (readMitigations?.(issueIds).catch(failed('issues-not-read')) ?? null),
    accountIds.length === 0 ? [] : (readAccounts?.(accountIds).catch(failed('accounts-not-read')) ?? null),
  ]);
  return {
    mitigations,
    accounts: (accounts ?? []).map(({ accountId, isActive }) => ({ accountId, isActive })),
  };
}

function accountsOf({ ownerId, state }: Risk): readonly string[] {
  const approver = state.kind === 'accepted' ? state.by : null;
  return [ownerId, approver].filter((id) => id !== null);
}

/** A page that was moved takes its register's figures to its new space. */
async function followPage(
  ports: OpenPorts,
  { spaceId }: SeenPage,
  { record }: RegisterReading,
  today: CalendarDate,
): Promise<void> {
  if (record.spaceId === spaceId) return;
  await changeRecord(ports, record.register.id, today, (now) =>
    now.spaceId === spaceId ? null : { ...now, spaceId },
  ).catch((error: unknown) => {
    ports.report('space-not-followed', error);
  });
}
