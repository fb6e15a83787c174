import type { BoardSettings } from '#src/contract/board-settings';
import type { BacklogCall as Call, RequestOf } from '#src/contract/index';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';

/** Every check as it comes, in the shape of the contract. */
export function plainSettings(): BoardSettings {
  const entries = CHECK_IDS.map((id) => [id, structuredClone(DEFAULT_SETTINGS[id])]);
  return {
    checks: Object.fromEntries(entries) as BoardSettings['checks'],
    session: { minutes: 90, minutesPerItem: 8 },
  };
}

/** Something that each call answers on board 1 of `memoryApp`. */
export const PAYLOADS: { readonly [C in Call]: RequestOf<C> } = {
  'get-backlog-health': { boardId: 1 },
  'probe-backlog': { boardId: 1 },
  'mend-issue': { boardId: 1, issueId: '1', mend: { kind: 'estimate', from: 3, to: 5 } },
  'get-board-settings': { boardId: 1 },
  'save-board-settings': { boardId: 1, version: 0, settings: plainSettings() },
  'list-boards': { projectId: '10000' },
};
