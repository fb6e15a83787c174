import { isCycleDue, type CycleResult } from '#src/domain/privacy/report-cycle';
import { ACCOUNTS_A_LIST, type Cycle, type CycleStore } from '#src/ports/privacy/cycle-store';
import { ACCOUNTS_A_REPORT, type ReportAccounts } from '#src/ports/privacy/report-accounts';
import type { CollectPeople, ErasePeople } from '#src/ports/privacy/stored-people';

export interface ReportPeoplePorts {
  readonly cycles: CycleStore;
  readonly collect: CollectPeople;
  readonly erase: ErasePeople;
  readonly reportAccounts: ReportAccounts;
  readonly now: () => Date;
}

/** Closed accounts that one walk takes out: the list is a part of the cycle's value, which has its limit. */
const CLOSED_AT_ONCE = 900;

/** Stretches of a walk between two notes of how far it has come: what breaks off there is done again, which changes nothing. */
const STRETCHES = 10;

/** How a run of the schedule ended. */
export type RunEnd = 'not-due' | 'taken' | 'out-of-time' | CycleResult;

/**
 * One run of the schedule. When a cycle is due, or one is not finished: gathers every account that is stored, tells Atlassian of each
 * once, and takes those that are closed out of everything, histories too. What a run does not finish, because its time is over or
 * something fails, the next one goes on with from where it was.
 * @param until Work that has not begun by then is left to the next run; in milliseconds since 1970.
 * @throws ReportRefused, or Error when the storage does not answer: how far it came is kept.
 */
export async function reportPeople(ports: ReportPeoplePorts, until: number): Promise<RunEnd> {
  const { cycles, now } = ports;
  const start = now();
  if (!isToDo(await cycles.load(), start)) return 'not-due';
  if (!(await cycles.take(start, new Date(until)))) return 'taken';
  try {
    // What another run did before this one had the work.
    const cycle = await cycles.load();
    return isToDo(cycle, start) ? await goOn(ports, begun(cycle, start), until) : 'not-due';
  } finally {
    await cycles.giveBack();
  }
}

const isToDo = (cycle: Cycle | null, now: Date) =>
  cycle === null || cycle.phase !== 'done' || isCycleDue(cycle.startedAt, now);

/** The cycle to go on with: the one under way, or a new one. */
function begun(cycle: Cycle | null, start: Date): Cycle {
  if (cycle !== null && cycle.phase !== 'done') return cycle;
  return {
    startedAt: start.toISOString(),
    phase: 'collect',
    place: null,
    lists: 0,
    accounts: 0,
    reported: 0,
    closed: [],
    closedInAll: 0,
    rows: 0,
    last: cycle?.last ?? null,
  };
}

async function goOn(ports: ReportPeoplePorts, from: Cycle, until: number): Promise<RunEnd> {
  const { cycles, now } = ports;
  let cycle = from;
  while (cycle.phase !== 'done') {
    if (now().getTime() >= until) return 'out-of-time';
    if (cycle.phase === 'collect') cycle = await collectSome(ports, cycle, until);
    else if (cycle.phase === 'report') cycle = await reportSome(ports, cycle);
    else cycle = await eraseSome(ports, cycle, until);
    // What was gathered goes before the cycle says that it is done: so no list is ever left behind.
    if (cycle.phase === 'done') await removeLists(ports, cycle);
    await cycles.save(cycle);
  }
  return cycle.last ?? 'not-due';
}

async function removeLists({ cycles }: ReportPeoplePorts, { lists }: Cycle): Promise<void> {
  for (let number = 0; number < lists; number += 1) await cycles.removeList(number);
}

/** Some stretches of the walk; the lists are written before the cycle says how far it is, so that none is missed. */
async function collectSome({ cycles, collect, now }: ReportPeoplePorts, cycle: Cycle, until: number) {
  const known = new Set<string>();
  for (let number = 0; number < cycle.lists; number += 1) {
    for (const account of await cycles.loadList(number)) known.add(account);
  }
  let { place } = cycle;
  let isEnd = false;
  for (let stretch = 0; stretch < STRETCHES && !isEnd && now().getTime() < until; stretch += 1) {
    const { accounts, next } = await collect(place);
    for (const account of accounts) known.add(account);
    place = next;
    isEnd = next === null;
  }
  const all = [...known];
  const lists = Math.ceil(all.length / ACCOUNTS_A_LIST);
  // All lists but the last that was known are full, and stay as they are.
  for (let number = Math.max(0, cycle.lists - 1); number < lists; number += 1) {
    await cycles.saveList(number, all.slice(number * ACCOUNTS_A_LIST, (number + 1) * ACCOUNTS_A_LIST));
  }
  const phase = isEnd ? ('report' as const) : ('collect' as const);
  return { ...cycle, phase, place, lists, accounts: all.length };
}

/** One request, unless all are made or there is enough to take out. */
async function reportSome(ports: ReportPeoplePorts, cycle: Cycle): Promise<Cycle> {
  const { cycles, reportAccounts, now } = ports;
  const { reported, accounts, closed } = cycle;
  if (reported >= accounts) {
    return closed.length === 0 ? ended(cycle, now()) : { ...cycle, phase: 'erase', place: null };
  }
  if (closed.length >= CLOSED_AT_ONCE) return { ...cycle, phase: 'erase', place: null };
  const list = await cycles.loadList(Math.floor(reported / ACCOUNTS_A_LIST));
  const from = reported % ACCOUNTS_A_LIST;
  const part = list.slice(from, from + ACCOUNTS_A_REPORT);
  // Only the id is kept, which never changes: what is kept of an account is never older than the walk that found it.
  const updatedAt = cycle.startedAt;
  const asked = new Set(part);
  const told = await reportAccounts(part.map((accountId) => ({ accountId, updatedAt })));
  const gone = told.filter((accountId) => asked.has(accountId));
  return {
    ...cycle,
    reported: reported + part.length,
    closed: [...closed, ...gone],
    closedInAll: cycle.closedInAll + gone.length,
  };
}

async function eraseSome({ erase, now }: ReportPeoplePorts, cycle: Cycle, until: number): Promise<Cycle> {
  const closed = new Set(cycle.closed);
  let { place, rows } = cycle;
  for (let stretch = 0; stretch < STRETCHES && now().getTime() < until; stretch += 1) {
    const erased = await erase(place, closed);
    rows += erased.rows;
    place = erased.next;
    if (place === null) return { ...cycle, phase: 'report', place: null, closed: [], rows };
  }
  return { ...cycle, place, rows };
}

function ended(cycle: Cycle, now: Date): Cycle {
  const { startedAt, accounts, closedInAll: closed, rows } = cycle;
  return {
    ...cycle,
    phase: 'done',
    last: { startedAt, finishedAt: now.toISOString(), accounts, closed, rows },
  };
}
