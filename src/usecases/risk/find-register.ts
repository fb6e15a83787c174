import { ReadFailure } from '#src/ports/read-failure';
import type { ReadPage, ReadTitles, SeenPage } from '#src/ports/risk/page-access';
import type { MacroPlace, RegisterRecord, RegisterStore } from '#src/ports/risk/register-store';

/** The page that a register shown here belongs to. */
export interface Original {
  readonly registerId: string;
  readonly pageId: string;
  /** null where the viewer may not see it. */
  readonly title: string | null;
  /** How many risks it has that are not deleted; null where the viewer may not see it. */
  readonly count: number | null;
}

/** The page, or null where the viewer may not see it. */
export async function seenOrNull(readPage: ReadPage, pageId: string): Promise<SeenPage | null> {
  return await readPage(pageId).catch((error: unknown) => {
    if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access'))
      return null;
    throw error;
  });
}

/**
 * The register that a macro was copied from, as far as it can be told: a copied page has macros with the same ids, and nothing
 * says which page was copied from which. So it is the oldest register of such a macro whose page the viewer may see; without
 * any, the oldest, without its title. null where no other page has such a macro with a register.
 */
export async function findOriginal(
  { registers, readTitles }: { readonly registers: RegisterStore; readonly readTitles: ReadTitles },
  place: MacroPlace,
): Promise<Original | null> {
  const found = await registers.findByLocalId(place.localId);
  const others = found.filter(({ pageId, copying }) => pageId !== place.pageId && copying === null);
  const [oldest] = others;
  if (oldest === undefined) return null;
  const titles = await readTitles(others.map(({ pageId }) => pageId));
  const seen = others.find(({ pageId }) => titles.has(pageId)) ?? oldest;
  const title = titles.get(seen.pageId) ?? null;
  const count = title === null ? null : seen.count;
  return { registerId: seen.register.id, pageId: seen.pageId, title, count };
}

/**
 * The register that a macro shows, its own or another page's; null where it shows none, or one of a page that the viewer may not
 * see. For reading alone: what is written belongs to the macro's own register.
 */
export async function findShown(
  { registers, readPage }: { readonly registers: RegisterStore; readonly readPage: ReadPage },
  place: MacroPlace,
): Promise<RegisterRecord | null> {
  const own = await registers.load(registers.idOf(place));
  if (own !== null) return own;
  const shown = await registers.loadShown(place);
  const record = shown && (await registers.load(shown.registerId));
  if (!record) return null;
  return (await seenOrNull(readPage, record.pageId)) === null ? null : record;
}
