import { z } from 'zod';

import type { JqlApp } from '#src/app/jql';
import { nameOf } from '#src/app/register';
import { writeAnswer } from '#src/background/jql/write-answer';
import { functionNamed } from '#src/domain/jql/functions';
import type { Clause } from '#src/ports/jql';
import { isLasting, type Computed } from '#src/usecases/jql/compute-clause';

/** As long as a query may get anyhow. */
const WORD = z.string().max(1_000);

/**
 * What Jira hands to a function: a clause of somebody's query, and nobody's name.
 * @see https://developer.atlassian.com/cloud/jira/platform/jql-functions/
 */
const PAYLOAD = z.object({
  clause: z.object({
    functionName: WORD,
    operator: z.enum(['in', 'not in']),
    arguments: z.array(WORD).max(2),
  }),
});

/** What Jira takes back. An error that is not stored is asked for anew with the next search. */
export type FunctionAnswer =
  { readonly jql: string } | { readonly error: string; readonly storeErrorAsPrecomputation?: true };

/**
 * Makes the function behind every JQL function of the app. Anybody may search with it, licensed or not: reading needs no licence. What
 * passes by itself is not stored, so that the next search tries again.
 */
export function createClauseAnswerer(app: JqlApp) {
  const computed = async (clause: Clause): Promise<Computed> => {
    try {
      if (functionNamed(clause.functionName) !== null) await app.use.note();
      return await app.compute()(clause);
    } catch (error) {
      app.log({ event: 'jql-function-failed', error: nameOf(error) });
      return { kind: 'refused', why: 'no-answer' };
    }
  };
  return async (payload: unknown): Promise<FunctionAnswer> => {
    const clause = PAYLOAD.safeParse(payload).data?.clause;
    if (clause === undefined) {
      const unnamed: Clause = { functionName: '', operator: 'in', arguments: [] };
      return writeAnswer(unnamed, { kind: 'refused', why: 'no-such-function' });
    }
    const result = await computed(clause);
    const answer = writeAnswer(clause, result);
    const isKept = result.kind === 'refused' && isLasting(result.why);
    return 'error' in answer && isKept ? { ...answer, storeErrorAsPrecomputation: true } : answer;
  };
}
