import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import type * as ports from '#src/ports/board-settings';
import type { ShownSettings } from '#src/usecases/show-board-settings';

function toSettings({ checks, session }: ports.BoardSettings): BoardSettings {
  const entries = CHECK_IDS.map((id) => {
    const { enabled, severity, options } = checks[id];
    return [id, { enabled, severity, options: { ...options } }];
  });
  // One entry for each id: the compiler does not follow that through a list.
  return { checks: Object.fromEntries(entries) as BoardSettings['checks'], session };
}

/** Puts a board's settings into the shape that screens hold to. */
export function toSettingsAnswer({
  stored,
  inherited,
  sources,
  inheritedSources,
  canChange,
  fields,
}: ShownSettings): BoardSettingsAnswer {
  return {
    settings: toSettings(stored.settings),
    defaults: toSettings(inherited),
    sources,
    inheritedSources,
    version: stored.version,
    changes: stored.changes.map(({ version, by, at, before }) => ({
      version,
      by,
      at,
      before: toSettings(before),
    })),
    canChange,
    fields: fields.map(({ id, name }) => ({ id, name })),
  };
}
