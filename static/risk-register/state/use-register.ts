import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';

import type { SuggestRisksAnswer } from '#src/contract/risk/calls';
import type { Register, RegisterFields } from '#src/domain/risk/register';
import type { RegisterProblem } from '#src/domain/risk/register-change';
import type { ReviewSession } from '#src/domain/risk/review-session';
import type { Risk, RiskFields } from '#src/domain/risk/risk';
import type { Origin, RiskEvent } from '#src/domain/risk/risk-event';

import { usePlatform } from '../../ui/bridge-context';
import { attempt, type Result, type ScreenFailure } from '../../ui/failure';
import { useOnline } from '../../ui/use-answer';

import { openedOf, type Opened } from './opened';
import { nextState, UNOPENED, type RegisterState } from './register-state';
import { outcomeOf, sendWish, type Outcome, type Wish } from './send-change';
import { registerOf, registerProblemsOf, requestOf } from './wire';

/** A risk to be made. Its id is the screen's, so that sending it twice makes one risk. */
export interface NewRisk {
  readonly id: string;
  readonly fields: RiskFields;
  readonly origin: Origin;
}

/** What became of a change of the register's settings. */
export type RegisterOutcome =
  | { readonly kind: 'done' | 'same' | 'clash'; readonly register: Register }
  | { readonly kind: 'invalid'; readonly problems: readonly RegisterProblem[] }
  | { readonly kind: 'failed'; readonly failure: ScreenFailure };

/** Everything that the screen can do with its register. Stays the same for as long as the screen is open. */
export interface Acts {
  /** Reads the register anew; null when that failed. */
  readonly read: () => Promise<Opened | null>;
  /** Changes a risk. Wishes for the same risk are sent one after the other. */
  readonly wish: (base: Risk, wish: Wish) => Promise<Outcome>;
  /** Makes up to 20 risks; one outcome for each, in their order. */
  readonly create: (risks: readonly NewRisk[]) => Promise<readonly Outcome[]>;
  readonly changeRegister: (version: number, patch: Partial<RegisterFields>) => Promise<RegisterOutcome>;
  readonly endReview: (startedAt: string) => Promise<Result<{ readonly session: ReviewSession | null }>>;
  /** What the register's board suggests; see the call. */
  readonly suggest: () => Promise<Result<SuggestRisksAnswer>>;
  /** For good. */
  readonly dismissSuggestion: (key: string) => Promise<Result<unknown>>;
  readonly remind: (isOn: boolean) => Promise<Result<unknown>>;
  readonly adopt: (how: 'copy' | 'show' | 'start-empty') => Promise<ScreenFailure | null>;
}

/** Older than this, the register is read anew when the viewer comes back to it. */
const FRESH_FOR = 60_000;

/** The register of the macro, read when the screen opens, and everything that can be done with it. */
export function useRegister(): { readonly state: RegisterState; readonly acts: Acts } {
  const { bridge } = usePlatform();
  const [state, dispatch] = useReducer(nextState, UNOPENED);
  const readAt = useRef(0);
  const round = useRef(0);

  const read = useCallback(async () => {
    round.current += 1;
    const mine = round.current;
    dispatch({ type: 'asked' });
    const result = await attempt(() => bridge.call('open-register', {}));
    // A later reading knows more.
    if (mine !== round.current) return null;
    readAt.current = Date.now();
    if (!result.ok) {
      dispatch({ type: 'failed', failure: result.failure });
      return null;
    }
    const opened = openedOf(result.data);
    dispatch({ type: 'opened', opened });
    return opened;
  }, [bridge]);

  useEffect(() => {
    void read();
    const lookAgain = () => {
      if (!document.hidden && Date.now() - readAt.current > FRESH_FOR) void read();
    };
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      round.current += 1;
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [read]);

  const acts = useMemo((): Acts => {
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
      if (outcome.kind === 'done') store(outcome.risk, outcome.event);
      if (outcome.kind === 'same') store(outcome.risk, null);
      if (asked.kind === 'edit') dispatch({ type: 'settled', riskId: base.id });
      // What Jira says of an issue that was added comes with the register alone.
      if (outcome.kind === 'done' && namesIssues(outcome.event)) void read();
      return outcome;
    };
    const create = async (risks: readonly NewRisk[]): Promise<readonly Outcome[]> => {
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
        if (outcome.kind === 'done') store(outcome.risk, outcome.event);
        if (outcome.kind === 'same') store(outcome.risk, null);
        return outcome;
      });
    };
    return {
      read,
      wish,
      create: async (risks) => {
        const outcomes = await create(risks);
        const hasIssues = risks.some(({ fields }) => fields.issueIds.length > 0);
        if (hasIssues && outcomes.some(({ kind }) => kind === 'done')) void read();
        return outcomes;
      },
      changeRegister: async (version, patch) => {
        const request = requestOf<'change-register'>({ version, patch });
        const result = await attempt(() => bridge.call('change-register', request));
        if (!result.ok) return { kind: 'failed', failure: result.failure };
        const { data } = result;
        if (data.result === 'invalid') {
          return { kind: 'invalid', problems: registerProblemsOf(data.problems) };
        }
        const register = registerOf(data.register);
        dispatch({ type: 'register', register });
        return {
          kind: data.result === 'changed' ? 'done' : data.result === 'same' ? 'same' : 'clash',
          register,
        };
      },
      endReview: async (startedAt) => {
        const result = await attempt(() => bridge.call('end-review', { startedAt }));
        if (!result.ok) return result;
        dispatch({ type: 'register', register: registerOf(result.data.register) });
        return { ...result, data: { session: result.data.session } };
      },
      suggest: async () => await attempt(() => bridge.call('suggest-risks', {})),
      dismissSuggestion: async (key) => {
        const result = await attempt(() => bridge.call('dismiss-suggestion', { key }));
        if (!result.ok) return result;
        dispatch({ type: 'register', register: registerOf(result.data.register) });
        dispatch({ type: 'suggestions-settled', keys: result.data.settledKeys });
        return result;
      },
      remind: async (isOn) => {
        const result = await attempt(() => bridge.call('set-reminder', { isOn }));
        if (result.ok) dispatch({ type: 'reminder', isReminding: result.data.isReminding });
        return result;
      },
      adopt: async (how) => {
        const result = await attempt(() => bridge.call('adopt-register', { how }));
        if (!result.ok) return result.failure;
        round.current += 1;
        dispatch({ type: 'opened', opened: openedOf(result.data) });
        return null;
      },
    };
  }, [bridge, read]);

  const readOnceOnline = useCallback(() => {
    void read();
  }, [read]);
  useOnline(state.failure?.code === 'offline', readOnceOnline);
  return { state, acts };
}

function namesIssues(event: RiskEvent): boolean {
  return 'changes' in event && event.changes.some(({ field }) => field === 'issueIds');
}
