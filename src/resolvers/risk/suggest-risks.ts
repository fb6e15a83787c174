import type { RegisterApp } from '#src/app/register';
import { REGISTER_CALLS, type ResponseOf } from '#src/contract/index';
import type { CallResolver } from '#src/resolvers/answer-call';
import { answerReading } from '#src/resolvers/risk/answer-register-call';
import { toWire } from '#src/resolvers/risk/to-wire';
import { suggestRisksFor } from '#src/usecases/risk/suggest-risks';

/**
 * Which board is read is the register's own setting, never the screen's word. The page and the board are both read as the
 * viewer: who may see the one and not the other gets nothing of it.
 */
export function suggestRisksResolver(app: RegisterApp): CallResolver<ResponseOf<'suggest-risks'>> {
  return answerReading<object, ResponseOf<'suggest-risks'>>(
    app,
    { call: 'suggest-risks', schema: REGISTER_CALLS['suggest-risks'].request },
    async ({ ports, place }) => {
      const suggested = await suggestRisksFor(ports, place);
      if (suggested.result === 'none') return suggested;
      return toWire({ ...suggested, asOf: suggested.asOf.toISOString() });
    },
    // A template's macro has no register, and no board.
    () => ({ result: 'none', boardId: null, reason: 'no-board' }),
  );
}
