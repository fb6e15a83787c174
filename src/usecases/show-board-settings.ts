import type {
  BoardSettings,
  LoadBoardSettings,
  MayAdministerBoard,
  VersionedSettings,
} from '#src/ports/board-settings';
import type { ReadFields, SiteField } from '#src/ports/site';
import { AS_THEY_COME } from '#src/usecases/settings-as-they-come';

export interface ShowBoardSettingsPorts {
  readonly loadSettings: LoadBoardSettings;
  readonly mayAdministerBoard: MayAdministerBoard;
  readonly readFields: ReadFields;
}

/** A board's settings with what is needed to change them. */
export interface ShownSettings {
  readonly stored: VersionedSettings;
  readonly defaults: BoardSettings;
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

/** The settings together with the fields to choose from. */
export async function withFields(
  { readFields }: Pick<ShowBoardSettingsPorts, 'readFields'>,
  stored: VersionedSettings,
  canChange: boolean,
): Promise<ShownSettings> {
  const fields = (await readFields())
    .filter(({ id, isCustom }) => isCustom || SYSTEM_FIELDS.has(id))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return { stored, defaults: AS_THEY_COME, canChange, fields };
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
  return await withFields(ports, await ports.loadSettings(boardId), canChange);
}
