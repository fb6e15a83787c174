import { z } from 'zod';

import { RISK_ID } from '#src/contract/risk/register';

const REASON = z.object({
  id: z.string(),
  text: z.string(),
  likes: z.number().int(),
  isLikedByViewer: z.boolean(),
  reasonIds: z.array(z.string()),
  riskIds: z.array(z.string()),
});

export const READ_PRE_MORTEM_RESPONSE = z.object({ reasons: z.array(REASON) });

export const WRITE_PRE_MORTEM_REQUEST = z.object({
  entry: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reason'), id: z.uuid(), text: z.string().max(4_000) }),
    z.object({ kind: z.literal('like'), reasonId: z.uuid(), isLiked: z.boolean() }),
    z.object({
      kind: z.literal('merge'),
      id: z.uuid(),
      reasonIds: z.array(z.uuid()).min(2).max(50),
      text: z.string().max(400).nullable(),
    }),
    z.object({ kind: z.literal('risk'), reasonId: z.uuid(), riskId: RISK_ID }),
  ]),
});

export const WRITE_PRE_MORTEM_RESPONSE = z.discriminatedUnion('result', [
  READ_PRE_MORTEM_RESPONSE.extend({ result: z.literal('written') }),
  z.object({ result: z.literal('invalid'), problem: z.looseObject({ kind: z.string() }) }),
]);
