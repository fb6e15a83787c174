import { z } from 'zod';

import { digestOf, ENTITY, type RiskStorageAccess } from '#src/adapters/storage/risk/entities';
import { readPages } from '#src/adapters/storage/risk/read-rows';
import type { PreMortemEntry } from '#src/domain/risk/pre-mortem';
import type { PreMortemStore } from '#src/ports/risk/pre-mortem-store';

const SHAPE = 1;

const ENTRY: z.ZodType<PreMortemEntry> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reason'), id: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('like'),
    reasonId: z.string(),
    voter: z.string(),
    turn: z.number(),
    isLiked: z.boolean(),
  }),
  z.object({
    kind: z.literal('merge'),
    id: z.string(),
    turn: z.number(),
    reasonIds: z.array(z.string()),
    text: z.string().nullable(),
  }),
  z.object({ kind: z.literal('risk'), reasonId: z.string(), riskId: z.string() }),
]);

/** What is stored, by the attributes of the entity. */
export const PRE_MORTEM_ROW = z.object({ shape: z.literal(SHAPE), entry: ENTRY });

/**
 * Entries are rows of their own, so that people who write at once cannot undo each other. A like is the voter's own row for a
 * reason, and a change of mind takes its place. The row's key names nobody, and nothing says when it was written.
 */
export function preMortemKey(registerId: string, entry: PreMortemEntry): string {
  switch (entry.kind) {
    case 'reason':
    case 'merge':
      return `${registerId}:${entry.kind}:${entry.id}`;
    case 'like':
      return `${registerId}:like:${entry.reasonId}:${entry.voter}`;
    case 'risk':
      return `${registerId}:risk:${entry.reasonId}:${entry.riskId}`;
  }
}

/** Pre-mortems in a custom entity of `@forge/kvs`. */
export function createPreMortemStore({ storage, report }: RiskStorageAccess): PreMortemStore {
  return {
    async read(registerId) {
      const rows = await readPages(() =>
        storage
          .entity<Readonly<Record<string, unknown>>>(ENTITY.preMortem)
          .query()
          .index('by-register', { partition: [registerId] }),
      );
      return rows.flatMap(({ key, value }): PreMortemEntry[] => {
        const row = PRE_MORTEM_ROW.safeParse(value);
        if (!row.success) report(ENTITY.preMortem, key);
        return row.success ? [row.data.entry] : [];
      });
    },
    async add(registerId, entry) {
      const key = preMortemKey(registerId, entry);
      const row = { shape: SHAPE, registerId, order: digestOf(key), entry };
      const entity = storage.entity<typeof row>(ENTITY.preMortem);
      if (entry.kind !== 'reason') {
        await entity.set(key, row);
        return;
      }
      await entity.set(key, row, { keyPolicy: 'FAIL_IF_EXISTS' }).catch(async (error: unknown) => {
        if ((await entity.get(key)) === undefined) throw error;
      });
    },
    // Accounts are no secret, so the digest is a pseudonym within one register and no more: a secret beside it in the same
    // storage would not keep it from whoever reads the storage.
    voterOf: (registerId, accountId) => digestOf('voter', registerId, accountId),
  };
}
