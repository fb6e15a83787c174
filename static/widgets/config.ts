import { fieldsOf, idOf, textOf } from '../ui/json';

import type { WidgetConfig } from './dashboard-bridge';

/** A board that somebody chose for a widget. */
export interface ChosenBoard {
  readonly id: number;
  /** The project that leads to it; null for a person's own board. */
  readonly projectKey: string | null;
}

/** More would make a dashboard slow, and its widget longer than anybody reads. */
export const BOARDS_AT_MOST = 12;
export const SPACES_AT_MOST = 10;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const PROJECT = /^[A-Za-z][A-Za-z0-9_]{0,254}$/;

/** The boards of a widget's settings, each once; what is none is left out. */
export function boardsOf(config: WidgetConfig): readonly ChosenBoard[] {
  const boards = listOf(config['boards']).flatMap((value): readonly ChosenBoard[] => {
    const { id, projectKey } = fieldsOf(value);
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return [];
    const key = textOf(projectKey);
    return [{ id, projectKey: key !== null && PROJECT.test(key) ? key : null }];
  });
  return [...new Map(boards.map((board) => [board.id, board])).values()].slice(0, BOARDS_AT_MOST);
}

/** The ids of the spaces of a widget's settings, each once. */
export function spacesOf(config: WidgetConfig): readonly string[] {
  const ids = listOf(config['spaces']).flatMap((value) => idOf(value) ?? []);
  return [...new Set(ids.filter((id) => /^\d{1,20}$/.test(id)))].slice(0, SPACES_AT_MOST);
}
