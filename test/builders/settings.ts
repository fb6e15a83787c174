import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import { DEFAULT_SETTINGS, type CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId } from '#src/domain/backlog/finding';

/** Settings with these checks on, as they come, and all others off. */
export function onlyChecks(...ids: readonly CheckId[]): CheckSettings {
  const entries = CHECK_IDS.map((id) => [id, { ...DEFAULT_SETTINGS[id], enabled: ids.includes(id) }]);
  return Object.fromEntries(entries) as CheckSettings;
}
