import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import { ReadFailure } from '#src/ports/read-failure';
import type { MayAdministerSpace } from '#src/ports/transfer/administration';

const OPERATIONS = z.object({
  operations: z.array(z.object({ operation: z.string(), targetType: z.string() })),
});

/** @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-operation/#api-spaces-id-operations-get */
export function mayAdministerSpace({ requestConfluence, ask }: WikiAccess): MayAdministerSpace {
  return async (spaceId) => {
    try {
      const { operations } = await ask('space operations', OPERATIONS, () =>
        requestConfluence(route`/wiki/api/v2/spaces/${spaceId}/operations`),
      );
      return operations.some(
        ({ operation, targetType }) => operation === 'administer' && targetType === 'space',
      );
    } catch (error) {
      if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access'))
        return false;
      throw error;
    }
  };
}
