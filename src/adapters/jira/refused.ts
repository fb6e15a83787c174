import { JiraRefusal } from '#src/adapters/jira/ask';
import { WriteFailure } from '#src/ports/write-failure';

/** Statuses with which Jira says no to this value or this user, rather than that something is wrong with the call. */
const NO: ReadonlySet<number> = new Set([400, 403, 413, 422]);
const CHANGED_MEANWHILE = 409;

/** A write's outcome, with what Jira refuses of it as the failure of a change. @throws WriteFailure, ReadFailure */
export async function orRefused<Answer>(writing: Promise<Answer>): Promise<Answer> {
  return await writing.catch((error: unknown) => {
    if (!(error instanceof JiraRefusal)) throw error;
    const { status, message, detail } = error;
    if (status === CHANGED_MEANWHILE) throw new WriteFailure('conflict', message, { detail });
    if (NO.has(status)) throw new WriteFailure('refused', message, { detail });
    throw error;
  });
}
