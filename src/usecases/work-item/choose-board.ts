import type { BoardSummary, ListBoards } from '#src/ports/boards';
import type { LoadHealth } from '#src/ports/kept-health';
import { listProjectBoards } from '#src/usecases/list-project-boards';

/** Boards whose last answers are looked for: a project with more is seldom judged by the eleventh. */
const LOOKED_AT = 10;

/** The boards of a project, and the one whose rules hold for a viewer who chose none. */
export interface ChosenBoard {
  readonly boards: readonly BoardSummary[];
  /** null where there is no board that the viewer may see. */
  readonly boardId: number | null;
}

/**
 * The board that the viewer opened last, by the answers that are kept for them; without any the first one with sprints of its
 * own, and without such a board the first.
 * @throws ReadFailure when there is no such project for the viewer.
 */
export async function chooseBoard(
  { listBoards, loadHealth }: { readonly listBoards: ListBoards; readonly loadHealth: LoadHealth },
  projectId: string,
): Promise<ChosenBoard> {
  const boards = await listProjectBoards({ listBoards }, projectId);
  const [first] = boards;
  if (boards.length <= 1) return { boards, boardId: first?.id ?? null };
  const opened = await Promise.all(
    boards.slice(0, LOOKED_AT).map(async ({ id }) => ({ id, asOf: (await loadHealth(id))?.asOf ?? null })),
  );
  const last = opened
    .filter(({ asOf }) => asOf !== null)
    .toSorted((one, other) => (other.asOf ?? '').localeCompare(one.asOf ?? ''))[0];
  return { boards, boardId: last?.id ?? first?.id ?? null };
}
