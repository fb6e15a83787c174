import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import type { CalendarDate } from '#src/domain/risk/calendar';
import { figuresOf, type Load } from '#src/domain/risk/summary';
import type { AdfNode } from '#src/domain/backlog/issue';
import type { AddComment, IsSeenByApp } from '#src/ports/risk/comments';
import type { RegisterRecord, RegisterStore } from '#src/ports/risk/register-store';

/** One owner's overdue reviews; null is nobody's. */
export interface OverdueReviews {
  readonly ownerId: string | null;
  readonly count: number;
  /** Of the one that is overdue longest. */
  readonly days: number;
}

export interface ReminderPorts {
  readonly registers: RegisterStore;
  readonly isSeenByApp: IsSeenByApp;
  readonly addComment: AddComment;
  /** Puts the comment into words. */
  readonly write: (overdue: readonly OverdueReviews[]) => AdfNode;
  /** Told of registers by their ids alone. */
  readonly report: (event: string, registerId: string, error?: unknown) => void;
}

/** Who has overdue reviews on a day; longest first, nobody's last. */
export function overdueReviews(load: readonly Load[], today: CalendarDate): readonly OverdueReviews[] {
  // Somebody who has left cannot be reminded: it is for whoever takes it over.
  const late = load
    .filter(({ dueOn }) => dueOn < today)
    .map((entry) => (entry.ownerId === FORMER_ACCOUNT ? { ...entry, ownerId: null } : entry));
  const owners = [...new Set(late.map(({ ownerId }) => ownerId))];
  return owners
    .map((ownerId) => {
      const own = figuresOf(
        late.filter((entry) => entry.ownerId === ownerId),
        today,
      );
      return { ownerId, count: own.overdue, days: own.daysOverdue };
    })
    .sort(
      (a, b) =>
        Number(a.ownerId === null) - Number(b.ownerId === null) || b.days - a.days || b.count - a.count,
    );
}

/**
 * Comments on the pages of the registers that are to be reminded and have overdue reviews, each at most once in any seven days,
 * whatever day of the week it is. The turn is claimed in storage before the comment is written: schedules arrive twice, and a run
 * that breaks off is not made up for. Rather no comment than two.
 */
export async function sendReminders(ports: ReminderPorts, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<RegisterStore['listReminding']>> =
      await ports.registers.listReminding(cursor);
    const ids = page.records.map(({ register }) => register.id);
    const summaries = ids.length === 0 ? [] : await ports.registers.loadSummaries(ids);
    const overdue = new Map(
      summaries.map(({ summary }) => [summary.registerId, overdueReviews(summary.load, today)]),
    );
    for (const record of page.records) {
      const { id } = record.register;
      await remind(ports, record, overdue.get(id) ?? [], now).catch((error: unknown) => {
        ports.report('reminder-failed', id, error);
      });
    }
    cursor = page.cursor;
  } while (cursor !== null);
}

async function remind(
  { registers, isSeenByApp, addComment, write, report }: ReminderPorts,
  { register: { id }, pageId }: RegisterRecord,
  overdue: readonly OverdueReviews[],
  now: Date,
): Promise<void> {
  if (overdue.length === 0) return;
  // The list may be some seconds old; that somebody has just turned the reminder off is known here.
  if ((await registers.load(id))?.isReminding !== true) return;
  if (!(await isSeenByApp(pageId))) {
    report('reminder-skipped', id);
    return;
  }
  if (await registers.claimReminder(id, now.toISOString())) {
    await addComment(pageId, write(overdue));
  }
}
