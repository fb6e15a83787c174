import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Clock } from '#sandbox/clock';
import type {
  AppFunctions,
  DeclaredFunction,
  FunctionAnswer,
  FunctionAnswers,
  FunctionClause,
  InvokeFunction,
  Precomputation,
} from '#sandbox/jira/jql/app-functions.types';
import { JqlError, JqlNotSimulated } from '#sandbox/jira/jql/error';
import { checkFragment } from '#sandbox/jira/jql/fragment';
import { checkClause, functionsIn } from '#sandbox/jira/jql/function-clauses';
import type { Store } from '#sandbox/state/store';

const COLLECTION = 'jql-precomputations';

/** Jira removes an answer after a week, and asks the app again. */
const KEPT_FOR_MS = 7 * 86_400_000;

const ANSWER = z.union([
  z.object({ jql: z.string() }),
  z.object({ error: z.string(), storeErrorAsPrecomputation: z.boolean().optional() }),
]);

const ROW = z.object({
  id: z.string(),
  moduleKey: z.string(),
  field: z.string(),
  operator: z.string(),
  functionName: z.string(),
  arguments: z.array(z.string()),
  answer: z.union([z.object({ value: z.string() }), z.object({ error: z.string() })]),
  created: z.number(),
  updated: z.number(),
  used: z.number(),
});

/** A kept answer serves the same clause alone: the same field, operator and words. */
const nameOf = ({ field, operator, functionName, arguments: words }: FunctionClause) =>
  JSON.stringify([field.toLowerCase(), operator, functionName.toLowerCase(), words]);

/** What the search bar shows when the app's function fails. */
const failed = (name: string): FunctionAnswer => ({
  error: `An error occurred while the app evaluated the function '${name}'. Try again later.`,
});

/**
 * The app's JQL functions as Jira runs them: each clause is answered by the app once, for everybody, and the answer is kept for a week.
 * An error is kept when the app says so, and asked for again otherwise.
 * @see https://developer.atlassian.com/cloud/jira/platform/jql-functions/
 */
export function openAppFunctions(options: {
  readonly functions: readonly DeclaredFunction[];
  readonly ariOf: (moduleKey: string) => string;
  readonly store: Store;
  readonly clock: Clock;
}): AppFunctions {
  const { functions, ariOf, store, clock } = options;
  let invoke: InvokeFunction | undefined;
  const kept = new Map<string, Precomputation>();
  for (const [id, value] of store.load(COLLECTION)) kept.set(id, ROW.parse(value));

  const put = (row: Precomputation) => {
    kept.set(row.id, row);
    store.put(COLLECTION, row.id, row);
  };
  const all = () => {
    for (const { id, created } of kept.values()) {
      if (clock.now() - created < KEPT_FOR_MS) continue;
      kept.delete(id);
      store.remove(COLLECTION, id);
    }
    return [...kept.values()];
  };
  const declared = (name: string) => functions.find((each) => each.name.toLowerCase() === name.toLowerCase());

  const askApp = async (
    of: DeclaredFunction,
    clause: FunctionClause,
  ): Promise<{ answer: FunctionAnswer; isKept: boolean }> => {
    if (!invoke) throw new JqlNotSimulated(`not simulated here: the function ${of.name}() of an app`);
    const parsed = await invoke(of, clause).then(
      (answer) => ANSWER.safeParse(answer).data,
      () => undefined,
    );
    if (parsed === undefined) return { answer: failed(of.name), isKept: false };
    if ('error' in parsed) {
      return { answer: { error: parsed.error }, isKept: parsed.storeErrorAsPrecomputation === true };
    }
    try {
      checkFragment(of.name, parsed.jql);
    } catch (error) {
      if (!(error instanceof JqlError)) throw error;
      return { answer: { error: error.message }, isKept: false };
    }
    return { answer: { value: parsed.jql }, isKept: true };
  };

  const answerOf = async (of: DeclaredFunction, clause: FunctionClause): Promise<FunctionAnswer> => {
    const known = all().find((row) => nameOf(row) === nameOf(clause));
    if (known) {
      put({ ...known, used: clock.now() });
      return known.answer;
    }
    const { answer, isKept } = await askApp(of, clause);
    const now = clock.now();
    const row = { ...clause, functionName: of.name, moduleKey: of.moduleKey, answer };
    if (isKept) put({ ...row, id: randomUUID(), created: now, updated: now, used: now });
    return answer;
  };

  const prepare = async (queries: readonly string[]): Promise<FunctionAnswers> => {
    const answers = new Map<string, FunctionAnswer>();
    const named = queries.filter((jql) =>
      functions.some(({ name }) => jql.toLowerCase().includes(name.toLowerCase())),
    );
    for (const clause of named.flatMap(functionsIn)) {
      const of = declared(clause.functionName);
      if (!of || answers.has(nameOf(clause)) || !isSound(of, clause)) continue;
      answers.set(nameOf(clause), await answerOf(of, clause));
    }
    return { declared, answerFor: (clause) => answers.get(nameOf(clause)) };
  };

  return {
    all,
    ariOf,
    functions,
    serveWith: (run) => {
      invoke = run;
    },
    prepare,
    update(id, answer) {
      const row = kept.get(id);
      if (!row) return;
      if ('value' in answer) checkFragment(row.functionName, answer.value);
      put({ ...row, answer, updated: clock.now() });
    },
  };
}

/** The app is asked for no clause that is refused anyhow. */
function isSound(declared: DeclaredFunction, clause: FunctionClause): boolean {
  try {
    checkClause(declared, clause);
    return true;
  } catch {
    return false;
  }
}
