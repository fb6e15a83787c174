import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * The file of a request inside a folder; null when there is none, or when it lies outside, be it by `..` or by a link.
 * @param path decoded, with forward slashes.
 */
export function fileWithin(folder: string, path: string): string | null {
  if (path.includes('\0')) return null;
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, path));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}
