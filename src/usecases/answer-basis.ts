import { createHash } from 'node:crypto';

import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { BoardSetup } from '#src/ports/boards';

/** Raise it when checks judge otherwise than before, so that answers of the version before are read anew. */
const RULES = 1;

/**
 * A digest of all that an answer depends on besides the issues: how the board is set up, and how its checks run. A board's
 * name is no part of it.
 */
export function basisOf(board: BoardSetup, checks: CheckSettings): string {
  const { type, estimation, doneStatusIds, isRanked } = board;
  const parts = [RULES, type, estimation?.fieldId ?? null, doneStatusIds, isRanked, checks];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
