import { boardSettingsOf } from '#src/domain/settings/board-settings';
import type { Source } from '#src/domain/settings/layer';
import type { BoardSettings, MayAdministerBoard, VersionedSettings } from '#src/ports/board-settings';
import type { ReadFields, SiteField } from '#src/ports/site';
import {
  holding,
  layersOfBoard,
  versionedOf,
  type BoardLayers,
  type LayersPorts,
} from '#src/usecases/settings/layers-of-board';

export interface ShowBoardSettingsPorts extends LayersPorts {
  readonly mayAdministerBoard: MayAdministerBoard;
  readonly readFields: ReadFields;
}

/** A board's settings with what is needed to change them. */
export interface ShownSettings {
  readonly stored: VersionedSettings;
  /** What holds where the board sets nothing of its own. */
  readonly inherited: BoardSettings;
  /** Where each value comes from, by the name of the setting. */
  readonly sources: Readonly<Record<string, Source>>;
  /** The same for what the board would inherit. */
  readonly inheritedSources: Readonly<Record<string, Source>>;
  readonly canChange: boolean;
  /** Fields that can be required, or hold acceptance criteria, by name. */
  readonly fields: readonly SiteField[];
}

/** Jira's own fields that people fill in when they prepare an issue; the rest is Jira's business or has a check of its own. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'assignee',
  'components',
  'duedate',
  'environment',
  'fixVersions',
  'labels',
  'parent',
  'priority',
  'versions',
]);

/** The fields of the site that settings can name, by name. */
export async function fieldsToChoose({
  readFields,
}: Pick<ShowBoardSettingsPorts, 'readFields'>): Promise<readonly SiteField[]> {
  return (await readFields())
    .filter(({ id, isCustom }) => isCustom || SYSTEM_FIELDS.has(id))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The settings together with where they come from, and the fields to choose from. */
export async function withFields(
  ports: Pick<ShowBoardSettingsPorts, 'readFields'>,
  layers: BoardLayers,
  canChange: boolean,
): Promise<ShownSettings> {
  const inherited = holding(layers.above);
  return {
    stored: versionedOf(layers),
    inherited: boardSettingsOf(inherited.values),
    inheritedSources: inherited.sources,
    sources: holding(layers.above, { of: 'board', layer: layers.board.layer }).sources,
    canChange,
    fields: await fieldsToChoose(ports),
  };
}

/**
 * A board's settings for anybody who may see the board.
 * @throws ReadFailure when the viewer may not see it: nothing of its settings is told then.
 */
export async function showBoardSettings(
  ports: ShowBoardSettingsPorts,
  boardId: number,
): Promise<ShownSettings> {
  const canChange = await ports.mayAdministerBoard(boardId);
  return await withFields(ports, await layersOfBoard(ports, boardId), canChange);
}
