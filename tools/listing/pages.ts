import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { dataPage } from '#tools/listing/data-page';
import { scopePage } from '#tools/listing/scope-table';

/**
 * The pages that are made from the manifest: path and text of each, formatted as the repository is.
 * @throws Error when something of the manifest is not explained.
 */
export async function listingPages(
  root: string,
  manifest: unknown,
): Promise<readonly (readonly [string, string])[]> {
  const pages = [
    ['docs/scopes.md', scopePage(manifest)],
    ['docs/stored-data.md', dataPage(manifest)],
  ] as const;
  return await Promise.all(
    pages.map(async ([path, text]) => {
      const filepath = join(root, path);
      return [path, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
    }),
  );
}
