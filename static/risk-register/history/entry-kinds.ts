import type { RegisterEvent } from '#src/domain/risk/register-change';

import type { HistoryEntry } from './use-history';

/** Kinds of entries that can be looked at alone. */
export const KINDS = ['all', 'edited', 'reviewed', 'created', 'deleted'] as const;

/** Whether an entry is of the register itself. */
export const isOwn = (entry: HistoryEntry): entry is RegisterEvent =>
  entry.kind === 'settings-changed' || entry.kind === 'review-ended' || entry.kind === 'suggestion-dismissed';

export type Kind = (typeof KINDS)[number];

/** Whether an entry is of a kind; who edits settings or ends a review does so to the register. */
export function isOf(kind: Kind, event: HistoryEntry): boolean {
  if (isOwn(event)) return kind === 'all' || kind === (event.kind === 'review-ended' ? 'reviewed' : 'edited');
  switch (kind) {
    case 'all':
      return true;
    case 'edited':
      return (
        event.kind === 'edited' ||
        event.kind === 'reverted' ||
        ('changes' in event && event.changes.length > 0)
      );
    case 'deleted':
      return event.kind === 'deleted' || event.kind === 'undeleted';
    case 'created':
    case 'reviewed':
      return event.kind === kind;
  }
}

/** The accounts that an entry names. */
export function namesIn(event: HistoryEntry): readonly string[] {
  if (event.kind === 'review-ended') return [event.act.by, ...event.session.people];
  if (isOwn(event)) return [event.act.by];
  const owners = 'changes' in event ? event.changes.filter(({ field }) => field === 'ownerId') : [];
  const named = owners.flatMap(({ before, after }) => [before, after]);
  return [event.act.by, ...named.filter((each): each is string => typeof each === 'string')];
}
