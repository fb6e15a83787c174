import type { BacklogAssessment } from '#src/domain/backlog/assessment';
import type { Unit } from '#src/domain/capacity/forecast';
import { boardFacts, unknownBlockers } from '#src/domain/risk/board-facts';
import type { Scale } from '#src/domain/risk/rating';
import { suggestRisks, type Suggestion } from '#src/domain/risk/suggest-risks';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadPage } from '#src/ports/risk/page-access';
import type { MacroPlace, RegisterStore } from '#src/ports/risk/register-store';
import type { OpenedBacklog } from '#src/usecases/open-backlog';

/** A board as one user of Jira sees it. */
export interface BoardReading {
  /** The viewer's last answer where that will do; see `openBacklog`. */
  readonly openBacklog: (boardId: number, options: { readonly mayBeKept: boolean }) => Promise<OpenedBacklog>;
  /** Ids of issues by their keys, as far as the viewer may see them. */
  readonly findIssueIds: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export interface SuggestPorts {
  readonly registers: Pick<RegisterStore, 'idOf' | 'load'>;
  readonly readPage: ReadPage;
  /** null where nobody is there to read Jira as. */
  readonly boards: BoardReading | null;
  readonly now: () => Date;
}

/**
 * Why nothing is suggested. `no-jira`: Jira is not there, or does not answer. `no-access`: the viewer may not see the
 * board, or it is gone.
 */
export type WhyNoSuggestions = 'no-board' | 'no-jira' | 'no-access' | 'too-little-history';

export type SuggestedRisks =
  | { readonly result: 'none'; readonly boardId: number | null; readonly reason: WhyNoSuggestions }
  | {
      readonly result: 'suggested';
      readonly boardId: number;
      readonly boardName: string;
      readonly unit: Unit;
      /** When Jira was read. */
      readonly asOf: Date;
      readonly suggestions: readonly Suggestion[];
      /** Keys of the issues that the suggestions speak of, by id. */
      readonly issueKeys: Readonly<Record<string, string>>;
    };

/** A risk is looked at every week: what a board said a day ago still holds, and costs next to nothing. */
const KEPT_WILL_DO_MS = 24 * 3_600_000;

const WHY: Partial<Record<ReadFailure['kind'], WhyNoSuggestions>> = {
  'no-access': 'no-access',
  'not-found': 'no-access',
  'jira-unavailable': 'no-jira',
};

/**
 * The risks that the register's board suggests, read as the viewer: whoever may see the page and not the board gets no facts of it.
 * The page is asked for first, so that Jira is not read for somebody who may not see it.
 * @throws ReadFailure `not-found` when the viewer may not see the page; as Jira fails, where that passes.
 */
export async function suggestRisksFor(
  { registers, readPage, boards, now }: SuggestPorts,
  place: MacroPlace,
): Promise<SuggestedRisks> {
  const [record] = await Promise.all([registers.load(registers.idOf(place)), readPage(place.pageId)]);
  const boardId = record?.register.boardId ?? null;
  if (record === null || boardId === null) return { result: 'none', boardId, reason: 'no-board' };
  if (boards === null) return { result: 'none', boardId, reason: 'no-jira' };
  try {
    const { backlog } = await openLately(boards, boardId, now());
    const { assessment, asOf, missing, board } = backlog;
    const { register, settledKeys } = record;
    const looked = await findRoots(boards, boardId, assessment, register.scale);
    const facts = boardFacts(boardId, assessment, looked);
    const suggestions = suggestRisks(facts, new Set(settledKeys), register.scale);
    const history = missing.find(({ part }) => part === 'history');
    if (facts.runway === null && suggestions.length === 0) {
      if (history === undefined) return { result: 'none', boardId, reason: 'too-little-history' };
      // What could not be read is not the same as too little.
      throw new ReadFailure(history.why, 'suggested risks: no sprint history.', history.retryAfterSeconds);
    }
    const keys = new Map([
      ...assessment.issues.map(({ id, key }) => [id, key] as const),
      ...[...looked].map(([key, id]) => [id, key] as const),
    ]);
    const issueKeys = Object.fromEntries(
      suggestions.flatMap(issuesOf).flatMap((id) => {
        const key = keys.get(id);
        return key === undefined ? [] : [[id, key] as const];
      }),
    );
    const { unit } = assessment;
    return { result: 'suggested', boardId, boardName: board.name, unit, asOf, suggestions, issueKeys };
  } catch (error) {
    const reason = error instanceof ReadFailure ? WHY[error.kind] : undefined;
    if (reason === undefined) throw error;
    return { result: 'none', boardId, reason };
  }
}

/**
 * Ids by key of issues beyond what was read that a suggestion starts from; the others that were not read are not asked for, since
 * each costs something.
 */
async function findRoots(
  { findIssueIds }: BoardReading,
  boardId: number,
  assessment: BacklogAssessment,
  scale: Scale,
): Promise<ReadonlyMap<string, string>> {
  // A key stands for an id until it is known whether it matters.
  const standIns = new Map(unknownBlockers(assessment).map((key) => [key, key]));
  const suggested = suggestRisks(boardFacts(boardId, assessment, standIns), new Set(), scale);
  const roots = suggested.flatMap(issuesOf).filter((id) => standIns.has(id));
  return roots.length === 0 ? new Map() : await findIssueIds(roots);
}

/** The viewer's last answer while it is a day old at most, or a new one. */
async function openLately({ openBacklog }: BoardReading, boardId: number, now: Date) {
  const opened = await openBacklog(boardId, { mayBeKept: true });
  const { isKept, asOf } = opened.backlog;
  if (!isKept || now.getTime() - asOf.getTime() <= KEPT_WILL_DO_MS) return opened;
  return await openBacklog(boardId, { mayBeKept: false });
}

const issuesOf = (suggestion: Suggestion): readonly string[] =>
  suggestion.kind === 'blocked-chain' ? [...suggestion.evidence.blockedIds, suggestion.evidence.rootId] : [];
