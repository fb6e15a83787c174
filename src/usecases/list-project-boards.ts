import type { BoardSummary, ListBoards } from '#src/ports/boards';

/** The project's boards that a backlog's health can be shown for: those with sprints of their own first, by name. */
export async function listProjectBoards(
  { listBoards }: { readonly listBoards: ListBoards },
  projectId: string,
): Promise<readonly BoardSummary[]> {
  const boards = await listBoards(projectId);
  const weight = ({ type }: BoardSummary) => (type === 'kanban' ? 1 : 0);
  return boards.toSorted(
    (one, other) => weight(one) - weight(other) || one.name.localeCompare(other.name, 'en'),
  );
}
