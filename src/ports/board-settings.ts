import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { Session } from '#src/domain/backlog/agenda';

/** How a board's backlog is judged and refined. */
export interface BoardSettings {
  readonly checks: CheckSettings;
  readonly session: Session;
}

/** One change: who made it, when (ISO 8601), and what was set before. */
export interface SettingsChange {
  readonly version: number;
  /** An account id. */
  readonly by: string;
  readonly at: string;
  readonly before: BoardSettings;
}

/** A board's settings with their past, last change first. */
export interface VersionedSettings {
  readonly version: number;
  readonly settings: BoardSettings;
  readonly changes: readonly SettingsChange[];
}

/** The board's settings; version 0 and as they come while nobody changed them. */
export type LoadBoardSettings = (boardId: number) => Promise<VersionedSettings>;

/** @returns false, and changes nothing, when the stored version is not the one before `next`. */
export type SaveBoardSettings = (boardId: number, next: VersionedSettings) => Promise<boolean>;

/** Whether the viewer administers the project that the board belongs to. */
export type MayAdministerBoard = (boardId: number) => Promise<boolean>;
