import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import { attempt } from '../../ui/failure';

import type { Acts, ActsBasis, NewRisk } from './acts';
import { outcomeOf, sendWish, type Outcome, type Wish } from './send-change';
import { registerOf, requestOf } from './wire';

/** What can be done with risks. */
export function riskActs({ bridge, dispatch, read, written }: ActsBasis): Pick<Acts, 'wish' | 'create'> {
  const queues = new Map<string, Promise<unknown>>();
  const inTurn = async <T>(riskId: string, act: () => Promise<T>): Promise<T> => {
    const before = queues.get(riskId) ?? Promise.resolve();
    const turn = before.then(act);
    const quiet = turn.catch(() => undefined);
    queues.set(riskId, quiet);
    try {
      return await turn;
    } finally {
      if (queues.get(riskId) === quiet) queues.delete(riskId);
    }
  };
  const store = (risk: Risk, event: RiskEvent | null) => {
    dispatch({ type: 'risk', risk, event });
  };
  /** Takes in what a wish or a new risk came to. */
  const take = (outcome: Outcome) => {
    if (outcome.kind === 'same') store(outcome.risk, null);
    if (outcome.kind !== 'done') return;
    store(outcome.risk, outcome.event);
    if (outcome.settledKeys !== undefined)
      dispatch({ type: 'suggestions', settledKeys: outcome.settledKeys });
    written();
  };

  const wish = async (base: Risk, asked: Wish): Promise<Outcome> => {
    if (asked.kind === 'edit') dispatch({ type: 'sent', riskId: base.id, patch: asked.patch });
    const outcome = await inTurn(
      base.id,
      async () =>
        await sendWish(
          base,
          asked,
          async (request) => await attempt(() => bridge.call('change-risk', request)),
          (theirs) => {
            store(theirs, null);
          },
        ),
    );
    take(outcome);
    if (asked.kind === 'edit') dispatch({ type: 'settled', riskId: base.id });
    // What Jira says of an issue that was added comes with the register alone.
    if (outcome.kind === 'done' && namesIssues(outcome.event)) void read();
    return outcome;
  };

  const make = async (risks: readonly NewRisk[]): Promise<readonly Outcome[]> => {
    const request = requestOf<'create-risks'>({ risks });
    const result = await attempt(() => bridge.call('create-risks', request));
    if (!result.ok) return risks.map(() => ({ kind: 'failed', failure: result.failure }));
    dispatch({ type: 'register', register: registerOf(result.data.register) });
    const settled = risks.flatMap(({ origin }, index) => {
      const made = result.data.answers[index]?.result;
      const isMade = made === 'changed' || made === 'same';
      return origin.kind === 'suggestion' && isMade ? [origin.key] : [];
    });
    if (settled.length > 0) dispatch({ type: 'suggestions-settled', keys: settled });
    return result.data.answers.map((answer): Outcome => {
      if (answer.result === 'conflict') {
        return { kind: 'failed', failure: { code: 'conflict', message: 'There is another of that id.' } };
      }
      const outcome = outcomeOf(answer);
      take(outcome);
      return outcome;
    });
  };

  return {
    wish,
    create: async (risks) => {
      const outcomes = await make(risks);
      const hasIssues = risks.some(({ fields }) => fields.issueIds.length > 0);
      if (hasIssues && outcomes.some(({ kind }) => kind === 'done')) void read();
      return outcomes;
    },
  };
}

function namesIssues(event: RiskEvent): boolean {
  return 'changes' in event && event.changes.some(({ field }) => field === 'issueIds');
}
