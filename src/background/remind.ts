import { bullets, document, mention, paragraph, type Inline } from '#src/background/adf';
import { wordsFor } from '#src/background/words';
import { addComment, isSeenByApp } from '#src/adapters/confluence/comments';
import { createPurgeStore } from '#src/adapters/storage/risk/purge-store';
import { nameOf, storageOf, wikiAsApp, type RegisterPlatform } from '#src/app/register';
import type { AdfNode } from '#src/domain/backlog/issue';
import { purgeRisks } from '#src/usecases/risk/purge-risks';
import { sendReminders, type OverdueReviews } from '#src/usecases/risk/send-reminders';

/** A comment that names a whole company helps nobody. */
const PEOPLE = 20;

/** The comment: who has overdue reviews, and how to be rid of it. It is English, as it is read by many. */
export function reminderComment(overdue: readonly OverdueReviews[]): AdfNode {
  const { say } = wordsFor('en');
  const count = overdue.reduce((sum, each) => sum + each.count, 0);
  const shown = overdue.slice(0, PEOPLE);
  const items = shown.map(({ ownerId, ...figures }): readonly Inline[] =>
    ownerId === null
      ? [say('reminder.nobody', figures)]
      : [mention(ownerId, null), ` ${say('reminder.owner', figures)}`],
  );
  const more = overdue.length - shown.length;
  return document(
    paragraph(say('reminder.line', { count })),
    bullets(...items, ...(more > 0 ? [[say('reminder.more', { count: more })]] : [])),
    paragraph(say('reminder.off')),
  );
}

/**
 * Makes the function of the daily schedule. No user is there, so it reads and writes as the app: it reads the register's own
 * figures, comments only on pages that are open to the app, and names nobody but by their accounts. What was deleted too long ago
 * to be restored is removed from the app's own storage, which asks Confluence nothing, and with a licence or without: that it goes is
 * promised to everybody.
 * @param isLicensed whether changes are allowed at the time.
 */
export function createReminder(platform: RegisterPlatform, isLicensed: (run: unknown) => boolean) {
  return async (_event: unknown, run: unknown): Promise<void> => {
    await purge(platform);
    if (!isLicensed(run)) return;
    const access = wikiAsApp(platform);
    await sendReminders(
      {
        registers: storageOf(platform).registers,
        isSeenByApp: isSeenByApp(access),
        addComment: addComment(access),
        write: reminderComment,
        report: (event, register, error) => {
          platform.log({ event, register, ...(error !== undefined && { error: nameOf(error) }) });
        },
      },
      platform.now(),
    );
  };
}

/** Reminders are sent whatever becomes of it. */
async function purge(platform: RegisterPlatform): Promise<void> {
  const { storage, log } = platform;
  const access = {
    storage,
    report: (entity: string, key: string) => {
      log({ event: 'stored-value-unreadable', entity, key });
    },
  };
  const ports = {
    registers: createPurgeStore(access),
    report: (event: string, register: string, error?: unknown) => {
      log({ event, register, error: nameOf(error) });
    },
  };
  await purgeRisks(ports, platform.now()).catch((error: unknown) => {
    log({ event: 'purge-failed', error: nameOf(error) });
  });
}
