/** The file cannot be imported; nothing was changed. The message says why and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Something that was left out of the import: a line of the file and why. */
export interface Skipped {
  readonly line: number;
  readonly reason: string;
}
