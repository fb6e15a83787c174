import {
  functionNamed,
  issuesOf,
  levelNamed,
  pageNumbered,
  RISK_FUNCTION,
  type BoardFunction,
} from '#src/domain/jql/functions';
import { listIssues, type Listed } from '#src/domain/jql/listed';
import type { Level } from '#src/domain/risk/level';
import type { Clause } from '#src/ports/jql';
import { ReadFailure } from '#src/ports/read-failure';
import type { BoardBacklog } from '#src/usecases/board-backlog';
import { judgeLately, type JudgeLatelyPorts } from '#src/usecases/jql/judge-lately';
import { mitigatingIssues, type MitigatingIssuesPorts } from '#src/usecases/jql/mitigating-issues';
import { resolveBoard, type ResolveBoardPorts } from '#src/usecases/jql/resolve-board';

export interface ComputeClausePorts {
  /** As the app, anew for each board: a deadline and a turn of calls of its own. */
  readonly judging: () => JudgeLatelyPorts & ResolveBoardPorts;
  readonly mitigating: () => MitigatingIssuesPorts;
}

/** Why a clause has no answer. */
export type Refusal =
  | Extract<Listed, { kind: 'refused' }>['why']
  | 'no-such-function'
  /** No board of that name, none that the app may see, or several. */
  | 'no-single-board'
  | 'too-little-history'
  | 'no-such-level'
  | 'not-a-page'
  /** Jira or Confluence has no capacity for the app now. */
  | 'no-capacity'
  /** They did not answer as they should. */
  | 'no-answer';

export type Computed =
  Extract<Listed, { kind: 'issues' }> | { readonly kind: 'refused'; readonly why: Refusal };

/** Whether the same clause will be refused for the same reason however soon it is asked for again. */
export function isLasting(why: Refusal): boolean {
  return why !== 'no-capacity' && why !== 'no-answer' && why !== 'no-single-board';
}

/** What one run knows already, so that clauses about one board read it once. */
interface Known {
  readonly boards: Map<string, Promise<number | null>>;
  readonly backlogs: Map<number, Promise<BoardBacklog>>;
  readonly levels: Map<Level, Promise<readonly string[]>>;
}

async function once<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  read: () => Promise<Value>,
): Promise<Value> {
  const reading = known.get(key) ?? read();
  known.set(key, reading);
  return await reading;
}

const refused = (why: Refusal): Computed => ({ kind: 'refused', why });

async function ofBoard(
  { judging }: ComputeClausePorts,
  known: Known,
  name: BoardFunction,
  text: string,
): Promise<readonly string[] | Refusal> {
  const ports = judging();
  const boardId = await once(known.boards, text.trim(), () => resolveBoard(ports, text));
  if (boardId === null) return 'no-single-board';
  const { assessment, missing } = await once(known.backlogs, boardId, () => judgeLately(ports, boardId));
  // An answer for everybody, kept for days, is not made from half a reading.
  if (missing.length > 0) return 'no-answer';
  return issuesOf(name, assessment) ?? 'too-little-history';
}

function refusalBy(error: unknown): Refusal {
  if (!(error instanceof ReadFailure)) throw error;
  switch (error.kind) {
    case 'rate-limited':
      return 'no-capacity';
    case 'not-found':
    case 'no-access':
      return 'no-single-board';
    case 'timed-out':
    case 'jira-unavailable':
    case 'confluence-unavailable':
    case 'unexpected-answer':
      return 'no-answer';
  }
}

/**
 * Makes what computes clauses for one run: the issues that a function stands for in a query, for whoever searches. Nobody's permissions are
 * known, so it holds ids alone, of which Jira shows each searcher what they may see.
 */
export function clauseComputer(ports: ComputeClausePorts) {
  const known: Known = { boards: new Map(), backlogs: new Map(), levels: new Map() };

  const issuesFor = async ({ functionName, arguments: words }: Clause) => {
    const name = functionNamed(functionName);
    const [first = ''] = words;
    if (name === null) return 'no-such-function';
    if (name !== RISK_FUNCTION) return await ofBoard(ports, known, name, first);
    const level = levelNamed(first);
    if (level === null) return 'no-such-level';
    return await once(known.levels, level, () => mitigatingIssues(ports.mitigating(), level));
  };

  return async (clause: Clause): Promise<Computed> => {
    const word = clause.arguments[1];
    const page = word === undefined ? null : pageNumbered(word);
    // Before anything is read for it.
    if (word !== undefined && page === null) return refused('not-a-page');
    try {
      const ids = await issuesFor(clause);
      return typeof ids === 'string' ? refused(ids) : listIssues(ids, page);
    } catch (error) {
      return refused(refusalBy(error));
    }
  };
}
