import type { BoardSettings } from '#src/domain/settings/board-settings';

export type { BoardSettings } from '#src/domain/settings/board-settings';

/** One change of what is set for the board itself: who made it, when (ISO 8601), and what held before. */
export interface SettingsChange {
  readonly version: number;
  /** An account id. */
  readonly by: string;
  readonly at: string;
  readonly before: BoardSettings;
}

/** What holds for a board, whatever it comes from, with the past of what is set for the board itself, last change first. */
export interface VersionedSettings {
  readonly version: number;
  readonly settings: BoardSettings;
  readonly changes: readonly SettingsChange[];
}

/** What holds for a board; version 0 while nobody changed anything for the board itself. */
export type LoadBoardSettings = (boardId: number) => Promise<VersionedSettings>;

/** Whether the viewer administers the project that the board belongs to. */
export type MayAdministerBoard = (boardId: number) => Promise<boolean>;
