import type { Layer } from '#src/domain/settings/layer';

/** Where something is set. */
export type LayerPlace =
  | { readonly of: 'site' }
  | { readonly of: 'project'; readonly projectId: string }
  | { readonly of: 'board'; readonly boardId: number };

/** One change: who made it, when (ISO 8601), and what was set there before. */
export interface LayerChange {
  readonly version: number;
  /** An account id. */
  readonly by: string;
  readonly at: string;
  readonly before: Layer;
}

/** What is set in one place, with its past, last change first. Version 0 while nobody set anything. */
export interface StoredLayer {
  readonly version: number;
  readonly layer: Layer;
  readonly changes: readonly LayerChange[];
}

/** @throws Error when the storage does not answer. */
export type LoadLayer = (place: LayerPlace) => Promise<StoredLayer>;

/** @returns false, and changes nothing, when the stored version is not the one before `next`. */
export type SaveLayer = (place: LayerPlace, next: StoredLayer) => Promise<boolean>;

/** Whether anything was ever set in a project: where not, nobody has to know which project a board belongs to. */
export type HasProjectLayers = () => Promise<boolean>;

/** The project that a board is located in, by id; null for a board that is located with a person. */
export type ReadProjectOfBoard = (boardId: number) => Promise<string | null>;

/** The same as it was last read; undefined when it never was. */
export type RecallProjectOfBoard = (boardId: number) => Promise<string | null | undefined>;

export type RememberProjectOfBoard = (boardId: number, projectId: string | null) => Promise<void>;

/** Whether the viewer administers a project. */
export type MayAdministerProject = (projectId: string) => Promise<boolean>;
