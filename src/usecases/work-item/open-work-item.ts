import type { NotLooked } from '#src/domain/backlog/work-item/judge-alone';
import type { BoardSummary } from '#src/ports/boards';
import type { ReadWorkItem } from '#src/ports/work-item/work-item';
import { basisOf } from '#src/usecases/answer-basis';
import { wordsOf } from '#src/usecases/board-words';
import type { OpenedBacklog } from '#src/usecases/open-backlog';
import { listProjectBoards } from '#src/usecases/list-project-boards';
import { createOptionalParts, type OptionalParts } from '#src/usecases/optional-parts';
import {
  judgeWithSurroundings,
  type SurroundingsPorts,
} from '#src/usecases/work-item/judge-with-surroundings';
import {
  readSetup,
  recallSetup,
  withOtherBoard,
  type SetupPorts,
  type WorkItemSetup,
} from '#src/usecases/work-item/read-setup';

export interface OpenWorkItemPorts extends SetupPorts, SurroundingsPorts {
  readonly readWorkItem: ReadWorkItem;
}

export interface WorkItemRequest {
  readonly issueId: string;
  readonly projectId: string;
  /** null for the one that the viewer last used. */
  readonly boardId: number | null;
}

/** What is said of an issue where it is not judged. */
export type NotJudged = 'not-counted' | 'done' | 'not-on-board';

export type OpenedWorkItem =
  | { readonly state: 'no-board' }
  | {
      readonly state: NotJudged;
      readonly board: BoardSummary;
      readonly boards: readonly BoardSummary[] | null;
    }
  | {
      readonly state: 'judged';
      /** The backlog with this issue alone. */
      readonly opened: OpenedBacklog;
      readonly boards: readonly BoardSummary[] | null;
      /** When the viewer's last answer was made; null where there is none that holds. */
      readonly comparedWith: string | null;
      readonly isUnderWay: boolean;
      /** Whether the last answer has the issue, or the board would be read for it. */
      readonly canMend: boolean;
      readonly notLooked: readonly NotLooked[];
    };

/** Boards that are looked through for an issue, at three points each. */
const OTHERS_TRIED = 3;

/**
 * Judges one issue by the rules of a board of its project, as the viewer. Its backlog is not read: what depends on it comes from
 * the viewer's last answer for the board, and is otherwise said not to be known.
 * @throws ReadFailure when the viewer may not see the issue or the chosen board, or Jira does not answer.
 */
export async function openWorkItem(
  ports: OpenWorkItemPorts,
  { issueId, projectId, boardId }: WorkItemRequest,
): Promise<OpenedWorkItem> {
  const parts = createOptionalParts();
  const setup = await readSetup(ports, parts, { projectId, boardId });
  if (setup === null) return { state: 'no-board' };
  const item = await judge(ports, parts, setup, issueId);
  if (item.state !== 'not-on-board' || boardId !== null) return item;
  const other = await findOtherBoard(ports, setup, { issueId, projectId });
  return other === null ? item : await judge(ports, parts, other, issueId);
}

/** Another board of the project that shows the issue, where the viewer chose none: null when none of the first few does. */
async function findOtherBoard(
  ports: OpenWorkItemPorts,
  setup: WorkItemSetup,
  { issueId, projectId }: Pick<WorkItemRequest, 'issueId' | 'projectId'>,
): Promise<WorkItemSetup | null> {
  const boards = setup.boards ?? (await listProjectBoards(ports, projectId));
  const others = boards.filter(({ id }) => id !== setup.board.id).slice(0, OTHERS_TRIED);
  for (const { id } of others) {
    const other = await withOtherBoard(ports, { ...setup, boards }, id);
    if ((await ports.findOnBoard(other.board, [issueId])).has(issueId)) return other;
  }
  return null;
}

/**
 * The same for the lozenge beside the panel's label, which is asked for whenever an issue is looked at: where the viewer's
 * board is known, for two points and no names.
 * @throws ReadFailure
 */
export async function glanceAtWorkItem(
  ports: OpenWorkItemPorts,
  { issueId, projectId }: Pick<WorkItemRequest, 'issueId' | 'projectId'>,
): Promise<OpenedWorkItem> {
  const setup = await recallSetup(ports, projectId);
  return setup === null
    ? await openWorkItem(ports, { issueId, projectId, boardId: null })
    : await judge(ports, createOptionalParts(), setup, issueId);
}

async function judge(
  ports: OpenWorkItemPorts,
  parts: OptionalParts,
  setup: WorkItemSetup,
  issueId: string,
): Promise<OpenedWorkItem> {
  const { board, settings, boards } = setup;
  const [read, stored] = await Promise.all([ports.readWorkItem(board, issueId), ports.loadHealth(board.id)]);
  const kept = stored?.basis === basisOf(board, settings.settings.checks) ? stored : null;
  const { issue, statusId, statusCategory, isInActiveSprint } = read;
  const isListed = kept?.assessment.issues.some(({ id }) => id === issueId) === true;
  const not = (state: NotJudged): OpenedWorkItem => ({ state, board, boards });
  if (issue.issueType.level !== 0) return not('not-counted');
  if (statusCategory === 'done' || board.doneStatusIds.includes(statusId)) return not('done');
  if (!isListed && !(await ports.findOnBoard(board, [issueId])).has(issueId)) return not('not-on-board');

  const { assessment, notLooked } = await judgeWithSurroundings(ports, parts, { setup, read, kept });
  const { fields, priorities } = setup;
  return {
    state: 'judged',
    opened: {
      settings,
      backlog: {
        board,
        asOf: ports.now(),
        isKept: false,
        hasSprints: kept?.hasSprints ?? board.type !== 'kanban',
        activeSprintIds: kept?.activeSprintIds ?? [],
        missing: parts.missing(),
        assessment,
        words: wordsOf({ issues: [issue], board, sprints: [], fields, priorities }),
      },
    },
    boards,
    comparedWith: kept?.asOf ?? null,
    isUnderWay: isInActiveSprint,
    canMend: isListed || (kept === null && !isInActiveSprint),
    notLooked,
  };
}
