import { createMemoryRegisters } from '#src/adapters/memory/risk/register-store';
import type { RiskFields } from '#src/domain/risk/risk';
import type { RegisterStore } from '#src/ports/risk/register-store';
import type { PageInSight } from '#src/ports/risk/summaries';
import { createRisks } from '#src/usecases/risk/create-risks';
import { registerHere } from '#src/usecases/risk/new-record';
import type { RollUpPorts } from '#src/usecases/risk/roll-up';

import { act, buildFields, TODAY } from './risk';

/** A page as Confluence has it, with what the app once wrote about it. */
export interface WikiPage {
  readonly id: string;
  /** Where it was when its register was last written to; the space that it is in now otherwise. */
  readonly writtenIn?: string;
  readonly spaceId?: string;
  readonly title?: string;
  /** Who may see it; everybody by default. */
  readonly readers?: readonly string[];
  readonly status?: 'current' | 'archived' | 'trashed';
  readonly risks?: readonly Partial<RiskFields>[];
  /** How many macros it has; one by default. */
  readonly macros?: number;
}

/** Writes a page's registers with the app's own use cases. */
async function write(registers: RegisterStore, page: WikiPage, day: string): Promise<void> {
  const { id: pageId, risks = [{}], macros = 1 } = page;
  const spaceId = page.writtenIn ?? page.spaceId ?? '1';
  for (let macro = 0; macro < macros; macro += 1) {
    const made = act(day);
    const place = { pageId, localId: `macro-${macro}`, spaceId };
    const registerId = await registerHere(registers, place, made.at);
    const request = {
      registerId,
      spaceId,
      risks: risks.map((changes, index) => ({
        id: `${registerId}-${index}`,
        fields: buildFields(changes),
        origin: { kind: 'written' as const },
      })),
    };
    await createRisks({ registers, pause: () => Promise.resolve() }, request, made);
  }
}

const inSight = ({ id, title = `Page ${id}`, spaceId = '1' }: WikiPage): PageInSight => ({
  id,
  title,
  spaceId,
  path: `/wiki/spaces/S${spaceId}/pages/${id}`,
});

/** Registers on pages in memory, and the ports through which one viewer sees them. */
export async function overviewOf(
  pages: readonly WikiPage[],
  { spaces = ['1', '2'], day = TODAY }: { readonly spaces?: readonly string[]; readonly day?: string } = {},
) {
  const registers = createMemoryRegisters();
  for (const page of pages) await write(registers, page, day);
  const calls = { queries: 0, pages: 0, spaces: 0 };
  const portsFor = (accountId: string): RollUpPorts => ({
    listSummaries: async (spaceId, cursor) => {
      calls.queries += 1;
      return await registers.listSummaries(spaceId, cursor);
    },
    readPages: (ids) => {
      if (ids.length > 0) calls.pages += 1;
      const isSeen = ({ id, readers, status = 'current' }: WikiPage) =>
        ids.includes(id) && status === 'current' && (readers?.includes(accountId) ?? true);
      return Promise.resolve(pages.filter(isSeen).map(inSight));
    },
    maySeeSpace: (spaceId) => {
      calls.spaces += 1;
      return Promise.resolve(spaces.includes(spaceId));
    },
  });
  return { registers, portsFor, calls };
}
